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
