package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterInfluence;
import io.github.avnfh.survival.internal.ClusterRows;
import io.github.avnfh.survival.internal.Columns;
import io.github.avnfh.survival.internal.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Nelson-Aalen estimate of the cumulative hazard, and with it the Fleming-Harrington estimate
 * of survival.
 *
 * <p>At each time with d events among Y at risk, the hazard H grows by d/Y and its variance by
 * d/Y<sup>2</sup>, as in R's {@code survfit(ctype = 1)}. Corrected for ties, d events at one time
 * are taken one after the other: H grows by 1/Y + 1/(Y-1) and so on to 1/(Y-d+1), its variance by
 * the squares of these, as in R's {@code survfit(ctype = 2)}. Survival is exp(-H), R's {@code stype
 * = 2}. With clusters the standard error of the uncorrected estimate is the infinitesimal jackknife
 * grouped by cluster, and the naive one is given too.
 *
 * <p>Limits are symmetric on the scale of the logarithm by default. Before the first event the
 * lower limit is 0 and the upper one -log(alpha/2)/n, from the exact limit of survival with n
 * clusters or rows at risk.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, false, false, false})
 *     .build();
 * HazardCurve hazard = NelsonAalen.withDefaults().estimate(hips).get(0);
 * HazardEstimate afterOneYear = hazard.at(365).orElseThrow();
 * afterOneYear.hazard(); // 0.366…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344247">Aalen O. Nonparametric inference for a
 *     family of counting processes. Ann Stat 1978;6:701-26</a>
 */
public final class NelsonAalen {
  /** The scale on which a confidence interval for the cumulative hazard is symmetric. */
  public enum Scale {
    /** The logarithm: the limits are H exp(-/+ q se/H), which are never negative. */
    LOG("log"),

    /** The hazard itself: H -/+ q se, cut to 0. With few events it misses the hazard too often. */
    PLAIN("plain");

    private final String code;

    Scale(String code) {
      this.code = code;
    }

    /**
     * Returns the name of the scale.
     *
     * @return the name, {@code log} or {@code plain}
     */
    public String code() {
      return code;
    }
  }

  private final boolean tieCorrected;
  private final Scale scale;
  // level and critical value are those of the curves
  private final KaplanMeier options;

  private NelsonAalen(boolean tieCorrected, Scale scale, KaplanMeier options) {
    this.tieCorrected = tieCorrected;
    this.scale = scale;
    this.options = options;
  }

  /**
   * Returns the estimate that takes ties as they are, with limits on the log scale at the level
   * 0.95; the quantile is that of t where rows belong to clusters and the normal one otherwise.
   *
   * @return the estimate
   */
  public static NelsonAalen withDefaults() {
    return new NelsonAalen(false, Scale.LOG, KaplanMeier.withDefaults());
  }

  /**
   * Chooses the scale of the confidence interval.
   *
   * @param type the scale
   * @return an estimate with that scale
   */
  public NelsonAalen with(Scale type) {
    return new NelsonAalen(tieCorrected, type, options);
  }

  /**
   * Chooses the distribution whose quantile multiplies standard errors.
   *
   * @param value the distribution
   * @return an estimate with that distribution
   */
  public NelsonAalen with(CriticalValue value) {
    return new NelsonAalen(tieCorrected, scale, options.with(value));
  }

  /**
   * Chooses the level of the confidence interval.
   *
   * @param probability the level, above 0 and below 1; 0.95 for a 95% interval
   * @return an estimate with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public NelsonAalen withLevel(double probability) {
    return new NelsonAalen(tieCorrected, scale, options.withLevel(probability));
  }

  /**
   * Leaves out the exact limits before the first event of a group: there the standard error is then
   * 0, as in R, and there are no limits.
   *
   * @return an estimate without these limits
   */
  public NelsonAalen withoutExactLimits() {
    return new NelsonAalen(tieCorrected, scale, options.withoutExactLimits());
  }

  /** The limits of a hazard with that error. */
  void addLimits(ImmutableHazardEstimate.Builder answer, double hazard, double reach) {
    boolean plain = scale == Scale.PLAIN;
    double lower = plain ? hazard - reach : hazard * Math.exp(-reach / hazard);
    double upper = plain ? hazard + reach : hazard * Math.exp(reach / hazard);
    if (upper <= Double.MAX_VALUE) {
      answer
          .lower(Math.max(0, Math.min(hazard, lower)))
          .upper(Math.max(hazard, upper))
          .limits(LimitMethod.STANDARD_ERROR);
    }
  }

  KaplanMeier options() {
    return options;
  }

  boolean isTieCorrected() {
    return tieCorrected;
  }

  /**
   * Returns the estimate that takes events of one time one after the other.
   *
   * @return the estimate
   */
  public NelsonAalen correctedForTies() {
    return new NelsonAalen(true, scale, options);
  }

  /**
   * Estimates a cumulative hazard for each group.
   *
   * @param followUp the hips
   * @return the curves in the order of the groups
   * @throws IllegalArgumentException if ties are to be corrected for and weights make the events of
   *     a time no whole number
   */
  public List<HazardCurve> estimate(FollowUp followUp) {
    Columns columns = followUp.columns();
    Tally[] tallies = followUp.tallies();
    Optional<ClusterRows> members = columns.isClustered()
        ? Optional.of(new ClusterRows(columns, tallies.length))
        : Optional.empty();
    List<HazardCurve> curves = new ArrayList<>();
    for (int group = 0; group < tallies.length; group++) {
      Tally tally = tallies[group];
      int number = group;
      Optional<ClusterInfluence> influence =
          members.map(rows -> ClusterInfluence.ofHazard(rows, number, tally));
      curves.add(new HazardCurve(followUp.groups().get(group), tally, influence, this));
    }
    return List.copyOf(curves);
  }

  /**
   * Estimates a cumulative hazard for each group from counts, whatever the stratum.
   *
   * @param counts how many had the event and were at risk
   * @return the curves in the order of the groups
   * @throws IllegalArgumentException if ties are to be corrected for and weights make the events of
   *     a time no whole number
   */
  public List<HazardCurve> estimate(EventCounts counts) {
    Tally[] tallies = counts.byGroup();
    List<HazardCurve> curves = new ArrayList<>();
    for (int group = 0; group < tallies.length; group++) {
      String label = counts.groups().get(group);
      curves.add(new HazardCurve(label, tallies[group], Optional.empty(), this));
    }
    return List.copyOf(curves);
  }

  @Override
  public String toString() {
    return "NelsonAalen{" + (tieCorrected ? "corrected for ties" : "ties as they are") + ", "
        + scale.code() + ", level " + options.level() + "}";
  }
}
