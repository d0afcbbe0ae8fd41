package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterColumn;
import io.github.avnfh.survival.internal.SurvivalColumns;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Builds {@link FollowUp} from columns, which it copies.
 *
 * <p>Every refusal is an {@link IllegalArgumentException} that names the column, what is allowed,
 * and the row with its value; rows count from 1.
 *
 * <pre>{@code
 * FollowUpBuilder builder = FollowUp.ofDays(new int[] {400, 730}, new boolean[] {true, false});
 * FollowUp hips = builder.entry(new int[] {30, 0}).strata(List.of("steroid", "alcohol")).build();
 * hips.hasDelayedEntry(); // true
 * hips.strata();          // [steroid, alcohol]
 * }</pre>
 */
public final class FollowUpBuilder {
  private final int rows;
  private final boolean wholeDays;
  private boolean[] events = new boolean[0];
  private int[] days = new int[0];
  private double[] times = new double[0];
  private int[] entryDays = new int[0];
  private double[] entryTimes = new double[0];
  private double[] weights = new double[0];
  private Labels groups = Labels.none();
  private Labels strata = Labels.none();
  private ClusterColumn clusters = ClusterColumn.none();
  private boolean tieRule = true;

  FollowUpBuilder(int[] days, boolean[] events) {
    this.rows = ColumnChecks.rows(days.length, events.length);
    this.wholeDays = true;
    this.days = ColumnChecks.days("time", days.clone());
    this.events = events.clone();
  }

  FollowUpBuilder(double[] times, boolean[] events) {
    this.rows = ColumnChecks.rows(times.length, events.length);
    this.wholeDays = false;
    this.times = ColumnChecks.times("time", times);
    this.events = events.clone();
  }

  /**
   * Sets the days from which the rows were under observation; a row is at risk at times after its
   * entry, up to and including its last.
   *
   * @param column whole days, each before the row's last day; 0 for a row observed from the start
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, a day is negative, or one does not lie
   *     before the row's last time
   */
  public FollowUpBuilder entry(int[] column) {
    ColumnChecks.length("entry", column.length, rows);
    ColumnChecks.days("entry", column);
    if (!wholeDays) {
      return entry(asTimes(column));
    }
    for (int row = 0; row < rows; row++) {
      ColumnChecks.before(row, column[row], days[row]);
    }
    entryDays = column.clone();
    return this;
  }

  /**
   * Sets the times from which the rows were under observation; a row is at risk at times after its
   * entry, up to and including its last.
   *
   * @param column times in the unit of the last times, each before the row's last time; 0 for a row
   *     observed from the start
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, a time is negative or not finite, one
   *     does not lie before the row's last time, or the last times are whole days
   */
  public FollowUpBuilder entry(double[] column) {
    ColumnChecks.length("entry", column.length, rows);
    if (wholeDays) {
      throw new IllegalArgumentException(
          "entry [days] must be whole days like the times, but was a column of doubles");
    }
    double[] checked = ColumnChecks.times("entry", column);
    for (int row = 0; row < rows; row++) {
      ColumnChecks.before(row, checked[row], times[row]);
    }
    entryTimes = checked;
    return this;
  }

  /**
   * Sets case weights: a row of weight 2 counts as two rows.
   *
   * @param column finite weights above 0
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ or a weight is not finite and above 0
   */
  public FollowUpBuilder weights(double[] column) {
    ColumnChecks.length("weight", column.length, rows);
    weights = ColumnChecks.weights(column.clone());
    return this;
  }

  /**
   * Sets the group of each row; the groups keep the order of their first appearance.
   *
   * @param column a label for each row
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public FollowUpBuilder groups(List<String> column) {
    ColumnChecks.length("group", column.size(), rows);
    groups = Labels.inOrderOfAppearance(column);
    return this;
  }

  /**
   * Sets the group of each row from the record behind it; the groups keep the order of their first
   * appearance.
   *
   * @param <R> the type of a record
   * @param records a record for each row
   * @param group the label of a record
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public <R> FollowUpBuilder groups(List<R> records, Function<? super R, String> group) {
    Objects.requireNonNull(group, "group");
    return groups(
        Objects.requireNonNull(records, "records").stream().<String>map(group).toList());
  }

  /**
   * Sets the group of each row and the order of the groups; a declared group without rows is left
   * out.
   *
   * @param column a label for each row
   * @param order all labels, in their order
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, or a row's label was not declared
   */
  public FollowUpBuilder groups(List<String> column, List<String> order) {
    ColumnChecks.length("group", column.size(), rows);
    groups = Labels.inDeclaredOrder(column, order);
    return this;
  }

  /**
   * Sets the group of each row by its number in a list of labels; a label without rows is left out.
   *
   * @param column for each row the index of its label, from 0
   * @param labels the labels, in their order
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, or an index has no label
   */
  public FollowUpBuilder groups(int[] column, List<String> labels) {
    ColumnChecks.length("group", column.length, rows);
    groups = Labels.byIndex(column, labels);
    return this;
  }

  /**
   * Sets the stratum of each row, within which tests compare.
   *
   * @param column a label for each row
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public FollowUpBuilder strata(List<String> column) {
    ColumnChecks.length("stratum", column.size(), rows);
    strata = Labels.inOrderOfAppearance(column);
    return this;
  }

  /**
   * Sets the cluster of each row, such as the patient in whom the hip lies; rows with equal
   * clusters are not independent.
   *
   * @param column for each row anything that identifies its cluster by {@code equals}
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public FollowUpBuilder clusters(List<?> column) {
    ColumnChecks.length("cluster", column.size(), rows);
    clusters = Labels.clusters(column);
    return this;
  }

  /**
   * Sets the cluster of each row from the record behind it.
   *
   * @param <R> the type of a record
   * @param records a record for each row
   * @param cluster what identifies the cluster of a record by {@code equals}
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public <R> FollowUpBuilder clusters(List<R> records, Function<? super R, ?> cluster) {
    Objects.requireNonNull(cluster, "cluster");
    return clusters(
        Objects.requireNonNull(records, "records").stream().map(cluster).toList());
  }

  /**
   * Sets the cluster of each row by a number.
   *
   * @param column for each row any number that identifies its cluster
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public FollowUpBuilder clusters(int[] column) {
    ColumnChecks.length("cluster", column.length, rows);
    clusters = ClusterColumn.ranked(column);
    return this;
  }

  /**
   * Takes times that are doubles as they are: 0.1 + 0.2 and 0.3 are then two times.
   *
   * @return this builder
   */
  public FollowUpBuilder withoutTieRule() {
    tieRule = false;
    return this;
  }

  /**
   * Returns the follow-up.
   *
   * @return immutable columns
   * @throws IllegalArgumentException if a row's entry and last time are equal by the tie rule
   */
  public FollowUp build() {
    SurvivalColumns columns = (wholeDays ? ofDays() : ofTimes(times, entryTimes, tieRule))
        .withWeights(weights)
        .withCategories(groups.numbers(), strata.numbers())
        .withClusters(clusters);
    return new FollowUp(columns, groups.names(), strata.names(), wholeDays);
  }

  /**
   * Returns the rows that {@link #build} refuses: by the tie rule their entry and last time are
   * equal.
   *
   * @return their indexes in order, from 0
   */
  public int[] rowsEndingAtEntry() {
    if (wholeDays || entryTimes.length == 0) {
      return new int[0];
    }
    int[] places = new int[2 * rows];
    grid(times, entryTimes, tieRule, places);
    return IntStream.range(0, rows)
        .filter(row -> places[rows + row] >= places[row])
        .toArray();
  }

  private SurvivalColumns ofDays() {
    if (!TimeGrid.holdsEveryDayOf(days)) {
      return ofTimes(asTimes(days), asTimes(entryDays), false);
    }
    int[] entries = entryDays.clone();
    for (int row = 0; row < entries.length; row++) {
      entries[row] = entries[row] > 0 ? entries[row] : TimeGrid.FROM_THE_START;
    }
    return SurvivalColumns.of(TimeGrid.ofEveryDay(days), days, events).withEntries(entries);
  }

  private static double[] asTimes(int[] column) {
    return Arrays.stream(column).asDoubleStream().toArray();
  }

  /** Fills the places of last times and, behind them, of entries, and returns their grid. */
  private static TimeGrid grid(double[] ends, double[] starts, boolean tie, int[] places) {
    double[] all = Arrays.copyOf(ends, ends.length + starts.length);
    System.arraycopy(starts, 0, all, ends.length, starts.length);
    return TimeGrid.ofTimes(all, tie, places);
  }

  private SurvivalColumns ofTimes(double[] ends, double[] starts, boolean tie) {
    int[] places = new int[ends.length + starts.length];
    TimeGrid grid = grid(ends, starts, tie, places);
    int[] exits = Arrays.copyOf(places, rows);
    int[] entries = Arrays.copyOfRange(places, rows, places.length);
    for (int row = 0; row < entries.length; row++) {
      if (entries[row] >= exits[row]) {
        throw new IllegalArgumentException(
            "entry [unit of the times] must lie before the time by more than rounding, but was "
                + starts[row] + " before " + ends[row] + " in row " + (row + 1));
      }
      entries[row] = starts[row] > 0 ? entries[row] : TimeGrid.FROM_THE_START;
    }
    return SurvivalColumns.of(grid, exits, events).withEntries(entries);
  }
}
