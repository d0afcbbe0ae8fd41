package io.github.avnfh.survival.pooled;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Count;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one study printed: a proportion, a mean, or survival at a fixed time.
 *
 * <pre>{@code
 * PooledStudy study = PooledStudy.ofProportion("Series A", Count.of(9, 15), CountedUnit.HIPS);
 * PooledScale scale = study.scale(); // LOGIT
 * study.estimate(); // 0.405…
 * study.standardError(); // 0.527…
 * study.value();         // 0.6
 * study.lower(0.95);     // 0.3228…
 * }</pre>
 *
 * @see RandomEffects
 */
@Value.Immutable
public sealed interface PooledStudy permits ImmutablePooledStudy {
  /**
   * Returns the label of the study.
   *
   * @return the label, such as first author and year
   */
  String label();

  /**
   * Returns what the study counted.
   *
   * @return hips or patients
   */
  CountedUnit unit();

  /**
   * Returns how many the study counted.
   *
   * @return the number of hips or patients, 1 or more
   */
  int size();

  /**
   * Returns the scale on which the study is pooled.
   *
   * @return the scale
   */
  PooledScale scale();

  /**
   * Returns the estimate.
   *
   * @return the estimate on the scale
   */
  double estimate();

  /**
   * Returns the standard error.
   *
   * @return the standard error on the scale, above 0
   */
  double standardError();

  /**
   * Returns the count behind a proportion.
   *
   * @return the count, or nothing for means and survival
   */
  Optional<Count> count();

  /**
   * Returns the result as it was printed.
   *
   * @return the proportion, mean or survival
   */
  default double value() {
    return count()
        .map(count -> (double) count.count() / count.total())
        .orElseGet(() -> scale().back(estimate()));
  }

  /**
   * Returns the lower limit of the study alone.
   *
   * @param level the confidence level, above 0 and below 1
   * @return the limit of Clopper and Pearson for counts, otherwise that of the standard error on
   *     the scale with the normal quantile
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  default double lower(double level) {
    double tail = (1 - ConfidenceLevel.check(level)) / 2;
    if (count().isPresent()) {
      int events = count().get().count();
      return events == 0 ? 0 : Distribution.beta(events, size() - events + 1.0).quantile(tail);
    }
    return Math.min(at(tail, -1), at(tail, 1));
  }

  /**
   * Returns the upper limit of the study alone.
   *
   * @param level the confidence level, above 0 and below 1
   * @return the limit of Clopper and Pearson for counts, otherwise that of the standard error on
   *     the scale with the normal quantile
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  default double upper(double level) {
    double tail = (1 - ConfidenceLevel.check(level)) / 2;
    if (count().isPresent()) {
      int events = count().get().count();
      return events == size()
          ? 1
          : Distribution.beta(events + 1.0, size() - events).upperQuantile(tail);
    }
    return Math.max(at(tail, -1), at(tail, 1));
  }

  private double at(double tail, int direction) {
    double quantile = Distribution.normal().upperQuantile(tail);
    return scale().back(estimate() + direction * quantile * standardError());
  }

  /**
   * Returns a proportion, pooled on the logit scale with the variance 1/x + 1/(n - x). Where none
   * or all of n had the outcome, 0.5 is added to both counts, as is usual; {@link BinomialNormal}
   * needs no such addition.
   *
   * @param label the label of the study
   * @param count how many of how many had the outcome, 1 to 1,000,000
   * @param unit what was counted
   * @return the study
   * @throws IllegalArgumentException if the label is blank or the total lies outside its range
   */
  static PooledStudy ofProportion(String label, Count count, CountedUnit unit) {
    Objects.requireNonNull(count, "count");
    int total = size(count.total());
    double added = count.count() == 0 || count.count() == count.total() ? 0.5 : 0;
    double with = count.count() + added;
    double without = count.total() - count.count() + added;
    return builder(label, total, unit)
        .scale(PooledScale.LOGIT)
        // logit = log(x / (n - x)), variance 1 / x + 1 / (n - x)
        .estimate(Math.log(with / without))
        .standardError(Math.sqrt(1 / with + 1 / without))
        .count(count)
        .build();
  }

  /**
   * Returns a mean, pooled as it is with the variance SD squared over n.
   *
   * @param label the label of the study
   * @param mean the mean, between -1e9 and 1e9
   * @param standardDeviation the standard deviation, 1e-9 to 1e9
   * @param size the number of hips or patients, 2 to 1,000,000
   * @param unit what was counted
   * @return the study
   * @throws IllegalArgumentException if the label is blank or a number lies outside its range
   */
  static PooledStudy ofMean(
      String label, double mean, double standardDeviation, int size, CountedUnit unit) {
    double checked = Quantity.of("mean", "unit of the score", -1e9, 1e9).check(mean);
    double deviation =
        Quantity.of("standard deviation", "unit of the score", 1e-9, 1e9).check(standardDeviation);
    Quantity.of("size of a study with a mean", "hips or patients", 2, 1_000_000).check(size);
    return builder(label, size, unit)
        .scale(PooledScale.IDENTITY)
        .estimate(checked)
        .standardError(deviation / Math.sqrt(size))
        .build();
  }

  /**
   * Returns survival at a fixed time, pooled as log(-log S) with the standard error se/(S |log S|).
   * All studies are to be taken at the same time; a curve that is only printed is read by
   * {@link io.github.avnfh.survival.published.CurveReconstruction}.
   *
   * @param label the label of the study
   * @param survival the survival, 1e-6 to 1 - 1e-6: without events there is no standard error
   * @param standardError its standard error on the survival scale, 1e-6 to 1
   * @param size the number of hips or patients, 1 to 1,000,000
   * @param unit what was counted
   * @return the study
   * @throws IllegalArgumentException if the label is blank or a number lies outside its range
   */
  static PooledStudy ofSurvival(
      String label, double survival, double standardError, int size, CountedUnit unit) {
    double checked = Quantity.of("survival", "proportion", 1e-6, 1 - 1e-6).check(survival);
    double error =
        Quantity.of("standard error of survival", "proportion", 1e-6, 1).check(standardError);
    return builder(label, size(size), unit)
        .scale(PooledScale.LOG_LOG)
        .estimate(Math.log(-Math.log(checked)))
        // delta method: d log(-log S)/dS = 1 / (S log S)
        .standardError(error / (checked * -Math.log(checked)))
        .build();
  }

  private static int size(int size) {
    return (int)
        Quantity.of("size of a study", "hips or patients", 1, 1_000_000).check(size);
  }

  private static ImmutablePooledStudy.Builder builder(String label, int size, CountedUnit unit) {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(unit, "unit");
    if (VisibleText.of(label).isBlank()) {
      throw new IllegalArgumentException(
          "label of a study [text] must have visible characters, but had none");
    }
    return ImmutablePooledStudy.builder().label(label).size(size).unit(unit);
  }
}
