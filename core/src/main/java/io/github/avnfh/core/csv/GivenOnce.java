package io.github.avnfh.core.csv;

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
 * Things of one kind that rows tell of one hip, each once, with the lines that gave them.
 *
 * @param <T> the kind of things
 */
final class GivenOnce<T> {
  private static final int FEW = 4;
  private static final long[] FOLLOWING = {};

  private final Comparator<T> order;
  private final Function<T, Object> key;
  private List<T> things = List.of();
  private long first;
  private long[] lines = FOLLOWING;
  private Optional<Map<Object, Long>> linesByKey = Optional.empty();

  /**
   * Starts with nothing.
   *
   * @param order an order in which things of one key are equal
   * @param key what must not come twice
   */
  GivenOnce(Comparator<T> order, Function<T, Object> key) {
    this.order = order;
    this.key = key;
  }

  /** Adds a thing, or returns the line that gave it already. */
  OptionalLong add(T thing, long line) {
    if (linesByKey.isPresent() || !isLast(thing)) {
      Long earlier = linesByKey().putIfAbsent(key.apply(thing), line);
      if (earlier != null) {
        return OptionalLong.of(earlier);
      }
    }
    if (things.isEmpty()) {
      things = new ArrayList<>();
      first = line;
    }
    noteLine(line);
    things.add(thing);
    return OptionalLong.empty();
  }

  /** Lines that follow each other, as most do, are not kept one by one. */
  private void noteLine(long line) {
    int size = things.size();
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
  private boolean isLast(T thing) {
    return things.isEmpty() || order.compare(things.get(things.size() - 1), thing) < 0;
  }

  private Map<Object, Long> linesByKey() {
    if (linesByKey.isEmpty()) {
      Map<Object, Long> all = new HashMap<>();
      for (int i = 0; i < things.size(); i++) {
        all.put(key.apply(things.get(i)), line(i));
      }
      linesByKey = Optional.of(all);
    }
    return linesByKey.get();
  }

  List<T> things() {
    return things;
  }
}
