package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.DayCounts;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.HipPairs;
import io.github.avnfh.survival.internal.RiskSetCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many had the event and how many were at risk, by stratum, group and time: all that a test, or
 * a curve without clusters, needs to know. With {@link PairCount counts of pairs} they hold all
 * that curves and tests by patient need.
 *
 * <p>It holds no rows. It comes from {@link FollowUp#counts()}, or from lines of counts, so that
 * one {@code GROUP BY} of any database is a valid input:
 *
 * <pre>{@code
 * EventCounts here = Stream.of(DayCount.of("I", 300, 1, 0), DayCount.of("I", 730, 0, 9))
 *     .collect(EventCounts.collector());
 * EventCounts elsewhere = EventCounts.of(List.of(DayCount.of("I", 400, 1, 9)));
 * KaplanMeierEstimate all = KaplanMeier.withDefaults().estimate(here.merge(elsewhere));
 * double lasting = all.curve("I").at(730).estimate().orElseThrow().survival();
 * Digits.halfUp(2).print(lasting); // 0.90
 * }</pre>
 *
 * <p>Whole numbers add up exactly. However the hips are split into parts, and in any order in which
 * the parts are merged, curves and tests come out the same to the last bit.
 */
public final class EventCounts {
  /** How the counts came about, which decides what may be done with them. */
  enum Kind {
    /** Hips by whole days. */
    WHOLE,
    /** Sums of case weights by whole days. */
    WEIGHTED,
    /** Times that are doubles, tied by a rule that depends on all of them. */
    TIMES
  }

  private final EventTable[] tables;
  private final List<String> groups;
  private final List<String> strata;
  private final Kind kind;
  private final Optional<HipPairs<PairCount.Hip>> pairs;

  EventCounts(EventTable[] tables, List<String> groups, List<String> strata, Kind kind) {
    this(tables, groups, strata, kind, Optional.empty());
  }

  private EventCounts(
      EventTable[] tables,
      List<String> groups,
      List<String> strata,
      Kind kind,
      Optional<HipPairs<PairCount.Hip>> pairs) {
    this.tables = tables;
    this.groups = groups;
    this.strata = strata;
    this.kind = kind;
    this.pairs = pairs;
  }

  /**
   * Adds up lines of counts.
   *
   * @param lines the lines in any order, at least one hip in all
   * @return the counts; groups and strata keep the order of their first appearance
   * @throws IllegalArgumentException if there is no hip, there are more than 2147483647, or more
   *     hips entered than left afterwards
   */
  public static EventCounts of(List<DayCount> lines) {
    return lines.stream().collect(collector());
  }

  /**
   * Returns a collector of lines, for streams and parallel streams.
   *
   * @return a collector that refuses what {@link #of(List)} refuses
   */
  public static Collector<DayCount, ?, EventCounts> collector() {
    return Collector.of(
        Accumulator::new, Accumulator::add, Accumulator::addAll, Accumulator::counts);
  }

  /**
   * Adds the counts of other hips, such as those of another machine.
   *
   * <p>Sums of case weights add up but for rounding; numbers of hips add up exactly.
   *
   * @param other counts by whole days
   * @return the counts of both; the groups and strata of these counts come first
   * @throws IllegalArgumentException if times of either are not whole days, because the tie rule of
   *     doubles depends on all times together, or the hips are more than 2147483647
   */
  public EventCounts merge(EventCounts other) {
    requireDays();
    other.requireDays();
    ColumnChecks.total((long) rows() + other.rows());
    List<String> allGroups = union(groups, other.groups);
    List<String> allStrata = union(strata, other.strata);
    EventTable[] merged = new EventTable[allGroups.size() * allStrata.size()];
    Arrays.setAll(merged, cell -> {
      String stratum = allStrata.get(cell / allGroups.size());
      String group = allGroups.get(cell % allGroups.size());
      List<EventTable> parts = new ArrayList<>(tables(stratum, group));
      parts.addAll(other.tables(stratum, group));
      return EventTable.merged(parts);
    });
    if (pairs.isPresent() != other.pairs.isPresent()) {
      throw new IllegalArgumentException(
          "pairs of hips [counts] must be known of both or of neither"
              + " to be merged, but were known of one");
    }
    return new EventCounts(
        merged,
        allGroups,
        allStrata,
        kind == Kind.WHOLE ? other.kind : Kind.WEIGHTED,
        pairs.map(own -> own.merge(other.pairs.orElseThrow())));
  }

  /**
   * Adds which hips have the same patient: curves and tests are then by patient, as of rows with
   * clusters.
   *
   * <p>Both hips of a patient belong to the same part where parts are merged.
   *
   * @param lines the patients with two hips, whose hips these counts hold, in any order; none where
   *     no patient has two
   * @return the same counts with their pairs
   * @throws IllegalArgumentException if the counts are not of hips by whole days observed from the
   *     start, pairs have hips that were not counted, or a cause is neither 0 nor 1
   */
  public EventCounts withPairs(List<PairCount> lines) {
    requireDays();
    if (kind == Kind.WEIGHTED
        || Arrays.stream(tables).anyMatch(table -> table.entryTimes().length > 0)) {
      throw new IllegalArgumentException("counts [hips] must be whole numbers observed from the"
          + " start to have pairs, but were otherwise");
    }
    Objects.requireNonNull(lines, "lines").forEach(EventCounts::checkEnds);
    HipPairs<PairCount.Hip> known =
        HipPairs.of(lines, PairCount::first, PairCount::second, PairCount::patients);
    known.alone(hips());
    return new EventCounts(tables, groups, strata, kind, Optional.of(known));
  }

  /**
   * Writes the pairs as lines, which {@link #withPairs} reads on another machine.
   *
   * @return the lines in the order of labels, days and ends, or nothing where pairs are not known
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

  private static void checkEnds(PairCount line) {
    Objects.requireNonNull(line, "line");
    int largest = Math.max(line.first().cause(), line.second().cause());
    if (largest > 1) {
      throw new IllegalArgumentException("cause [number] must be 0 for censoring or 1 for the event"
          + " where no events compete, but was " + largest);
    }
  }

  /** How many hips left on which day and how, by stratum and group. */
  Map<PairCount.Hip, Long> hips() {
    Map<PairCount.Hip, Long> counted = new HashMap<>();
    for (int cell = 0; cell < tables.length; cell++) {
      String stratum = strata.get(cell / groups.size());
      String group = groups.get(cell % groups.size());
      EventTable table = tables[cell];
      for (int i = 0; i < table.size(); i++) {
        int day = (int) table.times()[i];
        counted.put(
            PairCount.Hip.of(group, day, false).inStratum(stratum), (long) table.censored()[i]);
        counted.put(
            PairCount.Hip.of(group, day, true).inStratum(stratum), (long) table.events()[i]);
      }
    }
    return counted;
  }

  private void requireDays() {
    if (kind == Kind.TIMES) {
      throw new IllegalArgumentException(
          "counts [times] must be by whole days to be merged or written, but were by doubles");
    }
  }

  private static List<String> union(List<String> first, List<String> second) {
    Set<String> labels = new LinkedHashSet<>(first);
    labels.addAll(second);
    return List.copyOf(labels);
  }

  private List<EventTable> tables(String stratum, String group) {
    int row = strata.indexOf(stratum);
    int column = groups.indexOf(group);
    return row < 0 || column < 0 ? List.of() : List.of(tables[row * groups.size() + column]);
  }

  /**
   * Returns the counts of some of the groups, in an order of one's own.
   *
   * @param labels the labels of groups in their new order; those without rows are left out
   * @return the counts of these groups
   * @throws IllegalArgumentException if none of the groups has rows
   */
  public EventCounts only(List<String> labels) {
    List<String> kept = Labels.known(labels, groups);
    EventTable[] some = new EventTable[kept.size() * strata.size()];
    Arrays.setAll(some, cell -> {
      int group = groups.indexOf(kept.get(cell % kept.size()));
      return tables[cell / kept.size() * groups.size() + group];
    });
    return new EventCounts(
        some, kept, strata, kind, pairs.map(own -> own.only(hip -> kept.contains(hip.group()))));
  }

  /**
   * Writes the counts as lines, which {@link #of(List)} reads on another machine.
   *
   * @return the lines, by stratum and group
   * @throws IllegalArgumentException if the counts are sums of case weights, or not by whole days
   */
  public List<DayCount> lines() {
    requireDays();
    if (kind == Kind.WEIGHTED) {
      throw new IllegalArgumentException(
          "counts [hips] must be whole numbers to be written, but were sums of case weights");
    }
    List<DayCount> lines = new ArrayList<>();
    for (int cell = 0; cell < tables.length; cell++) {
      String group = groups.get(cell % groups.size());
      String stratum = strata.get(cell / groups.size());
      lines(tables[cell], group).map(line -> line.inStratum(stratum)).forEach(lines::add);
    }
    return lines;
  }

  private static Stream<DayCount> lines(EventTable table, String group) {
    IntStream exits = IntStream.range(0, table.size());
    IntStream entries = IntStream.range(0, table.entryTimes().length);
    return Stream.concat(
        exits.mapToObj(
            i -> DayCount.of(group, (int) table.times()[i], (long) table.events()[i], (long)
                table.censored()[i])),
        entries.mapToObj(i -> DayCount.ofEntries(
            group, (int) table.entryTimes()[i], (long) table.entryWeights()[i])));
  }

  /**
   * Returns the labels of the groups.
   *
   * @return the labels in their order
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the labels of the strata.
   *
   * @return the labels in their order
   */
  public List<String> strata() {
    return strata;
  }

  /**
   * Counts the rows, regardless of their weights.
   *
   * @return the number of hips
   */
  public int rows() {
    return Arrays.stream(tables).mapToInt(EventTable::rows).sum();
  }

  /**
   * Counts the rows of a group over all strata, regardless of their weights.
   *
   * @param group the index of the group, from 0
   * @return the number of rows
   * @throws IllegalArgumentException if there is no such group
   */
  public int rows(int group) {
    ColumnChecks.index("group", group, groups.size());
    int rows = 0;
    for (int stratum = 0; stratum < strata.size(); stratum++) {
      rows += tables[stratum * groups.size() + group].rows();
    }
    return rows;
  }

  /**
   * Walks through the times of one stratum at which there were events.
   *
   * @param stratum the index of the stratum, from 0
   * @return a cursor before the first such time
   * @throws IllegalArgumentException if there is no such stratum
   */
  public RiskSets riskSets(int stratum) {
    ColumnChecks.index("stratum", stratum, strata.size());
    int first = stratum * groups.size();
    EventTable[] some = Arrays.copyOfRange(tables, first, first + groups.size());
    return new RiskSets(new RiskSetCursor(some), groups.size());
  }

  /** A table for each stratum and group, the groups of the first stratum first. */
  EventTable[] tables() {
    return tables;
  }

  /** A table for each group, over all strata. */
  EventTable[] byGroup() {
    if (strata.size() == 1) {
      return tables();
    }
    EventTable[] pooled = new EventTable[groups.size()];
    Arrays.setAll(pooled, group -> {
      List<EventTable> parts = new ArrayList<>();
      for (int cell = group; cell < tables.length; cell += groups.size()) {
        parts.add(tables[cell]);
      }
      return EventTable.merged(parts);
    });
    return pooled;
  }

  @Override
  public String toString() {
    return "EventCounts{" + groups.size() + " groups, " + strata.size() + " strata"
        + (pairs.isPresent() ? ", with pairs" : "") + "}";
  }

  /** Counts of days by stratum and group while lines are added, by one thread. */
  private static final class Accumulator {
    private final Map<String, Map<String, DayCounts>> strata = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    void add(DayCount line) {
      if (line.events() + line.censored() + line.entered() != 0) {
        days(line.stratum(), line.group())
            .add(line.day(), line.events(), line.censored(), line.entered());
      }
    }

    private DayCounts days(String stratum, String group) {
      groups.putIfAbsent(group, groups.size());
      return strata
          .computeIfAbsent(stratum, label -> new LinkedHashMap<>())
          .computeIfAbsent(group, label -> new DayCounts());
    }

    Accumulator addAll(Accumulator other) {
      // groups first, so that they keep the order in which they appeared and not that of the strata
      other.groups.keySet().forEach(group -> groups.putIfAbsent(group, groups.size()));
      other.strata.forEach((stratum, byGroup) ->
          byGroup.forEach((group, days) -> days(stratum, group).addAll(days)));
      return this;
    }

    EventCounts counts() {
      List<String> names = List.copyOf(new ArrayList<>(groups.keySet()));
      List<String> strataNames = List.copyOf(strata.keySet());
      EventTable[] tables = new EventTable[names.size() * strata.size()];
      long hips = 0;
      int cell = 0;
      for (String stratum : strataNames) {
        Map<String, DayCounts> days = strata.getOrDefault(stratum, Collections.emptyMap());
        for (String group : names) {
          DayCounts counted = days.getOrDefault(group, new DayCounts());
          hips += counted.hips();
          ColumnChecks.total(hips);
          tables[cell++] = counted.table();
        }
      }
      ColumnChecks.atLeastOne(hips);
      return new EventCounts(tables, names, strataNames, Kind.WHOLE);
    }
  }
}
