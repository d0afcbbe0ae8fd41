package io.github.avnfh.survival;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How the errors of several groups go together.
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
 * covariance.between(0, 1); // OptionalDouble[-0.0740…
 * }</pre>
 */
public final class CurveCovariance {
  private final double[][] covariance;
  private final boolean[] known;

  CurveCovariance(
      List<SurvivalCurve> curves,
      Function<SurvivalCurve, Optional<double[]>> influence,
      Function<SurvivalCurve, OptionalDouble> standardError) {
    int size = curves.size();
    covariance = new double[size][size];
    known = new boolean[size];
    List<double[]> influences =
        curves.stream().flatMap(curve -> influence.apply(curve).stream()).toList();
    for (int group = 0; group < size; group++) {
      OptionalDouble error = standardError.apply(curves.get(group));
      known[group] = error.isPresent();
      for (int other = 0; other < group && !influences.isEmpty(); other++) {
        double product = product(influences.get(group), influences.get(other));
        covariance[group][other] = product;
        covariance[other][group] = product;
      }
      covariance[group][group] = error.orElse(0) * error.orElse(0);
    }
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
   *     no standard error
   */
  public OptionalDouble between(int group, int other) {
    return CurveFit.when(known[group] && known[other], covariance[group][other]);
  }

  @Override
  public String toString() {
    return "CurveCovariance{" + known.length + " groups}";
  }
}
