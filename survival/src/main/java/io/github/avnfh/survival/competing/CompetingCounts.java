package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.internal.HipPairs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many hips of each stratum and group left on each day, by cause: all that a cumulative
 * incidence and Gray's test without clusters need to know. It holds no rows, so that one
 * {@code GROUP BY} over stratum, group, day and cause is a valid input, and counts of several
 * registries are merged by addition, exactly.
 *
 * <pre>{@code
 * CompetingCounts here = CompetingCounts.ofCauses(List.of("replaced", "died"))
 *     .add("III", 300, 1, 2)
 *     .add("III", 400, 2, 1)
 *     .add("III", 730, 0, 7)
 *     .build();
 * CompetingCounts both = here.merge(here);
 * both.hips(); // 20
 * IncidenceCurve curve = CumulativeIncidence.withDefaults().estimate(both).get(0);
 * curve.at(730).orElseThrow().event().proportion(); // 0.2
 * CompetingCounts byPatient = here.withPairs(List.of(
 *     PairCount.of(PairCount.Hip.of("III", 300, 1), PairCount.Hip.of("III", 400, 2), 1)));
 * CumulativeIncidence.withDefaults().estimate(byPatient).get(0).clusters(); // OptionalInt[9]
 * CompetingCounts centers = CompetingCounts.ofCauses(here.causes())
 *     .add("north", "III", 300, 1, 2)
 *     .add("south", "III", 400, 2, 1)
 *     .build();
 * centers.strata(); // [north, south]
 * }</pre>
 *
 * @see CumulativeIncidence
 */
public final class CompetingCounts {
  private static final String ALL = "all";

  private final List<String> causes;
  private final int event;
  private final List<String> groups;
  // by stratum, group and day the censored, then those of each cause
  private final Map<String, Map<String, SortedMap<Integer, long[]>>> strata;
  private final long hips;
  private final Optional<HipPairs<PairCount.Hip>> pairs;

  private CompetingCounts(
      List<String> causes,
      int event,
      List<String> groups,
      Map<String, Map<String, SortedMap<Integer, long[]>>> strata,
      long hips,
      Optional<HipPairs<PairCount.Hip>> pairs) {
    this.causes = causes;
    this.event = event;
    this.groups = groups;
    this.strata = strata;
    this.hips = hips;
    this.pairs = pairs;
  }

  /**
   * Starts with no hips.
   *
   * @param causes labels, the event of interest first, then those that compete
   * @return a builder
   * @throws IllegalArgumentException if a label comes twice, or there is none
   */
  public static Builder ofCauses(List<String> causes) {
    CompetingFollowUp.checkCauses(causes);
    return new Builder(List.copyOf(causes));
  }

  /**
   * Adds the counts of other hips, such as those of another registry.
   *
   * @param other counts by the same causes
   * @return the counts of both; the groups and strata of these counts come first
   * @throws IllegalArgumentException if the causes are others or in another order, or the hips are
   *     more than 2147483647
   */
  public CompetingCounts merge(CompetingCounts other) {
    Objects.requireNonNull(other, "other");
    if (!causes.equals(other.causes)) {
      throw new IllegalArgumentException("causes [labels] must be the same " + causes.size()
          + " in the same order to be merged, but were others");
    }
    Builder sum = new Builder(causes);
    sum.addAll(this);
    sum.addAll(other);
    if (pairs.isPresent() != other.pairs.isPresent()) {
      throw new IllegalArgumentException(
          "pairs of hips [counts] must be known of both or of neither"
              + " to be merged, but were known of one");
    }
    CompetingCounts both = sum.build();
    return new CompetingCounts(
        causes,
        event,
        both.groups,
        both.strata,
        both.hips,
        pairs.map(own -> own.merge(other.pairs.orElseThrow())));
  }

  /**
   * Adds which hips have the same patient: incidences are then by patient, as of rows with
   * clusters.
   *
   * <p>Both hips of a patient belong to the same part where parts are merged.
   *
   * @param lines the patients with two hips, whose hips these counts hold, in any order; none where
   *     no patient has two; strata are told apart where these counts have more than one
   * @return the same counts with their pairs
   * @throws IllegalArgumentException if pairs have hips that were not counted, or there is no such
   *     cause
   */
  public CompetingCounts withPairs(List<PairCount> lines) {
    for (PairCount line : Objects.requireNonNull(lines, "lines")) {
      Objects.requireNonNull(line, "line");
      checkCause(line.first().cause(), causes);
      checkCause(line.second().cause(), causes);
    }
    HipPairs<PairCount.Hip> known = HipPairs.of(
        lines, line -> known(line.first()), line -> known(line.second()), PairCount::patients);
    known.alone(counted());
    return new CompetingCounts(causes, event, groups, strata, hips, Optional.of(known));
  }

  /** A hip as it is counted: in its stratum, or in the only one. */
  private PairCount.Hip known(PairCount.Hip hip) {
    return strata.size() > 1 ? hip : hip.inStratum(strata().get(0));
  }

  /**
   * Writes the pairs as lines, which {@link #withPairs} reads on another machine.
   *
   * @return the lines in the order of labels, days and causes, or nothing where pairs are not known
   */
  public Optional<List<PairCount>> pairs() {
    return pairs.map(known -> known.lines(PairCount::of));
  }

  /**
   * Tells whether it is known which hips have the same patient.
   *
   * @return true after {@link #withPairs}
   */
  public boolean hasPairs() {
    return pairs.isPresent();
  }

  Optional<HipPairs<PairCount.Hip>> hipPairs() {
    return pairs;
  }

  /** Takes a line of counts. */
  private interface Visitor {
    void take(String stratum, String group, int day, long[] counts);
  }

  private void forEach(Visitor visitor) {
    strata.forEach((stratum, byGroup) -> byGroup.forEach(
        (group, days) -> days.forEach((day, counts) -> visitor.take(stratum, group, day, counts))));
  }

  /** How many hips left on which day and by which cause, by stratum and group. */
  Map<PairCount.Hip, Long> counted() {
    Map<PairCount.Hip, Long> counted = new HashMap<>();
    forEach((stratum, group, day, counts) -> {
      for (int cause = 0; cause < counts.length; cause++) {
        counted.put(PairCount.Hip.of(group, day, cause).inStratum(stratum), counts[cause]);
      }
    });
    return counted;
  }

  /**
   * Returns the events that may end a time.
   *
   * @return their labels in the order in which they were given
   */
  public List<String> causes() {
    return causes;
  }

  /**
   * Returns the event of interest.
   *
   * @return its label
   */
  public String event() {
    return causes.get(event - 1);
  }

  /**
   * Returns the same counts with another event of interest.
   *
   * @param cause one of the causes
   * @return the counts of that event and of those that compete with it
   * @throws IllegalArgumentException if there is no such cause
   */
  public CompetingCounts withEvent(String cause) {
    return new CompetingCounts(
        causes, CompetingFollowUp.number(cause, causes), groups, strata, hips, pairs);
  }

  /**
   * Returns the labels of the groups.
   *
   * @return the labels in the order of their first appearance
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the labels of the strata, within which Gray's test compares; incidences are estimated
   * regardless of them.
   *
   * @return the labels in the order of their first appearance, {@code all} alone without strata
   */
  public List<String> strata() {
    return List.copyOf(strata.keySet());
  }

  /**
   * Counts the hips.
   *
   * @return their number over all groups
   */
  public int hips() {
    return (int) hips;
  }

  /**
   * Counts the hips of a group that left on a day for one cause, over all strata.
   *
   * @param group the label of the group
   * @param day whole days from the start of observation
   * @param cause the number of the cause, from 1 in the order of the causes, or 0 for the censored
   * @return the number of hips, 0 for a group or a day without any
   * @throws IllegalArgumentException if there is no such cause
   */
  public long count(String group, int day, int cause) {
    Objects.requireNonNull(group, "group");
    checkCause(cause, causes);
    return daysOf(group).getOrDefault(day, new long[causes.size() + 1])[cause];
  }

  private SortedMap<Integer, long[]> daysOf(String group) {
    SortedMap<Integer, long[]> sum = new TreeMap<>();
    forEach((stratum, label, day, counts) -> {
      if (label.equals(group)) {
        long[] to = sum.computeIfAbsent(day, key -> new long[counts.length]);
        Arrays.setAll(to, cause -> to[cause] + counts[cause]);
      }
    });
    return sum;
  }

  private static void checkCause(int cause, List<String> causes) {
    if (cause < 0 || cause > causes.size()) {
      throw new IllegalArgumentException(
          "cause [number] must lie in 0.." + causes.size() + ", but was " + cause);
    }
  }

  GroupRows rowsOf(String group) {
    return GroupRows.of(daysOf(group), event);
  }

  @Override
  public String toString() {
    return "CompetingCounts{" + hips + " hips, " + causes.size() + " causes, " + groups.size()
        + " groups, " + strata.size() + " strata}";
  }

  /**
   * Adds up counts, by one thread.
   *
   * @see CompetingCounts
   */
  public static final class Builder {
    private final List<String> causes;
    private final Set<String> groups = new LinkedHashSet<>();
    private final Map<String, Map<String, SortedMap<Integer, long[]>>> strata =
        new LinkedHashMap<>();

    private long total;

    private Builder(List<String> causes) {
      this.causes = causes;
    }

    /**
     * Adds hips of one group that left on one day for one cause.
     *
     * @param group the label of the group
     * @param day whole days from the start of observation, 0 or more
     * @param cause the number of the cause, from 1 in the order of the causes, or 0 for the
     *     censored
     * @param hips how many, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if the day or the number of hips is negative, there is no
     *     such cause, or the hips are more than 2147483647 in all
     */
    public Builder add(String group, int day, int cause, long hips) {
      return add(ALL, group, day, cause, hips);
    }

    /**
     * Adds hips of one stratum and group that left on one day for one cause.
     *
     * @param stratum the label of the stratum, such as a center
     * @param group the label of the group
     * @param day whole days from the start of observation, 0 or more
     * @param cause the number of the cause, from 1 in the order of the causes, or 0 for the
     *     censored
     * @param hips how many, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if the day or the number of hips is negative, there is no
     *     such cause, or the hips are more than 2147483647 in all
     */
    public Builder add(String stratum, String group, int day, int cause, long hips) {
      Objects.requireNonNull(stratum, "stratum");
      Objects.requireNonNull(group, "group");
      checkCause(cause, causes);
      if (day < 0) {
        throw new IllegalArgumentException("time [days] must be 0 or more, but was " + day);
      }
      if (hips < 0 || hips > Integer.MAX_VALUE - total) {
        throw new IllegalArgumentException("count [hips] must lie in 0.."
            + (Integer.MAX_VALUE - total) + " beside the " + total + " before it, but was " + hips);
      }
      total += hips;
      if (hips > 0) {
        groups.add(group);
        long[] counts = strata
            .computeIfAbsent(stratum, label -> new LinkedHashMap<>())
            .computeIfAbsent(group, label -> new TreeMap<>())
            .computeIfAbsent(day, key -> new long[causes.size() + 1]);
        counts[cause] += hips;
      }
      return this;
    }

    /** Fixes the order of groups, each of which must have hips. */
    Builder inOrder(List<String> labels) {
      groups.addAll(labels);
      return this;
    }

    private void addAll(CompetingCounts other) {
      groups.addAll(other.groups);
      other.forEach((stratum, group, day, counts) -> {
        for (int cause = 0; cause < counts.length; cause++) {
          add(stratum, group, day, cause, counts[cause]);
        }
      });
    }

    /**
     * Returns the counts.
     *
     * @return the counts so far
     * @throws IllegalArgumentException if there is no hip
     */
    public CompetingCounts build() {
      if (total < 1) {
        throw new IllegalArgumentException(
            "counts [hips] must lie in 1.." + Integer.MAX_VALUE + ", but were " + total);
      }
      Map<String, Map<String, SortedMap<Integer, long[]>>> copy = new LinkedHashMap<>();
      strata.forEach((stratum, byGroup) -> {
        Map<String, SortedMap<Integer, long[]>> own = new LinkedHashMap<>();
        byGroup.forEach((group, days) -> {
          SortedMap<Integer, long[]> lines = new TreeMap<>();
          days.forEach((day, counts) -> lines.put(day, counts.clone()));
          own.put(group, lines);
        });
        copy.put(stratum, own);
      });
      return new CompetingCounts(causes, 1, List.copyOf(groups), copy, total, Optional.empty());
    }

    @Override
    public String toString() {
      return "CompetingCounts.Builder{" + causes.size() + " causes, " + groups.size() + " groups, "
          + strata.size() + " strata}";
    }
  }
}
