package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
  private static double sum(double... terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }

  @Test
  void keepsWhatALargeTermWouldSwallow() {
    assertThat(sum(1, 1e100, 1, -1e100)).isEqualTo(2);
    assertThat(sum(1e100, 1, -1e100, 3)).isEqualTo(4);
    assertThat(sum(1e16, 1, 1, 1, 1)).isEqualTo(1e16 + 4);
  }

  @Test
  void startsAtZero() {
    assertThat(sum()).isZero();
    assertThat(sum(0.5)).isEqualTo(0.5);
  }
}
