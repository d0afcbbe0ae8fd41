package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import org.immutables.value.Value;

/**
 * The probabilities of states in one group.
 *
 * @see AalenJohansen
 */
public final class StateCurve {
  private static final double FROM_THE_START = -1;

  private final StateFollowUp followUp;
  private final FollowUp rows;
  private final int[] members;
  private final double start;
  private final KaplanMeier options;
  private final CriticalQuantile quantile;
  private final int states;
  private final StateSteps steps;
  private final double[] times;
  // the weight of the hips that tell the first probabilities, 0 where a state was chosen
  private final double firstWeight;
  // before each time, and at the end after the last
  private final double[][] probabilities;

  /**
   * An estimate with its errors and limits.
   *
   * @see AalenJohansen
   */
  @Value.Immutable
  public sealed interface Estimate permits ImmutableEstimate {

    /**
     * Returns the estimate.
     *
     * @return a probability in 0..1, a time in the unit of the data, or a cumulative hazard
     */
    double value();

    /**
     * Returns the standard error: by cluster, or without clusters by hip.
     *
     * @return the standard error, or nothing with fewer than 2 clusters or hips so far
     */
    OptionalDouble standardError();

    /**
     * Returns the standard error that takes hips of one patient for independent.
     *
     * @return the standard error, or nothing with fewer than 2 hips so far
     */
    OptionalDouble naiveStandardError();

    /**
     * Returns the lower limit of the confidence interval.
     *
     * @return the limit, or nothing where the error is not known or 0
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit of the confidence interval.
     *
     * @return the limit, or nothing where the error is not known or 0
     */
    OptionalDouble upper();
  }

  StateCurve(
      StateFollowUp followUp, int[] members, double start, OptionalInt first, KaplanMeier options) {
    this.followUp = followUp;
    this.rows = followUp.rows();
    this.members = members;
    this.options = options;
    boolean isStudent = options.criticalValue(isClustered()) == CriticalValue.T;
    this.quantile = new CriticalQuantile(options.level(), isStudent);
    this.states = followUp.states().size();
    this.steps = new StateSteps(followUp, members);
    this.times = steps.times;
    double earliest = Arrays.stream(members)
        .mapToDouble(row -> rows.entry(row).orElse(FROM_THE_START))
        .min()
        .orElse(FROM_THE_START);
    this.start = Math.max(start, earliest);
    this.probabilities = new double[times.length + 1][];
    this.probabilities[0] = new double[states];
    this.firstWeight = begin(first);
    for (int i = 0; i < times.length; i++) {
      probabilities[i + 1] = steps.forward(probabilities[i], i);
    }
  }

  private boolean isClustered() {
    return rows.clusters().isPresent();
  }

  /** Whether a row tells the first probabilities: it was under observation at the start. */
  private boolean isFirst(int row) {
    return rows.entry(row).orElse(FROM_THE_START) <= start;
  }

  private double begin(OptionalInt first) {
    if (first.isPresent()) {
      probabilities[0][first.getAsInt()] = 1;
      return 0;
    }
    double sum = 0;
    for (int row : members) {
      if (isFirst(row)) {
        probabilities[0][followUp.from(row)] += rows.weight(row);
        sum += rows.weight(row);
      }
    }
    for (int j = 0; j < states; j++) {
      probabilities[0][j] /= sum;
    }
    return sum;
  }

  /**
   * Returns the label of the group.
   *
   * @return the label, {@code all} without groups
   */
  public String group() {
    return rows.groups().get(rows.group(members[0]));
  }

  /**
   * Returns the labels of the states.
   *
   * @return the labels in their order
   */
  public List<String> states() {
    return followUp.states();
  }

  /**
   * Returns the states that are only looked for at visits, so that they began before the times at
   * which their probability grows.
   *
   * @return their labels in the order of the states
   */
  public List<String> seenAtVisits() {
    return followUp.seenAtVisits();
  }

  /**
   * Returns the times at which a row of the group stopped.
   *
   * @return the times in order
   */
  public double[] times() {
    return times.clone();
  }

  /**
   * Counts the hips of the group.
   *
   * @return the number of hips under observation after the start
   */
  public int hips() {
    return (int) Arrays.stream(members).map(followUp::hip).distinct().count();
  }

  /**
   * Counts the clusters, such as patients, with a hip in the group.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return isClustered()
        ? OptionalInt.of(
            (int) Arrays.stream(members).map(rows::cluster).distinct().count())
        : OptionalInt.empty();
  }

  /** The index of the last time up to the given one, or nothing outside of follow-up. */
  private OptionalInt upTo(double time) {
    double matched = TimeGrid.matched(times, time);
    return matched > times[times.length - 1] || matched < start
        ? OptionalInt.empty()
        : OptionalInt.of(TimeGrid.lastUpTo(times, matched));
  }

  /**
   * Returns the probabilities of states at the start.
   *
   * @return a probability for each state
   */
  public double[] startingProbabilities() {
    return probabilities[0].clone();
  }

  /**
   * Returns the probabilities of all states just after a time, which add up to 1.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return a probability for each state, or nothing before the start or beyond follow-up
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<double[]> probabilities(double time) {
    OptionalInt index = upTo(time);
    return index.isPresent()
        ? Optional.of(probabilities[index.getAsInt() + 1].clone())
        : Optional.empty();
  }

  /**
   * Counts those at risk in a state at a time: in it before the time and still under observation.
   *
   * @param label the label of the state
   * @param time a time in the unit of the data, 0 or more
   * @return the number of hips, or the sum of their weights
   * @throws IllegalArgumentException if there is no such state, or the time is negative or not
   *     finite
   */
  public double atRisk(String label, double time) {
    int j = StateFollowUp.index(label, states());
    double matched = TimeGrid.matched(times, time);
    return Arrays.stream(members)
        .filter(row -> followUp.from(row) == j
            && rows.entry(row).orElse(FROM_THE_START) < matched
            && rows.time(row) >= matched)
        .mapToDouble(rows::weight)
        .sum();
  }

  /**
   * Returns the probability of a state just after a time.
   *
   * @param label the label of the state
   * @param time a time in the unit of the data, 0 or more
   * @return the probability, or nothing before the start or beyond follow-up
   * @throws IllegalArgumentException if there is no such state, or the time is negative or not
   *     finite
   */
  public Optional<Estimate> probability(String label, double time) {
    int k = StateFollowUp.index(label, states());
    OptionalInt known = upTo(time);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int index = known.getAsInt();
    double value = probabilities[index + 1][k];
    double[] worth = new double[states];
    worth[k] = 1;
    double[][] worths = new double[index + 2][];
    worths[index + 1] = worth;
    for (int i = index; i >= 0; i--) {
      worths[i] = steps.backward(worths[i + 1], i);
    }
    Influences influences = ofWorths(worths, index, time);
    return Optional.of(answer(
        value,
        influences,
        reach -> value > 0 && value < 1
            ? new double[] {
              options.intervalType().lower(value, reach), options.intervalType().upper(value, reach)
            }
            : new double[0]));
  }

  /**
   * Returns the time that a hip is expected to spend in a state from the start up to a time.
   *
   * @param label the label of the state
   * @param until a time in the unit of the data, 0 or more
   * @return the restricted mean time, in the unit of the data, or nothing before the start or
   *     beyond follow-up
   * @throws IllegalArgumentException if there is no such state, or the time is negative or not
   *     finite
   */
  public Optional<Estimate> expectedTime(String label, double until) {
    int k = StateFollowUp.index(label, states());
    OptionalInt known = upTo(until);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int index = known.getAsInt();
    double from = Math.max(0, start);
    double value = 0;
    double[][] worths = new double[index + 2][states];
    double end = until;
    for (int i = index + 1; i >= 0; i--) {
      double since = i == 0 ? from : times[i - 1];
      worths[i] = i == index + 1 ? worths[i] : steps.backward(worths[i + 1], i);
      double length = Math.max(0, end - since);
      // a unit of time in k is worth 1: the worth before a stretch is its length more in state k
      worths[i][k] += length;
      // integral of p_k, a step function
      value += length * probabilities[i][k];
      end = since;
    }
    double mean = value;
    Influences influences = ofWorths(worths, index, until);
    return Optional.of(answer(mean, influences, reach ->
        new double[] {Math.max(0, mean - reach), Math.min(until - from, mean + reach)}));
  }

  /**
   * Returns the cumulative hazard of a move, from the start up to and including a time.
   *
   * @param label the label of the state before
   * @param next the label of the state after
   * @param time a time in the unit of the data, 0 or more
   * @return the sum of the proportions of those at risk that moved, or nothing before the start or
   *     beyond follow-up
   * @throws IllegalArgumentException if there is no such state, or the time is negative or not
   *     finite
   */
  public Optional<Estimate> hazard(String label, String next, double time) {
    int j = StateFollowUp.index(label, states());
    int k = StateFollowUp.index(next, states());
    OptionalInt known = upTo(time);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int index = known.getAsInt();
    double[] hazard = new double[index + 2];
    double[] perRow = new double[index + 2];
    for (int i = 0; i <= index; i++) {
      double moved = steps.moves[i][j] == null || j == k ? 0 : steps.moves[i][j][k];
      double increment = moved > 0 ? moved / steps.atRisk[i][j] : 0;
      hazard[i + 1] = hazard[i] + increment;
      perRow[i + 1] = perRow[i] + (moved > 0 ? increment / steps.atRisk[i][j] : 0);
    }
    Influences influences = new Influences(time);
    for (int i = 0; i < members.length; i++) {
      if (followUp.from(members[i]) == j && steps.entries[i] <= index) {
        int exit = Math.min(steps.exits[i], index);
        boolean moved = steps.exits[i] <= index && j != k && followUp.to(members[i]) == k;
        // the influence on sum of d / Y: 1 / Y at its own move, less sum of d / Y^2 while at risk
        double own = moved ? 1 / steps.atRisk[exit][j] : 0;
        // dN / Y - integral of 1{at risk} dH / Y, the martingale of the row over Y
        influences.add(i, own - (perRow[exit + 1] - perRow[steps.entries[i]]));
      }
    }
    double value = hazard[index + 1];
    return Optional.of(answer(
        value,
        influences,
        reach -> value > 0
            ? new double[] {value * Math.exp(-reach / value), value * Math.exp(reach / value)}
            : new double[0]));
  }

  /**
   * What each row does to a sum over states of probability times worth: at each time at which it is
   * at risk in state j, p<sub>j</sub>/Y<sub>j</sub> times what its own move is worth, less what the
   * moves of those at risk with it were worth on average.
   */
  private Influences ofWorths(double[][] worths, int index, double time) {
    double[][] expected = new double[index + 2][states];
    for (int i = 0; i <= index; i++) {
      for (int j = 0; j < states; j++) {
        double[] moved = steps.moves[i][j];
        double mean = 0;
        for (int k = 0; moved != null && k < states; k++) {
          mean += moved[k] / steps.atRisk[i][j] * (worths[i + 1][k] - worths[i + 1][j]);
        }
        // sum over k of h_jk (v_k - v_j), times p_j / Y_j: what each row at risk is expected to add
        double perRow = mean == 0 ? 0 : probabilities[i][j] / steps.atRisk[i][j];
        expected[i + 1][j] = expected[i][j] + perRow * mean;
      }
    }
    double firstMean = 0;
    for (int j = 0; j < states; j++) {
      firstMean += probabilities[0][j] * worths[0][j];
    }
    Influences influences = new Influences(time);
    for (int i = 0; i < members.length; i++) {
      int row = members[i];
      int j = followUp.from(row);
      if (firstWeight > 0 && isFirst(row)) {
        // a row of the start moves the first probabilities: (1{j} - p_0) / n
        influences.add(i, (worths[0][j] - firstMean) / firstWeight);
      }
      if (steps.entries[i] <= index) {
        int exit = Math.min(steps.exits[i], index);
        double[] worth = worths[exit + 1];
        double own = steps.exits[i] <= index && rows.isEvent(row)
            ? probabilities[exit][j] / steps.atRisk[exit][j] * (worth[followUp.to(row)] - worth[j])
            : 0;
        influences.add(i, own - (expected[exit + 1][j] - expected[steps.entries[i]][j]));
      }
    }
    return influences;
  }

  private Estimate answer(double value, Influences influences, DoubleFunction<double[]> limits) {
    OptionalDouble naive = influences.error(influences.byHip);
    OptionalDouble error = isClustered() ? influences.error(influences.byCluster) : naive;
    double units = isClustered() ? influences.byCluster.size() : influences.byHip.size();
    double reach = error.orElse(0) * quantile.of(units);
    double[] both =
        error.orElse(0) > 0 && reach <= Double.MAX_VALUE ? limits.apply(reach) : new double[0];
    ImmutableEstimate.Builder answer =
        ImmutableEstimate.builder().value(value).standardError(error).naiveStandardError(naive);
    return both.length == 0
        ? answer.build()
        : answer.lower(both[0]).upper(both[1]).build();
  }

  /** Sums of what rows do, by hip and by cluster, of those under observation by a time. */
  private final class Influences {
    private final Map<Integer, double[]> byHip = new HashMap<>();
    private final Map<Integer, double[]> byCluster = new HashMap<>();

    Influences(double time) {
      double matched = TimeGrid.matched(times, time);
      for (int i = 0; i < members.length; i++) {
        // by their entries, not by the times of the grid, the next of which lies in the future
        if (isFirst(members[i]) || rows.entry(members[i]).orElse(FROM_THE_START) < matched) {
          add(i, 0);
        }
      }
    }

    void add(int member, double influence) {
      int row = members[member];
      double weighed = rows.weight(row) * influence;
      byHip.computeIfAbsent(followUp.hip(row), hip -> new double[1])[0] += weighed;
      if (isClustered()) {
        byCluster.computeIfAbsent(rows.cluster(row), one -> new double[1])[0] += weighed;
      }
    }

    OptionalDouble error(Map<Integer, double[]> sums) {
      double[] sorted =
          // from the smallest square on, in one order however a map is iterated
          sums.values().stream().mapToDouble(sum -> sum[0] * sum[0]).sorted().toArray();
      return sorted.length < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.sqrt(Arrays.stream(sorted).sum()));
    }
  }

  @Override
  public String toString() {
    return "StateCurve{" + group() + ", " + hips() + " hips, " + states + " states, " + times.length
        + " times}";
  }
}
