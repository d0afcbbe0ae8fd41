package io.github.avnfh.survival.compare;

import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * All ways to deal scores to groups within strata. Rows with the same score are exchangeable: only
 * how many of them go to each group is tried, and counted as often as they can change places.
 */
final class Enumeration {
  private final Ties ties;
  private final Predicate<double[]> isAsFar;
  private final int most;
  private final int[] room;
  private final double[] sums;
  private int tried;
  private double all;
  private double asFar;

  private Enumeration(Ties ties, Predicate<double[]> isAsFar, int most) {
    this.ties = ties;
    this.isAsFar = isAsFar;
    this.most = most;
    this.room = new int[ties.groups()];
    this.sums = new double[ties.groups()];
  }

  /**
   * The share of ways in which the groups lie as far apart.
   *
   * @param ties the scores to deal
   * @param isAsFar whether sums of scores by group lie as far apart
   * @param most how many ways to deal, of those that differ in a sum, are tried
   * @return the share, or nothing where there are more ways than that
   */
  static OptionalDouble share(Ties ties, Predicate<double[]> isAsFar, int most) {
    Enumeration enumeration = new Enumeration(ties, isAsFar, most);
    enumeration.deal(0, 1);
    return enumeration.isBeyond()
        ? OptionalDouble.empty()
        : OptionalDouble.of(enumeration.asFar / enumeration.all);
  }

  private boolean isBeyond() {
    return tried > most;
  }

  private void deal(int tie, double ways) {
    if (tie == ties.size()) {
      tried++;
      all += ways;
      asFar += isAsFar.test(sums) ? ways : 0;
    } else {
      for (int group = 0; group < ties.places(tie).size(); group++) {
        room[group] = ties.places(tie).get(group);
      }
      split(tie, 0, ties.rows(tie), ways);
    }
  }

  private void split(int tie, int group, int rows, double ways) {
    if (group == room.length) {
      deal(tie + 1, ways);
      return;
    }
    int free = room[group];
    double before = sums[group];
    int least = Math.max(0, rows - roomAfter(group));
    double choices = ways * choices(rows, least);
    for (int taken = least; taken <= Math.min(rows, free) && !isBeyond(); taken++) {
      room[group] = free - taken;
      sums[group] = before + taken * ties.score(tie);
      split(tie, group + 1, rows - taken, choices);
      choices = choices * (rows - taken) / (taken + 1);
    }
    room[group] = free;
    sums[group] = before;
  }

  /** In how many ways some of the rows can be chosen. */
  private static double choices(int rows, int chosen) {
    double choices = 1;
    for (int i = 0; i < Math.min(chosen, rows - chosen); i++) {
      choices = choices * (rows - i) / (i + 1);
    }
    return choices;
  }

  private int roomAfter(int group) {
    int places = 0;
    for (int later = group + 1; later < room.length; later++) {
      places += room[later];
    }
    return places;
  }
}
