package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterJackknife;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.SurvivalColumns;
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
 * HazardCurve.HazardEstimate afterOneYear = hazard.at(365).orElseThrow();
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
  private final CurveOptions options;

  private NelsonAalen(boolean tieCorrected, Scale scale, CurveOptions options) {
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
    return new NelsonAalen(false, Scale.LOG, CurveOptions.withDefaults());
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
    SurvivalColumns columns = followUp.columns();
    EventTable[] tables = followUp.tables();
    Optional<ClusterJackknife.Rows> clustered = columns.isClustered()
        ? Optional.of(new ClusterJackknife.Rows(columns, tables.length))
        : Optional.empty();
    List<HazardCurve> curves = new ArrayList<>();
    for (int group = 0; group < tables.length; group++) {
      EventTable table = tables[group];
      int number = group;
      Optional<ClusterJackknife> jackknife =
          clustered.map(rows -> ClusterJackknife.ofHazard(rows, number, table));
      curves.add(curve(followUp.groups().get(group), table, jackknife));
    }
    return List.copyOf(curves);
  }

  private HazardCurve curve(String group, EventTable table, Optional<ClusterJackknife> jackknife) {
    return new HazardCurve(group, table, jackknife, options, scale == Scale.PLAIN, tieCorrected);
  }

  /**
   * Estimates a cumulative hazard for each group from counts, over all strata, by patient where
   * they have pairs of hips.
   *
   * @param counts how many had the event and were at risk
   * @return the curves in the order of the groups
   * @throws IllegalArgumentException if ties are to be corrected for and weights make the events of
   *     a time no whole number
   */
  public List<HazardCurve> estimate(EventCounts counts) {
    return counts.hasPairs() ? estimate(FollowUp.of(counts)) : counted(counts);
  }

  private List<HazardCurve> counted(EventCounts counts) {
    EventTable[] tables = counts.byGroup();
    List<HazardCurve> curves = new ArrayList<>();
    for (int group = 0; group < tables.length; group++) {
      curves.add(curve(counts.groups().get(group), tables[group], Optional.empty()));
    }
    return List.copyOf(curves);
  }

  @Override
  public String toString() {
    return "NelsonAalen{" + (tieCorrected ? "corrected for ties" : "ties as they are") + ", "
        + scale.code() + ", level " + options.level() + "}";
  }
}
