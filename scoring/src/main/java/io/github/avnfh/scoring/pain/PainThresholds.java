package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.evidence.Threshold.Kind;
import io.github.avnfh.core.evidence.Threshold.Measure;
import java.util.List;

/**
 * Published thresholds for pain, each with the population in which it was found.
 *
 * <p>None was found in osteonecrosis of the femoral head, and none is a default. Improvement on a
 * threshold counts.
 *
 * <pre>{@code
 * PainThresholds.TUBACH_2005_POINTS.text();
 * // MCII threshold: improvement >= 15.3 mm (osteoarthritis of the hip)
 * PainThresholds.of(Instruments.PAIN_VAS_MM).size(); // 3
 * }</pre>
 */
public final class PainThresholds {
  private static final String HIP_OSTEOARTHRITIS = "osteoarthritis of the hip";
  private static final String CHRONIC_PAIN = "chronic pain";

  private static final Citation TUBACH_MCII = Citation.of(
      "Tubach F, Ravaud P, Baron G, Falissard B, Logeart I, Bellamy N, et al",
      "Evaluation of clinically relevant changes in patient reported outcomes in knee and hip"
          + " osteoarthritis: the minimal clinically important improvement",
      "Ann Rheum Dis 2005;64:29-33",
      "10.1136/ard.2004.022905");

  private static final Citation FARRAR = Citation.of(
      "Farrar JT, Young JP, LaMoreaux L, Werth JL, Poole RM",
      "Clinical importance of changes in chronic pain intensity measured on an 11-point numerical"
          + " pain rating scale",
      "Pain 2001;94:149-58",
      "10.1016/S0304-3959(01)00349-9");

  /** At least 15.3 mm less on the VAS, in osteoarthritis of the hip. */
  public static final Threshold TUBACH_2005_POINTS = Threshold.builder()
      .rule(rule("VAS-MCII-TUBACH-2005-MM", "pain falls by at least 15.3 mm", TUBACH_MCII))
      .instrument(Instruments.PAIN_VAS_MM)
      .population(HIP_OSTEOARTHRITIS)
      .kind(Kind.MCII)
      .measure(Measure.IMPROVEMENT)
      .value(15.3)
      .cut(Boundary.INCLUSIVE)
      .build();

  /** At least 32.0 % less on the VAS, in osteoarthritis of the hip. */
  public static final Threshold TUBACH_2005_PERCENT = Threshold.builder()
      .rule(rule("VAS-MCII-TUBACH-2005-PERCENT", "pain falls by at least 32.0 %", TUBACH_MCII))
      .instrument(Instruments.PAIN_VAS_MM)
      .population(HIP_OSTEOARTHRITIS)
      .kind(Kind.MCII)
      .measure(Measure.PERCENT_IMPROVEMENT)
      .value(32)
      .cut(Boundary.INCLUSIVE)
      .build();

  /** At most 35.0 mm on the VAS, in osteoarthritis of the hip. */
  public static final Threshold TUBACH_2005_STATE = Threshold.builder()
      .rule(rule(
          "VAS-PASS-TUBACH-2005",
          "pain is at most 35.0 mm",
          Citation.of(
              "Tubach F, Ravaud P, Baron G, Falissard B, Logeart I, Bellamy N, et al",
              "Evaluation of clinically relevant states in patient reported outcomes in knee and hip"
                  + " osteoarthritis: the patient acceptable symptom state",
              "Ann Rheum Dis 2005;64:34-7")))
      .instrument(Instruments.PAIN_VAS_MM)
      .population(HIP_OSTEOARTHRITIS)
      .kind(Kind.PASS)
      .measure(Measure.LATER_SCORE)
      .value(35)
      .cut(Boundary.INCLUSIVE)
      .build();

  /**
   * At least 2 points less on the NRS, in chronic pain. The source calls it a clinically important
   * difference.
   */
  public static final Threshold FARRAR_2001_POINTS = Threshold.builder()
      .rule(rule("NRS-CID-FARRAR-2001-POINTS", "pain falls by at least 2 points", FARRAR))
      .instrument(PainScores.NUMERIC_RATING)
      .population(CHRONIC_PAIN)
      .kind(Kind.MCID)
      .measure(Measure.IMPROVEMENT)
      .value(2)
      .cut(Boundary.INCLUSIVE)
      .build();

  /**
   * At least 30 % less on the NRS, in chronic pain. The source calls it a clinically important
   * difference.
   */
  public static final Threshold FARRAR_2001_PERCENT = Threshold.builder()
      .rule(rule("NRS-CID-FARRAR-2001-PERCENT", "pain falls by at least 30 %", FARRAR))
      .instrument(PainScores.NUMERIC_RATING)
      .population(CHRONIC_PAIN)
      .kind(Kind.MCID)
      .measure(Measure.PERCENT_IMPROVEMENT)
      .value(30)
      .cut(Boundary.INCLUSIVE)
      .build();

  private PainThresholds() {}

  private static Rule rule(String id, String statement, Citation citation) {
    return Rule.of(id, "1.0", statement, citation);
  }

  /**
   * Returns the thresholds of one instrument.
   *
   * @param instrument the instrument
   * @return its thresholds, perhaps none
   */
  public static List<Threshold> of(Instrument instrument) {
    return List.of(
            TUBACH_2005_POINTS,
            TUBACH_2005_PERCENT,
            TUBACH_2005_STATE,
            FARRAR_2001_POINTS,
            FARRAR_2001_PERCENT)
        .stream()
        .filter(threshold -> threshold.instrument().equals(instrument))
        .toList();
  }
}
