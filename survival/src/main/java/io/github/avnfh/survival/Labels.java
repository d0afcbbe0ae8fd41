package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.CategoryColumn;
import io.github.avnfh.survival.internal.ClusterColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels of rows, held as numbers into a list of names that all have rows. */
final class Labels {
  /** The label where there are no groups or strata. */
  static final String ALL = "all";

  private final CategoryColumn numbers;
  private final List<String> names;

  private Labels(CategoryColumn numbers, List<String> names) {
    this.numbers = numbers;
    this.names = names;
  }

  static Labels none() {
    return new Labels(CategoryColumn.none(), List.of(ALL));
  }

  static Labels inOrderOfAppearance(List<String> column) {
    Map<String, Integer> found = new LinkedHashMap<>();
    int[] numbers = numbered(column, found);
    return new Labels(CategoryColumn.of(numbers), List.copyOf(found.keySet()));
  }

  static Labels inDeclaredOrder(List<String> column, List<String> order) {
    Map<String, Integer> declared = new LinkedHashMap<>();
    order.forEach(name -> declared.putIfAbsent(name, declared.size()));
    int[] numbers = new int[column.size()];
    for (int row = 0; row < numbers.length; row++) {
      Integer number = declared.get(column.get(row));
      if (number == null) {
        throw new IllegalArgumentException("group [label] must be one of the " + declared.size()
            + " declared ones, but was another in row " + (row + 1));
      }
      numbers[row] = number;
    }
    return byIndex(numbers, List.copyOf(declared.keySet()));
  }

  static Labels byIndex(int[] column, List<String> labels) {
    boolean[] used = new boolean[labels.size()];
    CategoryColumn numbers =
        CategoryColumn.checked(column, used).orElseThrow(() -> outside(column, labels.size()));
    return onlyUsed(numbers, labels, used);
  }

  private static IllegalArgumentException outside(int[] column, int labels) {
    int row = 0;
    while (column[row] >= 0 && column[row] < labels) {
      row++;
    }
    return new IllegalArgumentException("group [index of a label] must lie in 0.." + (labels - 1)
        + ", but was " + column[row] + " in row " + (row + 1));
  }

  private static Labels onlyUsed(CategoryColumn numbers, List<String> labels, boolean[] used) {
    int[] renumbered = new int[used.length];
    List<String> names = new ArrayList<>();
    for (int label = 0; label < used.length; label++) {
      renumbered[label] = names.size();
      if (used[label]) {
        names.add(labels.get(label));
      }
    }
    return names.size() == labels.size()
        ? new Labels(numbers, names)
        : new Labels(numbers.replaced(label -> renumbered[label]), names);
  }

  static ClusterColumn clusters(List<?> column) {
    Map<Object, Integer> found = new LinkedHashMap<>();
    int[] numbers = numbered(column, found);
    return ClusterColumn.of(numbers, found.size());
  }

  private static <T> int[] numbered(List<? extends T> column, Map<T, Integer> found) {
    int[] numbers = new int[column.size()];
    int row = 0;
    for (T value : column) {
      Integer number = found.putIfAbsent(value, found.size());
      numbers[row++] = number == null ? found.size() - 1 : number;
    }
    return numbers;
  }

  /** Those of the labels that are names, each once. */
  static List<String> known(List<String> labels, List<String> names) {
    List<String> known = labels.stream().distinct().filter(names::contains).toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException("group [label] must be one of the " + names.size()
          + " groups, but all " + labels.size() + " were others");
    }
    return known;
  }

  CategoryColumn numbers() {
    return numbers;
  }

  List<String> names() {
    return names;
  }
}
