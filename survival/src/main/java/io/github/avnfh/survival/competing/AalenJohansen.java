package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The probabilities of states over time, the estimate of Aalen and Johansen for any set of states
 * and moves.
 *
 * <p>Of Y<sub>j</sub> hips at risk in state j at a time, d<sub>jk</sub> move to state k. With
 * h<sub>jk</sub> = d<sub>jk</sub>/Y<sub>j</sub> and H the matrix of these with 1 less their sum on
 * the diagonal, the row of probabilities becomes p H. It begins with the proportions of hips under
 * observation at the start ({@link #startingAt(double)}) by state, or in one state
 * ({@link #startingIn(String)}). The hazard of a transition is the sum of h<sub>jk</sub>, the
 * estimate of Nelson and Aalen. With one path from alive to dead it is the Kaplan-Meier estimate,
 * with several ends {@link CumulativeIncidence}.
 *
 * <p>{@link #startingIn(String)} takes all hips that come through a state as witnesses of what
 * happens in it, which holds where the future depends on the state and the time alone, and not on
 * how the hip came there (Markov). {@link StateFollowUp#landmark(double, String)} asks only the
 * hips that are in the state at the time, and does not need that.
 *
 * <p>Standard errors are the infinitesimal jackknife by hip, as in R's multi-state {@code survfit},
 * and by cluster, such as the patient, where there are clusters. Limits of probabilities are
 * log-log with the quantile of t by cluster as in {@link KaplanMeier#withDefaults()}, those of
 * hazards are made on the log scale, those of times on their own.
 *
 * <pre>{@code
 * StateFollowUp hips = StateFollowUp
 *     .ofDays(new int[] {0, 1, 0, 0, 0}, new int[] {1, 3, 2, 4, 4}, new int[] {0, 1, 0, 0, 0},
 *         new int[] {1, 2, 2, 0, 1}, List.of("treated", "collapsed", "replaced"))
 *     .hips(new int[] {1, 1, 2, 3, 4})
 *     .build();
 * StateCurve curve = AalenJohansen.withDefaults().estimate(hips).get(0);
 * curve.probability("replaced", 3).orElseThrow().value();             // 0.5
 * curve.expectedTime("collapsed", 4).orElseThrow().value();           // 0.5
 * curve.hazard("collapsed", "replaced", 4).orElseThrow().value();     // 1.0
 * }</pre>
 *
 * @see <a href="https://www.jstor.org/stable/4615704">Aalen OO, Johansen S. An empirical transition
 *     matrix for non-homogeneous Markov chains based on censored observations. Scand J Stat
 *     1978;5:141-50</a>
 */
public final class AalenJohansen {
  private static final double FROM_THE_START = -1;

  private final KaplanMeier options;
  private final double start;
  private final Optional<String> state;

  private AalenJohansen(KaplanMeier options, double start, Optional<String> state) {
    this.options = options;
    this.start = start;
    this.state = state;
  }

  /**
   * Returns the usual options: from the start of observation, log-log intervals at the level 0.95.
   *
   * @return the options
   */
  public static AalenJohansen withDefaults() {
    return new AalenJohansen(KaplanMeier.withDefaults(), FROM_THE_START, Optional.empty());
  }

  /**
   * Chooses the scale of the confidence interval of probabilities.
   *
   * @param type the scale
   * @return options with that scale
   */
  public AalenJohansen with(IntervalType type) {
    return new AalenJohansen(options.with(Objects.requireNonNull(type, "type")), start, state);
  }

  /**
   * Chooses the distribution whose quantile multiplies standard errors.
   *
   * @param value the distribution
   * @return options with that distribution
   */
  public AalenJohansen with(CriticalValue value) {
    return new AalenJohansen(options.with(Objects.requireNonNull(value, "value")), start, state);
  }

  /**
   * Chooses the level of the confidence interval.
   *
   * @param probability the level, above 0 and below 1; 0.95 for a 95% interval
   * @return options with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public AalenJohansen withLevel(double probability) {
    return new AalenJohansen(options.withLevel(probability), start, state);
  }

  /**
   * Chooses the time from which probabilities go on; a move at the time itself came before.
   *
   * @param time a time, 0 or more
   * @return options with that start
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public AalenJohansen startingAt(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    return new AalenJohansen(options, time, state);
  }

  /**
   * Chooses the state that has probability 1 at the start.
   *
   * @param label the label of a state
   * @return options with that state
   */
  public AalenJohansen startingIn(String label) {
    return new AalenJohansen(options, start, Optional.of(Objects.requireNonNull(label, "label")));
  }

  /**
   * Estimates the probabilities of states in each group.
   *
   * @param followUp the courses of hips
   * @return the curves in the order of the groups; a group of which no hip was under observation
   *     after the start is left out
   * @throws IllegalArgumentException if the chosen state is not one of the states
   */
  public List<StateCurve> estimate(StateFollowUp followUp) {
    Objects.requireNonNull(followUp, "followUp");
    OptionalInt first = state.isPresent()
        ? OptionalInt.of(StateFollowUp.index(state.get(), followUp.states()))
        : OptionalInt.empty();
    FollowUp rows = followUp.rows();
    return IntStream.range(0, rows.groups().size())
        .mapToObj(group -> IntStream.range(0, rows.size())
            .filter(row -> rows.group(row) == group && rows.time(row) > start)
            .toArray())
        .filter(members -> members.length > 0)
        .map(members -> new StateCurve(followUp, members, start, first, options))
        .toList();
  }

  @Override
  public String toString() {
    return "AalenJohansen{" + options.intervalType().code() + ", level " + options.level() + "}";
  }
}
