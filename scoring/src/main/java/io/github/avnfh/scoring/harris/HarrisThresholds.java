package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.evidence.Threshold.Kind;
import io.github.avnfh.core.evidence.Threshold.Measure;
import java.util.Locale;

/**
 * Published thresholds of the Harris Hip Score, each with the population in which it was found.
 *
 * <p>All come from total hip arthroplasty or translations of the score. None was found for
 * osteonecrosis of the femoral head, and none is a default. A score or gain on a threshold counts,
 * but for the error of measurement, which a change must exceed.
 *
 * <pre>{@code
 * Threshold acceptable = HarrisThresholds.GALEA_2020_1_YEAR;
 * acceptable.text();
 * // PASS threshold: later score >= 89.0 points (976 patients, 1 year after total hip arthroplasty)
 * acceptable.isReachedBy(89);   // true
 * acceptable.isReachedBy(88.9); // false
 * }</pre>
 */
public final class HarrisThresholds {
  private static final Citation GALEA = Citation.of(
      "Galea VP, Florissi I, Rojanasopondist P, Connelly JW, Ingelsrud LH, Bragdon C, et al",
      "The patient acceptable symptom state for the Harris Hip Score following total hip arthroplasty:"
          + " validated thresholds at 3-month, 1-, 3-, 5-, and 7-year follow-up",
      "J Arthroplasty 2020;35(1):145-152.e2",
      "10.1016/j.arth.2019.08.037");

  /** At least 76 points, 3 months after a total hip arthroplasty. */
  public static final Threshold GALEA_2020_3_MONTHS = state("3 months", 76);

  /** At least 89 points, 1 year after a total hip arthroplasty. */
  public static final Threshold GALEA_2020_1_YEAR = state("1 year", 89);

  /** At least 93 points, 3 years after a total hip arthroplasty. */
  public static final Threshold GALEA_2020_3_YEARS = state("3 years", 93);

  /** At least 94 points, 5 years after a total hip arthroplasty. */
  public static final Threshold GALEA_2020_5_YEARS = state("5 years", 94);

  /** At least 93 points, 7 years after a total hip arthroplasty. */
  public static final Threshold GALEA_2020_7_YEARS = state("7 years", 93);

  /** 10.1 points, in a Slovenian version of the score, 42 patients, 95 %. */
  public static final Threshold SLOVENIAN_2020 = Threshold.builder()
      .rule(Rule.of(
          "HHS-MDC95-SLOVENIAN-2020",
          "1.0",
          "a change of more than 10.1 points lies beyond the error of measurement",
          Citation.of(
              "Josipović P, Moharič M, Salamon D",
              "Translation, cross-cultural adaptation and validation of the Slovenian version of"
                  + " Harris Hip Score",
              "Health Qual Life Outcomes 2020",
              "10.1186/s12955-020-01592-w")))
      .instrument(HarrisScore.INSTRUMENT)
      .population("42 patients, Slovenian version")
      .kind(Kind.MDC)
      .measure(Measure.CHANGE_EITHER_WAY)
      .value(10.1)
      .cut(Boundary.STRICT)
      .build();

  private static final Citation SINGH = Citation.of(
      "Singh JA, Schleck C, Harmsen S, Lewallen DG",
      "Clinically important improvement thresholds for Harris Hip Score and its ability to predict"
          + " revision risk after primary total hip arthroplasty",
      "Ann Rheum Dis 2016;75(Suppl 2):1164");

  /**
   * A gain of at least 15.9 points, the lower end of what was found after total hip arthroplasty.
   */
  public static final Threshold SINGH_2016_LOWER = gain("LOWER", 15.9);

  /** A gain of at least 18 points, the upper end of what was found after total hip arthroplasty. */
  public static final Threshold SINGH_2016_UPPER = gain("UPPER", 18);

  private HarrisThresholds() {}

  private static Threshold gain(String end, double points) {
    return Threshold.builder()
        .rule(Rule.of(
            "HHS-MCII-SINGH-2016-" + end,
            "1.0",
            "the score rises by at least " + points + " points, the " + end.toLowerCase(Locale.ROOT)
                + " end of 15.9 to 18 over two follow-ups",
            SINGH))
        .instrument(HarrisScore.INSTRUMENT)
        .population("2 and 5 years after total hip arthroplasty")
        .kind(Kind.MCII)
        .measure(Measure.IMPROVEMENT)
        .value(points)
        .cut(Boundary.INCLUSIVE)
        .build();
  }

  private static Threshold state(String when, double points) {
    return Threshold.builder()
        .rule(Rule.of(
            "HHS-PASS-GALEA-2020-" + when.toUpperCase(Locale.ROOT).replace(' ', '-'),
            "1.0",
            "a state of at least " + points + " points is acceptable " + when + " after",
            GALEA))
        .instrument(HarrisScore.INSTRUMENT)
        .population("976 patients, " + when + " after total hip arthroplasty")
        .kind(Kind.PASS)
        .measure(Measure.LATER_SCORE)
        .value(points)
        .cut(Boundary.INCLUSIVE)
        .build();
  }
}
