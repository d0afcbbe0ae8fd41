package io.github.avnfh.survival.interval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many hips of each group have each interval: all that Turnbull's estimate needs to know. It
 * holds no rows, so that one {@code GROUP BY} is a valid input, and counts of several registries
 * are merged by addition.
 *
 * <p>Ends are taken as they are, without a rule for times that differ by rounding, which would
 * depend on all of them together; whole days are safe.
 *
 * <pre>{@code
 * IntervalCounts here = IntervalCounts.builder()
 *     .add("III", EventInterval.between(0, 183), 2)
 *     .add("III", EventInterval.after(183), 6)
 *     .build();
 * IntervalCounts both = here.merge(here);
 * both.hips();                                                       // 16
 * Turnbull.withDefaults().estimate(both).get(0).at(183).lowest();    // 0.75
 * }</pre>
 *
 * @see Turnbull
 */
public final class IntervalCounts {
  private final Map<String, Map<EventInterval, Long>> groups;
  private final int hips;

  private IntervalCounts(Map<String, Map<EventInterval, Long>> groups, int hips) {
    this.groups = groups;
    this.hips = hips;
  }

  /**
   * Starts with no hips.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Adds the counts of other hips, such as those of another registry.
   *
   * @param other the other counts
   * @return the counts of both; the groups of these counts come first
   * @throws IllegalArgumentException if the hips are more than 2147483647
   */
  public IntervalCounts merge(IntervalCounts other) {
    Objects.requireNonNull(other, "other");
    Builder sum = new Builder();
    for (IntervalCounts part : List.of(this, other)) {
      part.groups.forEach(
          (group, counts) -> counts.forEach((interval, count) -> sum.add(group, interval, count)));
    }
    return sum.build();
  }

  /**
   * Returns the labels of the groups.
   *
   * @return the labels in the order of their first appearance
   */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /**
   * Counts the hips.
   *
   * @return their number over all groups
   */
  public int hips() {
    return hips;
  }

  Map<EventInterval, Long> of(String group) {
    return groups.getOrDefault(group, Map.of());
  }

  @Override
  public String toString() {
    return "IntervalCounts{" + hips + " hips, " + groups.size() + " groups}";
  }

  /**
   * Adds up counts, by one thread.
   *
   * @see IntervalCounts
   */
  public static final class Builder {
    private final Map<String, Map<EventInterval, Long>> groups = new LinkedHashMap<>();
    private long total;

    private Builder() {}

    /**
     * Adds hips of one group with one interval.
     *
     * @param group the label of the group
     * @param interval when their event happened
     * @param hips how many, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if the number is negative, or the hips are more than
     *     2147483647 in all
     */
    public Builder add(String group, EventInterval interval, long hips) {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(interval, "interval");
      if (hips < 0 || hips > Integer.MAX_VALUE - total) {
        throw new IllegalArgumentException("count [hips] must lie in 0.."
            + (Integer.MAX_VALUE - total) + " beside the " + total + " before it, but was " + hips);
      }
      if (hips > 0) {
        total += hips;
        groups
            .computeIfAbsent(group, label -> new LinkedHashMap<>())
            .merge(interval, hips, Long::sum);
      }
      return this;
    }

    /**
     * Returns the counts.
     *
     * @return the counts so far
     * @throws IllegalArgumentException if there is no hip
     */
    public IntervalCounts build() {
      if (total < 1) {
        throw new IllegalArgumentException(
            "counts [hips] must lie in 1.." + Integer.MAX_VALUE + ", but were " + total);
      }
      Map<String, Map<EventInterval, Long>> copy = new LinkedHashMap<>();
      groups.forEach((group, counts) -> copy.put(group, new LinkedHashMap<>(counts)));
      return new IntervalCounts(copy, (int) total);
    }

    @Override
    public String toString() {
      return "IntervalCounts.Builder{" + total + " hips, " + groups.size() + " groups}";
    }
  }
}
