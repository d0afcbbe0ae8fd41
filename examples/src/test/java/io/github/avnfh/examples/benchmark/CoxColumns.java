package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.SplittableRandom;

/** Made-up hips with three covariates: the group as a number, the age in years, and the sex. */
final class CoxColumns {
  private static final int YOUNGEST = 20;
  private static final int YEARS = 50;

  final HipColumns hips;

  /** By covariate, then hip. */
  final double[][] covariates;

  private CoxColumns(HipColumns hips) {
    this.hips = hips;
    this.covariates = new double[3][hips.size()];
  }

  static CoxColumns random(int hips, long seed) {
    CoxColumns columns = new CoxColumns(HipColumns.random(hips, seed));
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int hip = 0; hip < hips; hip++) {
      columns.covariates[0][hip] = columns.hips.groups[hip];
      columns.covariates[1][hip] = YOUNGEST + YEARS * random.nextDouble();
      columns.covariates[2][hip] = random.nextInt(2);
    }
    return columns;
  }

  FollowUp independent() {
    return FollowUp.ofDays(hips.days, hips.events).build();
  }

  FollowUp byPatient() {
    return FollowUp.ofDays(hips.days, hips.events).clusters(hips.patients).build();
  }

  Covariates design() {
    return Covariates.ofRows(hips.size())
        .number("group", covariates[0])
        .number("age", covariates[1])
        .number("sex", covariates[2])
        .build();
  }

  CoxModel fit() {
    return CoxRegression.withDefaults().fit(independent(), design());
  }

  /** The largest difference between the library's coefficients and those by hand. */
  double difference() {
    double[] own = BareCox.of(hips, covariates);
    double largest = 0;
    int term = 0;
    for (RegressionCoefficient coefficient : fit().coefficients()) {
      double estimate = coefficient.estimate().orElseThrow();
      largest = Math.max(largest, Math.abs(estimate - own[term++]));
    }
    return largest;
  }
}
