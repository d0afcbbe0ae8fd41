package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.CategoryColumn;
import io.github.avnfh.survival.internal.ClusterColumn;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.EventTableCounter;
import io.github.avnfh.survival.internal.HipPairs;
import io.github.avnfh.survival.internal.SurvivalColumns;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Time to event for many hips, as immutable columns: how long each was followed, and whether the
 * event ended it.
 *
 * <p>Times are whole days, which is how ties stay exact, or doubles in any unit. Doubles that
 * differ by rounding only count as one time, by the rule of R's {@code aeqSurv}: neighbors among
 * the sorted distinct times are tied if they differ by at most 1.49e-8, absolutely or as a
 * proportion of the mean time; {@link #mergedTimes()} says how many times were merged away. An
 * event and a censoring on the same day are taken in that order: the censored hip was still at
 * risk.
 *
 * <p>A hip may come under observation late ({@link FollowUpBuilder#entry(int[])}), count more than
 * once ({@link FollowUpBuilder#weights(double[])}), belong to a group and a stratum, and share its
 * patient with another hip ({@link FollowUpBuilder#clusters(List)}). It prints its counts only.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(new int[] {120, 730, 730}, new boolean[] {true, false, false})
 *     .groups(List.of("III", "I", "I"), List.of("I", "III"))
 *     .clusters(List.of("P01", "P01", "P02"))
 *     .build();
 * hips.size();     // 3
 * hips.events();   // 1
 * hips.clusters(); // OptionalInt[2]
 * }</pre>
 */
public final class FollowUp {
  private final SurvivalColumns columns;
  private final List<String> groups;
  private final List<String> strata;
  private final boolean wholeDays;
  private volatile @Nullable EventCounts counts;

  FollowUp(SurvivalColumns columns, List<String> groups, List<String> strata, boolean wholeDays) {
    this.columns = columns;
    this.groups = List.copyOf(groups);
    this.strata = List.copyOf(strata);
    this.wholeDays = wholeDays;
  }

  /**
   * Starts with times in whole days.
   *
   * @param days whole days from the start of observation, 0 or more; copied
   * @param events true where the event ended the time, false where it was censored; copied
   * @return a builder
   */
  public static FollowUpBuilder ofDays(int[] days, boolean[] events) {
    return new FollowUpBuilder(days, events);
  }

  /**
   * Starts with records of any kind, with times in whole days.
   *
   * <pre>{@code
   * record Row(String patient, String stage, int day, boolean replaced) {}
   * List<Row> rows = List.of(new Row("P01", "III", 120, true), new Row("P02", "I", 730, false));
   * FollowUp hips = FollowUp.ofDays(rows, Row::day, Row::replaced)
   *     .groups(rows, Row::stage)
   *     .clusters(rows, Row::patient)
   *     .build();
   * hips.events(); // 1
   * }</pre>
   *
   * @param <R> the type of a record
   * @param rows the records
   * @param day whole days of a record from the start of observation, 0 or more
   * @param event whether the event ended the time of a record
   * @return a builder
   */
  public static <R> FollowUpBuilder ofDays(
      List<R> rows, ToIntFunction<? super R> day, Predicate<? super R> event) {
    Objects.requireNonNull(day, "day");
    return ofDays(
        Objects.requireNonNull(rows, "rows").stream().mapToInt(day).toArray(),
        events(rows, Objects.requireNonNull(event, "event")));
  }

  /**
   * Starts with records of any kind, with times in any unit.
   *
   * @param <R> the type of a record
   * @param rows the records
   * @param time the time of a record from the start of observation, finite and 0 or more
   * @param event whether the event ended the time of a record
   * @return a builder
   */
  public static <R> FollowUpBuilder ofTimes(
      List<R> rows, ToDoubleFunction<? super R> time, Predicate<? super R> event) {
    Objects.requireNonNull(time, "time");
    return ofTimes(
        Objects.requireNonNull(rows, "rows").stream().mapToDouble(time).toArray(),
        events(rows, Objects.requireNonNull(event, "event")));
  }

  private static <R> boolean[] events(List<R> rows, Predicate<? super R> event) {
    boolean[] events = new boolean[rows.size()];
    int row = 0;
    for (R each : rows) {
      events[row++] = event.test(each);
    }
    return events;
  }

  /**
   * Follows hips that were counted by patient, in an order that depends on the counts alone: the
   * pairs of hips first, then the other hips.
   *
   * @param counts counts with pairs
   * @return a row for each hip, with its patient as cluster
   * @throws IllegalArgumentException if the counts have no pairs
   */
  public static FollowUp of(EventCounts counts) {
    HipPairs<PairCount.Hip> pairs = Objects.requireNonNull(counts, "counts")
        .hipPairs()
        .orElseThrow(() -> new IllegalArgumentException(
            "counts [hips] must have pairs to be followed by patient, but had none"));
    List<PairCount.Hip> hips = pairs.rows(counts.hips());
    boolean[] events = new boolean[hips.size()];
    for (int row = 0; row < events.length; row++) {
      events[row] = hips.get(row).cause() == 1;
    }
    List<String> labels = counts.groups();
    FollowUpBuilder rows = ofDays(hips.stream().mapToInt(PairCount.Hip::day).toArray(), events)
        .groups(hips.stream().mapToInt(hip -> labels.indexOf(hip.group())).toArray(), labels)
        .clusters(pairs.clusters(events.length));
    if (counts.strata().size() > 1) {
      rows.strata(hips.stream().map(PairCount.Hip::stratum).toList());
    }
    return rows.build();
  }

  /**
   * Starts with times in any unit.
   *
   * @param times times from the start of observation, finite and 0 or more; copied
   * @param events true where the event ended the time, false where it was censored; copied
   * @return a builder
   */
  public static FollowUpBuilder ofTimes(double[] times, boolean[] events) {
    return new FollowUpBuilder(times, events);
  }

  /**
   * Returns the number of rows, regardless of their weights.
   *
   * @return the number of hips
   */
  public int size() {
    return columns.rows();
  }

  /**
   * Counts the rows that ended with the event, regardless of their weights.
   *
   * @return the number of events
   */
  public int events() {
    int events = 0;
    for (int row = 0; row < columns.rows(); row++) {
      events += columns.event(row) ? 1 : 0;
    }
    return events;
  }

  /**
   * Returns the labels of the groups that have rows, in the declared order or that of their first
   * appearance.
   *
   * @return the labels; {@code all} alone where there are no groups
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the labels of the strata in the order of their first appearance.
   *
   * @return the labels; {@code all} alone where there are no strata
   */
  public List<String> strata() {
    return strata;
  }

  /**
   * Counts the clusters, such as patients.
   *
   * @return the number of clusters, or nothing where rows were not said to share one
   */
  public OptionalInt clusters() {
    return columns.isClustered() ? OptionalInt.of(columns.clusterCount()) : OptionalInt.empty();
  }

  /**
   * Returns this follow-up with every row taken as independent of the others, which two hips of one
   * patient are not.
   *
   * @return the same columns without clusters; the naive answer to compare with
   */
  public FollowUp ignoringClusters() {
    return columns.isClustered() ? with(columns.withClusters(ClusterColumn.none()), groups) : this;
  }

  /**
   * Tells whether rows count differently.
   *
   * @return true if weights were given
   */
  public boolean isWeighted() {
    return columns.isWeighted();
  }

  /**
   * Tells whether rows may have come under observation late.
   *
   * @return true if entries were given
   */
  public boolean hasDelayedEntry() {
    return columns.hasEntries();
  }

  /**
   * Tells whether the times are whole days.
   *
   * @return true if built from days
   */
  public boolean isInWholeDays() {
    return wholeDays;
  }

  /**
   * Tells how many distinct times the tie rule made one with a smaller one.
   *
   * @return the number of times merged away, 0 for whole days
   */
  public int mergedTimes() {
    return columns.grid().merged();
  }

  /**
   * Returns the last time of a row, as the tie rule left it.
   *
   * @param row a row from 0
   * @return the time, in the unit of the data
   * @throws IllegalArgumentException if there is no such row
   */
  public double time(int row) {
    return columns.grid().time(columns.exit(checked(row)));
  }

  /**
   * Returns the time from which a row was under observation.
   *
   * @param row a row from 0
   * @return the time, or nothing if it was observed from the start
   * @throws IllegalArgumentException if there is no such row
   */
  public OptionalDouble entry(int row) {
    int place = columns.entry(checked(row));
    return place == TimeGrid.FROM_THE_START
        ? OptionalDouble.empty()
        : OptionalDouble.of(columns.grid().time(place));
  }

  /**
   * Tells whether a row ended with the event.
   *
   * @param row a row from 0
   * @return true for the event, false for a censored row
   * @throws IllegalArgumentException if there is no such row
   */
  public boolean isEvent(int row) {
    return columns.event(checked(row));
  }

  /**
   * Returns how much a row counts.
   *
   * @param row a row from 0
   * @return its case weight, 1 without weights
   * @throws IllegalArgumentException if there is no such row
   */
  public double weight(int row) {
    return columns.weight(checked(row));
  }

  /**
   * Returns the group of a row.
   *
   * @param row a row from 0
   * @return the index of its label in {@link #groups()}
   * @throws IllegalArgumentException if there is no such row
   */
  public int group(int row) {
    return columns.group(checked(row));
  }

  /**
   * Returns the stratum of a row.
   *
   * @param row a row from 0
   * @return the index of its label in {@link #strata()}
   * @throws IllegalArgumentException if there is no such row
   */
  public int stratum(int row) {
    return columns.stratum(checked(row));
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return a number from 0 that tells nothing else; without clusters the row itself
   * @throws IllegalArgumentException if there is no such row
   */
  public int cluster(int row) {
    return columns.cluster(checked(row));
  }

  /**
   * Returns the rows of some of the groups.
   *
   * @param labels the labels of groups in their new order; those without rows are left out
   * @return the follow-up of these groups
   * @throws IllegalArgumentException if none of the groups has rows
   */
  public FollowUp only(List<String> labels) {
    List<String> kept = Labels.known(labels, groups);
    int[] rows = rows(row -> kept.contains(label(row)));
    return with(columns.only(rows, categories(rows, kept)), kept);
  }

  /**
   * Returns the rows still free of the event after a time, as for conditional survival.
   *
   * @param time a time in the unit of the data, 0 or more; a row that ended then is gone
   * @return these rows under delayed entry, whose survival at t is S(t) divided by S at the time
   * @throws IllegalArgumentException if the time is negative or not finite, or no row is left
   */
  public FollowUp after(double time) {
    int place = lastUpTo(columns.grid(), time + TimeGrid.slack(time));
    int[] rows = rows(row -> columns.exit(row) > place);
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "follow-up [rows] must be at least 1 after the time, but were 0 after " + time);
    }
    List<String> left = groups.stream()
        .filter(group -> Arrays.stream(rows).anyMatch(row -> label(row).equals(group)))
        .toList();
    return with(columns.only(rows, categories(rows, left)).enteringAfter(place), left);
  }

  private static int lastUpTo(TimeGrid grid, double time) {
    int low = -1;
    int high = grid.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (grid.time(middle) <= time) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] rows(IntPredicate chosen) {
    return IntStream.range(0, size()).filter(chosen).toArray();
  }

  private String label(int row) {
    return groups.get(columns.group(row));
  }

  private CategoryColumn categories(int[] rows, List<String> labels) {
    return CategoryColumn.of(
        Arrays.stream(rows).map(row -> labels.indexOf(label(row))).toArray());
  }

  private FollowUp with(SurvivalColumns some, List<String> labels) {
    return new FollowUp(some, labels, strata, wholeDays);
  }

  /**
   * Returns the same rows with events and censoring exchanged, so that Kaplan-Meier tells how long
   * hips were followed. At a time of both, censoring comes first, as in R with the status reversed.
   *
   * @return the follow-up of censoring
   */
  public FollowUp reversed() {
    return with(columns.reversed(), groups);
  }

  /**
   * Counts what happened at each time, by stratum and group.
   *
   * @return the counts, from which every test and every curve without clusters follows
   */
  public EventCounts counts() {
    EventCounts known = counts;
    if (known == null) {
      // two threads may both count; they count the same
      EventTable[] byCell =
          EventTableCounter.byStratumAndGroup(columns, groups.size(), strata.size());
      known = new EventCounts(byCell, groups, strata, kindOfCounts());
      counts = known;
    }
    return known;
  }

  /**
   * Counts the patients with two hips by the group, day and end of both, for counts by patient.
   *
   * @return the lines for {@link EventCounts#withPairs}
   * @throws IllegalArgumentException if patients are not known or one has more than two hips, times
   *     are not whole days, rows have weights, or entry is delayed
   */
  public List<PairCount> pairs() {
    if (!wholeDays || columns.isWeighted() || columns.hasEntries() || clusters().isEmpty()) {
      throw new IllegalArgumentException("follow-up [rows] must be in whole days, without weights,"
          + " observed from the start and with patients as clusters to be counted in pairs, but was"
          + " otherwise");
    }
    int[] patients = IntStream.range(0, size()).map(columns::cluster).toArray();
    return HipPairs.ofRows(
            patients,
            row -> PairCount.Hip.of(label(row), (int) time(row), isEvent(row))
                .inStratum(strata.get(columns.stratum(row))))
        .lines(PairCount::of);
  }

  private EventCounts.Kind kindOfCounts() {
    if (!wholeDays) {
      return EventCounts.Kind.TIMES;
    }
    return columns.isWeighted() ? EventCounts.Kind.WEIGHTED : EventCounts.Kind.WHOLE;
  }

  private int checked(int row) {
    return ColumnChecks.index("row", row, columns.rows());
  }

  /** The event table of each group, over all strata. */
  EventTable[] tables() {
    return strata.size() == 1
        ? counts().tables()
        : EventTableCounter.byGroup(columns, groups.size());
  }

  SurvivalColumns columns() {
    return columns;
  }

  @Override
  public String toString() {
    return "FollowUp{" + size() + " rows, " + events() + " events, " + groups.size() + " groups"
        + (columns.isClustered() ? ", " + columns.clusterCount() + " clusters" : "") + "}";
  }
}
