package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Units, such as patients, that change places: the groups of their rows are dealt anew among the
 * units of a block, which have as many rows in the same strata, and within a unit among its rows of
 * one stratum.
 */
final class Permutation {
  private static final double ROUNDING = 1e-9;
  private static final double NOTHING = 1e-12;

  private final double[] scores;
  private final int[] groups;
  private final int[] strata;
  private final List<int[][]> blocks;
  private final double[] sizes;
  private final double least;
  private final double reach;

  private Permutation(
      double[] scores, int[] groups, int[] strata, List<int[][]> blocks, double reach) {
    this.scores = scores;
    this.groups = groups;
    this.strata = strata;
    this.blocks = blocks;
    this.reach = reach;
    this.sizes = new double[Arrays.stream(groups).max().orElse(0) + 1];
    for (int group : groups) {
      sizes[group]++;
    }
    this.least = least(statistic(sums(groups)), scores);
  }

  /** What counts as far as the observed, beside which scores that cancel leave some rounding. */
  private static double least(double observed, double[] scores) {
    double length = Math.sqrt(Arrays.stream(scores).map(score -> score * score).sum());
    // on the scale of the sums, to which rounding is proportional, and not of their squares
    double distance = Math.max(0, Math.sqrt(observed) * (1 - ROUNDING) - NOTHING * length);
    return distance * distance;
  }

  static Permutation of(FollowUp followUp, ScoreRows rows) {
    double[] scores = new double[followUp.size()];
    int[] groups = new int[scores.length];
    int[] strata = new int[scores.length];
    Map<Integer, List<Integer>> units = new TreeMap<>();
    for (int row = 0; row < scores.length; row++) {
      scores[row] = rows.residual(row);
      groups[row] = followUp.group(row);
      strata[row] = followUp.stratum(row);
      units.computeIfAbsent(followUp.cluster(row), key -> new ArrayList<>()).add(row);
    }
    Map<List<Integer>, List<int[]>> blocks = new TreeMap<>(bySizeAndStrata());
    for (List<Integer> unit : units.values()) {
      unit.sort(Comparator.comparing(row -> strata[row]));
      List<Integer> pattern = unit.stream().map(row -> strata[row]).toList();
      blocks
          .computeIfAbsent(pattern, key -> new ArrayList<>())
          .add(unit.stream().mapToInt(row -> row).toArray());
    }
    return new Permutation(
        scores,
        groups,
        strata,
        blocks.values().stream().map(block -> block.toArray(int[][]::new)).toList(),
        rows.reach());
  }

  private static Comparator<List<Integer>> bySizeAndStrata() {
    return (one, other) -> one.size() == other.size()
        ? Arrays.compare(
            one.stream().mapToInt(i -> i).toArray(),
            other.stream().mapToInt(i -> i).toArray())
        : Integer.compare(one.size(), other.size());
  }

  /** The units of each block, each as its rows in the order of their strata. */
  List<int[][]> blocks() {
    return blocks;
  }

  int groups() {
    return sizes.length;
  }

  double score(int row) {
    return scores[row];
  }

  int group(int row) {
    return groups[row];
  }

  /** The place after the last of a unit's rows that are in the stratum of the row at a place. */
  int endOfStratum(int[] unit, int place) {
    int end = place;
    while (end < unit.length && strata[unit[end]] == strata[unit[place]]) {
      end++;
    }
    return end;
  }

  private double[] sums(int[] dealt) {
    double[] sums = new double[sizes.length];
    for (int row = 0; row < scores.length; row++) {
      sums[dealt[row]] += scores[row];
    }
    return sums;
  }

  private double statistic(double[] sums) {
    double statistic = 0;
    for (int group = 0; group < sums.length; group++) {
      // sum over groups of U^2 / n
      statistic += sums[group] * sums[group] / sizes[group];
    }
    return statistic;
  }

  /** Whether the groups lie at least as far apart as in the data, by the sums of their scores. */
  boolean isAsFarBySums(double[] sums) {
    return statistic(sums) >= least;
  }

  /** Whether the groups lie at least as far apart as in the data. */
  boolean isAsFar(int[] dealt) {
    return isAsFarBySums(sums(dealt));
  }

  /** Whether every permutation gives the same, because no two scores can change groups. */
  boolean isPointless() {
    return blocks.stream().allMatch(this::isPointless);
  }

  private boolean isPointless(int[][] block) {
    int[] first = block[0];
    for (int start = 0; start < first.length; start = endOfStratum(first, start)) {
      int end = endOfStratum(first, start);
      if (block.length * (end - start) > 1 && canChange(block, start, end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two groups and two scores lie in some places of the units. */
  private boolean canChange(int[][] block, int start, int end) {
    boolean groupsDiffer = false;
    boolean scoresDiffer = false;
    int first = block[0][start];
    for (int[] unit : block) {
      for (int place = start; place < end; place++) {
        groupsDiffer |= groups[unit[place]] != groups[first];
        // relative to the numbers of which scores are differences
        scoresDiffer |= Math.abs(scores[unit[place]] - scores[first]) > ROUNDING * reach;
      }
    }
    return groupsDiffer && scoresDiffer;
  }

  /** In how many of the drawn ways something holds of the groups of the rows. */
  long countDrawn(int draws, long seed, Predicate<int[]> holds) {
    Random random = new Random(seed);
    int[] dealt = groups.clone();
    long count = 0;
    for (int draw = 0; draw < draws; draw++) {
      blocks.forEach(block -> shuffle(block, dealt, random));
      count += holds.test(dealt) ? 1 : 0;
    }
    return count;
  }

  private void shuffle(int[][] block, int[] dealt, Random random) {
    for (int i = 0; i < block.length; i++) {
      int[] unit = block[i];
      // Fisher and Yates: each unit with one of those from it on
      int[] other = block[i + random.nextInt(block.length - i)];
      for (int place = 0; place < unit.length; place++) {
        swap(dealt, unit[place], other[place]);
      }
    }
    if (block[0].length > 1) {
      for (int[] unit : block) {
        for (int place = 0; place < unit.length; place++) {
          int left = endOfStratum(unit, place) - place;
          // then within a unit, among its rows of one stratum, from this place on
          swap(dealt, unit[place], unit[place + random.nextInt(left)]);
        }
      }
    }
  }

  private static void swap(int[] dealt, int row, int other) {
    int group = dealt[other];
    dealt[other] = dealt[row];
    dealt[row] = group;
  }
}
