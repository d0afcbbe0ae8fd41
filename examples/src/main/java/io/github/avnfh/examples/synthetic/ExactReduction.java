package io.github.avnfh.examples.synthetic;

import java.util.List;

/**
 * Adjusts the last lesion of several hips until the mean of their relative reductions prints as
 * given.
 *
 * <p>Every hip is first moved by the same share of its way towards its limit; single steps of a
 * tenth then repair what rounding left over.
 */
final class ExactReduction {
  /** Safely inside half a unit of the printed digit. */
  private static final double TOLERANCE = 0.04;

  private static final int MOST_STEPS = 1_000_000;

  private final double goal;
  private final List<SubjectHip> hips;
  private final List<int[]> limits;

  /** Aims at a mean in percent; the limits hold the least and the most that each hip may lose. */
  ExactReduction(double goal, List<SubjectHip> hips, List<int[]> limits) {
    this.goal = goal;
    this.hips = hips;
    this.limits = limits;
  }

  /** Comes as close as the limits and the rounding to tenths allow. */
  void approach() {
    int end = missing() > 0 ? 1 : 0;
    double possible = 0;
    for (int i = 0; i < hips.size(); i++) {
      possible += percent(hips.get(i), wayToLimit(i, end));
    }
    double share = possible == 0 ? 0 : Math.min(1, missing() * hips.size() / possible);
    for (int i = 0; i < hips.size(); i++) {
      hips.get(i).lastImage().lesion -= (int) Math.rint(share * wayToLimit(i, end));
    }
  }

  private int wayToLimit(int index, int end) {
    return limits.get(index)[end] - lost(hips.get(index));
  }

  /** Repairs what is missing to the printed digit. */
  void repair(Draws draws) {
    for (int step = 0; Math.abs(missing()) > TOLERANCE; step++) {
      if (step > MOST_STEPS) {
        throw new IllegalStateException(
            "no lesions were found whose mean reduction prints as " + goal + " %");
      }
      int index = draws.between(0, hips.size() - 1);
      int direction = missing() > 0 ? 1 : -1;
      int lost = lost(hips.get(index)) + direction;
      if (lost >= limits.get(index)[0] && lost <= limits.get(index)[1]) {
        hips.get(index).lastImage().lesion -= direction;
      }
    }
  }

  private double missing() {
    double sum = 0;
    for (SubjectHip hip : hips) {
      sum += percent(hip, lost(hip));
    }
    return hips.isEmpty() ? 0 : goal - sum / hips.size();
  }

  private static int lost(SubjectHip hip) {
    return hip.firstImage().lesion - hip.lastImage().lesion;
  }

  private static double percent(SubjectHip hip, int lost) {
    return 100.0 * lost / hip.firstImage().lesion;
  }
}
