package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Exact numbers, which are the same in lowest terms. */
class FractionTest {
  @Test
  void areEqualInLowestTerms() {
    Fraction half = Fraction.of(1, 2);
    assertThat(half).isEqualTo(Fraction.of(2, 4)).hasSameHashCodeAs(Fraction.of(-3, -6));
    assertThat(half).isEqualTo(Fraction.of(new BigDecimal("0.50")));
    assertThat(half).isNotEqualTo(Fraction.of(1, 3)).isNotEqualTo("1/2");
    assertThat(half.hashCode()).isNotEqualTo(Fraction.of(1, 3).hashCode());
    assertThat(half).hasToString("1/2");
    assertThat(Fraction.of(1, -2)).hasToString("-1/2");
    assertThat(Fraction.of(new BigDecimal("1E3"))).isEqualTo(Fraction.of(1000));
  }

  @Test
  void printWithAnEllipsisWhereTheyGoOn() {
    assertThat(Fraction.of(2, 3).text(2)).isEqualTo("0.66…");
    assertThat(Fraction.of(-2, 3).text(2)).isEqualTo("-0.66…");
    assertThat(Fraction.of(5, 2).text(3)).isEqualTo("2.5");
    assertThat(Fraction.of(1000).text(3)).isEqualTo("1000");
    assertThat(Fraction.of(0).text(0)).isEqualTo("0");
  }
}
