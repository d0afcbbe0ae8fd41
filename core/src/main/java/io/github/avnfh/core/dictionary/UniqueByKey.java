package io.github.avnfh.core.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Items of one kind that rows give of one hip, each key once, with the line of each item.
 *
 * @param <T> the kind of items
 */
final class UniqueByKey<T> {
  private static final int FEW = 4;
  private static final long[] FOLLOWING = {};

  private final Comparator<T> order;
  private final Function<T, Object> key;
  private List<T> items = List.of();
  private long first;
  private long[] lines = FOLLOWING;
  private Optional<Map<Object, Long>> linesByKey = Optional.empty();

  /**
   * Starts without an item.
   *
   * @param order an order in which items of one key are equal
   * @param key what must not come twice
   */
  UniqueByKey(Comparator<T> order, Function<T, Object> key) {
    this.order = order;
    this.key = key;
  }

  /** Adds an item, or returns the line that gave it already. */
  OptionalLong add(T item, long line) {
    if (linesByKey.isPresent() || !isLast(item)) {
      Long earlier = linesByKey().putIfAbsent(key.apply(item), line);
      if (earlier != null) {
        return OptionalLong.of(earlier);
      }
    }
    if (items.isEmpty()) {
      items = new ArrayList<>();
      first = line;
    }
    noteLine(line);
    items.add(item);
    return OptionalLong.empty();
  }

  /** Lines that follow each other, as most do, are not kept one by one. */
  private void noteLine(long line) {
    int size = items.size();
    if (lines.length == 0 && line == first + size) {
      return;
    }
    if (size >= lines.length) {
      long[] longer = Arrays.copyOf(lines, size + size / 2 + FEW);
      Arrays.setAll(longer, i -> i < size ? line(i) : 0);
      lines = longer;
    }
    lines[size] = line;
  }

  private long line(int index) {
    return lines.length == 0 ? first + index : lines[index];
  }

  /** What comes after everything else in order has not come before; most files are in order. */
  private boolean isLast(T item) {
    return items.isEmpty() || order.compare(items.get(items.size() - 1), item) < 0;
  }

  private Map<Object, Long> linesByKey() {
    if (linesByKey.isEmpty()) {
      Map<Object, Long> all = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        all.put(key.apply(items.get(i)), line(i));
      }
      linesByKey = Optional.of(all);
    }
    return linesByKey.get();
  }

  List<T> items() {
    return items;
  }
}
