package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterJackknife;
import io.github.avnfh.survival.internal.ClusterVariance;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.TimeGrid;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The cumulative hazard of one group: 0 at the start, and a step up at each time with an event.
 *
 * @see NelsonAalen
 */
public final class HazardCurve {
  private final String group;
  private final EventTable table;
  private final CurveOptions options;
  private final boolean plainScale;
  private final boolean tieCorrected;
  private final Optional<ClusterVariance> clusterVariance;
  private final UnitsAtRisk units;
  private final CriticalQuantile quantile;
  private final double[] hazard;
  private final double[] variance;

  HazardCurve(
      String group,
      EventTable table,
      Optional<ClusterJackknife> jackknife,
      CurveOptions options,
      boolean plainScale,
      boolean tieCorrected) {
    this.group = group;
    this.table = table;
    this.options = options;
    this.plainScale = plainScale;
    this.tieCorrected = tieCorrected;
    this.clusterVariance = jackknife.map(ClusterJackknife::variance);
    this.units = jackknife.isPresent() && clusterVariance.isPresent()
        ? jackknife.get().units(clusterVariance.get())
        : UnitsAtRisk.ofRows(table);
    this.quantile = options.quantile(clusterVariance.isPresent());
    this.hazard = new double[table.size() + 1];
    this.variance = new double[table.size() + 1];
    for (int i = 0; i < table.size(); i++) {
      hazard[i + 1] = hazard[i];
      variance[i + 1] = variance[i];
      grow(i + 1, table.events()[i], table.atRisk()[i]);
    }
  }

  private void grow(int index, double events, double atRisk) {
    if (!tieCorrected) {
      // H grows by d / Y and its variance by d / Y^2
      hazard[index] += events / atRisk;
      variance[index] += events / atRisk / atRisk;
      return;
    }
    if (events != Math.rint(events)) {
      throw new IllegalArgumentException("events of one time [hips] must be a whole number to"
          + " correct for ties, but were " + events);
    }
    for (int event = 0; event < events; event++) {
      // d events one after the other: 1 / Y + 1 / (Y - 1) + ... + 1 / (Y - d + 1)
      double left = atRisk - event;
      hazard[index] += 1 / left;
      variance[index] += 1 / (left * left);
    }
  }

  /**
   * Returns the label of the group.
   *
   * @return the label, {@code all} without groups
   */
  public String group() {
    return group;
  }

  /**
   * Returns the distinct times at which a row had the event or was censored, with the hazard just
   * after each.
   *
   * @return the estimates in the order of time
   */
  public List<HazardEstimate> steps() {
    return IntStream.rangeClosed(1, table.size())
        .mapToObj(index -> estimate(table.times()[index - 1], index))
        .toList();
  }

  /**
   * Returns the cumulative hazard at a time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the hazard just after the time, the same when follow-up is cut at the time, or nothing
   *     beyond follow-up
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<HazardEstimate> at(double time) {
    double matched = TimeGrid.matched(table.times(), time);
    boolean beyond = matched > table.times()[table.size() - 1];
    return beyond
        ? Optional.empty()
        : Optional.of(estimate(matched, TimeGrid.lastUpTo(table.times(), matched) + 1));
  }

  private HazardEstimate estimate(double time, int index) {
    boolean exact = options.hasExactLimits();
    boolean begun = hazard[index] > 0 || !exact;
    OptionalDouble naive = ProductLimit.when(begun, Math.sqrt(variance[index]));
    OptionalDouble error =
        clusterVariance.isPresent() ? robust(clusterVariance.get(), begun, index, time) : naive;
    ImmutableHazardEstimate.Builder answer = ImmutableHazardEstimate.builder()
        .time(time)
        .hazard(hazard[index])
        .standardError(error)
        .naiveStandardError(naive);
    if (!begun) {
      answer
          .lower(0)
          // the exact limit of survival, s^n = alpha / 2, on the scale H = -log s
          .upper(ProductLimit.when(true, -Math.log(options.tail()) / units.fewest(time)))
          .limits(LimitMethod.BETA_PRODUCT);
    } else if (error.isPresent() && hazard[index] > 0) {
      addLimits(answer, hazard[index], quantile.of(units.ever(time)) * error.getAsDouble());
    }
    return answer.build();
  }

  /** The limits of a hazard with that error. */
  private void addLimits(ImmutableHazardEstimate.Builder answer, double hazard, double reach) {
    // on log H: se(log H) = se / H
    double lower = plainScale ? hazard - reach : hazard * Math.exp(-reach / hazard);
    double upper = plainScale ? hazard + reach : hazard * Math.exp(reach / hazard);
    if (upper <= Double.MAX_VALUE) {
      answer
          .lower(Math.max(0, Math.min(hazard, lower)))
          .upper(Math.max(hazard, upper))
          .limits(LimitMethod.STANDARD_ERROR);
    }
  }

  private OptionalDouble robust(ClusterVariance robust, boolean begun, int index, double time) {
    double value = index == 0 ? 0 : robust.variances()[index - 1];
    boolean known = begun && units.ever(time) > 1 && !tieCorrected;
    return ProductLimit.when(known, Math.sqrt(value));
  }

  @Override
  public String toString() {
    return "HazardCurve{" + group + ", " + table.rows() + " rows, " + table.size() + " times}";
  }

  /** The cumulative hazard at one time with its error, and the survival that follows from it. */
  @Value.Immutable
  public sealed interface HazardEstimate permits ImmutableHazardEstimate {

    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the cumulative hazard just after the time.
     *
     * @return a number of 0 or more
     */
    double hazard();

    /**
     * Returns the standard error of the cumulative hazard: with clusters the robust one.
     *
     * @return the standard error, or nothing where it is not estimable: before the first event,
     *     with all rows so far in one cluster, or with clusters after a correction for ties
     */
    OptionalDouble standardError();

    /**
     * Returns the standard error that takes hips of one patient for independent.
     *
     * @return the standard error, or nothing before the first event
     */
    OptionalDouble naiveStandardError();

    /**
     * Returns the lower limit of the confidence interval.
     *
     * @return the limit, 0 or more and at most the hazard, or nothing where no error is known
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit of the confidence interval.
     *
     * @return the limit, at least the hazard, or nothing where no error is known
     */
    OptionalDouble upper();

    /**
     * Returns how the limits came about.
     *
     * @return the method
     */
    @Value.Default
    default LimitMethod limits() {
      return LimitMethod.NOT_ESTIMABLE;
    }

    /**
     * Returns the survival after Fleming and Harrington, exp(-H).
     *
     * @return a proportion, above 0 and at most 1
     */
    default double survival() {
      return Math.exp(-hazard());
    }

    /**
     * Returns the standard error of that survival, survival times the standard error of the hazard.
     *
     * @return the standard error, or nothing where that of the hazard is not estimable
     */
    default OptionalDouble survivalStandardError() {
      OptionalDouble error = standardError();
      return error.isPresent()
          ? OptionalDouble.of(survival() * error.getAsDouble())
          : OptionalDouble.empty();
    }
  }
}
