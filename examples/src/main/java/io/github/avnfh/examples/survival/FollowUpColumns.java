package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUpBuilder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read so far.
 *
 * <p>As long as every time is a whole day, and entries, weights and clusters do not matter, hips
 * are only counted, so that memory does not grow with the file. Otherwise there is a row for each.
 */
final class FollowUpColumns {
  private final ColumnOptions columns;
  private final DayCounts counts = new DayCounts();
  private final NumberColumn times = new NumberColumn();
  private final NumberColumn lines = new NumberColumn();
  private final BitSet events = new BitSet();
  // only where events compete
  private final NumberColumn causes = new NumberColumn();
  private final NumberColumn entries = new NumberColumn();
  private final NumberColumn weights = new NumberColumn();
  private final LabelColumn groups = new LabelColumn();
  private final LabelColumn strata = new LabelColumn();
  private final LabelColumn clusters = new LabelColumn();
  private boolean counting;
  private int rows;

  /** Hips are only counted where each is like any other of its group and day. */
  FollowUpColumns(ColumnOptions columns, boolean areAlike) {
    this.columns = columns;
    this.counting = areAlike
        && !columns.hasCompeting()
        && columns.entry().isEmpty()
        && columns.weight().isEmpty()
        && columns.cluster().isEmpty();
  }

  int rows() {
    return rows;
  }

  LabelColumn groups() {
    return groups;
  }

  LabelColumn strata() {
    return strata;
  }

  LabelColumn clusters() {
    return clusters;
  }

  void add(HipCells hip, long line) {
    if (columns.entry().isPresent() || columns.weight().isPresent()) {
      lines.add((double) line);
    }
    if (counting && !isCounted(hip)) {
      counting = false;
      rows = 0;
      counts.forEachHip(this::addRow);
    }
    if (counting) {
      rows++;
    } else {
      addRow(hip);
    }
  }

  private boolean isCounted(HipCells hip) {
    return hip.isOnWholeDay() && counts.add(hip.stratum, hip.group, (int) hip.time, hip.isEvent());
  }

  private void addRow(int stratum, int group, int day, boolean event) {
    HipCells hip = new HipCells();
    hip.time = day;
    hip.cause = event ? 1 : 0;
    hip.group = group;
    hip.stratum = stratum;
    addRow(hip);
  }

  private void addRow(HipCells hip) {
    times.add(hip.time);
    events.set(rows++, hip.isEvent());
    if (columns.hasCompeting()) {
      causes.add(hip.cause);
    }
    if (columns.entry().isPresent()) {
      entries.add(hip.entry);
    }
    if (columns.weight().isPresent()) {
      weights.add(hip.weight);
    }
    if (columns.group().isPresent()) {
      groups.add(hip.group);
    }
    if (columns.strata().isPresent()) {
      strata.add(hip.stratum);
    }
    if (columns.cluster().isPresent()) {
      clusters.add(hip.cluster);
    }
  }

  /**
   * Reports the rows that only all rows together tell to be wrong, and takes them out: those whose
   * entry and time are one by the tie rule, and those with which the weights grow beyond any sum.
   */
  BitSet refuseRows(String file, Problems problems) {
    BitSet refused = new BitSet();
    if (rows > 0) {
      columns.weight().ifPresent(weight -> refuseWeights(file, weight, refused, problems));
      remove(refused);
    }
    BitSet ending = new BitSet();
    if (rows > 0) {
      columns.entry().ifPresent(entry -> refuseEntries(file, entry, ending, problems));
      remove(ending);
    }
    return among(refused, ending);
  }

  private void refuseWeights(String file, String column, BitSet refused, Problems problems) {
    double[] weight = weights.column();
    double[] at = lines.column();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      if (sum + weight[row] <= Double.MAX_VALUE) {
        sum += weight[row];
      } else {
        refused.set(row);
        problems.add(Problem.of(
            file,
            (long) at[row],
            column,
            "weight [rows] must leave the sum of all weights finite, but was " + weight[row]
                + " after a sum of " + sum));
      }
    }
  }

  private void refuseEntries(String file, String column, BitSet refused, Problems problems) {
    double[] ends = times.column();
    double[] starts = entries.column();
    double[] at = lines.column();
    for (int row : spells().rowsEndingAtEntry()) {
      refused.set(row);
      problems.add(Problem.of(
          file,
          (long) at[row],
          column,
          "entry [unit of the table] must lie before the time by more than rounding, but was "
              + starts[row] + " before " + ends[row]));
    }
  }

  /** The rows of a first set, and those of a second that was numbered without them. */
  private static BitSet among(BitSet first, BitSet second) {
    BitSet all = (BitSet) first.clone();
    int row = 0;
    for (int next = 0; next < second.length(); row++) {
      if (!first.get(row)) {
        all.set(row, second.get(next));
        next++;
      }
    }
    return all;
  }

  private void remove(BitSet refused) {
    BitSet kept = new BitSet();
    int next = 0;
    for (int row = 0; row < rows; row++) {
      if (!refused.get(row)) {
        kept.set(next++, events.get(row));
      }
    }
    rows = next;
    events.clear();
    events.or(kept);
    Stream.of(times, causes, entries, weights, lines).forEach(column -> column.remove(refused));
    Stream.of(groups, strata, clusters).forEach(column -> column.remove(refused));
  }

  FollowUpEstimates followed() {
    return counting ? FollowUpEstimates.of(counted()) : FollowUpEstimates.of(followUp());
  }

  private EventCounts counted() {
    if (columns.group().isEmpty()) {
      groups.number("all");
    }
    if (columns.strata().isEmpty()) {
      strata.number("all");
    }
    return EventCounts.of(counts.lines(groups, strata));
  }

  /** The times, events and entries; whole numbers are taken as days, which keeps ties exact. */
  private FollowUpBuilder spells() {
    boolean whole = times.areWhole() && entries.areWhole();
    boolean[] happened = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      happened[row] = events.get(row);
    }
    FollowUpBuilder followUp = whole
        ? FollowUp.ofDays(times.wholes(), happened)
        : FollowUp.ofTimes(times.column(), happened);
    if (columns.entry().isPresent()) {
      followUp = whole ? followUp.entry(entries.wholes()) : followUp.entry(entries.column());
    }
    return followUp;
  }

  FollowUp followUp() {
    FollowUpBuilder followUp = spells();
    if (columns.weight().isPresent()) {
      followUp = followUp.weights(weights.column());
    }
    if (columns.group().isPresent()) {
      followUp = followUp.groups(ordered(groups), groups.order());
    }
    if (columns.strata().isPresent()) {
      followUp = followUp.strata(strata.texts());
    }
    return columns.cluster().isPresent()
        ? followUp.clusters(clusters.column()).build()
        : followUp.build();
  }

  /** The rows with what ended each of them. */
  CompetingFollowUp competing() {
    boolean whole = times.areWhole() && entries.areWhole();
    List<String> labels = columns.codes().causes();
    CompetingFollowUpBuilder followUp = whole
        ? CompetingFollowUp.ofDays(times.wholes(), causes.wholes(), labels)
        : CompetingFollowUp.ofTimes(times.column(), causes.wholes(), labels);
    if (columns.entry().isPresent()) {
      followUp = whole ? followUp.entry(entries.wholes()) : followUp.entry(entries.column());
    }
    if (columns.weight().isPresent()) {
      followUp = followUp.weights(weights.column());
    }
    if (columns.group().isPresent()) {
      followUp = followUp.groups(ordered(groups), groups.order());
    }
    if (columns.strata().isPresent()) {
      followUp = followUp.strata(strata.texts());
    }
    return columns.cluster().isPresent()
        ? followUp.clusters(clusters.column()).build()
        : followUp.build();
  }

  /** The column renumbered from the order of first appearance to the order of the groups. */
  private static int[] ordered(LabelColumn names) {
    int[] places = names.labels().stream().mapToInt(names.order()::indexOf).toArray();
    int[] column = names.column();
    Arrays.setAll(column, row -> places[column[row]]);
    return column;
  }
}
