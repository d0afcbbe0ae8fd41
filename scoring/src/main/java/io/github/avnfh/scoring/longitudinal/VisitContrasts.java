package io.github.avnfh.scoring.longitudinal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The contrasts of coefficients that compare means of visits and groups, by name: with one group
 * {@code 6 - 0}; with several {@code II: 6 - 0}, {@code (II - I): 6 - 0} and {@code 6: II - I}.
 */
final class VisitContrasts {
  private final VisitDesign design;
  private final VisitScores scores;
  private final int visits;
  private final int groups;

  private VisitContrasts(VisitDesign design) {
    this.design = design;
    this.scores = design.scores();
    this.visits = scores.visits().size();
    this.groups = scores.groups().size();
  }

  static VisitContrasts of(VisitDesign design) {
    return new VisitContrasts(design);
  }

  /** Every visit against the first, and the differences of these changes from the first group's. */
  Map<String, double[]> changes() {
    Map<String, double[]> contrasts = new LinkedHashMap<>();
    for (int group = 0; group < groups; group++) {
      for (int visit = 1; visit < visits; visit++) {
        contrasts.put(inGroup(group) + change(visit), change(group, visit));
      }
    }
    for (int group = 1; group < groups; group++) {
      for (int visit = 1; visit < visits; visit++) {
        contrasts.put(
            "(" + difference(group) + "): " + change(visit),
            minus(change(group, visit), change(0, visit)));
      }
    }
    return contrasts;
  }

  /** Every group against the first, at each visit. */
  Map<String, double[]> differences() {
    Map<String, double[]> contrasts = new LinkedHashMap<>();
    for (int visit = 0; visit < visits; visit++) {
      for (int group = 1; group < groups; group++) {
        contrasts.put(
            scores.visits().get(visit) + ": " + difference(group),
            minus(design.meanRow(group, visit), design.meanRow(0, visit)));
      }
    }
    return contrasts;
  }

  /** The change per unit of time of a line, and its differences from the first group's. */
  Map<String, double[]> slopes() {
    double[] times = scores.times();
    double span = times[1] - times[0];
    Map<String, double[]> contrasts = new LinkedHashMap<>();
    for (int group = 0; group < groups; group++) {
      contrasts.put(inGroup(group) + "slope", divided(change(group, 1), span));
    }
    for (int group = 1; group < groups; group++) {
      contrasts.put(
          "(" + difference(group) + "): slope",
          divided(minus(change(group, 1), change(0, 1)), span));
    }
    return contrasts;
  }

  private String inGroup(int group) {
    return groups > 1 ? scores.groups().get(group) + ": " : "";
  }

  private String difference(int group) {
    return scores.groups().get(group) + " - " + scores.groups().get(0);
  }

  private String change(int visit) {
    return scores.visits().get(visit) + " - " + scores.visits().get(0);
  }

  private double[] change(int group, int visit) {
    return minus(design.meanRow(group, visit), design.meanRow(group, 0));
  }

  private static double[] minus(double[] one, double[] other) {
    double[] difference = one.clone();
    for (int j = 0; j < difference.length; j++) {
      difference[j] -= other[j];
    }
    return difference;
  }

  private static double[] divided(double[] contrast, double by) {
    return Arrays.stream(contrast).map(each -> each / by).toArray();
  }
}
