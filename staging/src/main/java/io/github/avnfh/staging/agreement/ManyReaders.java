package io.github.avnfh.staging.agreement;

import java.util.List;
import java.util.OptionalDouble;

/** Fleiss' kappa and Gwet's AC1, with subjects that not every reader rated. */
final class ManyReaders {
  private static final String CONVENTION =
      "t interval with subjects - 1 degrees of freedom, standard error linearized over subjects"
          + " (Gwet 2008)";

  /** Sums of shares that are 1 but for rounding. */
  private static final double ROUNDING = 1e-13;

  private static final double NO_SPREAD = 1e-12;

  private final KappaMethod method;
  private final int total;
  private final int categories;
  private final double[][] counts;
  private final int[] readings;
  private final int several;
  private final double[] shares;
  private final double observed;
  private final double expected;

  ManyReaders(KappaMethod method, Ratings<?> ratings) {
    List<List<Integer>> rated =
        ratings.positions().stream().filter(words -> !words.isEmpty()).toList();
    this.method = method;
    this.total = ratings.subjects();
    this.categories = ratings.categories().size();
    this.counts = new double[rated.size()][categories];
    this.readings = rated.stream().mapToInt(List::size).toArray();
    this.several = (int) rated.stream().filter(words -> words.size() > 1).count();
    Shape.atLeastTwo("subjects that two readers or more rated", several);
    this.shares = new double[categories];
    for (int subject = 0; subject < counts.length; subject++) {
      for (int category : rated.get(subject)) {
        counts[subject][category]++;
        shares[category] += 1.0 / readings[subject] / counts.length;
      }
    }
    double agreement = 0;
    for (int subject = 0; subject < counts.length; subject++) {
      agreement += agreement(subject);
    }
    this.observed = agreement / several;
    this.expected = expected(shares);
  }

  /** A standard error that is a sum of rounding errors stands for none. */
  static double unlessRounding(double error) {
    return error < NO_SPREAD ? 0 : error;
  }

  static boolean isWhole(double share) {
    return share > 1 - ROUNDING;
  }

  private double agreement(int subject) {
    if (readings[subject] < 2) {
      return 0;
    }
    double pairs = 0;
    for (double count : counts[subject]) {
      pairs += count * (count - 1);
    }
    return pairs / (readings[subject] * (readings[subject] - 1.0));
  }

  private double expected(double[] given) {
    double expected = 0;
    for (int category = 0; category < categories; category++) {
      expected += method == KappaMethod.FLEISS
          ? shares[category] * given[category]
          : (1 - shares[category]) * given[category] / (categories - 1);
    }
    return expected;
  }

  Coefficient estimate(double level) {
    Coefficient.Builder result = Coefficient.builder()
        .name(method.label())
        .convention(CONVENTION)
        .subjects(several)
        .leftOut(total - several)
        .observed(observed)
        .expected(expected);
    if (isWhole(expected)) {
      return result.build();
    }
    double kappa = (observed - expected) / (1 - expected);
    double error = unlessRounding(standardError(kappa));
    if (error > 0) {
      double reach = Quantiles.t((1 + level) / 2, counts.length - 1.0) * error;
      result.interval(Limits.of(kappa - reach, kappa + reach, level));
    }
    return result.estimate(kappa).standardError(OptionalDouble.of(error)).build();
  }

  private double standardError(double kappa) {
    double sum = 0;
    for (int subject = 0; subject < counts.length; subject++) {
      double influence = influence(subject, kappa);
      sum += influence * influence;
    }
    return Math.sqrt(sum / (counts.length * (counts.length - 1.0)));
  }

  private double influence(int subject, double kappa) {
    double[] given = new double[categories];
    for (int category = 0; category < categories; category++) {
      given[category] = counts[subject][category] / readings[subject];
    }
    double weight = readings[subject] > 1 ? counts.length / (double) several : 0;
    double ofAgreement = weight * (agreement(subject) - observed);
    double ofChance = 2 * (1 - kappa) * (expected(given) - expected);
    return (ofAgreement - ofChance) / (1 - expected);
  }
}
