package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Which two scores of a hip belong together: the instrument, from when to when, and what an
 * arthroplasty in between does.
 *
 * <pre>{@code
 * PairedScores paired = Pairing.of(
 *         Instruments.HARRIS_HIP_SCORE,
 *         Timepoint.baseline(),
 *         Timepoint.ofMonths(24),
 *         ArthroplastyPolicy.INCLUDE)
 *     .pair(cohort.hips());
 * paired.hips(); // 58
 * Responders better = paired.responders(StudyRules.MORE_THAN_20_POINTS);
 * better.count(); // Count{count=48, total=58}
 * }</pre>
 */
@Value.Immutable
public sealed interface Pairing permits ImmutablePairing {

  /**
   * Returns the instrument.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns the earlier moment.
   *
   * @return the timepoint from which changes are counted
   */
  Timepoint from();

  /**
   * Returns the later moment.
   *
   * @return the timepoint to which changes are counted
   */
  Timepoint to();

  /**
   * Returns what an arthroplasty does to scores after it.
   *
   * @return the policy
   */
  ArthroplastyPolicy policy();

  /**
   * Returns a pairing of scores at two moments.
   *
   * @param instrument the instrument
   * @param from the earlier moment
   * @param to the later moment
   * @param policy what an arthroplasty does to scores after it
   * @return the pairing
   * @throws IllegalArgumentException if the later moment does not come after the earlier one
   */
  static Pairing of(
      Instrument instrument, Timepoint from, Timepoint to, ArthroplastyPolicy policy) {
    return ImmutablePairing.builder()
        .instrument(instrument)
        .from(from)
        .to(to)
        .policy(policy)
        .build();
  }

  /**
   * Pairs the scores of hips, each with itself.
   *
   * @param hips the hips
   * @return the changes in the order of the hips, and counts of those without one
   */
  default PairedScores pair(List<Hip> hips) {
    ImmutablePairedScores.Builder paired = ImmutablePairedScores.builder().pairing(this);
    Map<ScoreStatus, Integer> unpaired = new EnumMap<>(ScoreStatus.class);
    for (Hip hip : hips) {
      HipScore before = policy().scoreOf(hip, instrument(), from());
      HipScore after = policy().scoreOf(hip, instrument(), to());
      if (before.score().isPresent() && after.score().isPresent()) {
        paired.addChanges(ImmutableHipChange.builder()
            .hip(hip.id())
            .change(Change.between(before.score().get(), after.score().get()))
            .status(after.status())
            .build());
      } else {
        ScoreStatus reason = whyUnpaired(before, after);
        unpaired.merge(reason, 1, Integer::sum);
        if (reason == ScoreStatus.FAILED) {
          paired.addFailures(hip.id());
        }
      }
    }
    return paired.putAllUnpaired(unpaired).build();
  }

  private static ScoreStatus whyUnpaired(HipScore before, HipScore after) {
    return before.score().isPresent() ? after.status() : before.status();
  }

  /**
   * Refuses moments in the wrong order.
   *
   * @throws IllegalArgumentException if the later moment does not come after the earlier one
   */
  @Value.Check
  default void check() {
    if (from().compareTo(to()) >= 0) {
      throw new IllegalArgumentException("timepoints of a pairing [months] must lie in order, but"
          + " were " + from().code() + " and " + to().code());
    }
  }
}
