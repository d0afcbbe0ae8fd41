package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;

/** The rules that divide pain into categories, each with its source. */
final class PainRules {
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

  private PainRules() {}

  static Rule of(PainScheme scheme) {
    return switch (scheme) {
      case BOONSTRA_2014_VAS -> VAS;
      case BOONSTRA_2014_INTERFERENCE -> VAS_INTERFERENCE;
      case BOONSTRA_2016_NRS -> NRS;
      case KAPSTAD_2008_NRS_HIP -> NRS_HIP;
    };
  }
}
