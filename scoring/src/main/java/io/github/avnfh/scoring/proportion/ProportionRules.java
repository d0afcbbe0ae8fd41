package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;

/** The rules of limits by patient. */
final class ProportionRules {
  static final Rule EFFECTIVE_SIZE = Rule.of(
      "PROPORTION-EFFECTIVE-SIZE",
      "1.0",
      "hips count as their number divided by the design effect, which is at least 1; as the number"
          + " of patients where no hip or every hip has the outcome",
      Citation.of(
          "Korn EL, Graubard BI",
          "Confidence intervals for proportions with small expected number of positive counts"
              + " estimated from survey data",
          "Surv Methodol 1998;24:193-201"));

  static final Rule WILSON = Rule.of(
      "PROPORTION-WILSON-T",
      "1.0",
      "score limits on the effective sample size, with t on patients minus one degrees of freedom:"
          + " the default, because its coverage is near the nominal one with two hips and few patients",
      Citation.of(
          "Wilson EB",
          "Probable inference, the law of succession, and statistical inference",
          "J Am Stat Assoc 1927;22:209-12",
          "10.1080/01621459.1927.10502953"));

  static final Rule KORN_GRAUBARD = Rule.of(
      "PROPORTION-KORN-GRAUBARD",
      "1.0",
      "exact binomial limits on the effective sample size, reduced by the squared ratio of the"
          + " quantiles of t on hips minus one and patients minus one degrees of freedom",
      Citation.of(
          "Korn EL, Graubard BI",
          "Confidence intervals for proportions with small expected number of positive counts"
              + " estimated from survey data",
          "Surv Methodol 1998;24:193-201"));

  private ProportionRules() {}
}
