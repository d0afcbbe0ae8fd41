package io.github.avnfh.staging.response;

import io.github.avnfh.core.evidence.Citation;

/** Where the rule sets of trials come from. */
final class TrialSources {
  static final Citation XIE = Citation.of(
      "Xie K, Mao Y, Qu X, Dai K, Jia Q, Zhu Z, Yan M",
      "High-energy extracorporeal shock wave therapy for nontraumatic osteonecrosis of the femoral"
          + " head",
      "J Orthop Surg Res 2018;13:25",
      "10.1186/s13018-017-0705-x");

  static final Citation YUE = Citation.of(
      "Yue, et al",
      "Reliability and repeatability of 2021 ARCO classification and its guiding significance in"
          + " treatment of nontraumatic osteonecrosis of the femoral head",
      "BMC Musculoskelet Disord 2023;24:469",
      "10.1186/s12891-023-06587-4");

  private TrialSources() {}
}
