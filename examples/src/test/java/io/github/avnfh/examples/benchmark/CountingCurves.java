package io.github.avnfh.examples.benchmark;

/** Curves from whole days: one pass that counts, one pass over the days. */
final class CountingCurves {
  private final int[] events;
  private final int[] leaving;
  private final int groups;
  private final int length;

  private CountingCurves(HipColumns hips, int groups) {
    this.groups = groups;
    int last = 0;
    for (int day : hips.days) {
      last = Math.max(last, day);
    }
    length = last + 1;
    events = new int[groups * length];
    leaving = new int[groups * length];
    for (int hip = 0; hip < hips.size(); hip++) {
      int cell = hips.groups[hip] * length + hips.days[hip];
      leaving[cell]++;
      events[cell] += hips.events[hip] ? 1 : 0;
    }
  }

  static CountingCurves of(HipColumns hips, int groups) {
    return new CountingCurves(hips, groups);
  }

  private int[] sizes() {
    int[] sizes = new int[groups];
    for (int cell = 0; cell < leaving.length; cell++) {
      sizes[cell / length] += leaving[cell];
    }
    return sizes;
  }

  BareCurve[] curves() {
    int[] atRisk = sizes();
    BareCurve[] curves = new BareCurve[groups];
    for (int group = 0; group < groups; group++) {
      curves[group] = new BareCurve(length);
      for (int day = 0; day < length; day++) {
        int cell = group * length + day;
        if (leaving[cell] > 0) {
          curves[group].step(day, atRisk[group], events[cell]);
          atRisk[group] -= leaving[cell];
        }
      }
    }
    return curves;
  }

  /** Observed minus expected events of each group but the last, and their covariances, by rows. */
  double[] logRank() {
    int kept = groups - 1;
    double[] sums = new double[kept + kept * kept];
    int[] atRisk = sizes();
    for (int day = 0; day < length; day++) {
      int all = 0;
      int failed = 0;
      for (int group = 0; group < groups; group++) {
        all += atRisk[group];
        failed += events[group * length + day];
      }
      if (failed > 0) {
        add(sums, day, atRisk, all, failed);
      }
      for (int group = 0; group < groups; group++) {
        atRisk[group] -= leaving[group * length + day];
      }
    }
    return sums;
  }

  private void add(double[] sums, int day, int[] atRisk, double all, int failed) {
    int kept = groups - 1;
    double spread = all > 1 ? failed * (all - failed) / (all - 1) : 0;
    for (int group = 0; group < kept; group++) {
      double share = atRisk[group] / all;
      sums[group] += events[group * length + day] - failed * share;
      for (int other = 0; other < kept; other++) {
        double both = share * ((group == other ? 1 : 0) - atRisk[other] / all);
        sums[kept + group * kept + other] += spread * both;
      }
    }
  }
}
