package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The cumulative incidence of an event while others compete, the estimate of Aalen and Johansen.
 *
 * <p>At each time with c events of one kind among Y at risk, the incidence grows by S(t-)c/Y, where
 * S(t-) is the proportion that is free of any event just before. One minus the Kaplan-Meier
 * estimate that takes competing events for censorings is larger, and tells the proportion of a
 * world without them. Ties are exact. The standard error is the infinitesimal jackknife, as in R's
 * multi-state {@code survfit}, grouped by cluster where there are clusters; that of R's
 * {@code cmprsk} comes from another estimator and differs. A case weight counts as one row that
 * weighs more, as in R.
 *
 * <p>Confidence intervals are made on a scale of {@link IntervalType} for the incidence itself,
 * log-log with the quantile of t by cluster as in {@link KaplanMeier#withDefaults()}; R takes log
 * and the normal quantile. Before the first event of the kind the upper limit is 1 -
 * (alpha/2)<sup>1/n</sup>, the exact one of Clopper and Pearson, with n the fewest so far of those
 * at risk divided by the proportion free of any event: as many as would be known without censoring.
 * With clusters it counts clusters at risk. What is said of a time does not depend on what happened
 * after it.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp.of(
 *     List.of(EventStatus.EVENT, EventStatus.COMPETING, EventStatus.CENSORED, EventStatus.CENSORED),
 *     ended -> FollowUp.ofDays(new int[] {120, 400, 730, 740}, ended).build());
 * IncidenceCurve curve = CumulativeIncidence.withDefaults().estimate(hips).get(0);
 * IncidenceStep atDay400 = curve.at(400).orElseThrow();
 * atDay400.event().proportion();     // 0.25
 * atDay400.competing().proportion(); // 0.25
 * atDay400.free();              // 0.5
 * }</pre>
 *
 * @see <a href="https://www.jstor.org/stable/4615704">Aalen OO, Johansen S. An empirical transition
 *     matrix for non-homogeneous Markov chains based on censored observations. Scand J Stat
 *     1978;5:141-50</a>
 */
public final class CumulativeIncidence {
  private final KaplanMeier options;

  private CumulativeIncidence(KaplanMeier options) {
    this.options = options;
  }

  /**
   * Returns the usual options: log-log intervals at the level 0.95.
   *
   * @return the options
   */
  public static CumulativeIncidence withDefaults() {
    return new CumulativeIncidence(KaplanMeier.withDefaults());
  }

  /**
   * Chooses the scale of the confidence interval.
   *
   * @param type the scale
   * @return options with that scale
   */
  public CumulativeIncidence with(IntervalType type) {
    return new CumulativeIncidence(options.with(type));
  }

  /**
   * Chooses the level of the confidence interval.
   *
   * @param probability the level, above 0 and below 1; 0.95 for a 95% interval
   * @return options with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public CumulativeIncidence withLevel(double probability) {
    return new CumulativeIncidence(options.withLevel(probability));
  }

  /**
   * Chooses the distribution whose quantile multiplies standard errors.
   *
   * @param value the distribution
   * @return options with that distribution
   */
  public CumulativeIncidence with(CriticalValue value) {
    return new CumulativeIncidence(options.with(value));
  }

  /**
   * Leaves out the exact limits before the first event of a kind: there both limits are then 0.
   *
   * @return options without these limits
   */
  public CumulativeIncidence withoutExactLimits() {
    return new CumulativeIncidence(options.withoutExactLimits());
  }

  /**
   * Estimates the incidence of either kind of event in each group, regardless of the stratum.
   *
   * @param followUp the hips
   * @return the curves in the order of the groups
   */
  public List<IncidenceCurve> estimate(CompetingFollowUp followUp) {
    FollowUp rows = followUp.anyEvent();
    List<IncidenceCurve> curves = new ArrayList<>();
    List<GroupRows> groups = GroupRows.of(followUp);
    for (int group = 0; group < groups.size(); group++) {
      curves.add(new IncidenceCurve(rows.groups().get(group), groups.get(group), options));
    }
    return List.copyOf(curves);
  }

  /**
   * Estimates the incidence of either kind of event in each group from counts, by patient where
   * they have pairs of hips, else as from hips that all share no patient.
   *
   * @param counts the counts; {@link CompetingCounts#withEvent(String)} chooses the event
   * @return the curves in the order of the groups
   */
  public List<IncidenceCurve> estimate(CompetingCounts counts) {
    Objects.requireNonNull(counts, "counts");
    return counts.hasPairs() ? estimate(CompetingFollowUp.of(counts)) : counted(counts);
  }

  private List<IncidenceCurve> counted(CompetingCounts counts) {
    List<IncidenceCurve> curves = new ArrayList<>();
    for (String group : counts.groups()) {
      curves.add(new IncidenceCurve(group, counts.rowsOf(group), options));
    }
    return List.copyOf(curves);
  }

  @Override
  public String toString() {
    return "CumulativeIncidence{" + options.intervalType().code() + ", level " + options.level()
        + "}";
  }
}
