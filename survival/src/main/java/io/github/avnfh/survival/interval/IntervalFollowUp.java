package io.github.avnfh.survival.interval;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
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
  private final List<?> clusters;

  private IntervalFollowUp(List<EventInterval> intervals, List<String> groups, List<?> clusters) {
    this.intervals = intervals;
    this.groups = groups;
    this.clusters = clusters;
  }

  /**
   * Follows rows as one group.
   *
   * @param intervals an interval for each row, at least one; copied
   * @return the follow-up
   * @throws IllegalArgumentException if there is no row
   */
  public static IntervalFollowUp of(List<EventInterval> intervals) {
    if (intervals.isEmpty()) {
      throw new IllegalArgumentException("follow-up [rows] must be at least 1, but were 0");
    }
    return new IntervalFollowUp(
        List.copyOf(intervals), Collections.nCopies(intervals.size(), "all"), List.of());
  }

  /**
   * Sets the group of each row.
   *
   * @param labels a label for each row; copied
   * @return the follow-up in these groups
   * @throws IllegalArgumentException if the lengths differ
   */
  public IntervalFollowUp withGroups(List<String> labels) {
    requireRows("group", labels.size());
    return new IntervalFollowUp(intervals, List.copyOf(labels), clusters);
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
    return new IntervalFollowUp(intervals, groups, List.copyOf(column));
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
   * @return the labels in the order of their first appearance; {@code all} alone without groups
   */
  public List<String> groups() {
    return groups.stream().distinct().toList();
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

  EventInterval interval(int row) {
    return intervals.get(row);
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
