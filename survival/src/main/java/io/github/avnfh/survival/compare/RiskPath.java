package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.RiskSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a row of one stratum contributes to observed minus expected events, by the times at which it
 * was at risk.
 */
final class RiskPath {
  private final double[] times;
  private final double[] weights;
  private final double[] hazard;
  private final double[][] shares;
  private final double[][] expected;

  private RiskPath(List<double[]> moments, int groups) {
    int size = moments.size();
    times = new double[size];
    weights = new double[size];
    hazard = new double[size + 1];
    shares = new double[groups][size];
    expected = new double[groups][size + 1];
    for (int i = 0; i < size; i++) {
      double[] moment = moments.get(i);
      times[i] = moment[0];
      weights[i] = moment[1];
      hazard[i + 1] = hazard[i] + moment[2];
      for (int group = 0; group < groups; group++) {
        shares[group][i] = moment[3 + group];
        expected[group][i + 1] = expected[group][i] + moment[2] * moment[3 + group];
      }
    }
  }

  /** A path for each stratum. */
  static RiskPath[] of(EventCounts counts, Weighting weighting) {
    RiskPath[] paths = new RiskPath[counts.strata().size()];
    int groups = counts.groups().size();
    for (int stratum = 0; stratum < paths.length; stratum++) {
      List<double[]> moments = new ArrayList<>();
      TimeWeight weight = new TimeWeight(weighting);
      RiskSets sets = counts.riskSets(stratum);
      while (sets.next()) {
        moments.add(moment(sets, weight, groups));
      }
      paths[stratum] = new RiskPath(moments, groups);
    }
    return paths;
  }

  private static double[] moment(RiskSets sets, TimeWeight weight, int groups) {
    double[] moment = new double[3 + groups];
    double n = 0;
    double d = 0;
    for (int group = 0; group < groups; group++) {
      n += sets.atRisk(group);
      d += sets.events(group);
    }
    moment[0] = sets.time();
    moment[1] = weight.next(n, d);
    moment[2] = moment[1] * d / n;
    for (int group = 0; group < groups; group++) {
      moment[3 + group] = sets.atRisk(group) / n;
    }
    return moment;
  }

  /** How many times do not lie after the given one. */
  private int upTo(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The weight of the row's own event less the weighted hazard it was exposed to, if it was under
   * observation from the start.
   */
  double score(FollowUp followUp, int row) {
    int to = upTo(followUp.time(row));
    double own = followUp.isEvent(row) ? weights[to - 1] : 0;
    return own - hazard[to];
  }

  /** How large the numbers are of which scores are the differences. */
  double reach() {
    return Math.max(hazard[times.length], Arrays.stream(weights).max().orElse(0));
  }

  /** Adds what the row contributes to each group. */
  void addTo(double[] sums, FollowUp followUp, int row) {
    int from = followUp.entry(row).stream().mapToInt(this::upTo).findFirst().orElse(0);
    int to = upTo(followUp.time(row));
    double weight = followUp.weight(row);
    double own = followUp.isEvent(row) ? weights[to - 1] : 0;
    for (int group = 0; group < sums.length; group++) {
      double share = own == 0 ? 0 : shares[group][to - 1];
      sums[group] += weight * (expected[group][to] - expected[group][from] - own * share);
    }
    sums[followUp.group(row)] += weight * (own - (hazard[to] - hazard[from]));
  }
}
