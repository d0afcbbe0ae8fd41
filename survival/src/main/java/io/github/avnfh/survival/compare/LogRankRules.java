package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.internal.ClusterJackknife;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules of the log-rank family with their sources, and which of them made a result. */
final class LogRankRules {
  private static final String VERSION = "1.0";
  private static final double SMALLEST_PRINTED = 0.001;
  private static final double LARGEST_WRITTEN_OUT = 1e9;

  private static final Citation CLUSTERED_RANK_TESTS = Citation.of(
      "Jung SH, Jeong JH",
      "Rank tests for clustered survival data",
      "Lifetime Data Anal 2003;9:21-33",
      "10.1023/A:1021869803601");

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

  static final Rule CLUSTERED = Rule.of(
      "LOG-RANK-CLUSTERED",
      VERSION,
      "with clusters the hypergeometric variance plus, over clusters, the products of what two of"
          + " their rows add to observed less expected events",
      CLUSTERED_RANK_TESTS);

  static final Rule ROBUST = Rule.of(
      "LOG-RANK-ROBUST",
      VERSION,
      "the variance is the sum, over clusters, or over rows with weights that are not whole, of the"
          + " squares of what they add to observed less expected events",
      ClusterJackknife.SOURCE);

  static final Rule PERMUTATION = Rule.of(
      "PERMUTATION",
      VERSION,
      "the proportion of permutations of the groups, among patients with as many hips, whose"
          + " statistic is at least as large; exact where all were tried, if groups are followed alike",
      Citation.of(
          "Wang R, Lagakos SW, Gray RJ",
          "Testing and interval estimation for two-sample survival comparisons with small sample"
              + " sizes and unequal censoring",
          "Biostatistics 2010;11:676-92",
          "10.1093/biostatistics/kxq021"));

  static final Rule STUDENTIZED = Rule.of(
      "PERMUTATION-STUDENTIZED",
      VERSION,
      "every permutation is judged by its own variance, which holds also where groups are followed"
          + " for different times",
      Citation.of(
          "Neuhaus G",
          "Conditional rank tests for the two-sample problem under random censorship",
          "Ann Stat 1993;21:1760-79",
          "10.1214/aos/1176349396"));

  static final Rule HIPS = Rule.of(
      "PERMUTATION-HIPS",
      VERSION,
      "hips change places as if those of one patient were independent; where they are not, this"
          + " finds differences too often, and the share is not exact",
      CLUSTERED_RANK_TESTS);

  private LogRankRules() {}

  static Explanation explanation(LogRankResult result) {
    return explanation(result, result.title(), groups(result));
  }

  static Explanation explanation(TrendResult result) {
    return explanation(result, result.title(), "scores " + result.scores());
  }

  static Explanation explanation(PermutationResult result) {
    List<Reason> reasons = new ArrayList<>();
    String ways = (result.isComplete() ? "all of " : "drawn ") + number(result.ways())
        + " permutations of " + result.permuted().title();
    boolean isNaive = result.permuted() == PermutationResult.Permuted.HIPS_AS_IF_INDEPENDENT;
    reasons.add(Reason.of(isNaive ? HIPS : PERMUTATION, ways));
    if (result.isStudentized()) {
      reasons.add(Reason.of(STUDENTIZED, result.weighting().title() + " test"));
    }
    return Explanation.of(result.title() + ": " + probability(result.pValue()), reasons, List.of());
  }

  private static Explanation explanation(ScoreTestResult result, String title, String inputs) {
    boolean isWeighted = !result.weighting().equals(Weighting.logRank());
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(isWeighted ? WEIGHTED : LOG_RANK, inputs));
    if (result.variance() != ScoreVariance.INDEPENDENT) {
      Rule rule = result.variance() == ScoreVariance.CLUSTERED ? CLUSTERED : ROBUST;
      reasons.add(Reason.of(rule, few(result) + otherVariances(result)));
    }
    return Explanation.of(
        title + ": " + result.chiSquare().map(LogRankRules::words).orElse("not possible"),
        reasons,
        result.answer().lacks().stream().toList());
  }

  private static String few(ScoreTestResult result) {
    return result.restsOnFewClusters()
        ? "only " + result.clustersWithEvent().getAsInt()
            + " clusters with an event, so that a permutation test is to be preferred; "
        : "";
  }

  private static String otherVariances(ScoreTestResult result) {
    return result.tests().stream()
        .filter(test -> test.variance() != result.variance())
        .map(test -> test.variance().code() + " "
            + test.chiSquare()
                .map(LogRankRules::words)
                .orElseGet(() -> "not possible without " + test.lacks().orElseThrow()))
        .collect(Collectors.joining("; "));
  }

  private static String groups(LogRankResult result) {
    return result.groups().stream()
        .map(group -> group.group() + " observed " + group.observed() + ", expected "
            + Digits.halfUp(2).print(group.expected()))
        .collect(Collectors.joining("; "));
  }

  private static String words(ChiSquare test) {
    return "chi-square " + Digits.halfUp(2).print(test.statistic()) + ", df "
        + test.degreesOfFreedom() + ", " + probability(test.pValue());
  }

  private static String number(double ways) {
    return ways < LARGEST_WRITTEN_OUT
        ? Digits.halfUp(0).print(ways)
        : String.format(Locale.ROOT, "%.1e", ways);
  }

  private static String probability(double p) {
    return p < SMALLEST_PRINTED ? "p < 0.001" : "p = " + Digits.halfUp(3).print(p);
  }
}
