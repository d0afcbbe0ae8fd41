package io.github.avnfh.scoring.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.evidence.Threshold.Measure;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict on recorded decimals is that of whole numbers. */
class ThresholdProperties {
  private static final int MOST = 10_000;
  private static final Rule RULE =
      Rule.of("SOME-RULE", "1.0", "a hip responds", Citation.of("A", "[A]", "A 2000;1:1"));

  private static Instrument instrument(Instrument.Direction direction) {
    return Instrument.of("some", Quantity.of("some score", "points", 0, 100), direction);
  }

  private static Threshold threshold(
      Instrument instrument, Measure measure, double value, Boundary cut) {
    return Threshold.builder()
        .rule(RULE)
        .instrument(instrument)
        .population("anybody")
        .kind(measure == Measure.CHANGE_EITHER_WAY ? Threshold.Kind.MDC : Threshold.Kind.STUDY)
        .measure(measure)
        .value(value)
        .cut(cut)
        .build();
  }

  @Property(tries = 3_000)
  void everyKindOfThresholdJudgesLikeWholeNumbers(
      @ForAll Measure measure,
      @ForAll Boundary cut,
      @ForAll Instrument.Direction direction,
      @ForAll @IntRange(max = MOST) int before,
      @ForAll @IntRange(max = MOST) int after,
      @ForAll @IntRange(min = 1, max = MOST) int value) {
    // a value on the threshold, or a hundredth beside it, is what matters
    verdictIsThatOfWholeNumbers(measure, cut, direction, before, after, value);
    int change = Math.abs(after - before);
    for (int near = Math.max(1, change - 1); near <= Math.min(MOST, change + 1); near++) {
      verdictIsThatOfWholeNumbers(measure, cut, direction, before, after, near);
    }
  }

  private static void verdictIsThatOfWholeNumbers(
      Measure measure,
      Boundary cut,
      Instrument.Direction direction,
      int before,
      int after,
      int value) {
    Instrument instrument = instrument(direction);
    Change change =
        Change.between(Score.of(instrument, before / 100.0), Score.of(instrument, after / 100.0));
    boolean higher = direction == Instrument.Direction.HIGHER_IS_BETTER;
    long gain = higher ? after - before : before - after;
    Optional<Integer> side = switch (measure) {
      case IMPROVEMENT -> Optional.of(Long.compare(gain, value));
      case PERCENT_IMPROVEMENT ->
        before == 0
            ? Optional.empty()
            : Optional.of(Long.compare(10_000 * gain, (long) value * before));
      case LATER_SCORE -> Optional.of(higher ? after - value : value - after);
      case CHANGE_EITHER_WAY -> Optional.of(Long.compare(Math.abs(gain), value));
    };
    Optional<Boolean> expected = side.map(sign -> cut == Boundary.STRICT ? sign > 0 : sign >= 0);
    assertThat(change.reaches(threshold(instrument, measure, value / 100.0, cut)))
        .isEqualTo(expected);
  }

  /** Pairs of the cuts that doubles judge wrongly. */
  @ParameterizedTest
  @CsvSource({
    "IMPROVEMENT, STRICT, 20, 55.9, 75.9, false",
    "IMPROVEMENT, INCLUSIVE, 20, 55.9, 75.9, true",
    "IMPROVEMENT, INCLUSIVE, 15.3, 40.1, 55.4, true",
    "IMPROVEMENT, STRICT, 10.1, 20.2, 30.3, false",
    "IMPROVEMENT, INCLUSIVE, 2, 0.1, 2.1, true",
    "PERCENT_IMPROVEMENT, INCLUSIVE, 32, 2.5, 3.3, true",
    "CHANGE_EITHER_WAY, STRICT, 0.2, 0.3, 0.1, false"
  })
  void judgesOnTheCut(
      Measure measure, Boundary cut, double value, double before, double after, boolean expected) {
    Instrument instrument = instrument(Instrument.Direction.HIGHER_IS_BETTER);
    Change change = Change.between(Score.of(instrument, before), Score.of(instrument, after));
    assertThat(change.reaches(threshold(instrument, measure, value, cut))).contains(expected);
  }

  @Property
  void improvementAndDifferenceAreDecimals(
      @ForAll @IntRange(max = MOST) int before, @ForAll @IntRange(max = MOST) int after) {
    Instrument instrument = instrument(Instrument.Direction.LOWER_IS_BETTER);
    Change change =
        Change.between(Score.of(instrument, before / 100.0), Score.of(instrument, after / 100.0));
    assertThat(change.difference()).isEqualTo((after - before) / 100.0);
    assertThat(change.improvement()).isEqualTo((before - after) / 100.0);
  }
}
