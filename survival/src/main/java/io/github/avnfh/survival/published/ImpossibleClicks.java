package io.github.avnfh.survival.published;

import io.github.avnfh.core.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Clicks that no survival curve passes within the reading error.
 *
 * <p>With a reading error e a click lies in {@code -e..1 + e}. Two clicks may miss the curve in
 * opposite directions, so that the later one may lie up to {@code 2 e} above the earlier one. The
 * two ends of one step may be clicked in the wrong order: clicks within a hundredth of the figure's
 * width are not compared.
 */
final class ImpossibleClicks {
  /** Rounding of the caller's decimals, far below what a figure shows. */
  private static final double ROUNDING = 1e-9;

  /** Of two clicks in conflict, the one that more of so many others on either side contradict. */
  private static final int NEIGHBORS = 50;

  private final double[] times;
  private final double[] survival;
  private final String unit;
  private final double most;
  private final double width;
  private final Map<Integer, String> problems = new TreeMap<>();

  private ImpossibleClicks(double[] times, double[] survival, String unit, double most) {
    this.times = times;
    this.survival = survival;
    this.unit = unit;
    this.most = most;
    this.width =
        ReconstructedCurve.WIDTH_OF_A_CLICK * Arrays.stream(times).max().orElse(0);
  }

  /**
   * What is wrong with which row, in the order of the rows. Without a row that is wrong the unit
   * and the width of the figure may be others, so that those left are compared again.
   */
  static Map<Integer, String> of(double[] times, double[] survival, double readingError) {
    Map<Integer, String> problems = new TreeMap<>();
    int known;
    do {
      known = problems.size();
      int[] left = IntStream.range(0, times.length)
          .filter(row -> !problems.containsKey(row))
          .toArray();
      compared(values(times, left), values(survival, left), readingError)
          .forEach((row, problem) -> problems.put(left[row], problem));
    } while (problems.size() > known);
    return problems;
  }

  private static double[] values(double[] column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
  }

  private static Map<Integer, String> compared(
      double[] times, double[] survival, double readingError) {
    double scale = PublishedCurve.scale(survival);
    String unit = PublishedCurve.unit(scale);
    ImpossibleClicks clicks =
        new ImpossibleClicks(times, survival, unit, 2 * readingError * scale + ROUNDING * scale);
    Quantity range =
        Quantity.of("clicked survival", unit, -readingError * scale, scale * (1 + readingError));
    IntStream.range(0, survival.length)
        .filter(row -> !range.allows(survival[row]))
        .forEach(
            row -> clicks.problems.put(row, range.legalRange() + ", but was " + survival[row]));
    clicks.findRises(Arrays.stream(PublishedCurve.order(times, survival))
        .filter(row -> !clicks.problems.containsKey(row))
        .toArray());
    return clicks.problems;
  }

  /** Keeps clicks in the order of time as long as none lies above an earlier one. */
  private void findRises(int[] order) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> recent = new ArrayList<>();
    int lowest = -1;
    for (int place = 0; place < order.length; place++) {
      int settled = 0;
      while (settled < recent.size() && isApart(order[recent.get(settled)], order[place])) {
        int next = recent.get(settled++);
        kept.add(next);
        lowest = lower(order, lowest, next);
      }
      recent.subList(0, settled).clear();
      while (lowest >= 0 && rises(order[lowest], order[place])) {
        if (conflicts(order, lowest) <= conflicts(order, place)) {
          report(order[place], order[lowest], order[place]);
          break;
        }
        report(order[lowest], order[lowest], order[place]);
        kept.remove(Integer.valueOf(lowest));
        lowest = -1;
        for (int each : kept) {
          lowest = lower(order, lowest, each);
        }
      }
      if (!problems.containsKey(order[place])) {
        recent.add(place);
      }
    }
  }

  private int lower(int[] order, int lowest, int place) {
    return lowest < 0 || survival[order[place]] < survival[order[lowest]] ? place : lowest;
  }

  private boolean isApart(int earlier, int later) {
    return times[later] - times[earlier] > width;
  }

  private boolean rises(int earlier, int later) {
    return survival[later] - survival[earlier] > most;
  }

  /** How many neighbors a click contradicts. */
  private long conflicts(int[] order, int place) {
    int row = order[place];
    int from = Math.max(0, place - NEIGHBORS);
    int to = Math.min(order.length, place + NEIGHBORS + 1);
    return IntStream.range(from, to)
        .map(other -> order[other])
        .filter(other -> (isApart(other, row) && rises(other, row))
            || (isApart(row, other) && rises(row, other)))
        .count();
  }

  private void report(int row, int low, int high) {
    problems.put(
        row,
        "clicked survival [" + unit
            + "] must not rise by more than the reading error of two clicks,"
            + " but was " + survival[low] + " at " + times[low] + " and " + survival[high] + " at "
            + times[high]);
  }
}
