package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.RowCells;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A column of labels, held as numbers into the list of its distinct labels. */
public final class LabelColumn {
  /** The stages of the Steinberg, Ficat and ARCO systems, in their common order. */
  private static final List<String> STAGES =
      List.of("0", "I", "II", "III", "IIIA", "IIIB", "IV", "V", "VI");

  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
  private static final Pattern UNSEEN = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

  private final List<String> labels = new ArrayList<>();
  // for a label's hash the number of the label and one, or 0; at most half full
  private int[] table = new int[16];
  private int[] column = new int[16];
  private int size;
  private final BitSet plain = new BitSet();
  private final Map<Integer, Set<String>> spellings = new TreeMap<>();

  /** Starts without a label. */
  public LabelColumn() {}

  /** Adds a row with the label of that number. */
  void add(int number) {
    if (size == column.length) {
      column = Arrays.copyOf(column, 2 * size);
    }
    column[size++] = number;
  }

  /** Takes rows out. */
  void remove(BitSet rows) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (!rows.get(row)) {
        column[kept++] = column[row];
      }
    }
    size = kept;
  }

  /**
   * Returns a label without what does not show: blanks that do not break a line are blanks, those
   * without width are none, and letters with accents are written in one way.
   */
  static String canonical(String text) {
    String visible = UNSEEN.matcher(text).replaceAll("");
    return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC)
        .strip();
  }

  /**
   * Returns a label without what does not show, if any of it shows.
   *
   * @param text a label as it is written
   * @return the label
   * @throws IllegalArgumentException if no character shows
   */
  public static String visible(String text) {
    String label = canonical(text);
    if (label.isEmpty()) {
      throw new IllegalArgumentException("holds no character that shows; a label was expected");
    }
    return label;
  }

  /**
   * Returns the number of a text as a label, where texts that look alike are one label.
   *
   * @param text a label as it is written
   * @return the number of the label in the order of first appearance
   */
  public int numberOf(String text) {
    String label = canonical(text);
    int number = number(label);
    if (label.equals(text)) {
      plain.set(number);
    } else {
      spellings.computeIfAbsent(number, number0 -> new TreeSet<>()).add(text);
    }
    return number;
  }

  /** Counts the labels that came in several ways that look alike. */
  int ambiguous() {
    return (int) spellings.entrySet().stream()
        .filter(label -> label.getValue().size() > 1 || plain.get(label.getKey()))
        .count();
  }

  /** The number of a label, a new one if it was not seen before. */
  int number(String label) {
    int place = place(label.hashCode());
    while (table[place] > 0 && !labels.get(table[place] - 1).equals(label)) {
      place = place + 1 & table.length - 1;
    }
    return table[place] > 0 ? table[place] - 1 : added(label, place);
  }

  /** The number of the label in a cell, a new one if it was not seen before. */
  int number(RowCells cells, int cell) {
    int hash = 0;
    for (int i = 0; i < cells.length(cell); i++) {
      hash = 31 * hash + cells.charAt(cell, i);
    }
    int place = place(hash);
    while (table[place] > 0 && !cells.holds(cell, labels.get(table[place] - 1))) {
      place = place + 1 & table.length - 1;
    }
    int number = table[place] > 0 ? table[place] - 1 : added(cells.text(cell), place);
    plain.set(number);
    return number;
  }

  private int place(int hash) {
    return (hash ^ hash >>> 15) & table.length - 1;
  }

  private int added(String label, int place) {
    labels.add(label);
    table[place] = labels.size();
    if (2 * labels.size() > table.length) {
      rehash();
    }
    return labels.size() - 1;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int number = 0; number < labels.size(); number++) {
      int place = place(labels.get(number).hashCode());
      while (table[place] > 0) {
        place = place + 1 & table.length - 1;
      }
      table[place] = number + 1;
    }
  }

  int[] column() {
    return Arrays.copyOf(column, size);
  }

  /**
   * Returns the labels.
   *
   * @return the labels in the order of their first appearance
   */
  public List<String> labels() {
    return List.copyOf(labels);
  }

  /** For each row its label. */
  List<String> texts() {
    return Arrays.stream(column()).mapToObj(labels::get).toList();
  }

  /**
   * Returns the order in which groups are written.
   *
   * @return that of the stages if all are stages, else of first appearance
   */
  public List<String> order() {
    return STAGES.containsAll(labels)
        ? STAGES.stream().filter(labels::contains).toList()
        : labels();
  }
}
