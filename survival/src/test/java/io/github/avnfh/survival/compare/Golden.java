package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.Samples;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of {@code golden_compare.R} and the data they belong to. */
final class Golden {
  private static final int EYES = 60;

  private Golden() {}

  static void assertSame(double actual, String name) {
    double expected = GoldenFile.read("golden_compare.csv", 30).stream()
        .filter(row -> row.get("name").equals(name))
        .mapToDouble(row -> Double.parseDouble(row.get("value")))
        .findFirst()
        .orElseThrow();
    // R and this library sum in different orders
    assertThat(actual).as(name).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
  }

  /** The eyes in three groups b, c and a, in turn. */
  static FollowUp inThirds() {
    return Samples.eyes()
        .groups(IntStream.range(0, EYES).map(row -> row % 3).toArray(), List.of("b", "c", "a"))
        .build();
  }

  /** Weights 1.5, 2 and 1, in turn. */
  static FollowUpBuilder weighted() {
    return Samples.eyes()
        .weights(
            IntStream.rangeClosed(1, EYES).mapToDouble(i -> 1 + i % 3 / 2.0).toArray());
  }

  /** Strata by whether the number of the patient is even. */
  static FollowUpBuilder inHalves() {
    return Samples.eyes()
        .strata(GoldenFile.read("diabetic30.csv", EYES).stream()
            .map(row -> Integer.parseInt(row.get("patient")) % 2 == 0 ? "even" : "odd")
            .toList());
  }

  /** Every second eye under observation from the middle of its time only. */
  static FollowUpBuilder late() {
    FollowUp eyes = Samples.eyes().build();
    return Samples.eyes()
        .entry(IntStream.range(0, EYES)
            .mapToDouble(row -> row % 2 == 1 ? eyes.time(row) / 2 : 0)
            .toArray());
  }
}
