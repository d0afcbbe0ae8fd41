package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.SharedClusters;
import io.github.avnfh.survival.internal.TimeGrid;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one group by the times at which they enter and leave.
 *
 * <p>Rows that weigh 1, were observed from the start and share their cluster with no other row of
 * the group are known by their counts alone; the others are followed one by one.
 */
final class GroupRows {
  private final int size;
  private final double[] times;
  // for each outcome its sum at each time, by weight in units of a power of two
  private final double[][] sums;
  private final double[] atRisk;
  // weights are taken as multiples of a power of two, lest their squares overflow or vanish
  private final int exponent;
  private final boolean isAlike;
  private final boolean isClustered;
  private final UnitsAtRisk units;
  // those that are followed, and how to find all
  private final GroupMembers members;
  private final Supplier<GroupMembers> everyone;
  private volatile @Nullable GroupMembers everyoneFound;
  private final int[] followed;
  // the followed ones in the order of their exit, and for each member a number of its cluster
  private final int[] followedByExit;
  private final int[] clusterNumbers;
  private final int followedClusters;

  /** Rows that are known by their counts alone. */
  private GroupRows(double[] times, double[][] sums) {
    this(
        times,
        sums,
        false,
        new GroupMembers(new int[0]),
        new int[0],
        () -> new GroupMembers(new int[0]));
  }

  /** Rows that weigh 1 and were observed from the start, with those that share a cluster. */
  private GroupRows(
      double[] times,
      double[][] sums,
      boolean clustered,
      GroupMembers sharing,
      int[] clusterNumbers,
      Supplier<GroupMembers> everyone) {
    this.times = times;
    this.sums = sums;
    this.exponent = 0;
    this.atRisk = remaining(sums);
    this.size = (int) (atRisk.length == 0 ? 0 : atRisk[0]);
    this.isAlike = true;
    this.isClustered = clustered;
    this.members = sharing;
    this.everyone = everyone;
    this.followed = IntStream.range(0, sharing.size()).toArray();
    this.followedByExit = sharing.inOrderOfExit(followed, times.length);
    this.clusterNumbers = clusterNumbers;
    this.followedClusters = Arrays.stream(clusterNumbers).max().orElse(-1) + 1;
    this.units = UnitsAtRisk.ofLastTimes(times, clustersLeaving());
  }

  /** How many clusters have their last row leave at each time. */
  private double[] clustersLeaving() {
    double[] leaving = leaving(sums);
    int[] last = new int[followedClusters];
    for (int i : followed) {
      // a followed row does not count by itself; its cluster leaves with the last of its rows
      leaving[members.exit(i)]--;
      last[clusterNumbers[i]] = Math.max(last[clusterNumbers[i]], members.exit(i));
    }
    for (int exit : last) {
      leaving[exit]++;
    }
    return leaving;
  }

  private GroupRows(CompetingFollowUp followUp, int[] rows) {
    FollowUp whole = followUp.anyEvent();
    this.size = rows.length;
    this.times = times(whole, rows);
    this.isClustered = whole.clusters().isPresent();
    double total = Arrays.stream(rows).mapToDouble(whole::weight).sum();
    this.exponent = whole.isWeighted() ? Math.getExponent(total) : 0;
    this.members = new GroupMembers(rows);
    GroupMembers all = this.members;
    this.everyone = () -> all;
    this.isAlike = isAlike(whole);
    members.place(whole, followUp::outcomeNumber, times, exponent);
    this.sums = members.sums(times.length);
    this.atRisk = isAlike ? remaining(sums) : members.atRisk(sums);
    this.followed =
        isAlike ? members.sharingACluster() : IntStream.range(0, size).toArray();
    this.followedByExit = members.inOrderOfExit(followed, times.length);
    this.clusterNumbers = new int[size];
    this.followedClusters = members.numberClusters(followed, clusterNumbers);
    this.units = isAlike ? UnitsAtRisk.ofLastTimes(times, clustersLeaving()) : members.units(times);
  }

  /** Whether rows differ only in when and how they leave, and in their cluster. */
  private static boolean isAlike(FollowUp whole) {
    return !whole.isWeighted() && !whole.hasDelayedEntry();
  }

  /** The rows of each group. */
  static List<GroupRows> of(CompetingFollowUp followUp) {
    FollowUp whole = followUp.anyEvent();
    int groups = whole.groups().size();
    if (isAlike(whole) && whole.isInWholeDays()) {
      int days = lastDay(whole) + 1;
      // a table of all days is worth its memory while it has at most a few cells for each row
      if ((long) days * groups * GroupMembers.OUTCOMES
          <= (long) GroupMembers.DAYS_PER_ROW * whole.size()) {
        return counted(followUp, days);
      }
    }
    SharedClusters all = SharedClusters.all(whole.size(), groups, whole::group, whole::cluster);
    return IntStream.range(0, groups)
        .mapToObj(group -> new GroupRows(followUp, all.rows(group)))
        .toList();
  }

  private static int lastDay(FollowUp whole) {
    int last = 0;
    for (int row = 0; row < whole.size(); row++) {
      last = Math.max(last, (int) whole.time(row));
    }
    return last;
  }

  /** Counts whole days in one pass, without any order, and follows rows that share a cluster. */
  private static List<GroupRows> counted(CompetingFollowUp followUp, int days) {
    FollowUp whole = followUp.anyEvent();
    int[] counts = new int[whole.groups().size() * days * GroupMembers.OUTCOMES];
    for (int row = 0; row < whole.size(); row++) {
      int day = whole.group(row) * days + (int) whole.time(row);
      counts[GroupMembers.OUTCOMES * day + followUp.outcomeNumber(row)]++;
    }
    SharedClusters sharing = whole.clusters().isEmpty()
        ? SharedClusters.of(0, whole.groups().size(), 0, row -> 0, row -> 0)
        : SharedClusters.of(
            whole.size(),
            whole.groups().size(),
            whole.clusters().getAsInt(),
            whole::group,
            whole::cluster);
    List<GroupRows> groups = new ArrayList<>();
    for (int group = 0; group < whole.groups().size(); group++) {
      double[] times = new double[days];
      double[][] sums = new double[GroupMembers.OUTCOMES][days];
      int size = 0;
      for (int day = 0; day < days; day++) {
        int cell = GroupMembers.OUTCOMES * (group * days + day);
        times[size] = day;
        int all = 0;
        for (int outcome = 0; outcome < GroupMembers.OUTCOMES; outcome++) {
          sums[outcome][size] = counts[cell + outcome];
          all += counts[cell + outcome];
        }
        size += all > 0 ? 1 : 0;
      }
      groups.add(cut(followUp, group, sharing, Arrays.copyOf(times, size), sums));
    }
    return groups;
  }

  private static GroupRows cut(
      CompetingFollowUp followUp,
      int group,
      SharedClusters sharing,
      double[] times,
      double[][] sums) {
    double[][] shorter = new double[GroupMembers.OUTCOMES][];
    Arrays.setAll(shorter, outcome -> Arrays.copyOf(sums[outcome], times.length));
    FollowUp whole = followUp.anyEvent();
    GroupMembers some = new GroupMembers(sharing.rows(group));
    some.place(whole, followUp::outcomeNumber, times, 0);
    return new GroupRows(
        times,
        shorter,
        whole.clusters().isPresent(),
        some,
        sharing.clusters(group),
        () -> everyone(followUp, group, times));
  }

  /** All rows of a group, which are asked for only where groups are compared. */
  private static GroupMembers everyone(CompetingFollowUp followUp, int group, double[] times) {
    FollowUp whole = followUp.anyEvent();
    int[] rows = IntStream.range(0, whole.clusters().isPresent() ? whole.size() : 0)
        .filter(row -> whole.group(row) == group)
        .toArray();
    GroupMembers all = new GroupMembers(rows);
    all.place(whole, followUp::outcomeNumber, times, 0);
    return all;
  }

  /** The rows of one group by day, each with its censored and then those of each cause. */
  static GroupRows of(SortedMap<Integer, long[]> days, int event) {
    double[] times = days.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    double[][] sums = new double[GroupMembers.OUTCOMES][times.length];
    int next = 0;
    for (long[] counts : days.values()) {
      for (int cause = 0; cause < counts.length; cause++) {
        int outcome = cause == 0
            ? GroupMembers.CENSORED
            : cause == event ? GroupMembers.EVENT : GroupMembers.COMPETING;
        sums[outcome][next] += counts[cause];
      }
      next++;
    }
    return new GroupRows(times, sums);
  }

  private static double[] times(FollowUp whole, int[] rows) {
    double[] sorted = new double[rows.length];
    Arrays.setAll(sorted, i -> whole.time(rows[i]));
    double last = Arrays.stream(sorted).max().orElse(0);
    if (!GroupMembers.isDense(whole, new double[] {last}, rows.length)) {
      return TimeGrid.distinct(sorted);
    }
    boolean[] occupied = new boolean[(int) last + 1];
    for (double day : sorted) {
      occupied[(int) day] = true;
    }
    return IntStream.rangeClosed(0, (int) last)
        .filter(day -> occupied[day])
        .mapToDouble(day -> day)
        .toArray();
  }

  private static double[] leaving(double[][] sums) {
    double[] leaving = new double[sums[0].length];
    Arrays.setAll(
        leaving,
        i -> sums[GroupMembers.CENSORED][i]
            + sums[GroupMembers.EVENT][i]
            + sums[GroupMembers.COMPETING][i]);
    return leaving;
  }

  private static double[] remaining(double[][] sums) {
    double[] remaining = leaving(sums);
    for (int i = remaining.length - 1; i-- > 0; ) {
      remaining[i] += remaining[i + 1];
    }
    return remaining;
  }

  /** The clusters, or without clusters the rows, at risk. */
  UnitsAtRisk units() {
    return units;
  }

  /** The index after that of the last time which is not after the given one but for rounding. */
  int upToMatched(double time) {
    int found = Arrays.binarySearch(times, time + TimeGrid.slack(time));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The time of the group that is the given one but for rounding, or the given one. */
  double matched(double time) {
    // the last time within the tolerance above, if it lies within the tolerance below too
    int index = upToMatched(time) - 1;
    return index >= 0 && times[index] >= time - TimeGrid.slack(time) ? times[index] : time;
  }

  /** Counts those at risk at any time. */
  double atRiskAt(double time) {
    if (members.hasStarts()) {
      return counted(members.atRiskAt(time, times));
    }
    int index = TimeGrid.firstAtOrAfter(times, time);
    return index < times.length ? counted(atRisk[index]) : 0;
  }

  /** Counts those at risk at the time with that index. */
  double atRisk(int index) {
    return counted(atRisk[index]);
  }

  /** A sum of weights in units of that power of two as one of the weights themselves. */
  double counted(double sum) {
    return Math.scalb(sum, exponent);
  }

  /** How often an outcome happened at each time, by weight in units of that power of two. */
  double[] sums(int outcome) {
    return sums[outcome];
  }

  int size() {
    return size;
  }

  double[] times() {
    return times;
  }

  /** How many were at risk at each time, by weight in units of that power of two. */
  double[] atRisks() {
    return atRisk;
  }

  /** Whether rows weigh 1 and were observed from the start. */
  boolean isAlike() {
    return isAlike;
  }

  boolean isClustered() {
    return isClustered;
  }

  int clusterCount() {
    return size - followed.length + followedClusters;
  }

  /** The rows among which are those that are followed. */
  GroupMembers members() {
    return members;
  }

  /** All rows, none where they are known by their counts alone. */
  GroupMembers everyone() {
    GroupMembers known = everyoneFound;
    if (known == null) {
      known = everyone.get();
      everyoneFound = known;
    }
    return known;
  }

  /** More than the number of any cluster of the group in the whole follow-up. */
  int clusterLimit() {
    return everyone().clusterLimit();
  }

  /** The numbers of the members that are followed one by one. */
  int[] followed() {
    return followed;
  }

  /** The same in the order of their exit. */
  int[] followedByExit() {
    return followedByExit;
  }

  /** For each member that is followed a number of its cluster, from 0. */
  int[] clusterNumbers() {
    return clusterNumbers;
  }

  int followedClusters() {
    return followedClusters;
  }
}
