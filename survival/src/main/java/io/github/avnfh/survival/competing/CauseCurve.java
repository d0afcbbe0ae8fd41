package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.LimitMethod;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The incidence of one kind of event with its errors and limits at each time. */
final class CauseCurve {
  private final CauseTable table;
  private final KaplanMeier options;
  private final double tail;
  private final double[] events;
  private final double[] cumulative;
  private final double[] variances;
  private final double[] naiveVariances;
  private final GroupRows rows;
  private final int cause;
  private final UnitsAtRisk units;
  private final double[] sizes;
  private final double[] lastEvents;
  private final CriticalQuantile quantile;

  CauseCurve(GroupRows rows, int cause, KaplanMeier options) {
    this.table = new CauseTable(rows, cause);
    this.options = options;
    this.tail = (1 - options.level()) / 2;
    this.rows = rows;
    this.cause = cause;
    this.units = rows.units();
    this.events = rows.sums(cause);
    this.cumulative = events.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    this.naiveVariances = IncidenceSweep.byRow(rows, table, cause);
    this.variances =
        rows.isClustered() ? IncidenceSweep.byCluster(rows, table, cause) : naiveVariances;
    this.sizes = units.effectiveSizes(this::freeBefore);
    this.lastEvents = lastEvents();
    this.quantile = new CriticalQuantile(options.level(), isStudent());
  }

  private CauseCurve(CauseCurve other, double tail) {
    this.table = other.table;
    this.options = other.options;
    this.tail = tail;
    this.rows = other.rows;
    this.cause = other.cause;
    this.units = other.units;
    this.events = other.events;
    this.cumulative = other.cumulative;
    this.naiveVariances = other.naiveVariances;
    this.variances = other.variances;
    this.sizes = other.sizes;
    this.lastEvents = other.lastEvents;
    this.quantile = CriticalQuantile.beyond(tail, isStudent());
  }

  /** The same estimates with limits that leave another probability beyond each. */
  CauseCurve withTail(double other) {
    return new CauseCurve(this, other);
  }

  private double freeBefore(double time) {
    int found = Arrays.binarySearch(rows.times(), time);
    return table.free(found >= 0 ? found : -found - 1);
  }

  /** The incidence at a time, of which the index is that of the last time up to it, or -1. */
  Incidence at(int index, double time) {
    double incidence = table.incidence(index + 1);
    double error = index < 0 ? 0 : Math.sqrt(variances[index]);
    double naive = index < 0 ? 0 : Math.sqrt(naiveVariances[index]);
    boolean happened = incidence > 0 || !options.hasExactLimits();
    boolean known = happened && !isOneCluster(index) && error <= Double.MAX_VALUE;
    ImmutableIncidence.Builder answer = ImmutableIncidence.builder()
        .proportion(incidence)
        .events(index >= 0 && rows.times()[index] == time ? rows.counted(events[index]) : 0)
        .cumulativeEvents(index >= 0 ? rows.counted(cumulative[index]) : 0)
        .standardError(known ? OptionalDouble.of(error) : OptionalDouble.empty())
        .naiveStandardError(
            happened && naive <= Double.MAX_VALUE
                ? OptionalDouble.of(naive)
                : OptionalDouble.empty())
        .effectiveSize(effectiveSize(incidence, known ? error : 0, time))
        .degreesOfFreedom(units.ever(time) - 1);
    if (incidence == 0 || incidence == 1) {
      addExactLimits(answer, incidence, time);
    } else {
      addLimits(answer, incidence, known, error, index);
    }
    return answer.build();
  }

  /** At each time the last one with an event of this kind. */
  private double[] lastEvents() {
    double[] last = new double[table.size()];
    for (int i = 0; i < last.length; i++) {
      boolean same = i > 0 && table.incidence(i) == table.incidence(i + 1);
      last[i] = same ? last[i - 1] : rows.times()[i];
    }
    return last;
  }

  /** The units that had come under observation by the last event. */
  private double unitsAtLastEvent(int index) {
    return units.ever(lastEvents[Math.max(0, index)]);
  }

  private boolean isOneCluster(int index) {
    return rows.isClustered() && unitsAtLastEvent(index) < 2;
  }

  private void addExactLimits(ImmutableIncidence.Builder answer, double incidence, double time) {
    boolean exact = incidence == 1 || options.hasExactLimits();
    double upper =
        // none of n: (1 - F)^n = alpha / 2
        exact && incidence == 0 ? 1 - Math.pow(tail, 1 / sizes[units.index(time)]) : incidence;
    answer
        .lower(incidence == 1 ? Math.pow(tail, 1 / fewestAtEnd()) : 0)
        .upper(upper)
        .limits(exact ? LimitMethod.BETA_PRODUCT : LimitMethod.STANDARD_ERROR);
  }

  /** The fewest units at risk up to the time at which all had the event. */
  private double fewestAtEnd() {
    int index = 0;
    while (table.incidence(index + 1) < 1) {
      index++;
    }
    return units.fewest(rows.times()[index]);
  }

  private void addLimits(
      ImmutableIncidence.Builder answer, double incidence, boolean known, double error, int index) {
    double reach = error * quantile.of(unitsAtLastEvent(index));
    boolean certain = known && error == 0;
    boolean limited = known && reach <= Double.MAX_VALUE && error > 0;
    answer
        .lower(limited ? options.intervalType().lower(incidence, reach) : certain ? incidence : 0)
        .upper(limited ? options.intervalType().upper(incidence, reach) : certain ? incidence : 1)
        .limits(known ? LimitMethod.STANDARD_ERROR : LimitMethod.NOT_ESTIMABLE);
  }

  /** How many units without censoring would know as much. */
  private OptionalDouble effectiveSize(double incidence, double error, double time) {
    if (incidence == 1) {
      return OptionalDouble.of(fewestAtEnd());
    }
    // the n with F (1 - F) / n = se^2
    double size =
        incidence == 0 ? sizes[units.index(time)] : incidence * (1 - incidence) / error / error;
    return size <= Double.MAX_VALUE ? OptionalDouble.of(size) : OptionalDouble.empty();
  }

  /** The proportion that is free of any event after the time with that index, or before any. */
  double free(int index) {
    return table.free(index + 1);
  }

  /** Adds the influence of each cluster on the incidence after the time with that index. */
  void addInfluences(int index, double[] byCluster) {
    IncidenceSweep.addInfluences(rows, table, cause, index, byCluster);
  }

  /** The area under the incidence up to a time within follow-up, with its errors and limits. */
  StateCurve.Estimate timeLost(double until) {
    double[][] areas = IncidenceSweep.areas(rows.times(), table, until);
    double mean = areas[areas.length - 1][2];
    double naive = Math.sqrt(IncidenceSweep.areaVariance(rows, table, cause, until));
    double error = naive;
    if (rows.isClustered()) {
      double[] byCluster = new double[rows.clusterLimit()];
      addAreaInfluences(until, byCluster);
      error = Math.sqrt(Arrays.stream(byCluster).map(each -> each * each).sum());
    }
    double ever = units.ever(until);
    ImmutableEstimate.Builder answer = ImmutableEstimate.builder().value(mean);
    if (rows.size() > 1) {
      answer.naiveStandardError(naive);
    }
    if (ever > 1) {
      answer.standardError(error);
      double reach = error * quantile.of(ever);
      if (error > 0 && reach <= Double.MAX_VALUE) {
        answer.lower(Math.max(0, mean - reach)).upper(Math.min(until, mean + reach));
      }
    }
    return answer.build();
  }

  /** Adds the influence of each cluster on the area under the incidence up to a time. */
  void addAreaInfluences(double until, double[] byCluster) {
    IncidenceSweep.addAreaInfluences(rows, table, cause, until, byCluster);
  }

  double level() {
    return options.level();
  }

  /** Whether limits come from the quantile of t. */
  boolean isStudent() {
    return options.criticalValue(rows.isClustered()) == CriticalValue.T;
  }
}
