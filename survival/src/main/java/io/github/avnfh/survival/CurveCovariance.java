package io.github.avnfh.survival;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The covariance of the groups' estimates.
 *
 * <p>Curves of groups that share no patient are independent. Where the hips of one patient lie in
 * two groups they are not: the covariance is then the sum, over clusters, of the product of a
 * cluster's influence on the one group and on the other.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {200, 730, 300, 740, 150, 700}, new boolean[] {true, false, true, false, true, true})
 *     .groups(List.of("left", "left", "left", "right", "right", "right"))
 *     .clusters(List.of("P01", "P02", "P03", "P01", "P02", "P03"))
 *     .build();
 * CurveCovariance covariance = KaplanMeier.withDefaults().estimate(hips).covarianceAt(365);
 * covariance.between(0, 1);     // OptionalDouble[-0.0740…
 * covariance.correlation(0, 1); // OptionalDouble[-1.0]
 * }</pre>
 */
public final class CurveCovariance {
  private final double[] errors;
  private final double[][] correlation;
  private final boolean[] known;

  private CurveCovariance(double[] errors, double[][] correlation, boolean[] known) {
    this.errors = errors;
    this.correlation = correlation;
    this.known = known;
  }

  /**
   * The covariance of estimates with these errors, from the influence of every cluster on each: the
   * correlation is the cosine of the angle between two influences. Without influences estimates are
   * independent.
   */
  static CurveCovariance of(List<double[]> influences, List<OptionalDouble> standardErrors) {
    int size = standardErrors.size();
    double[][] correlation = new double[size][size];
    double[] errors = new double[size];
    boolean[] known = new boolean[size];
    List<double[]> directions =
        influences.stream().map(CurveCovariance::direction).toList();
    for (int group = 0; group < size; group++) {
      known[group] = standardErrors.get(group).isPresent();
      errors[group] = standardErrors.get(group).orElse(0);
      correlation[group][group] = 1;
      for (int other = 0; other < group && !directions.isEmpty(); other++) {
        double cosine = product(directions.get(group), directions.get(other));
        correlation[group][other] = Math.max(-1, Math.min(1, cosine));
        correlation[other][group] = correlation[group][other];
      }
    }
    return new CurveCovariance(errors, correlation, known);
  }

  /** The influences as multiples of the root of their sum of squares, which is the error. */
  private static double[] direction(double[] influence) {
    // scaled by the largest first, so that squares neither overflow nor vanish
    double largest = Arrays.stream(influence).map(Math::abs).max().orElse(0);
    if (!(largest > 0 && largest <= Double.MAX_VALUE)) {
      return new double[influence.length];
    }
    double[] scaled = Arrays.stream(influence).map(one -> one / largest).toArray();
    double length = Math.sqrt(product(scaled, scaled));
    return Arrays.stream(scaled).map(one -> one / length).toArray();
  }

  private static double product(double[] first, double[] second) {
    double sum = 0;
    for (int cluster = 0; cluster < first.length; cluster++) {
      sum += first[cluster] * second[cluster];
    }
    return sum;
  }

  /**
   * Returns the covariance of two groups, or the variance of one.
   *
   * @param group the index of a group, from 0
   * @param other the index of a group, from 0
   * @return the covariance, 0 for groups that share no cluster, or nothing where either group has
   *     no standard error, or the product of both is no finite number
   * @throws IllegalArgumentException if there is no group of that index
   */
  public OptionalDouble between(int group, int other) {
    check(group);
    check(other);
    return ProductLimit.when(
        known[group] && known[other], correlation[group][other] * errors[group] * errors[other]);
  }

  /**
   * Returns the correlation of two groups.
   *
   * @param group the index of a group, from 0
   * @param other the index of a group, from 0
   * @return the correlation in -1..1, 0 for groups that share no cluster, or nothing where either
   *     group has no standard error
   * @throws IllegalArgumentException if there is no group of that index
   */
  public OptionalDouble correlation(int group, int other) {
    check(group);
    check(other);
    return ProductLimit.when(known[group] && known[other], correlation[group][other]);
  }

  private void check(int group) {
    ColumnChecks.index("group", group, known.length);
  }

  @Override
  public String toString() {
    return "CurveCovariance{" + known.length + " groups}";
  }
}
