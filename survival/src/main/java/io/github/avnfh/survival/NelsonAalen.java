package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterInfluence;
import io.github.avnfh.survival.internal.ClusterRows;
import io.github.avnfh.survival.internal.ClusterSweep;
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
 * grouped by cluster, and the naive one stands beside it.
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
  private final boolean tieCorrected;

  private NelsonAalen(boolean tieCorrected) {
    this.tieCorrected = tieCorrected;
  }

  /**
   * Returns the estimate that takes ties as they are.
   *
   * @return the estimate
   */
  public static NelsonAalen withDefaults() {
    return new NelsonAalen(false);
  }

  /**
   * Returns the estimate that takes events of one time one after the other.
   *
   * @return the estimate
   */
  public NelsonAalen correctedForTies() {
    return new NelsonAalen(true);
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
      Optional<ClusterSweep> sweep =
          members.map(rows -> ClusterInfluence.ofHazard(rows, number, tally).sweep());
      curves.add(new HazardCurve(followUp.groups().get(group), tally, sweep, tieCorrected));
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
      curves.add(new HazardCurve(label, tallies[group], Optional.empty(), tieCorrected));
    }
    return List.copyOf(curves);
  }

  @Override
  public String toString() {
    return "NelsonAalen{" + (tieCorrected ? "corrected for ties" : "ties as they are") + "}";
  }
}
