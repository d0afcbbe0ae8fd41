package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;

/**
 * Whose bounds divide pain into mild, moderate and severe, and one into none too. None is
 * universal, and each belongs to one instrument.
 *
 * <pre>{@code
 * PainCategory before = PainScheme.BOONSTRA_2014_VAS.categoryOf(PainScores.ofCentimeters(7.5)); // SEVERE
 * PainCategory after = PainScheme.BOONSTRA_2014_VAS.categoryOf(PainScores.ofCentimeters(3.4));  // MILD
 * }</pre>
 */
public enum PainScheme implements Coded {
  /**
   * VAS in chronic musculoskeletal pain: mild to 3.4 cm, moderate to 7.4, severe from 7.5. The
   * published bounds have one decimal; here 3.5 and 7.5 begin the next category, and what lies
   * between 3.4 and 3.5 is mild.
   *
   * @see <a href="https://doi.org/10.1016/j.pain.2014.09.014">Boonstra 2014, Pain 155:2545-50</a>
   */
  BOONSTRA_2014_VAS("boonstra_2014_vas", Instruments.PAIN_VAS_CM, 0, 3.5, 7.5),

  /**
   * VAS in chronic musculoskeletal pain by interference with functioning: mild to 3.4 cm, moderate
   * to 6.4, severe from 6.5, read like {@link #BOONSTRA_2014_VAS}.
   *
   * @see <a href="https://doi.org/10.1016/j.pain.2014.09.014">Boonstra 2014, Pain 155:2545-50</a>
   */
  BOONSTRA_2014_INTERFERENCE("boonstra_2014_interference", Instruments.PAIN_VAS_CM, 0, 3.5, 6.5),

  /**
   * NRS in chronic musculoskeletal pain: mild to 5, moderate 6 and 7, severe from 8.
   *
   * @see <a href="https://doi.org/10.3389/fpsyg.2016.01466">Boonstra 2016, Front Psychol 7:1466</a>
   */
  BOONSTRA_2016_NRS("boonstra_2016_nrs", PainScores.NUMERIC_RATING, 0, 6, 8),

  /**
   * NRS in osteoarthritis of the hip before its replacement: mild to 4, moderate 5 and 6, severe
   * from 7. The source asked for the average pain.
   *
   * @see <a href="https://doi.org/10.1186/1471-2474-9-55">Kapstad 2008, BMC Musculoskelet Disord
   *     9:55</a>
   */
  KAPSTAD_2008_NRS_HIP("kapstad_2008_nrs_hip", PainScores.NUMERIC_RATING, 0, 5, 7),

  /**
   * VAS in millimeters after operations on the knee and abdomen: none to 4 mm, mild 5 to 44,
   * moderate 45 to 74, severe from 75. The published bounds are whole millimeters; here 5, 45 and
   * 75 begin the next category, and what lies between 4 and 5 is none.
   *
   * @see <a href="https://doi.org/10.1016/s1526-5900(03)00716-8">Jensen 2003, J Pain 4:407-14</a>
   */
  JENSEN_2003_VAS_MM("jensen_2003_vas_mm", Instruments.PAIN_VAS_MM, 5, 45, 75);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // an instrument is immutable, without an annotation
  private final Instrument instrument;

  private final double mildFrom;
  private final double moderateFrom;
  private final double severeFrom;

  PainScheme(
      String code, Instrument instrument, double mildFrom, double moderateFrom, double severeFrom) {
    this.code = code;
    this.instrument = instrument;
    this.mildFrom = mildFrom;
    this.moderateFrom = moderateFrom;
    this.severeFrom = severeFrom;
  }

  /**
   * Returns the category of a score.
   *
   * @param score a score of the scheme's instrument
   * @return the category; a score on a bound belongs to the worse one
   * @throws IllegalArgumentException if the score comes from another instrument
   */
  public PainCategory categoryOf(Score score) {
    if (!score.instrument().equals(instrument)) {
      throw new IllegalArgumentException("instrument of a pain scheme [code] must be "
          + instrument.code() + ", but was " + score.instrument().code());
    }
    if (score.points() < mildFrom) {
      return PainCategory.NONE;
    }
    if (score.points() < moderateFrom) {
      return PainCategory.MILD;
    }
    return score.points() < severeFrom ? PainCategory.MODERATE : PainCategory.SEVERE;
  }

  /**
   * Explains the category of a score.
   *
   * @param score a score of the scheme's instrument
   * @return the category in words, and the rule with the score
   * @throws IllegalArgumentException if the score comes from another instrument
   */
  public Explanation explain(Score score) {
    String inputs = instrument.quantity().name() + " " + score.points() + " "
        + instrument.quantity().unit();
    return Explanation.of(categoryOf(score).code(), List.of(Reason.of(rule(), inputs)), List.of());
  }

  /**
   * Returns the rule with its source.
   *
   * @return the rule
   */
  public Rule rule() {
    return Rules.of(this);
  }

  /**
   * Returns the instrument for which the scheme holds.
   *
   * @return the instrument
   */
  public Instrument instrument() {
    return instrument;
  }

  @Override
  public String code() {
    return code;
  }

  /** The rules that divide pain into categories, each with its source. */
  private static final class Rules {
    private static final String VERSION = "1.0";

    private static final Citation BOONSTRA_2014 = Citation.of(
        "Boonstra AM, Schiphorst Preuper HR, Balk GA, Stewart RE",
        "Cut-off points for mild, moderate, and severe pain on the visual analogue scale for pain in"
            + " patients with chronic musculoskeletal pain",
        "Pain 2014;155(12):2545-50",
        "10.1016/j.pain.2014.09.014");

    private static final Rule VAS = Rule.of(
        "PAIN-VAS-BOONSTRA-2014",
        VERSION,
        "by verbal description in chronic musculoskeletal pain: mild below 3.5 cm, moderate to below"
            + " 7.5, severe from 7.5",
        BOONSTRA_2014);

    private static final Rule VAS_INTERFERENCE = Rule.of(
        "PAIN-VAS-BOONSTRA-2014-INTERFERENCE",
        VERSION,
        "by interference with functioning in chronic musculoskeletal pain: mild below 3.5 cm, moderate"
            + " to below 6.5, severe from 6.5",
        BOONSTRA_2014);

    private static final Rule NRS = Rule.of(
        "PAIN-NRS-BOONSTRA-2016",
        VERSION,
        "by interference with functioning in chronic musculoskeletal pain: mild to 5, moderate 6 and"
            + " 7, severe from 8",
        Citation.of(
            "Boonstra AM, Stewart RE, Köke AJA, Oosterwijk RFA, Swaan JL, Schreurs KMG, Schiphorst"
                + " Preuper HR",
            "Cut-off points for mild, moderate, and severe pain on the numeric rating scale for pain"
                + " in patients with chronic musculoskeletal pain: variability and influence of sex"
                + " and catastrophizing",
            "Front Psychol 2016;7:1466",
            "10.3389/fpsyg.2016.01466"));

    private static final Rule NRS_HIP = Rule.of(
        "PAIN-NRS-KAPSTAD-2008-HIP",
        VERSION,
        "by interference with functioning in osteoarthritis of the hip before its replacement: mild to"
            + " 4, moderate 5 and 6, severe from 7",
        Citation.of(
            "Kapstad H, Hanestad BR, Langeland N, Rustøen T, Stavem K",
            "Cutpoints for mild, moderate and severe pain in patients with osteoarthritis of the hip"
                + " or knee ready for joint replacement surgery",
            "BMC Musculoskelet Disord 2008;9:55",
            "10.1186/1471-2474-9-55"));

    private static final Rule VAS_MM = Rule.of(
        "PAIN-VAS-JENSEN-2003-MM",
        VERSION,
        "after operations: no pain below 5 mm, mild to below 45, moderate to below 75, severe from 75",
        Citation.of(
            "Jensen MP, Chen C, Brugger AM",
            "Interpretation of visual analog scale ratings and change scores: a reanalysis of two"
                + " clinical trials of postoperative pain",
            "J Pain 2003;4(7):407-14",
            "10.1016/s1526-5900(03)00716-8"));

    private Rules() {}

    static Rule of(PainScheme scheme) {
      return switch (scheme) {
        case BOONSTRA_2014_VAS -> VAS;
        case BOONSTRA_2014_INTERFERENCE -> VAS_INTERFERENCE;
        case BOONSTRA_2016_NRS -> NRS;
        case KAPSTAD_2008_NRS_HIP -> NRS_HIP;
        case JENSEN_2003_VAS_MM -> VAS_MM;
      };
    }
  }
}
