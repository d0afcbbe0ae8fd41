package io.github.avnfh.examples.benchmark;

/**
 * Cumulative incidence of the first cause with its error from whole days: one pass that counts, one
 * pass over the days.
 *
 * <p>A row at risk up to t moves log S by c(t) and F by f(t). One that left at T has moved them by
 * what it did up to T, and F further by its move of log S times F(t) - F(T): a + b F(t). Sums of a
 * a, a b and b b give the variance of every day.
 */
final class CountingIncidence {
  final double[] share;
  final double[] error;
  private final int length;
  private final int group;

  // censored, the event, what competes, by day
  private final int[] counts;

  private CountingIncidence(int[] counts, int group, int length) {
    this.counts = counts;
    this.group = group;
    this.length = length;
    this.share = new double[length];
    this.error = new double[length];
  }

  static CountingIncidence[] of(HipColumns hips, int[] causes, int groups) {
    int last = 0;
    for (int day : hips.days) {
      last = Math.max(last, day);
    }
    int length = last + 1;
    int[] counts = new int[groups * length * 3];
    for (int hip = 0; hip < hips.size(); hip++) {
      counts[(hips.groups[hip] * length + hips.days[hip]) * 3 + causes[hip]]++;
    }
    CountingIncidence[] curves = new CountingIncidence[groups];
    for (int group = 0; group < groups; group++) {
      curves[group] = new CountingIncidence(counts, group, length);
      curves[group].run();
    }
    return curves;
  }

  private void run() {
    int from = group * length * 3;
    double atRisk = 0;
    for (int cell = from; cell < from + length * 3; cell++) {
      atRisk += counts[cell];
    }
    double survival = 1;
    double incidence = 0;
    double logOfRow = 0;
    double incidenceOfRow = 0;
    double aa = 0;
    double ab = 0;
    double bb = 0;
    for (int day = 0; day < length; day++) {
      int censored = counts[from + day * 3];
      int events = counts[from + day * 3 + 1];
      int others = counts[from + day * 3 + 2];
      double ended = events + others;
      double left = atRisk - ended;
      if (ended > 0) {
        incidenceOfRow += survival * events / atRisk * (logOfRow - 1 / atRisk);
        incidence += survival * events / atRisk;
        double gained = survival / atRisk;
        survival *= left / atRisk;
        double jump = left > 0 ? 1 / left : 0;
        logOfRow += jump * ended / atRisk;
        double b = logOfRow - jump;
        double a = incidenceOfRow - b * incidence;
        aa += events * (a + gained) * (a + gained) + others * a * a;
        ab += events * (a + gained) * b + others * a * b;
        bb += ended * b * b;
      }
      double a = incidenceOfRow - logOfRow * incidence;
      aa += censored * a * a;
      ab += censored * a * logOfRow;
      bb += censored * logOfRow * logOfRow;
      atRisk = left - censored;
      share[day] = incidence;
      error[day] = Math.sqrt(Math.max(
          0,
          aa + incidence * (2 * ab + incidence * bb) + atRisk * incidenceOfRow * incidenceOfRow));
    }
  }
}
