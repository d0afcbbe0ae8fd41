package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** Scores of rows or clusters, sorted by stratum, that are dealt to groups. */
final class Deal {
  private static final double ROUNDING = 1e-9;
  private static final double NOTHING = 1e-12;

  private final double[] scores;
  private final int[] groups;
  private final int[] ends;
  private final double[] sizes;
  private final double least;
  private final double reach;

  private Deal(double[] scores, int[] groups, int[] strata, double reach) {
    this.scores = scores;
    this.groups = groups;
    this.reach = reach;
    this.ends = new int[scores.length];
    this.sizes = new double[Arrays.stream(groups).max().orElse(0) + 1];
    for (int i = scores.length - 1; i >= 0; i--) {
      boolean last = i == scores.length - 1 || strata[i + 1] != strata[i];
      ends[i] = last ? i + 1 : ends[i + 1];
      sizes[groups[i]]++;
    }
    this.least = least(statistic(sums(groups)), scores);
  }

  /** What counts as far as the observed, beside which scores that cancel leave some rounding. */
  private static double least(double observed, double[] scores) {
    double length = Math.sqrt(Arrays.stream(scores).map(score -> score * score).sum());
    double distance = Math.max(0, Math.sqrt(observed) * (1 - ROUNDING) - NOTHING * length);
    return distance * distance;
  }

  static Deal of(FollowUp followUp, RiskPath[] paths) {
    int units = followUp.clusters().orElse(followUp.size());
    double[] scores = new double[units];
    int[] groups = new int[units];
    int[] strata = new int[units];
    Arrays.fill(groups, -1);
    for (int row = 0; row < followUp.size(); row++) {
      int unit = followUp.cluster(row);
      boolean other = groups[unit] != followUp.group(row) || strata[unit] != followUp.stratum(row);
      if (groups[unit] >= 0 && other) {
        throw new IllegalArgumentException("rows of a cluster [group and stratum] must be together"
            + " to change places, but were apart in row " + (row + 1));
      }
      groups[unit] = followUp.group(row);
      strata[unit] = followUp.stratum(row);
      scores[unit] += paths[strata[unit]].score(followUp, row);
    }
    int[] order = IntStream.range(0, units)
        .boxed()
        .sorted(Comparator.comparing(unit -> strata[unit]))
        .mapToInt(Integer::intValue)
        .toArray();
    return new Deal(
        Arrays.stream(order).mapToDouble(unit -> scores[unit]).toArray(),
        Arrays.stream(order).map(unit -> groups[unit]).toArray(),
        Arrays.stream(order).map(unit -> strata[unit]).toArray(),
        Arrays.stream(paths).mapToDouble(RiskPath::reach).max().orElse(0));
  }

  private double[] sums(int[] dealt) {
    double[] sums = new double[sizes.length];
    for (int i = 0; i < scores.length; i++) {
      sums[dealt[i]] += scores[i];
    }
    return sums;
  }

  private double statistic(double[] sums) {
    double statistic = 0;
    for (int group = 0; group < sums.length; group++) {
      statistic += sums[group] * sums[group] / sizes[group];
    }
    return statistic;
  }

  /** Whether the groups lie at least as far apart as in the data, by the sums of their scores. */
  boolean isAsFar(double[] sums) {
    return statistic(sums) >= least;
  }

  /**
   * Whether every way to deal gives the same, because no stratum has two groups and two scores. The
   * scores of a stratum add up to 0, so that those which are all the same are nothing but rounding.
   */
  boolean isPointless() {
    boolean[] groupsDiffer = new boolean[scores.length];
    boolean[] scoresDiffer = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int last = ends[i] - 1;
      groupsDiffer[last] |= groups[i] != groups[last];
      scoresDiffer[last] |= Math.abs(scores[i]) > ROUNDING * reach;
    }
    return IntStream.range(0, scores.length).noneMatch(i -> groupsDiffer[i] && scoresDiffer[i]);
  }

  /** In how many ways the scores can be dealt. */
  double ways() {
    double ways = 1;
    int[] seen = new int[sizes.length];
    int start = 0;
    for (int i = 0; i < scores.length; i++) {
      if (i > 0 && ends[i] != ends[i - 1]) {
        Arrays.fill(seen, 0);
        start = i;
      }
      ways = ways * (i - start + 1) / ++seen[groups[i]];
    }
    return Math.rint(ways);
  }

  /** The different scores and their rows. */
  Ties ties() {
    return Ties.of(scores, groups, ends, sizes.length);
  }

  /** In how many of the drawn ways the groups lie at least as far apart. */
  long countDrawn(int draws, long seed) {
    Random random = new Random(seed);
    int[] dealt = groups.clone();
    long count = 0;
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < dealt.length; i++) {
        int other = i + random.nextInt(ends[i] - i);
        int group = dealt[other];
        dealt[other] = dealt[i];
        dealt[i] = group;
      }
      count += isAsFar(sums(dealt)) ? 1 : 0;
    }
    return count;
  }
}
