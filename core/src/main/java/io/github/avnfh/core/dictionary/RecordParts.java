package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.internal.IsoDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one record of a cohort from several rows and tables, each part once or equal. */
final class RecordParts {
  private static final String FIRST = "first";
  private static final String LAST = "last";

  /** A record that holds nothing, in the place of one that was taken. */
  static final RecordParts NONE = new RecordParts(Layout.of("", List.of("")));

  private final Layout layout;
  private final @Nullable Part[] parts;

  /** Starts a record without parts. */
  RecordParts(Layout layout) {
    this.layout = layout;
    this.parts = new @Nullable Part[layout.columns.size()];
  }

  /** A text in the form of the cohort's files, and where it came from. */
  record Part(String text, String source, long line, String column, boolean isReported) {
    Part(String text, String source, long line, String column) {
      this(text, source, line, column, false);
    }

    /** Reads the text of a date, which was written by us. */
    LocalDate date() {
      return IsoDate.parse(text);
    }

    Part withText(String other) {
      return new Part(other, source, line, column, isReported);
    }

    Part reported() {
      return new Part("", source, line, column, true);
    }

    private boolean isOfSameRow(Part other) {
      return line == other.line && source.equals(other.source);
    }
  }

  /**
   * What a record is, and its columns, each with a place.
   *
   * <p>Places are asked for several times in every row, mostly by the very texts that are known, so
   * they stand in an open table that is three quarters empty.
   */
  static final class Layout {
    private static final int NONE = -1;

    private final String record;
    private final List<String> columns;
    private final String[] names;
    private final int[] places;

    private Layout(String record, List<String> columns) {
      this.record = record;
      this.columns = columns;
      this.names = new String[8 * Integer.highestOneBit(columns.size())];
      this.places = new int[names.length];
      Arrays.fill(names, "");
      for (int place = 0; place < columns.size(); place++) {
        int slot = slot(columns.get(place));
        names[slot] = columns.get(place);
        places[slot] = place;
      }
    }

    /** Returns the layout of records that problems call by a name. */
    static Layout of(String record, List<String> columns) {
      return new Layout(record, columns.stream().distinct().toList());
    }

    private int slot(String column) {
      int slot = column.hashCode() & (names.length - 1);
      while (!names[slot].isEmpty() && !names[slot].equals(column)) {
        slot = (slot + 1) & (names.length - 1);
      }
      return slot;
    }

    private int place(String column) {
      int slot = slot(column);
      return names[slot].isEmpty() ? NONE : places[slot];
    }
  }

  /** Returns the part at a place of the layout, or null. */
  @Nullable
  Part at(int place) {
    return parts[place];
  }

  private @Nullable Part get(String column) {
    int place = layout.place(column);
    return place == Layout.NONE ? null : parts[place];
  }

  Optional<Part> find(String column) {
    return Optional.ofNullable(get(column));
  }

  boolean has(String column) {
    return get(column) != null;
  }

  /** Returns the text of a part, empty where there is none. */
  String text(String column) {
    Part part = get(column);
    return part == null ? "" : part.text();
  }

  void put(String column, Part part) {
    parts[layout.place(column)] = part;
  }

  void putIfAbsent(String column, Part part) {
    if (!has(column)) {
      put(column, part);
    }
  }

  Optional<Part> remove(String column) {
    Part part = get(column);
    if (part != null) {
      parts[layout.place(column)] = null;
    }
    return Optional.ofNullable(part);
  }

  boolean isEmpty() {
    return Arrays.stream(parts).allMatch(Objects::isNull);
  }

  /** Adds all parts of another record of this layout. */
  void mergeAll(RecordParts others, Problems problems) {
    for (int place = 0; place < parts.length; place++) {
      Part part = others.parts[place];
      if (part != null) {
        merge(place, part, "", problems);
      }
    }
  }

  /**
   * Adds a text, or reports that it contradicts what another row says.
   *
   * @param several what counts where rows differ: the first, the last, or nothing
   */
  void merge(String column, Part part, String several, Problems problems) {
    merge(layout.place(column), part, several, problems);
  }

  private void merge(int place, Part part, String several, Problems problems) {
    Part earlier = parts[place];
    if (earlier == null) {
      parts[place] = part;
    } else if (!earlier.isReported() && !isSame(earlier.text(), part.text())) {
      parts[place] = merged(earlier, part, several, problems);
    }
  }

  private Part merged(Part earlier, Part part, String several, Problems problems) {
    if (part.isReported()) {
      return part;
    }
    if (several.equals(FIRST) || several.equals(LAST)) {
      return order(part.text(), earlier.text()) < 0 == several.equals(FIRST) ? part : earlier;
    }
    if (!several.isEmpty() && part.isOfSameRow(earlier)) {
      return part.withText(several);
    }
    problems.add(Problem.of(
        part.source(),
        part.line(),
        part.column(),
        "contradicts line " + earlier.line()
            + (earlier.source().equals(part.source()) ? "" : " of " + earlier.source())
            + " about the same " + layout.record
            + "; equal values or an empty cell were expected"));
    return earlier.reported();
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || (isNumber(one) && isNumber(other) && order(one, other) == 0);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')
        && text.lastIndexOf('-') <= 0
        && text.indexOf('.') == text.lastIndexOf('.')
        && text.chars().anyMatch(Character::isDigit);
  }

  /** Compares two texts as numbers, or as dates, whose order is that of their texts. */
  static int order(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigDecimal(one).compareTo(new BigDecimal(other))
        : one.compareTo(other);
  }
}
