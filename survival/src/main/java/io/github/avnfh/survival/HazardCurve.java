package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterInfluence;
import io.github.avnfh.survival.internal.ClusterSweep;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RiskUnits;
import io.github.avnfh.survival.internal.Tally;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The cumulative hazard of one group: 0 at the start, and a step up at each time with an event.
 *
 * @see NelsonAalen
 */
public final class HazardCurve {
  private final String group;
  private final Tally tally;
  private final NelsonAalen options;
  private final Optional<ClusterSweep> sweep;
  private final RiskUnits units;
  private final CriticalQuantile quantile;
  private final double[] hazard;
  private final double[] variance;

  HazardCurve(
      String group, Tally tally, Optional<ClusterInfluence> influence, NelsonAalen options) {
    this.group = group;
    this.tally = tally;
    this.options = options;
    this.sweep = influence.map(ClusterInfluence::sweep);
    this.units = influence.isPresent() && sweep.isPresent()
        ? influence.get().units(sweep.get())
        : RiskUnits.ofRows(tally);
    this.quantile = new CriticalQuantile(
        options.options().level(),
        options.options().criticalValue(sweep.isPresent()) == CriticalValue.T);
    this.hazard = new double[tally.size() + 1];
    this.variance = new double[tally.size() + 1];
    for (int i = 0; i < tally.size(); i++) {
      hazard[i + 1] = hazard[i];
      variance[i + 1] = variance[i];
      grow(i + 1, tally.events()[i], tally.atRisk()[i]);
    }
  }

  private void grow(int index, double events, double atRisk) {
    if (!options.isTieCorrected()) {
      hazard[index] += events / atRisk;
      variance[index] += events / atRisk / atRisk;
      return;
    }
    if (events != Math.rint(events)) {
      throw new IllegalArgumentException("events of one time [hips] must be a whole number to"
          + " correct for ties, but were " + events);
    }
    for (int event = 0; event < events; event++) {
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
    return IntStream.rangeClosed(1, tally.size())
        .mapToObj(index -> estimate(tally.times()[index - 1], index))
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
    double matched = CurveTimes.matched(tally.times(), time);
    boolean beyond = matched > tally.times()[tally.size() - 1];
    return beyond
        ? Optional.empty()
        : Optional.of(estimate(matched, CurveTimes.lastUpTo(tally.times(), matched) + 1));
  }

  private HazardEstimate estimate(double time, int index) {
    boolean exact = options.options().hasExactLimits();
    boolean begun = hazard[index] > 0 || !exact;
    OptionalDouble naive = CurveFit.when(begun, Math.sqrt(variance[index]));
    OptionalDouble error = sweep.isPresent() ? robust(sweep.get(), begun, index, time) : naive;
    ImmutableHazardEstimate.Builder answer = ImmutableHazardEstimate.builder()
        .time(time)
        .hazard(hazard[index])
        .standardError(error)
        .naiveStandardError(naive);
    if (!begun) {
      double tail = (1 - options.options().level()) / 2;
      answer
          .lower(0)
          .upper(CurveFit.when(true, -Math.log(tail) / units.fewest(time)))
          .limits(LimitMethod.BETA_PRODUCT);
    } else if (error.isPresent() && hazard[index] > 0) {
      options.addLimits(answer, hazard[index], quantile.of(units.ever(time)) * error.getAsDouble());
    }
    return answer.build();
  }

  private OptionalDouble robust(ClusterSweep robust, boolean begun, int index, double time) {
    double value = index == 0 ? 0 : robust.variances()[index - 1];
    boolean known = begun && units.ever(time) > 1 && !options.isTieCorrected();
    return CurveFit.when(known, Math.sqrt(value));
  }

  @Override
  public String toString() {
    return "HazardCurve{" + group + ", " + tally.rows() + " rows, " + tally.size() + " times}";
  }
}
