package io.github.avnfh.survival.published;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Two printed curves against each other: the log-rank test and the hazard ratio of their
 * reconstructed hips, and the range of hazard ratios that the prints leave open.
 *
 * <p>Limits and p value are those of the reconstructed hips as if they had been observed, each as a
 * separate patient. The range tells how much of the answer depends on what was not printed.
 *
 * <pre>{@code
 * CurveReconstruction method = CurveReconstruction.withDefaults();
 * ReconstructedCurve early = method.reconstruct(PublishedCurve.ofClicks(
 *         new double[] {3, 9, 15, 24}, new double[] {95, 90, 85, 85}).withPatients(20));
 * ReconstructedCurve late = method.reconstruct(PublishedCurve.ofClicks(
 *         new double[] {2, 5, 8, 14, 24}, new double[] {90, 80, 70, 60, 60}).withPatients(20));
 * ReconstructedContrast contrast = ReconstructedContrast.of(early, late);
 * contrast.logHazardRatio().estimate().getAsDouble(); // 1.16…
 * contrast.logRank().chiSquare().isPresent();    // true
 * ReconstructedContrast.HazardRatioRange range = contrast.hazardRatioRange();
 * range.lowest().getAsDouble();                  // 3.2…
 * }</pre>
 */
public final class ReconstructedContrast {
  private static final String REFERENCE = "reference";
  private static final String OTHER = "other";
  private static final String TERM = "curve";

  private final FollowUp followUp;
  private final RegressionCoefficient coefficient;
  private final HazardRatioRange range;

  private ReconstructedContrast(
      FollowUp followUp, RegressionCoefficient coefficient, HazardRatioRange range) {
    this.followUp = followUp;
    this.coefficient = coefficient;
    this.range = range;
  }

  /**
   * Compares two reconstructed curves.
   *
   * @param reference the curve whose hazard is the denominator
   * @param other the curve whose hazard is the numerator
   * @return the comparison
   */
  public static ReconstructedContrast of(ReconstructedCurve reference, ReconstructedCurve other) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(other, "other");
    List<OptionalDouble> ratios = new ArrayList<>();
    for (FollowUp first : reference.reconstructions()) {
      for (FollowUp second : other.reconstructions()) {
        ratios.add(coefficient(combined(first, second)).estimate());
      }
    }
    FollowUp both = combined(reference.followUp(), other.followUp());
    return new ReconstructedContrast(both, coefficient(both), range(ratios));
  }

  private static HazardRatioRange range(List<OptionalDouble> logarithms) {
    if (!logarithms.stream().allMatch(OptionalDouble::isPresent)) {
      return ImmutableHazardRatioRange.builder()
          .lowest(OptionalDouble.empty())
          .highest(OptionalDouble.empty())
          .build();
    }
    double[] ratios = logarithms.stream()
        .mapToDouble(each -> Math.exp(each.orElseThrow()))
        .sorted()
        .toArray();
    return ImmutableHazardRatioRange.builder()
        .lowest(ratios[0])
        .highest(ratios[ratios.length - 1])
        .build();
  }

  private static FollowUp combined(FollowUp reference, FollowUp other) {
    double[] times = Arrays.copyOf(times(reference), reference.size() + other.size());
    System.arraycopy(times(other), 0, times, reference.size(), other.size());
    boolean[] events = new boolean[times.length];
    for (int row = 0; row < events.length; row++) {
      events[row] =
          row < reference.size() ? reference.isEvent(row) : other.isEvent(row - reference.size());
    }
    List<String> groups = new ArrayList<>(Collections.nCopies(reference.size(), REFERENCE));
    groups.addAll(Collections.nCopies(other.size(), OTHER));
    return FollowUp.ofTimes(times, events).groups(groups).build();
  }

  private static double[] times(FollowUp hips) {
    double[] times = new double[hips.size()];
    Arrays.setAll(times, hips::time);
    return times;
  }

  private static RegressionCoefficient coefficient(FollowUp both) {
    double[] isOther = new double[both.size()];
    Arrays.setAll(isOther, row -> both.groups().get(both.group(row)).equals(OTHER) ? 1 : 0);
    Covariates design = Covariates.ofRows(both.size()).number(TERM, isOther).build();
    CoxModel model = CoxRegression.withDefaults().fit(both, design);
    return model.coefficient(TERM);
  }

  /**
   * Returns the logarithm of the hazard ratio, other against reference.
   *
   * @return the coefficient of the proportional hazards model with Efron's ties
   */
  public RegressionCoefficient logHazardRatio() {
    return coefficient;
  }

  /**
   * Returns the log-rank test.
   *
   * @return the test of the two reconstructions
   */
  public LogRankResult logRank() {
    return LogRank.withDefaults().test(followUp);
  }

  /**
   * Returns between which hazard ratios the prints leave room.
   *
   * @return the range over all pairs of reconstructions that print the same two curves
   */
  public HazardRatioRange hazardRatioRange() {
    return range;
  }

  @Override
  public String toString() {
    return "ReconstructedContrast{" + followUp.size() + " hips}";
  }

  /** Between which hazard ratios two prints leave room. */
  @Value.Immutable
  public sealed interface HazardRatioRange permits ImmutableHazardRatioRange {
    /**
     * Returns the lowest hazard ratio.
     *
     * @return the ratio, or nothing if that of some pair is not estimable
     */
    OptionalDouble lowest();

    /**
     * Returns the highest hazard ratio.
     *
     * @return the ratio, or nothing if that of some pair is not estimable
     */
    OptionalDouble highest();
  }
}
