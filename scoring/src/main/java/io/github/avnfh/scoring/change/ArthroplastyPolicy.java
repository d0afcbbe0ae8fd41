package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import java.util.Comparator;
import java.util.Optional;

/**
 * What to do with scores of a hip that has been replaced in the meantime.
 *
 * <p>After a total hip arthroplasty the hip is another hip. None of the policies is the right one,
 * and none is a default: each analysis names its own, and its result says which it was.
 *
 * <p>A hip counts as replaced at a timepoint if its visit of that timepoint lies on a later day
 * than the arthroplasty or is marked as taken after one. A visit on the day of the arthroplasty
 * lies before it. Without a visit the day on which it was due decides.
 *
 * <pre>{@code
 * Hip replaced = cohort.hipsWhere(hip -> hip.arthroplasty().isPresent()).get(0);
 * HipScore taken = ArthroplastyPolicy.INCLUDE
 *     .scoreOf(replaced, Instruments.HARRIS_HIP_SCORE, Timepoint.ofMonths(24));
 * taken.status(); // TAKEN_AFTER_ARTHROPLASTY
 * HipScore left = ArthroplastyPolicy.EXCLUDE_AFTER
 *     .scoreOf(replaced, Instruments.HARRIS_HIP_SCORE, Timepoint.ofMonths(24));
 * ScoreStatus status = left.status(); // EXCLUDED
 * left.score();                       // Optional.empty
 * }</pre>
 */
public enum ArthroplastyPolicy implements Coded {
  /** Scores taken after the arthroplasty count like any other. */
  INCLUDE("include", "scores count"),

  /** A hip has no score after its arthroplasty and leaves the analysis at that timepoint. */
  EXCLUDE_AFTER("exclude_after", "scores are left out"),

  /**
   * The last score taken before the arthroplasty stands in for every later one. The number of
   * scores carried is part of every result.
   */
  CARRY_LAST_BEFORE("carry_last_before", "the last score before it counts"),

  /**
   * The arthroplasty is a failure: the hip is no responder and counts in the denominator. A failure
   * has no points, so means leave it out and show its count beside them.
   */
  COUNT_AS_FAILURE("count_as_failure", "it is a failure");

  private final String code;
  private final String words;

  ArthroplastyPolicy(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /**
   * Returns what follows from an arthroplasty, for a table.
   *
   * @return the words, such as {@code scores are left out}
   */
  @Override
  public String words() {
    return words;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the policy
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ArthroplastyPolicy parse(String text) {
    return Coded.parse(values(), text, "a policy for scores after an arthroplasty");
  }

  /**
   * Returns the score of a hip at a timepoint under this policy.
   *
   * @param hip the hip
   * @param instrument the instrument
   * @param timepoint the planned moment
   * @return the score, or why there is none
   */
  public HipScore scoreOf(Hip hip, Instrument instrument, Timepoint timepoint) {
    Optional<Visit> visit = hip.visit(timepoint);
    Optional<Score> taken = visit.flatMap(seen -> seen.score(instrument));
    if (!replacedAt(hip, visit, timepoint)) {
      return answer(hip, taken, ScoreStatus.TAKEN);
    }
    return switch (this) {
      case INCLUDE -> answer(hip, taken, ScoreStatus.TAKEN_AFTER_ARTHROPLASTY);
      case EXCLUDE_AFTER -> none(hip, ScoreStatus.EXCLUDED);
      case CARRY_LAST_BEFORE -> answer(hip, lastBefore(hip, instrument), ScoreStatus.CARRIED);
      case COUNT_AS_FAILURE -> none(hip, ScoreStatus.FAILED);
    };
  }

  private static boolean replacedAt(Hip hip, Optional<Visit> visit, Timepoint timepoint) {
    if (visit.isPresent()) {
      return isAfter(hip, visit.get());
    }
    return hip.arthroplasty().isPresent()
        && timepoint.nominalDay().orElse(Integer.MIN_VALUE)
            > hip.arthroplasty().get().day();
  }

  private static boolean isAfter(Hip hip, Visit visit) {
    return visit.status() == VisitStatus.AFTER_ARTHROPLASTY
        || hip.arthroplasty()
            .map(Arthroplasty::day)
            .filter(day -> visit.day() > day)
            .isPresent();
  }

  private static Optional<Score> lastBefore(Hip hip, Instrument instrument) {
    return hip.visits().stream()
        .filter(visit -> !isAfter(hip, visit) && visit.score(instrument).isPresent())
        .max(Comparator.comparingInt(Visit::day))
        .flatMap(visit -> visit.score(instrument));
  }

  private static HipScore answer(Hip hip, Optional<Score> score, ScoreStatus ifPresent) {
    return ImmutableHipScore.builder()
        .hip(hip.id())
        .score(score)
        .status(score.isPresent() ? ifPresent : ScoreStatus.MISSING)
        .build();
  }

  private static HipScore none(Hip hip, ScoreStatus status) {
    return ImmutableHipScore.builder().hip(hip.id()).status(status).build();
  }

  @Override
  public String code() {
    return code;
  }
}
