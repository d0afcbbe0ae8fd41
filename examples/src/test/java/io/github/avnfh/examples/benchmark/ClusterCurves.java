package io.github.avnfh.examples.benchmark;

import java.util.Arrays;

/**
 * Curves from whole days with robust limits: hips in the order of group and day by counting, then
 * one pass that keeps the sums of the patients' squared influences up to date.
 */
final class ClusterCurves {
  private final HipColumns hips;
  private final int length;
  private final int[] starts;
  private final int[] order;
  private final double[] constant;
  private final int[] members;
  private double squares;
  private double products;
  private double memberSquares;

  private ClusterCurves(HipColumns hips, int groups) {
    this.hips = hips;
    int last = 0;
    for (int day : hips.days) {
      last = Math.max(last, day);
    }
    length = last + 1;
    starts = new int[groups * length + 1];
    order = new int[hips.size()];
    constant = new double[hips.patientCount()];
    members = new int[hips.patientCount()];
    sort();
  }

  static BareCurve[] of(HipColumns hips, int groups) {
    ClusterCurves pass = new ClusterCurves(hips, groups);
    BareCurve[] curves = new BareCurve[groups];
    for (int group = 0; group < groups; group++) {
      curves[group] = pass.curve(group * pass.length);
    }
    return curves;
  }

  private int cell(int hip) {
    return hips.groups[hip] * length + hips.days[hip];
  }

  private void sort() {
    for (int hip = 0; hip < order.length; hip++) {
      starts[cell(hip) + 1]++;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int[] next = starts.clone();
    for (int hip = 0; hip < order.length; hip++) {
      order[next[cell(hip)]++] = hip;
    }
  }

  private BareCurve curve(int firstCell) {
    BareCurve curve = new BareCurve(length);
    int end = starts[firstCell + length];
    gather(starts[firstCell], end);
    double cumulative = 0;
    for (int day = 0; day < length; day++) {
      int first = starts[firstCell + day];
      int after = starts[firstCell + day + 1];
      if (first < after) {
        int failed = failed(first, after);
        double jump = 1.0 / (end - first - failed);
        cumulative += failed == 0 ? 0 : failed * jump / (end - first);
        leave(first, after, jump, cumulative);
        double variance =
            squares - 2 * cumulative * products + cumulative * cumulative * memberSquares;
        curve.step(day, end - first, failed, Math.max(0, variance));
      }
    }
    return curve;
  }

  private void gather(int first, int end) {
    Arrays.fill(constant, 0);
    Arrays.fill(members, 0);
    squares = 0;
    products = 0;
    memberSquares = 0;
    for (int i = first; i < end; i++) {
      int count = ++members[hips.patients[order[i]]];
      memberSquares += 2 * count - 1;
    }
  }

  private int failed(int first, int after) {
    int failed = 0;
    for (int i = first; i < after; i++) {
      failed += hips.events[order[i]] ? 1 : 0;
    }
    return failed;
  }

  private void leave(int first, int after, double jump, double cumulative) {
    for (int i = first; i < after; i++) {
      int hip = order[i];
      int patient = hips.patients[hip];
      double before = constant[patient];
      int count = members[patient];
      double now = before + (hips.events[hip] ? jump : 0) - cumulative;
      constant[patient] = now;
      members[patient] = count - 1;
      squares += now * now - before * before;
      products += now * (count - 1) - before * count;
      memberSquares -= 2 * count - 1;
    }
  }
}
