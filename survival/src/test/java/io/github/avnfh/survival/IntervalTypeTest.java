package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTypeTest {

  /** Next to 0 and 1 a scale may reach its ends, and its steps the largest double. */
  @ParameterizedTest
  @EnumSource
  void limitsHoldTheShareAndStayBetweenZeroAndOne(IntervalType scale) {
    for (double share : new double[] {1e-300, 1e-9, 0.5, 0.99999, Math.nextDown(1.0)}) {
      for (double reach : new double[] {0, 1e-9, 0.1, 1, 1e9}) {
        assertThat(scale.lower(share, reach)).isBetween(0.0, share);
        assertThat(scale.upper(share, reach)).isBetween(share, 1.0);
      }
    }
  }

  /** Odds of e^10000 have no double, and are a share of 1. */
  @Test
  void oddsBeyondAllMeasureAreCertain() {
    assertThat(IntervalType.LOGIT.upper(0.99999, 0.1)).isEqualTo(1);
    assertThat(IntervalType.LOGIT.lower(0.99999, 0.1)).isZero();
  }
}
