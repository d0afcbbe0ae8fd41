package io.github.avnfh.survival.regression;

/**
 * Anderson's acceleration of steps f that shrink by much the same factors: with the changes of
 * places and steps over the last few steps in the columns of Z and F, the next place is z + f - (Z
 * + F) g, with the g for which f - F g is shortest.
 *
 * @see <a href="https://doi.org/10.1137/10078356X">Walker HF, Ni P. Anderson acceleration for
 *     fixed-point iterations. SIAM J Numer Anal 2011;49:1715-35</a>
 */
final class AndersonAcceleration {
  private static final int DEPTH = 3;

  private final double[][] places;
  private final double[][] steps;
  private final double[] lastPlace;
  private final double[] lastStep;
  private int count;

  AndersonAcceleration(int length) {
    places = new double[DEPTH][length];
    steps = new double[DEPTH][length];
    lastPlace = new double[length];
    lastStep = new double[length];
  }

  /** Forgets earlier steps. */
  void forget() {
    count = 0;
  }

  /** Writes the place that follows place z with the step f. */
  void next(double[] z, double[] f, double[] weights, double[] to) {
    if (count > 0) {
      // the oldest change makes room
      int slot = (count - 1) % DEPTH;
      for (int i = 0; i < z.length; i++) {
        places[slot][i] = z[i] - lastPlace[i];
        steps[slot][i] = f[i] - lastStep[i];
      }
    }
    System.arraycopy(z, 0, lastPlace, 0, z.length);
    System.arraycopy(f, 0, lastStep, 0, z.length);
    double[] parts = parts(Math.min(count, DEPTH), f, weights);
    count++;
    for (int i = 0; i < z.length; i++) {
      // z + f - (Z + F) g
      to[i] = z[i] + f[i];
    }
    for (int k = 0; k < parts.length; k++) {
      for (int i = 0; i < z.length; i++) {
        to[i] -= parts[k] * (places[k][i] + steps[k][i]);
      }
    }
  }

  /** Least squares; nothing is taken off where the last steps are all but dependent. */
  private double[] parts(int columns, double[] f, double[] weights) {
    // F'M F g = F'M f, with the metric M
    double[][] products = new double[columns][columns];
    double[] sides = new double[columns];
    double[] weighted = new double[f.length];
    for (int a = 0; a < columns; a++) {
      for (int i = 0; i < f.length; i++) {
        weighted[i] = weights[i] * steps[a][i];
      }
      sides[a] = ColumnSums.ofProducts(weighted, 0, f, 0, f.length);
      for (int b = 0; b < columns; b++) {
        products[a][b] = ColumnSums.ofProducts(weighted, 0, steps[b], 0, f.length);
      }
    }
    return SymmetricMatrix.of(products).map(each -> each.solve(sides)).orElse(new double[0]);
  }
}
