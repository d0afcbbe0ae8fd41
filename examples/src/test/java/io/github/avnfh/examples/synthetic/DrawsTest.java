package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  /** The first outputs of Vigna's splitmix64.c for the seed 1234567. */
  @Test
  void isSplitMix64() {
    Draws draws = new Draws(1_234_567);
    assertThat(draws.next()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
    assertThat(draws.next()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
    assertThat(draws.next()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void agreesWithTheGeneratorOfTheJdk() {
    Draws draws = new Draws(-5);
    SplittableRandom jdk = new SplittableRandom(-5);
    for (int i = 0; i < 1_000; i++) {
      assertThat(draws.next()).isEqualTo(jdk.nextLong());
    }
  }

  @Test
  void reachesBothEndsOfARangeAndNothingBeyond() {
    Draws draws = new Draws(1);
    assertThat(IntStream.range(0, 1_000).map(i -> draws.between(-2, 2)).boxed())
        .contains(-2, 2)
        .allMatch(value -> value >= -2 && value <= 2);
  }

  /** Six standard errors of a mean over 10,000 draws are 0.06. */
  @Test
  void drawsNormalVariatesAroundZeroWithUnitVariance() {
    Draws draws = new Draws(2);
    double[] values =
        IntStream.range(0, 10_000).mapToDouble(i -> draws.normal()).toArray();
    double mean =
        IntStream.range(0, 10_000).mapToDouble(i -> values[i]).average().orElseThrow();
    double square = IntStream.range(0, 10_000)
        .mapToDouble(i -> values[i] * values[i])
        .average()
        .orElseThrow();
    assertThat(mean).isBetween(-0.06, 0.06);
    assertThat(square).isBetween(0.92, 1.08);
  }
}
