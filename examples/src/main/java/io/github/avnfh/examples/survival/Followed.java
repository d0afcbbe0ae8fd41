package io.github.avnfh.examples.survival;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import java.util.function.Function;

/** What was read, which is either hips or counts of them; both answer alike. */
final class Followed {
  private final Function<KaplanMeier, KaplanMeierEstimate> curves;
  private final Function<LogRank, LogRankResult> test;
  private final int mergedTimes;

  private Followed(
      Function<KaplanMeier, KaplanMeierEstimate> curves,
      Function<LogRank, LogRankResult> test,
      int mergedTimes) {
    this.curves = curves;
    this.test = test;
    this.mergedTimes = mergedTimes;
  }

  static Followed of(FollowUp hips) {
    return new Followed(
        method -> method.estimate(hips), method -> method.test(hips), hips.mergedTimes());
  }

  static Followed of(EventCounts counts) {
    return new Followed(method -> method.estimate(counts), method -> method.test(counts), 0);
  }

  /** How many times the tie rule made one with another. */
  int mergedTimes() {
    return mergedTimes;
  }

  KaplanMeierEstimate estimate(KaplanMeier method) {
    return curves.apply(method);
  }

  LogRankResult test(LogRank method) {
    return test.apply(method);
  }
}
