package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
  @Test
  void keepsWhatPlainAdditionLoses() {
    assertThat(CompensatedSum.of(1e16, 1, -1e16)).isEqualTo(1);
    assertThat(CompensatedSum.of(1, 1e16, 1, -1e16)).isEqualTo(2);
    assertThat(CompensatedSum.of()).isZero();
  }

  @Test
  void addsOneByOne() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < 1_000_000; i++) {
      sum.add(0.1);
    }
    assertThat(sum.value()).isEqualTo(100_000);
    assertThat(sum).hasToString("CompensatedSum{100000.0}");
  }
}
