package io.github.avnfh.examples.survival;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column of labels, held as numbers into the list of its distinct labels. */
final class Names {
  /** The stages of the Steinberg, Ficat and ARCO systems, in their common order. */
  private static final List<String> STAGES =
      List.of("0", "I", "II", "III", "IIIA", "IIIB", "IV", "V", "VI");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int[] column = new int[16];
  private int size;

  void add(String label) {
    if (size == column.length) {
      column = Arrays.copyOf(column, 2 * size);
    }
    column[size++] = numbers.computeIfAbsent(label, unseen -> numbers.size());
  }

  int[] column() {
    return Arrays.copyOf(column, size);
  }

  /** The labels in the order of their first appearance. */
  List<String> labels() {
    return List.copyOf(numbers.keySet());
  }

  /** For each row its label. */
  List<String> texts() {
    List<String> labels = labels();
    return Arrays.stream(column()).mapToObj(labels::get).toList();
  }

  /**
   * The order in which groups are written: that of the stages if all are stages, else of first
   * appearance.
   */
  List<String> order() {
    return STAGES.containsAll(numbers.keySet())
        ? STAGES.stream().filter(numbers::containsKey).toList()
        : labels();
  }
}
