package io.github.avnfh.examples.survival;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.PairComparison;
import io.github.avnfh.survival.compare.Pairwise;
import java.util.List;
import java.util.function.Function;

/** What was read, which is either hips or counts of them; both answer alike. */
final class FollowUpEstimates {
  private final Function<KaplanMeier, KaplanMeierEstimate> curves;
  private final Function<LogRank, LogRankResult> test;
  private final Function<Pairwise, List<PairComparison>> pairs;

  private FollowUpEstimates(
      Function<KaplanMeier, KaplanMeierEstimate> curves,
      Function<LogRank, LogRankResult> test,
      Function<Pairwise, List<PairComparison>> pairs) {
    this.curves = curves;
    this.test = test;
    this.pairs = pairs;
  }

  static FollowUpEstimates of(FollowUp hips) {
    return new FollowUpEstimates(
        method -> method.estimate(hips), method -> method.test(hips), method -> method.test(hips));
  }

  static FollowUpEstimates of(EventCounts counts) {
    return new FollowUpEstimates(
        method -> method.estimate(counts),
        method -> method.test(counts),
        method -> method.test(counts));
  }

  KaplanMeierEstimate estimate(KaplanMeier method) {
    return curves.apply(method);
  }

  LogRankResult test(LogRank method) {
    return test.apply(method);
  }

  List<PairComparison> pairs(Pairwise method) {
    return pairs.apply(method);
  }
}
