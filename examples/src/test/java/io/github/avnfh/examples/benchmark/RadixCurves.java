package io.github.avnfh.examples.benchmark;

/** Curves from continuous times: gather each group, sort its bits by radix, one pass over them. */
final class RadixCurves {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private RadixCurves() {}

  static BareCurve[] of(HipColumns hips, int groups) {
    int[] sizes = new int[groups];
    for (int group : hips.groups) {
      sizes[group]++;
    }
    long[][] keys = new long[groups][];
    for (int group = 0; group < groups; group++) {
      keys[group] = new long[sizes[group]];
    }
    int[] filled = new int[groups];
    for (int hip = 0; hip < hips.size(); hip++) {
      int group = hips.groups[hip];
      long bits = Double.doubleToRawLongBits(hips.times[hip]) << 1;
      keys[group][filled[group]++] = hips.events[hip] ? bits : bits | 1;
    }
    BareCurve[] curves = new BareCurve[groups];
    for (int group = 0; group < groups; group++) {
      curves[group] = curve(sorted(keys[group]));
    }
    return curves;
  }

  private static BareCurve curve(long[] keys) {
    BareCurve curve = new BareCurve(keys.length);
    int next = 0;
    while (next < keys.length) {
      int first = next;
      long time = keys[first] >>> 1;
      int failed = 0;
      for (; next < keys.length && keys[next] >>> 1 == time; next++) {
        failed += (keys[next] & 1) == 0 ? 1 : 0;
      }
      curve.step(Double.longBitsToDouble(time), keys.length - first, failed);
    }
    return curve;
  }

  /** Observed minus expected events of each group but the last, and their covariances, by rows. */
  static double[] logRank(BareCurve[] curves) {
    int groups = curves.length;
    double[] sums = new double[(groups - 1) * groups];
    int[] next = new int[groups];
    double time = next(curves, next);
    while (time < Double.POSITIVE_INFINITY) {
      double all = 0;
      double failed = 0;
      for (int group = 0; group < groups; group++) {
        BareCurve curve = curves[group];
        boolean here = next[group] < curve.size;
        all += here ? curve.atRisk[next[group]] : 0;
        failed += here && curve.times[next[group]] == time ? curve.events[next[group]] : 0;
      }
      if (failed > 0) {
        add(sums, curves, next, new double[] {time, all, failed});
      }
      for (int group = 0; group < groups; group++) {
        boolean here = next[group] < curves[group].size;
        next[group] += here && curves[group].times[next[group]] == time ? 1 : 0;
      }
      time = next(curves, next);
    }
    return sums;
  }

  private static double next(BareCurve[] curves, int[] next) {
    double soonest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < next.length; group++) {
      if (next[group] < curves[group].size) {
        soonest = Math.min(soonest, curves[group].times[next[group]]);
      }
    }
    return soonest;
  }

  private static void add(double[] sums, BareCurve[] curves, int[] next, double[] here) {
    int kept = curves.length - 1;
    double all = here[1];
    double spread = all > 1 ? here[2] * (all - here[2]) / (all - 1) : 0;
    for (int group = 0; group < kept; group++) {
      double share = share(curves[group], next[group], all);
      boolean failed =
          next[group] < curves[group].size && curves[group].times[next[group]] == here[0];
      sums[group] += (failed ? curves[group].events[next[group]] : 0) - here[2] * share;
      for (int other = 0; other < kept; other++) {
        double both = (group == other ? 1 : 0) - share(curves[other], next[other], all);
        sums[kept + group * kept + other] += spread * share * both;
      }
    }
  }

  private static double share(BareCurve curve, int next, double all) {
    return next < curve.size ? curve.atRisk[next] / all : 0;
  }

  private static long[] sorted(long[] keys) {
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int[] starts = new int[BUCKETS + 1];
      for (long key : from) {
        starts[((int) (key >>> shift) & (BUCKETS - 1)) + 1]++;
      }
      for (int bucket = 1; bucket < BUCKETS; bucket++) {
        starts[bucket] += starts[bucket - 1];
      }
      for (long key : from) {
        to[starts[(int) (key >>> shift) & (BUCKETS - 1)]++] = key;
      }
      long[] spare = from;
      from = to;
      to = spare;
    }
    return from;
  }
}
