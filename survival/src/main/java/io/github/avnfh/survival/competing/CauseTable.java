package io.github.avnfh.survival.competing;

/**
 * The incidence of one kind of event at each time, and what its error needs to know of the group.
 */
final class CauseTable {
  private final double[] hazard;
  private final double[] incidence;
  private final double[] slope;
  private final double[] jump;
  private final double[] perRow;
  private final double[] free;
  private final boolean[] alone;

  CauseTable(GroupRows rows, int cause) {
    int size = rows.times().length;
    hazard = new double[size + 1];
    incidence = new double[size + 1];
    slope = new double[size + 1];
    jump = new double[size];
    perRow = new double[size];
    double[] own = rows.sums(cause);
    double[] other =
        rows.sums(cause == GroupMembers.EVENT ? GroupMembers.COMPETING : GroupMembers.EVENT);
    free = new double[size + 1];
    alone = new boolean[size + 1];
    free[0] = 1;
    alone[0] = true;
    for (int i = 0; i < size; i++) {
      double n = rows.atRisks()[i];
      double events = own[i] + other[i];
      double left = n - events;
      // J = 1 / (Y (1 - h)) = 1 / (Y - d)
      jump[i] = left > 0 ? 1 / left : 0;
      perRow[i] = free[i] / n;
      // dF = S(t-) c / Y, dX = dF (A(t-) - 1 / Y), dA = h J
      double grown = free[i] * (own[i] / n);
      incidence[i + 1] = incidence[i] + grown;
      slope[i + 1] = slope[i] + grown * (hazard[i] - 1 / n);
      hazard[i + 1] = hazard[i] + events / n * jump[i];
      // S = S(t-) (Y - d) / Y, Kaplan-Meier of any event
      free[i + 1] = free[i] * (Math.max(0, left) / n);
      alone[i + 1] = alone[i] && other[i] == 0;
    }
  }

  /** The sum of h/(Y(1-h)) before the time with that index. */
  double hazard(int index) {
    return hazard[index];
  }

  /** The incidence before the time with that index. */
  double incidence(int index) {
    // the last rounding of a sum of thirds
    return alone[index] && free[index] == 0 ? 1 : Math.min(1, incidence[index]);
  }

  /** The sum of the growth times (A(t-) - 1/Y) before the time with that index. */
  double slope(int index) {
    return slope[index];
  }

  /** 1/(Y(1-h)) at the time with that index, 0 where no row is left. */
  double jump(int index) {
    return jump[index];
  }

  /** S(t-)/Y at the time with that index. */
  double perRow(int index) {
    return perRow[index];
  }

  /** The proportion that is free of any event before the time with that index. */
  double free(int index) {
    return free[index];
  }

  int size() {
    return jump.length;
  }
}
