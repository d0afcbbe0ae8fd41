package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.internal.SurvivalPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of the log-rank family with their sources, and which of them made a result. */
final class LogRankRules {
  private static final String VERSION = "1.0";
  private static final double SMALLEST_PRINTED = 0.001;

  static final Rule LOG_RANK = Rule.of(
      "LOG-RANK",
      VERSION,
      "observed less expected events of each group, every time counting alike, against their"
          + " hypergeometric variance",
      Citation.of(
          "Mantel N",
          "Evaluation of survival data and two new rank order statistics arising in its"
              + " consideration",
          "Cancer Chemother Rep 1966;50:163-70"));

  static final Rule WEIGHTED = Rule.of(
      "LOG-RANK-WEIGHTED",
      VERSION,
      "the same with a weight for each time, which the name of the test says",
      Citation.of(
          "Harrington DP, Fleming TR",
          "A class of rank test procedures for censored survival data",
          "Biometrika 1982;69:553-66",
          "10.1093/biomet/69.3.553"));

  static final Rule ROBUST = Rule.of(
      "LOG-RANK-CLUSTER",
      VERSION,
      "with clusters the variance is the sum, over clusters, of the squares of what their rows add"
          + " to observed less expected events",
      SurvivalPackage.CITATION);

  private LogRankRules() {}

  static Explanation explanation(LogRankResult result) {
    boolean isWeighted = !result.weighting().equals(Weighting.logRank());
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(isWeighted ? WEIGHTED : LOG_RANK, groups(result)));
    if (result.isRobust()) {
      reasons.add(Reason.of(
          ROBUST,
          result
              .naiveChiSquare()
              .map(naive -> "naive " + words(naive))
              .orElse("naive test not possible")));
    }
    return Explanation.of(
        result.title() + ": " + result.chiSquare().map(LogRankRules::words).orElse("not possible"),
        reasons,
        result.chiSquare().isPresent()
            ? List.of()
            : List.of("groups at risk together at an event"));
  }

  private static String groups(LogRankResult result) {
    return result.groups().stream()
        .map(group -> group.group() + " observed " + group.observed() + ", expected "
            + Digits.halfUp(2).print(group.expected()))
        .collect(Collectors.joining("; "));
  }

  private static String words(ChiSquare test) {
    double p = test.pValue();
    return "chi-square " + Digits.halfUp(2).print(test.statistic()) + ", df "
        + test.degreesOfFreedom()
        + (p < SMALLEST_PRINTED ? ", p < 0.001" : ", p = " + Digits.halfUp(3).print(p));
  }
}
