package io.github.avnfh.survival.interval;

import io.github.avnfh.survival.internal.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Events in intervals for many hips, immutable: a row for each hip, with its group and its cluster,
 * such as its patient. It prints its counts only.
 *
 * @see Turnbull
 */
public final class IntervalFollowUp {
  private final List<EventInterval> intervals;
  private final List<String> groups;
  private final List<String> order;
  private final List<?> clusters;
  private final int[] clusterNumbers;
  private final int merged;

  private IntervalFollowUp(
      List<EventInterval> intervals,
      List<String> groups,
      List<String> order,
      List<?> clusters,
      int merged) {
    this.intervals = intervals;
    this.groups = groups;
    this.order = order;
    this.clusters = clusters;
    this.clusterNumbers = numbered(clusters);
    this.merged = merged;
  }

  /**
   * Follows rows as one group. Ends of intervals that differ by rounding only count as one time, by
   * the rule of {@link io.github.avnfh.survival.FollowUp}; {@link #mergedTimes()} counts them.
   *
   * @param intervals an interval for each row, at least one; copied
   * @return the follow-up
   * @throws IllegalArgumentException if there is no row, or the rule makes both ends of an interval
   *     one time
   */
  public static IntervalFollowUp of(List<EventInterval> intervals) {
    if (intervals.isEmpty()) {
      throw new IllegalArgumentException("follow-up [rows] must be at least 1, but were 0");
    }
    int[] places = new int[2 * intervals.size()];
    TimeGrid grid = grid(intervals, places);
    List<EventInterval> tied = new ArrayList<>();
    for (EventInterval row : intervals) {
      tied.add(tied(row, tied.size(), grid, places));
    }
    List<String> one = Collections.nCopies(intervals.size(), "all");
    return new IntervalFollowUp(List.copyOf(tied), one, List.of("all"), List.of(), grid.merged());
  }

  /**
   * Finds the rows of which the tie rule makes both ends of an interval one time, though they
   * differ, which only all rows together tell.
   *
   * @param intervals an interval for each row
   * @return these rows from 0, in ascending order
   */
  public static int[] rowsWithoutTime(List<EventInterval> intervals) {
    int[] places = new int[2 * Objects.requireNonNull(intervals, "intervals").size()];
    intervals.forEach(row -> Objects.requireNonNull(row, "interval"));
    if (intervals.isEmpty()) {
      return places;
    }
    grid(intervals, places);
    return IntStream.range(0, intervals.size())
        .filter(row -> isEmptied(intervals.get(row), places[2 * row], places[2 * row + 1]))
        .toArray();
  }

  private static boolean isEmptied(EventInterval row, int after, int until) {
    return row.after().isPresent() && row.until().isPresent() && !row.isExact() && after == until;
  }

  /** All ends as one grid; the places of a row's two ends, of which one may stand for both. */
  private static TimeGrid grid(List<EventInterval> intervals, int[] places) {
    double[] ends = intervals.stream()
        .flatMapToDouble(row -> DoubleStream.of(
            row.after().orElseGet(() -> row.until().orElseThrow()),
            row.until().orElseGet(() -> row.after().orElseThrow())))
        .toArray();
    return TimeGrid.ofTimes(ends, true, places);
  }

  private static EventInterval tied(EventInterval row, int number, TimeGrid grid, int[] places) {
    double first = grid.time(places[2 * number]);
    double last = grid.time(places[2 * number + 1]);
    if (isEmptied(row, places[2 * number], places[2 * number + 1])) {
      throw new IllegalArgumentException(
          "end of the interval [unit of the times] must lie after its beginning by more than"
              + " rounding, but was " + row.until().getAsDouble() + " after "
              + row.after().getAsDouble() + " in row " + (number + 1));
    }
    if (row.until().isEmpty()) {
      return EventInterval.after(last);
    }
    if (row.after().isEmpty()) {
      return EventInterval.upTo(last);
    }
    return row.isExact() ? EventInterval.at(last) : EventInterval.between(first, last);
  }

  /**
   * Tells how many distinct ends of intervals the tie rule made one with a smaller one.
   *
   * @return the number of times merged away
   */
  public int mergedTimes() {
    return merged;
  }

  /**
   * Sets the group of each row.
   *
   * @param labels a label for each row; copied
   * @return the follow-up in these groups
   * @throws IllegalArgumentException if the lengths differ
   */
  public IntervalFollowUp withGroups(List<String> labels) {
    return withGroups(labels, labels.stream().distinct().toList());
  }

  /**
   * Sets the group of each row, and the order of the groups, such as that of stages.
   *
   * @param labels a label for each row; copied
   * @param order the labels in their order, which may name groups without rows; copied
   * @return the follow-up in these groups
   * @throws IllegalArgumentException if the lengths differ, or a label is not in the order
   */
  public IntervalFollowUp withGroups(List<String> labels, List<String> order) {
    requireRows("group", labels.size());
    Set<String> used = new HashSet<>(labels);
    if (!new HashSet<>(order).containsAll(used)) {
      throw new IllegalArgumentException(
          "groups [labels] must be among " + order + ", but one was not");
    }
    return new IntervalFollowUp(
        intervals,
        List.copyOf(labels),
        order.stream().filter(used::contains).distinct().toList(),
        clusters,
        merged);
  }

  /**
   * Sets the cluster of each row, such as the patient in whom the hip lies.
   *
   * @param column for each row anything that identifies its cluster by {@code equals}; copied
   * @return the follow-up with these clusters
   * @throws IllegalArgumentException if the lengths differ
   */
  public IntervalFollowUp withClusters(List<?> column) {
    requireRows("cluster", column.size());
    return new IntervalFollowUp(intervals, groups, order, List.copyOf(column), merged);
  }

  private void requireRows(String column, int rows) {
    if (rows != intervals.size()) {
      throw new IllegalArgumentException(
          column + " [rows] must be " + intervals.size() + " like the intervals, but were " + rows);
    }
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of hips
   */
  public int size() {
    return intervals.size();
  }

  /**
   * Returns the labels of the groups.
   *
   * @return the labels in the declared order or that of their first appearance; {@code all} alone
   *     without groups
   */
  public List<String> groups() {
    return order;
  }

  /**
   * Counts the clusters, such as patients.
   *
   * @return the number of clusters, or nothing where rows were not said to share one
   */
  public OptionalInt clusters() {
    return clusters(IntStream.range(0, size()).toArray());
  }

  /** The rows of a group. */
  int[] rows(String group) {
    return IntStream.range(0, size())
        .filter(row -> groups.get(row).equals(group))
        .toArray();
  }

  /**
   * Returns when the event of a row happened, as the tie rule left it.
   *
   * @param row a row from 0
   * @return its interval
   * @throws IllegalArgumentException if there is no such row
   */
  public EventInterval interval(int row) {
    return intervals.get(checked(row));
  }

  /**
   * Returns the group of a row.
   *
   * @param row a row from 0
   * @return its label
   * @throws IllegalArgumentException if there is no such row
   */
  public String group(int row) {
    return groups.get(checked(row));
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return a number from 0 that tells nothing else; without clusters the row itself
   * @throws IllegalArgumentException if there is no such row
   */
  public int cluster(int row) {
    return clusters.isEmpty() ? checked(row) : clusterNumbers[checked(row)];
  }

  private int checked(int row) {
    if (row < 0 || row >= size()) {
      throw new IllegalArgumentException(
          "row [index] must lie in 0.." + (size() - 1) + ", but was " + row);
    }
    return row;
  }

  private static int[] numbered(List<?> clusters) {
    Map<Object, Integer> numbers = new HashMap<>();
    return clusters.stream()
        .mapToInt(cluster -> numbers.computeIfAbsent(cluster, each -> numbers.size()))
        .toArray();
  }

  /** How many clusters have a row among those; nothing without clusters. */
  OptionalInt clusters(int[] rows) {
    return clusters.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            (int) Arrays.stream(rows).mapToObj(clusters::get).distinct().count());
  }

  @Override
  public String toString() {
    long open = intervals.stream().filter(one -> one.until().isEmpty()).count();
    return "IntervalFollowUp{" + size() + " rows, " + (size() - open) + " events, "
        + groups().size() + " groups}";
  }
}
