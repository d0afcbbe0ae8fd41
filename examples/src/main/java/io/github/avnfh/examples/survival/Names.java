package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.RowCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of labels, held as numbers into the list of its distinct labels. */
final class Names {
  /** The stages of the Steinberg, Ficat and ARCO systems, in their common order. */
  private static final List<String> STAGES =
      List.of("0", "I", "II", "III", "IIIA", "IIIB", "IV", "V", "VI");

  private final List<String> labels = new ArrayList<>();
  // for a label's hash the number of the label and one, or 0; at most half full
  private int[] table = new int[16];
  private int[] column = new int[16];
  private int size;

  /** Adds a row with the label of that number. */
  void add(int number) {
    if (size == column.length) {
      column = Arrays.copyOf(column, 2 * size);
    }
    column[size++] = number;
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
    return table[place] > 0 ? table[place] - 1 : added(cells.text(cell), place);
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

  /** The labels in the order of their first appearance. */
  List<String> labels() {
    return List.copyOf(labels);
  }

  /** For each row its label. */
  List<String> texts() {
    return Arrays.stream(column()).mapToObj(labels::get).toList();
  }

  /**
   * The order in which groups are written: that of the stages if all are stages, else of first
   * appearance.
   */
  List<String> order() {
    return STAGES.containsAll(labels)
        ? STAGES.stream().filter(labels::contains).toList()
        : labels();
  }
}
