package io.github.avnfh.core.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The header of a table: which column stands where, and how numbers are written below it. */
final class CsvHeader {
  /** Digits would let an identifier, an age or a date through. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}_ ().%/-]{0,63}");

  private final CsvInput input;
  private final List<String> names;
  private final int width;
  private final ColumnIndex indexes;
  private final boolean trusted;
  private final UnaryOperator<String> labels;
  private final boolean ofCodes;

  CsvHeader(CsvInput input, List<String> names) {
    this(input, names, name -> name);
  }

  /** A header whose columns are told by other names. */
  CsvHeader(CsvInput input, List<String> names, UnaryOperator<String> labels) {
    this(input, names, labels, false);
  }

  /** A header of values in a map, where yes and no may be true and false too. */
  static CsvHeader ofCodes(CsvInput input, List<String> names) {
    return new CsvHeader(input, names, name -> name, true);
  }

  private CsvHeader(
      CsvInput input, List<String> names, UnaryOperator<String> labels, boolean ofCodes) {
    this.input = input;
    this.labels = labels;
    this.ofCodes = ofCodes;
    this.names = withoutTrailingEmpty(names.stream().map(String::strip).toList());
    this.width = names.size();
    this.indexes = new ColumnIndex(this.names, input.columns());
    this.trusted = this.names.containsAll(input.required())
        && this.names.stream()
            .allMatch(name -> input.knows(name) || NAME.matcher(name).matches());
  }

  /** A spreadsheet writes separators for columns that were used once and are empty now. */
  private static List<String> withoutTrailingEmpty(List<String> names) {
    int end = names.size();
    while (end > 1 && names.get(end - 1).isEmpty()) {
      end--;
    }
    return names.subList(0, end);
  }

  String file() {
    return input.name();
  }

  /** Returns the name that problems of a column use. */
  String shown(String column) {
    return labels.apply(column);
  }

  List<String> names() {
    return names;
  }

  /** Tells which texts no problem may repeat. */
  Predicate<String> withheld() {
    return input.withheld();
  }

  boolean decimalComma() {
    return input.decimalComma();
  }

  boolean isOfCodes() {
    return ofCodes;
  }

  private static boolean isBroken(String cell) {
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
  }

  /** Returns which cell of a row holds a column, or none. */
  int cell(String column) {
    return indexes.cell(column);
  }

  boolean check(Problems problems) {
    int before = problems.size();
    for (String column : input.required()) {
      if (cell(column) == CsvCells.NONE) {
        problems.add(
            Problem.ofFile(file(), 1, column, "is missing from the header; it is required"));
      }
    }
    for (int index = 0; index < names.size(); index++) {
      checkName(problems, index);
    }
    return problems.size() == before;
  }

  private void checkName(Problems problems, int index) {
    String name = names.get(index);
    if (name.indexOf('\0') >= 0) {
      report(
          problems,
          index,
          "has a name with null characters, as text in UTF-16 without a byte order mark has;"
              + " UTF-8 was expected");
    } else if (name.isEmpty()) {
      report(problems, index, "has no name in the header; a name was expected");
    } else if (name.indexOf(CsvCells.REPLACEMENT) >= 0) {
      report(problems, index, "has a name with bytes that are not UTF-8; " + input.notUtf8());
    } else if (isBroken(name)) {
      report(problems, index, "has a name with a line break; a header in one line was expected");
    } else if (cell(name) != index) {
      report(problems, index, "occurs twice in the header; one column of that name was expected");
    } else if (input.refuses(name)) {
      report(problems, index, "is unknown; only known columns are allowed in strict reading");
    }
  }

  private void report(Problems problems, int index, String message) {
    problems.add(Problem.ofFile(file(), 1, label(index), message));
  }

  /**
   * Where the header may be a row of data by mistake, names that are not our own are not repeated.
   */
  private String label(int index) {
    boolean named = index < names.size() && (trusted || input.knows(names.get(index)));
    return named ? names.get(index) : "number " + (index + 1);
  }

  /** Tells whether cells make a row of this table, and reports it where they do not. */
  boolean fits(CsvCells cells, Problems problems) {
    Optional<Problem> misfit = misfit(cells);
    misfit.ifPresent(problems::add);
    return misfit.isEmpty();
  }

  private Optional<Problem> misfit(CsvCells cells) {
    boolean wholeLine = cells.size() == width || cells.size() == names.size();
    if (cells.isBroken() && (!wholeLine || !areRemarks(cells))) {
      return Optional.of(broken(cells, wholeLine));
    }
    if (!wholeLine) {
      return Optional.of(wrongNumber(cells));
    }
    if (cells.undecoded() != CsvCells.NONE) {
      return Optional.of(Problem.of(
          file(),
          cells.line(),
          label(cells.undecoded()),
          "holds bytes that are not UTF-8 at character " + cells.undecodedAt() + "; "
              + input.notUtf8()));
    }
    return unnamed(cells);
  }

  /**
   * Tells whether line breaks stand only in columns that are not read, and between them too few
   * separators for a line of this table: a quote left open swallows at least as many as there are
   * between the columns.
   */
  private boolean areRemarks(CsvCells cells) {
    return cells.broken(cell -> cell >= names.size() || input.knows(names.get(cell)))
            == CsvCells.NONE
        && !swallowsLine(cells);
  }

  private boolean swallowsLine(CsvCells cells) {
    return cells.separatorsInBroken() >= width - 1;
  }

  /** Where other rows were swallowed, it is not one row that is wrong. */
  private Problem broken(CsvCells cells, boolean wholeLine) {
    String column = label(cells.broken(cell -> true));
    String message = "holds a line break, perhaps for a quote left open; one line was expected, and"
        + " nothing up to line " + (cells.line() + cells.lineBreaks()) + " was taken";
    return wholeLine && !swallowsLine(cells)
        ? Problem.of(file(), cells.line(), column, message)
        : Problem.ofFile(file(), cells.line(), column, message);
  }

  private Problem wrongNumber(CsvCells cells) {
    boolean few = cells.size() < names.size();
    String column = label(few ? cells.size() : names.size() - 1);
    String what = few ? "is missing from the line" : "is followed by more fields";
    return Problem.of(
        file(),
        cells.line(),
        column,
        what + "; " + width + " fields were expected, but there are " + cells.size());
  }

  private Optional<Problem> unnamed(CsvCells cells) {
    for (int cell = names.size(); cell < cells.size(); cell++) {
      if (!cells.isEmpty(cell)) {
        return Optional.of(Problem.of(
            file(),
            cells.line(),
            "number " + (cell + 1),
            "has no name in the header, but holds a value; an empty cell was expected"));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the columns of a table stand, by name.
   *
   * <p>It is asked for every cell, mostly with the very texts that it knows, and is made for that:
   * each of them has one place where the number of places allows it.
   */
  static final class ColumnIndex {
    private static final int MOST_PLACES = 1 << 12;

    private final Map<String, Integer> all = new LinkedHashMap<>();
    private final String[] names;
    private final int[] cells;

    /**
     * Indexes the names of a header.
     *
     * @param header the names, of which the first counts where one comes twice
     * @param known the texts that will be asked for
     */
    ColumnIndex(List<String> header, List<String> known) {
      known.forEach(name -> all.put(name, header.indexOf(name)));
      for (int cell = 0; cell < header.size(); cell++) {
        all.putIfAbsent(header.get(cell), cell);
      }
      names = new String[places()];
      cells = new int[names.length];
      Arrays.fill(names, "");
      Arrays.fill(cells, cell(all, ""));
      all.forEach((name, cell) -> {
        names[place(name)] = name;
        cells[place(name)] = cell;
      });
    }

    /** Counts the places at which no two names meet, or as many as there may be. */
    private int places() {
      int places = Integer.highestOneBit(all.size() + 1) << 1;
      while (places < MOST_PLACES && !parts(places - 1)) {
        places <<= 1;
      }
      return places;
    }

    private boolean parts(int mask) {
      return all.keySet().stream()
              .mapToInt(name -> name.hashCode() & mask)
              .distinct()
              .count()
          == all.size();
    }

    private int place(String name) {
      return name.hashCode() & (names.length - 1);
    }

    /** Returns the cell of a column, or {@link CsvCells#NONE}. */
    int cell(String name) {
      int place = place(name);
      return names[place].equals(name) ? cells[place] : cell(all, name);
    }

    private static int cell(Map<String, Integer> all, String name) {
      return all.getOrDefault(name, CsvCells.NONE);
    }
  }
}
