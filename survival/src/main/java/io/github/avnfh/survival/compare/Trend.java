package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The test for trend over ordered groups, such as stages: whether groups of a higher score have
 * more events than expected, or fewer.
 *
 * <p>With a score for each group, the statistic is the square of the sum of score times observed
 * minus expected events, divided by its variance, on one degree of freedom. Observed, expected and
 * variance are those of {@link LogRank}, within strata too. Scores on any other scale of equal
 * steps give the same statistic.
 *
 * <pre>{@code
 * TrendResult trend =
 *     Trend.inOrder().test(Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage));
 * trend.scores();                           // [0.0, 1.0, 2.0]
 * ScoreTestResult answer = trend;
 * answer.chiSquare().orElseThrow().pValue(); // 0.00449…
 * }</pre>
 */
public final class Trend {
  private final Weighting weighting;
  private final double[] scores;

  private Trend(Weighting weighting, double[] scores) {
    this.weighting = weighting;
    this.scores = scores;
  }

  /**
   * Returns the log-rank test for trend with the scores 0, 1, 2 and so on, in the order of the
   * groups.
   *
   * @return the test
   */
  public static Trend inOrder() {
    return new Trend(Weighting.logRank(), new double[0]);
  }

  /**
   * Chooses how much each time counts.
   *
   * @param weights the weighting
   * @return a test with that weighting
   */
  public Trend with(Weighting weights) {
    return new Trend(weights, scores);
  }

  /**
   * Chooses the scores.
   *
   * @param values a finite score for each group, in the order of the groups
   * @return a test with these scores
   * @throws IllegalArgumentException if a score is not finite
   */
  public Trend withScores(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("score [any unit] must be finite, but was " + value);
      }
    }
    return new Trend(weighting, values.clone());
  }

  /**
   * Tests for trend, by cluster where there are clusters.
   *
   * @param followUp the hips
   * @return the result
   * @throws IllegalArgumentException if scores were chosen and are not as many as the groups
   */
  public TrendResult test(FollowUp followUp) {
    double[] own = scoresOf(followUp.groups().size());
    return result(own, ScoreForms.of(followUp, weighting), followUp.strata().size() > 1);
  }

  /**
   * Tests for trend, by patient where counts have pairs of hips.
   *
   * @param counts how many had the event and were at risk
   * @return the result
   * @throws IllegalArgumentException if scores were chosen and are not as many as the groups
   */
  public TrendResult test(EventCounts counts) {
    return counts.hasPairs() ? test(FollowUp.of(counts)) : counted(counts);
  }

  private TrendResult counted(EventCounts counts) {
    double[] own = scoresOf(counts.groups().size());
    return result(own, ScoreForms.of(counts, weighting), counts.strata().size() > 1);
  }

  private double[] scoresOf(int groups) {
    if (scores.length == 0) {
      return IntStream.range(0, groups).asDoubleStream().toArray();
    }
    if (scores.length != groups) {
      throw new IllegalArgumentException(
          "scores [count] must be " + groups + " like the groups, but were " + scores.length);
    }
    return scores;
  }

  private TrendResult result(double[] own, ScoreForms forms, boolean isStratified) {
    return ImmutableTrendResult.builder()
        .weighting(weighting)
        .isStratified(isStratified)
        .addScores(own)
        .excess(forms.excess(own))
        .addAllTests(forms.tests(centered(own)))
        .clustersWithEvent(forms.clustersWithEvent())
        .build();
  }

  /** Scores around 0, so that those far from it lose no digits. */
  private static double[] centered(double[] own) {
    double middle = Arrays.stream(own).average().orElse(0);
    return Arrays.stream(own).map(score -> score - middle).toArray();
  }

  @Override
  public String toString() {
    return "Trend{" + weighting.code() + "}";
  }
}
