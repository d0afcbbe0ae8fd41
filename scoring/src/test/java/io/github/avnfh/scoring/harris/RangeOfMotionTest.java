package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RangeOfMotionTest {

  static Stream<Arguments> motions() {
    return Stream.of(
        motion("flexion", 160, degrees -> RangeOfMotion.builder().flexionDegrees(degrees)),
        motion("abduction", 90, degrees -> RangeOfMotion.builder().abductionDegrees(degrees)),
        motion("adduction", 90, degrees -> RangeOfMotion.builder().adductionDegrees(degrees)),
        motion(
            "external rotation",
            90,
            degrees -> RangeOfMotion.builder().externalRotationDegrees(degrees)),
        motion(
            "internal rotation",
            90,
            degrees -> RangeOfMotion.builder().internalRotationDegrees(degrees)));
  }

  private static Arguments motion(
      String name, double most, Function<Double, ImmutableRangeOfMotion.Builder> measured) {
    return Arguments.of(name, most, measured);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("motions")
  void takesEveryDegreeThatAHipCanReach(
      String name, double most, Function<Double, ImmutableRangeOfMotion.Builder> measured) {
    assertThat(measured.apply(0.0).build().missing()).as(name).hasSize(4);
    assertThat(measured.apply(most).build().missing()).as(name).hasSize(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("motions")
  void refusesDegreesThatNoHipCanReach(
      String name, double most, Function<Double, ImmutableRangeOfMotion.Builder> measured) {
    DoubleStream.of(
            Math.nextUp(most),
            9999,
            -Double.MIN_VALUE,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY)
        .forEach(degrees -> assertThatThrownBy(() -> measured.apply(degrees).build())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(name + " [degrees] must lie in 0.0.." + most + ", but was " + degrees));
  }
}
