package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.HipScore;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.change.ScoreStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What to summarize: an instrument, and what an arthroplasty does to scores after it.
 *
 * <pre>{@code
 * OutcomeSummary pain = OutcomePlan.of(Instruments.PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER)
 *     .summarize(cohort.hips());
 * Optional<OutcomeSummary.OutcomeRow> afterTwoYears = pain.at(Timepoint.ofMonths(24));
 * afterTwoYears.orElseThrow().scores().mean(); // OptionalDouble[2.0576…
 * }</pre>
 */
@Value.Immutable
public sealed interface OutcomePlan permits ImmutableOutcomePlan {

  /**
   * Returns the instrument.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns what an arthroplasty does to scores after it.
   *
   * @return the policy
   */
  ArthroplastyPolicy policy();

  /**
   * Returns a plan.
   *
   * @param instrument the instrument
   * @param policy what an arthroplasty does to scores after it
   * @return the plan
   */
  static OutcomePlan of(Instrument instrument, ArthroplastyPolicy policy) {
    return ImmutableOutcomePlan.builder().instrument(instrument).policy(policy).build();
  }

  /**
   * Summarizes the scores of hips at every planned timepoint at which one was taken.
   *
   * @param hips the hips, each of which counts on its own
   * @return the summary; visits outside the plan are left out
   */
  default OutcomeSummary summarize(List<Hip> hips) {
    List<OutcomeSummary.OutcomeRow> rows = hips.stream()
        .flatMap(hip -> hip.visits().stream())
        .filter(visit -> visit.score(instrument()).isPresent())
        .map(Visit::timepoint)
        .filter(timepoint -> timepoint.months().isPresent())
        .distinct()
        .sorted()
        .map(timepoint -> row(hips, timepoint))
        .toList();
    return ImmutableOutcomeSummary.builder()
        .plan(this)
        .hips(hips.size())
        .addAllRows(rows)
        .build();
  }

  /**
   * Summarizes the scores of hips at one timepoint.
   *
   * @param hips the hips, each of which counts on its own
   * @param timepoint the planned moment
   * @return the scores, and their change from baseline
   */
  default OutcomeSummary.OutcomeRow row(List<Hip> hips, Timepoint timepoint) {
    Map<ScoreStatus, Integer> counts = new EnumMap<>(ScoreStatus.class);
    List<HipScore> scores =
        hips.stream().map(hip -> policy().scoreOf(hip, instrument(), timepoint)).toList();
    scores.forEach(score -> counts.merge(score.status(), 1, Integer::sum));
    ImmutableOutcomeRow.Builder row = ImmutableOutcomeRow.builder()
        .timepoint(timepoint)
        .putAllCounts(counts)
        .scores(SummaryStatistics.of(scores.stream()
            .flatMap(score -> score.score().stream())
            .mapToDouble(score -> score.points())
            .toArray()));
    if (timepoint.compareTo(Timepoint.baseline()) > 0) {
      PairedScores paired =
          Pairing.of(instrument(), Timepoint.baseline(), timepoint, policy()).pair(hips);
      row.improvement(SummaryStatistics.of(paired.improvements()));
      row.difference(SummaryStatistics.of(paired.differences()));
    }
    return row.build();
  }
}
