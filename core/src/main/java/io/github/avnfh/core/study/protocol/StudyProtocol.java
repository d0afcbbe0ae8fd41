package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.study.protocol.PlannedInjection.Condition;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.Centrifugation;
import java.util.List;

/**
 * The protocol of the study from which this library grew: core decompression with an injection of
 * autologous bone marrow mononuclear cells, repeated at 3 and 6 months.
 *
 * <p>What the criteria demand, with the boundaries as printed: age 18 to 55 years, both included;
 * Steinberg stage I to III; at least 3 months of conservative therapy; platelets of 80,000 per
 * microliter are eligible and 79,999 are not. Acetabular changes in the images of baseline fail the
 * stage regardless of its value; where the acetabulum was not assessed the stage decides, since
 * stages I to III leave it free. Readers who disagree on the lesion in the images of baseline leave
 * MRI confirmation unknown. Pregnancy is met by men for whom it is not recorded.
 *
 * <p>60 to 120 mL of marrow from the posterior iliac crest in aliquots of 5 to 10 mL, 1,200 rpm for
 * 10 min and 3,000 rpm for 7 min without a density gradient, culture or freezing, 8 to 14 mL of
 * cells; both ends of each range are allowed. The first injection is given on day 0 with a core
 * decompression by a drill of 3.2 mm, the second at 3 months without one, the third at 6 months by
 * clinical and MRI findings: the study publishes no rule, so the decision is the caller's and its
 * reason is to be recorded. Pain and the Harris Hip Score are asked at every visit, MRI is read at
 * baseline, 6, 12 and 24 months.
 *
 * <p>The study prints no windows around its visits. The caller declares them, or takes the named
 * default {@link #withHalfwayWindows()}. The injections at 3 and 6 months have the windows of the
 * visits.
 *
 * <p>Source: {@link Sources#STUDY}.
 *
 * <pre>{@code
 * Protocol study = StudyProtocol.withHalfwayWindows();
 * study.visits().timepoints().stream().map(Timepoint::code).toList();
 * // [BL, M1, M3, M6, M12, M18, M24]
 * study.criteria().size(); // 15
 * }</pre>
 */
public final class StudyProtocol {
  private static final Timepoint MONTH_3 = Timepoint.ofMonths(3);
  private static final Timepoint MONTH_6 = Timepoint.ofMonths(6);

  private StudyProtocol() {}

  /**
   * Returns the moments of the study's visits.
   *
   * @return baseline, 1, 3, 6, 12, 18 and 24 months
   */
  public static List<Timepoint> timepoints() {
    return List.of(
        Timepoint.baseline(),
        Timepoint.ofMonths(1),
        MONTH_3,
        MONTH_6,
        Timepoint.ofMonths(12),
        Timepoint.ofMonths(18),
        Timepoint.ofMonths(24));
  }

  /**
   * Returns the protocol with unpublished windows: every day belongs to the visit that is due
   * nearest, see {@link VisitSchedule#halfway(List)}.
   *
   * @return the protocol
   */
  public static Protocol withHalfwayWindows() {
    return with(VisitSchedule.halfway(timepoints()));
  }

  /**
   * Returns the protocol with windows that the caller declares.
   *
   * @param visits a schedule that holds the {@link #timepoints()} of the study
   * @return the protocol
   * @throws IllegalArgumentException if a visit of the study is missing
   */
  public static Protocol with(VisitSchedule visits) {
    if (!visits.timepoints().equals(timepoints())) {
      throw new IllegalArgumentException("visits of the study [months] must be at "
          + codes(timepoints()) + ", but were at " + codes(visits.timepoints()));
    }
    return Protocol.builder()
        .name("study")
        .source(Sources.STUDY)
        .addAllCriteria(StudyCriteria.ALL)
        .visits(visits)
        .addInstruments(Instruments.PAIN_VAS_CM, Instruments.HARRIS_HIP_SCORE)
        .addImaging(Timepoint.baseline(), MONTH_6, Timepoint.ofMonths(12), Timepoint.ofMonths(24))
        .addModalities(Modality.MRI, Modality.COMBINED)
        .addInjections(first(), second(visits), third(visits))
        .processing(processing())
        .build();
  }

  private static List<String> codes(List<Timepoint> timepoints) {
    return timepoints.stream().map(Timepoint::code).toList();
  }

  private static PlannedInjection first() {
    return PlannedInjection.builder()
        .number(1)
        .timepoint(Timepoint.baseline())
        .window(DayWindow.of(0, 0))
        .condition(Condition.ALWAYS)
        .withDecompression(true)
        .build();
  }

  private static PlannedInjection second(VisitSchedule visits) {
    return PlannedInjection.builder()
        .number(2)
        .timepoint(MONTH_3)
        .window(visits.visit(MONTH_3).orElseThrow().window())
        .condition(Condition.ALWAYS)
        .withDecompression(false)
        .build();
  }

  private static PlannedInjection third(VisitSchedule visits) {
    return PlannedInjection.builder()
        .number(3)
        .timepoint(MONTH_6)
        .window(visits.visit(MONTH_6).orElseThrow().window())
        .condition(Condition.BY_DECISION)
        .withDecompression(false)
        .build();
  }

  private static Processing processing() {
    return Processing.builder()
        .aspiratedMilliliters(StudyLimits.ASPIRATED)
        .aliquotMilliliters(StudyLimits.ALIQUOT)
        .finalMilliliters(StudyLimits.FINAL)
        .site(AspirationSite.POSTERIOR_ILIAC_CREST)
        .addSpins(Centrifugation.of(1_200, 10), Centrifugation.of(3_000, 7))
        .drillMillimeters(3.2)
        .allowsDensityGradient(false)
        .allowsCulture(false)
        .allowsCryopreservation(false)
        .build();
  }

  /** The limits that the study sets to the processing of marrow, both ends allowed. */
  static final class StudyLimits {
    static final Limit ASPIRATED = Limit.of(
        rule("ASPIRATE-VOLUME", "60 to 120 mL of marrow are aspirated"),
        Quantity.of("aspirated volume", "mL", 60, 120));

    static final Limit ALIQUOT = Limit.of(
        rule("ALIQUOT-VOLUME", "Marrow is aspirated in aliquots of 5 to 10 mL"),
        Quantity.of("aliquot", "mL", 5, 10));

    static final Limit FINAL = Limit.of(
        rule("FINAL-VOLUME", "The final volume of cells is 8 to 14 mL"),
        Quantity.of("final volume", "mL", 8, 14));

    private StudyLimits() {}

    private static Rule rule(String id, String statement) {
      return Rule.of("STUDY-" + id, "1.0", statement, Sources.STUDY);
    }
  }
}
