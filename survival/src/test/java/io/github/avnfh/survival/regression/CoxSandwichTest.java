package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.avnfh.survival.FollowUp;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * More rows than are read at once, whose patients lie in any order: a patient with a fifth of all
 * rows, some with two, and the rest with one; Breslow's ties, so that the definitions are short.
 */
class CoxSandwichTest {
  private static final int ROWS = 1_300;
  private static final int LONGEST = 60;
  private static final int P = 2;
  private static final Percentage ROUNDING = withinPercentage(1e-9);

  private final int[] days = new int[ROWS];
  private final boolean[] events = new boolean[ROWS];
  private final int[] patients = new int[ROWS];
  private final double[][] x = new double[P][ROWS];
  private final boolean[] missing = new boolean[ROWS];
  private final CoxModel model;
  private final double[] beta = new double[P];

  CoxSandwichTest() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < ROWS; i++) {
      days[i] = 1 + random.nextInt(LONGEST);
      events[i] = random.nextInt(3) > 0;
      patients[i] = random.nextInt(5) == 0 ? 0 : 7 + random.nextInt(900);
      x[0][i] = 40 + random.nextInt(30);
      x[1][i] = random.nextInt(2);
      missing[i] = i % 17 == 0;
    }
    Covariates design = Covariates.ofRows(ROWS)
        .number(
            "age",
            IntStream.range(0, ROWS)
                .mapToObj(i -> missing[i] ? OptionalDouble.empty() : OptionalDouble.of(x[0][i]))
                .toList())
        .number("sex", x[1])
        .build();
    FollowUp followUp = FollowUp.ofDays(days, events).clusters(patients).build();
    model = CoxRegression.withDefaults().with(TieMethod.BRESLOW).fit(followUp, design);
    for (int j = 0; j < P; j++) {
      beta[j] = model.coefficients().get(j).estimate().orElseThrow();
    }
  }

  private double ratio(int i) {
    return missing[i] ? 0 : Math.exp(beta[0] * x[0][i] + beta[1] * x[1][i]);
  }

  /** By patient: the sum of the residuals, then the leverage, summed over the risk sets. */
  private double[][] sums() {
    double[][] sums = new double[1_000][P + P * P];
    for (int day = 1; day <= LONGEST; day++) {
      double all = 0;
      double[] mean = new double[P];
      int deaths = 0;
      for (int i = 0; i < ROWS; i++) {
        if (days[i] >= day) {
          all += ratio(i);
          mean[0] += ratio(i) * x[0][i];
          mean[1] += ratio(i) * x[1][i];
          deaths += days[i] == day && events[i] && !missing[i] ? 1 : 0;
        }
      }
      mean[0] /= all;
      mean[1] /= all;
      for (int i = 0; i < ROWS; i++) {
        if (days[i] >= day && !missing[i]) {
          double expected = ratio(i) * deaths / all;
          double observed = days[i] == day && events[i] ? 1 : 0;
          for (int j = 0; j < P; j++) {
            double own = x[j][i] - mean[j];
            sums[patients[i]][j] += (observed - expected) * own;
            for (int k = 0; k < P; k++) {
              sums[patients[i]][P + P * j + k] += expected * own * (x[k][i] - mean[k]);
            }
          }
        }
      }
    }
    return sums;
  }

  /** Sums of d d' with d = (A - f L)^-1 u, of two rows and columns by Cramer's rule. */
  private double[][] variance(double f) {
    double[][] sums = sums();
    double[] a = new double[P * P];
    for (double[] each : sums) {
      IntStream.range(0, a.length).forEach(at -> a[at] += each[P + at]);
    }
    double[][] variance = new double[P][P];
    for (double[] each : sums) {
      double[] left = new double[a.length];
      IntStream.range(0, a.length).forEach(at -> left[at] = a[at] - f * each[P + at]);
      double determinant = left[0] * left[3] - left[1] * left[2];
      double[] d = {
        (left[3] * each[0] - left[1] * each[1]) / determinant,
        (left[0] * each[1] - left[2] * each[0]) / determinant
      };
      for (int j = 0; j < P; j++) {
        for (int k = 0; k < P; k++) {
          variance[j][k] += d[j] * d[k];
        }
      }
    }
    return variance;
  }

  private static void assertSame(double[][] found, double[][] expected) {
    for (int j = 0; j < P; j++) {
      for (int k = 0; k < P; k++) {
        assertThat(found[j][k]).isCloseTo(expected[j][k], ROUNDING);
      }
    }
  }

  @Test
  void sumsResidualsByPatientInAnyOrder() {
    assertSame(model.covariance(CoxVariance.ROBUST).orElseThrow(), variance(0));
  }

  @Test
  void correctsForFewPatientsInAnyOrder() {
    assertSame(model.covariance(CoxVariance.BIAS_CORRECTED).orElseThrow(), variance(1));
  }

  @Test
  void countsPatientsWithRows() {
    int found = (int) IntStream.range(0, ROWS)
        .filter(i -> !missing[i])
        .map(i -> patients[i])
        .distinct()
        .count();
    assertThat(model.clusters()).hasValue(found);
    assertThat(model.coefficients().get(0).degreesOfFreedom()).hasValue(found - 1.0);
  }
}
