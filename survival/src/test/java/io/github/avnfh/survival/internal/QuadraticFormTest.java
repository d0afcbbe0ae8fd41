package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class QuadraticFormTest {
  private static void assertForm(double[][] covariance, double[] vector, double form, int rank) {
    double[] found = QuadraticForm.quadraticForm(covariance, vector);
    assertThat(found[0]).isCloseTo(form, within(1e-12));
    assertThat(found[1]).isEqualTo(rank);
  }

  /** The inverse of the first is 1/5 of (3, -1; -1, 2): (3 - 2 * 3 + 2 * 9) / 5. */
  @Test
  void dividesByTheCovariance() {
    assertForm(new double[][] {{2, 1}, {1, 3}}, new double[] {1, 3}, 3, 2);
    assertForm(new double[][] {{3, 1}, {1, 2}}, new double[] {3, 1}, 3, 2);
  }

  @Test
  void leavesOutWhatHasNoVarianceOfItsOwn() {
    assertForm(new double[][] {{0, 0}, {0, 2}}, new double[] {0, 2}, 2, 1);
    assertForm(new double[][] {{4, -4}, {-4, 4}}, new double[] {2, -2}, 1, 1);
    assertForm(new double[][] {{0}}, new double[] {0}, 0, 0);
  }

  @Test
  void doesNotCareAboutTheUnit() {
    assertForm(new double[][] {{2e-9, 1e-9}, {1e-9, 3e-9}}, new double[] {1e-5, 3e-5}, 0.3, 2);
    assertForm(new double[][] {{2e20, 1e20}, {1e20, 3e20}}, new double[] {1e10, 3e10}, 3, 2);
    assertForm(new double[][] {{4e-9, 4e-9}, {4e-9, 4e-9}}, new double[] {2e-5, 2e-5}, 0.1, 1);
  }

  /** The inverse of the first is 1/3 of (2, -1; -1, 2); the second has the eigenvalue -1. */
  @Test
  void tellsWhatIsNotPositiveDefinite() {
    double[] least = {1e-10, 1e-10};
    double[] u = {1, 0};
    assertThat(QuadraticForm.positiveForm(new double[][] {{2, 1}, {1, 2}}, u, least)
            .orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-15));
    assertThat(QuadraticForm.positiveForm(new double[][] {{1, 2}, {2, 1}}, u, least))
        .isEmpty();
    assertThat(QuadraticForm.positiveForm(new double[][] {{1, 1}, {1, 1}}, u, least))
        .isEmpty();
    assertThat(QuadraticForm.positiveForm(new double[][] {{0, 0}, {0, 1}}, u, least))
        .isEmpty();
  }

  private static OptionalDouble iterated(double[][] matrix, double... vector) {
    return QuadraticForm.iteratedForm(
        value -> new double[] {
          matrix[0][0] * value[0] + matrix[0][1] * value[1],
          matrix[1][0] * value[0] + matrix[1][1] * value[1]
        },
        new double[] {3, 1},
        vector);
  }

  /** As above; the third has the eigenvalue 2 on (1, -1) and 0 on (1, 1). */
  @Test
  void findsTheFormByWhatTheMatrixMakesOfVectors() {
    assertThat(iterated(new double[][] {{2, 1}, {1, 2}}, 1, 0).orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-14));
    assertThat(iterated(new double[][] {{1, -1}, {-1, 1}}, 1, -1).orElseThrow())
        .isCloseTo(1, within(1e-14));
    assertThat(iterated(new double[][] {{1, 2}, {2, 1}}, 1, -1)).isEmpty();
    assertThat(iterated(new double[][] {{2, 1}, {1, 2}}, 0, 0)).hasValue(0);
  }
}
