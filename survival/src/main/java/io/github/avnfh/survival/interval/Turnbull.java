package io.github.avnfh.survival.interval;

import io.github.avnfh.core.statistics.ConfidenceLevel;
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
 * plain proportion; with exact times and right-censoring it is Kaplan-Meier's. R's
 * {@code survfit(type = "interval2")} stops when survival changes by less than 5e-5, and leaves
 * mass where none belongs.
 *
 * <p>Where visits follow a schedule, with at least five patients for each time of a visit, the
 * likelihood is that of a multinomial distribution, and {@link IntervalCurve#atVisits()} gives
 * limits of survival at visits by its profile. With clusters, such as patients, the critical value
 * is Student's t with clusters less one as degrees of freedom, squared, times the design effect of
 * the estimate; without an event up to the visit the limit is the exact one of a proportion.
 * Between free-running visits the error is not normal, and falls with the cube root of the number
 * of hips: limits are then not given, and {@link IntervalCurve#lacks()} says so.
 *
 * <pre>{@code
 * IntervalFollowUp hips = IntervalFollowUp.of(List.of(
 *     EventInterval.between(0, 183), EventInterval.between(183, 365),
 *     EventInterval.after(365), EventInterval.after(730)));
 * IntervalCurve curve = Turnbull.withDefaults().estimate(hips).get(0);
 * SurvivalRange atOneYear = curve.at(365);
 * Digits.halfUp(2).print(atOneYear.lowest());  // 0.50
 * Digits.halfUp(2).print(atOneYear.highest()); // 0.50
 * curve.lacks().isPresent();                   // true
 *
 * IntervalCounts counts = IntervalCounts.builder()
 *     .add("III", EventInterval.between(0, 365), 4)
 *     .add("III", EventInterval.after(365), 16)
 *     .build();
 * SurvivalAtVisit visit =
 *     Turnbull.withDefaults().withLevel(0.95).estimate(counts).get(0).atVisits().get(0);
 * Digits.halfUp(2).print(visit.lower().getAsDouble()); // 0.59
 * Digits.halfUp(2).print(visit.upper().getAsDouble()); // 0.93
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1976.tb01597.x">Turnbull BW. The empirical
 *     distribution function with arbitrarily grouped, censored and truncated data. J R Stat Soc B
 *     1976;38:290-5</a>
 * @see <a href="https://doi.org/10.1214/11-AOS942">Tang R, Banerjee M, Kosorok MR. Likelihood based
 *     inference for current status data on a grid: a boundary phenomenon and an adaptive inference
 *     procedure. Ann Stat 2012;40:45-72</a>
 * @see <a href="https://doi.org/10.1093/biomet/69.1.19">Kent JT. Robust properties of likelihood
 *     ratio tests. Biometrika 1982;69:19-27</a>
 */
public final class Turnbull {
  private static final double DEFAULT_LEVEL = 0.95;

  private final double level;

  private Turnbull(double level) {
    this.level = level;
  }

  /**
   * Returns the estimate with limits at 95 %.
   *
   * @return the estimate
   */
  public static Turnbull withDefaults() {
    return new Turnbull(DEFAULT_LEVEL);
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same estimate with limits at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public Turnbull withLevel(double confidence) {
    return new Turnbull(ConfidenceLevel.check(confidence));
  }

  /**
   * Estimates a curve for each group.
   *
   * @param followUp the hips
   * @return the curves in the order of the groups
   */
  public List<IntervalCurve> estimate(IntervalFollowUp followUp) {
    return followUp.groups().stream()
        .map(group -> new IntervalCurve(group, followUp, level))
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
        .map(group -> new IntervalCurve(group, counts.of(group), level))
        .toList();
  }

  @Override
  public String toString() {
    return "Turnbull{level " + level + "}";
  }
}
