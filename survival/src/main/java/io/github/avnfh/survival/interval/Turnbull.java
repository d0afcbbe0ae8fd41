package io.github.avnfh.survival.interval;

import java.util.List;
import java.util.Objects;

/**
 * Turnbull's estimate of survival from intervals, the nonparametric one of greatest likelihood.
 *
 * <p>The likelihood can put probability into the innermost intervals only, those from a left end to
 * a right end with no other end between, and says nothing of where inside it lies. The masses are
 * found by steps of expectation and maximization in turn with steps of the iterative convex
 * minorant, and whether they are the greatest is checked by the condition of Karush, Kuhn and
 * Tucker ({@link IntervalCurve#optimalityGap()}). At visits to which all came the estimate is the
 * plain share; with exact times and right-censoring it is Kaplan-Meier's. R's {@code survfit(type =
 * "interval2")} stops when survival changes by less than 5e-5, and leaves mass where none belongs.
 *
 * <p>It comes without limits: an error that takes expected numbers for seen ones is too small.
 *
 * <pre>{@code
 * IntervalFollowUp hips = IntervalFollowUp.of(List.of(
 *     EventInterval.between(0, 183), EventInterval.between(183, 365),
 *     EventInterval.after(365), EventInterval.after(730)));
 * IntervalCurve curve = Turnbull.withDefaults().estimate(hips).get(0);
 * SurvivalRange atOneYear = curve.at(365);
 * Digits.halfUp(2).print(atOneYear.lowest());  // 0.50
 * Digits.halfUp(2).print(atOneYear.highest()); // 0.50
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1976.tb01597.x">Turnbull BW. The empirical
 *     distribution function with arbitrarily grouped, censored and truncated data. J R Stat Soc B
 *     1976;38:290-5</a>
 */
public final class Turnbull {
  private Turnbull() {}

  /**
   * Returns the estimate.
   *
   * @return the estimate
   */
  public static Turnbull withDefaults() {
    return new Turnbull();
  }

  /**
   * Estimates a curve for each group.
   *
   * @param followUp the hips
   * @return the curves in the order of the groups
   */
  public List<IntervalCurve> estimate(IntervalFollowUp followUp) {
    return followUp.groups().stream()
        .map(group -> new IntervalCurve(group, followUp))
        .toList();
  }

  /**
   * Estimates the curve of each group from counts.
   *
   * @param counts how many hips have each interval
   * @return the curves in the order of the groups
   */
  public List<IntervalCurve> estimate(IntervalCounts counts) {
    Objects.requireNonNull(counts, "counts");
    return counts.groups().stream()
        .map(group -> new IntervalCurve(group, counts.of(group)))
        .toList();
  }

  @Override
  public String toString() {
    return "Turnbull";
  }
}
