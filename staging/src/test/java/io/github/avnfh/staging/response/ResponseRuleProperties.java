package io.github.avnfh.staging.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.staging.Draft;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ResponseRuleProperties {

  @Provide
  Arbitrary<Draft> hips() {
    return Draft.consistent();
  }

  @Provide
  Arbitrary<Draft> assessed() {
    return Draft.assessed();
  }

  @Property(tries = 1000)
  void worseningAFindingNeverImprovesTheResponse(
      @ForAll("assessed") Draft before,
      @ForAll("assessed") Draft after,
      @ForAll @IntRange(max = Draft.CELLS - 1) int cell,
      @ForAll @DoubleRange(max = 1) double fraction) {
    ImagingResponse.Outcome outcome = assess(before, after).outcome();
    ImagingResponse.Outcome worse = assess(before, after.worsen(cell, fraction)).outcome();
    assertThat(outcome == ImagingResponse.Outcome.NOT_EVALUABLE || worse.compareTo(outcome) >= 0)
        .isTrue();
  }

  @Property
  void aHipThatDidNotChangeNeverProgresses(@ForAll("hips") Draft hip) {
    assertThat(assess(hip, hip).outcome())
        .isIn(ImagingResponse.Outcome.STABLE, ImagingResponse.Outcome.NOT_EVALUABLE);
  }

  @Property
  void fillingAGapNeverTurnsOneAnswerIntoAnother(
      @ForAll("assessed") Draft before,
      @ForAll("assessed") Draft after,
      @ForAll @IntRange(max = Draft.CELLS - 1) int cell,
      @ForAll @DoubleRange(max = 1) double fraction) {
    ImagingResponse.Outcome outcome = assess(before, after.without(cell)).outcome();
    ImagingResponse.Outcome filled = assess(before, after.fill(cell, fraction)).outcome();
    boolean open = outcome == ImagingResponse.Outcome.NOT_EVALUABLE
        || filled == ImagingResponse.Outcome.NOT_EVALUABLE;
    assertThat(open || filled == outcome).isTrue();
  }

  private static ImagingResponse assess(Draft before, Draft after) {
    return ResponseRule.study(5)
        .assess(List.of(
            read(Timepoint.baseline(), 0, before.findings()),
            read(Timepoint.ofMonths(12), 365, after.findings())));
  }

  private static ImageReading read(Timepoint timepoint, int day, Findings findings) {
    return ImageReading.builder()
        .timepoint(timepoint)
        .day(day)
        .modality(Modality.COMBINED)
        .reader("R1")
        .findings(findings)
        .build();
  }
}
