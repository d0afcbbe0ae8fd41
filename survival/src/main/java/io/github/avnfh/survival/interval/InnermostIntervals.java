package io.github.avnfh.survival.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The innermost (Turnbull) intervals, the only ones that can have positive mass at the greatest
 * likelihood: from a left end to a right end with no other end between.
 *
 * <p>Rows whose intervals hold the same of these are one row that counts so many times.
 */
final class InnermostIntervals {
  private final IntervalEnd[] lefts;
  private final IntervalEnd[] rights;
  private final int[] first;
  private final int[] last;
  private final double[] counts;

  InnermostIntervals(List<EventInterval> rows) {
    this(counts(rows));
  }

  static Map<EventInterval, Long> counts(List<EventInterval> rows) {
    Map<EventInterval, Long> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(row, 1L, Long::sum));
    return counts;
  }

  /** Of rows by how many have each interval. */
  InnermostIntervals(Map<EventInterval, Long> rows) {
    TreeSet<IntervalEnd> bounds = new TreeSet<>();
    rows.keySet()
        .forEach(row -> bounds.addAll(List.of(IntervalEnd.left(row), IntervalEnd.right(row))));
    List<IntervalEnd> from = new ArrayList<>();
    List<IntervalEnd> to = new ArrayList<>();
    IntervalEnd before = bounds.first();
    for (IntervalEnd bound : bounds) {
      // a left end directly followed by a right end: no row can tell its points apart
      if (before.isLeft() && !bound.isLeft()) {
        from.add(before);
        to.add(bound);
      }
      before = bound;
    }
    lefts = from.toArray(IntervalEnd[]::new);
    rights = to.toArray(IntervalEnd[]::new);
    Map<Integer, Map<Integer, Long>> held = counted(rows);
    int distinct = held.values().stream().mapToInt(Map::size).sum();
    first = new int[distinct];
    last = new int[distinct];
    counts = new double[distinct];
    fill(held);
  }

  private InnermostIntervals(
      IntervalEnd[] lefts, IntervalEnd[] rights, int[] first, int[] last, double[] counts) {
    this.lefts = lefts;
    this.rights = rights;
    this.first = first;
    this.last = last;
    this.counts = counts;
  }

  /** The same intervals with a further kind of rows, which hold some of them. */
  InnermostIntervals with(int from, int to, double count) {
    int kinds = counts.length;
    int[] firsts = Arrays.copyOf(first, kinds + 1);
    int[] lasts = Arrays.copyOf(last, kinds + 1);
    double[] all = Arrays.copyOf(counts, kinds + 1);
    firsts[kinds] = from;
    lasts[kinds] = to;
    all[kinds] = count;
    return new InnermostIntervals(lefts, rights, firsts, lasts, all);
  }

  /** The logarithm of the likelihood of the rows, given masses. */
  double logLikelihood(double[] masses) {
    double sum = 0;
    for (int kind = 0; kind < counts.length; kind++) {
      double held = Arrays.stream(masses, first[kind], last[kind] + 1).sum();
      sum += counts[kind] > 0 ? counts[kind] * Math.log(held) : 0;
    }
    return sum;
  }

  private Map<Integer, Map<Integer, Long>> counted(Map<EventInterval, Long> rows) {
    Map<Integer, Map<Integer, Long>> held = new TreeMap<>();
    rows.forEach((row, count) -> held.computeIfAbsent(firstOf(row), from -> new TreeMap<>())
        .merge(lastOf(row), count, Long::sum));
    return held;
  }

  /** The first interval that a row holds. */
  int firstOf(EventInterval row) {
    int left = Arrays.binarySearch(lefts, IntervalEnd.left(row));
    // the first interval that begins at the row's left end or later, and the last that ends at its
    // right end or earlier
    return left >= 0 ? left : -left - 1;
  }

  /** The last interval that a row holds. */
  int lastOf(EventInterval row) {
    int right = Arrays.binarySearch(rights, IntervalEnd.right(row));
    return right >= 0 ? right : -right - 2;
  }

  private void fill(Map<Integer, Map<Integer, Long>> held) {
    int next = 0;
    for (Map.Entry<Integer, Map<Integer, Long>> from : held.entrySet()) {
      for (Map.Entry<Integer, Long> to : from.getValue().entrySet()) {
        first[next] = from.getKey();
        last[next] = to.getKey();
        counts[next++] = to.getValue();
      }
    }
  }

  /** How many intervals there are. */
  int size() {
    return lefts.length;
  }

  /** How many rows differ in what they hold. */
  int distinct() {
    return counts.length;
  }

  /** The first interval that the rows of a kind hold. */
  int first(int kind) {
    return first[kind];
  }

  /** The last interval that the rows of a kind hold. */
  int last(int kind) {
    return last[kind];
  }

  /** The kind of a row. */
  int kindOf(EventInterval row) {
    int from = firstOf(row);
    int to = lastOf(row);
    int kind = 0;
    while (first[kind] != from || last[kind] != to) {
      kind++;
    }
    return kind;
  }

  /** How many rows are of a kind. */
  double count(int kind) {
    return counts[kind];
  }

  IntervalEnd left(int index) {
    return lefts[index];
  }

  IntervalEnd right(int index) {
    return rights[index];
  }

  EventInterval interval(int index) {
    return ImmutableEventInterval.builder()
        .after(lefts[index].finite())
        .until(rights[index].finite())
        .build();
  }
}
