package io.github.avnfh.examples.validity;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.scoring.compare.ClusterBootstrap;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.compare.OneHipPerPatient;
import io.github.avnfh.scoring.compare.WilcoxonSignedRank;
import io.github.avnfh.scoring.proportion.ProportionInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of scores, their subgroups and proportions, and the designs on which they are tried. */
final class ScoreStudy {
  private static final String MEAN = "mean change";
  private static final String DIFFERENCE = "difference of two subgroups";
  private static final String NO_CHANGE = "no change of a score";
  private static final String PROPORTION = "proportion of hips";

  private static final double LEVEL = 0.95;
  private static final int REPLICATES = 399;

  /** Every method is one line. */
  private static final List<Method<ScoreDesign.Sample>> METHODS = List.of(
      Method.interval(MEAN, "default", sample -> limits(mean(sample).clustered())),
      Method.interval(MEAN, "hips as independent", sample -> limits(mean(sample).naive())),
      Method.interval(MEAN, "cluster bootstrap, default", ScoreStudy::bootstrap),
      Method.interval(DIFFERENCE, "default", sample -> limits(difference(sample).clustered())),
      Method.interval(
          DIFFERENCE, "hips as independent", sample -> limits(difference(sample).naive())),
      Method.test(
          NO_CHANGE,
          "Wilcoxon, mean of a patient's hips",
          sample -> WilcoxonSignedRank.test(OneHipPerPatient.MEAN.reduce(sample.clustered(), 1))
              .pValue()),
      Method.test(
          NO_CHANGE,
          "Wilcoxon, hips as independent",
          sample -> WilcoxonSignedRank.test(sample.numbers()).pValue()),
      Method.interval(
          PROPORTION,
          "Wilson, hips as independent",
          sample -> proportion(sample, ProportionInterval.Method.WILSON)),
      Method.interval(
          PROPORTION,
          "Clopper-Pearson, hips as independent",
          sample -> proportion(sample, ProportionInterval.Method.CLOPPER_PEARSON)));

  private ScoreStudy() {}

  private static Comparison.Result mean(ScoreDesign.Sample sample) {
    return Comparison.withDefaults().ofMean(sample.clustered());
  }

  private static Comparison.Result difference(ScoreDesign.Sample sample) {
    return Comparison.withDefaults().ofDifference(sample.clustered(), sample.inSecond());
  }

  private static Optional<Range> limits(Estimate estimate) {
    return Optional.of(new Range(estimate.lower(), estimate.upper()));
  }

  private static Optional<Range> bootstrap(ScoreDesign.Sample sample) {
    ClusterBootstrap bootstrap =
        ClusterBootstrap.of(sample.clustered(), LEVEL, REPLICATES, sample.seed());
    return Optional.of(new Range(bootstrap.lower(), bootstrap.upper()));
  }

  private static Optional<Range> proportion(
      ScoreDesign.Sample sample, ProportionInterval.Method method) {
    long above = sample.values().stream().filter(value -> value > 0).count();
    ProportionInterval interval =
        method.of(Count.of((int) above, sample.values().size()), LEVEL);
    return Optional.of(new Range(interval.lower(), interval.upper()));
  }

  /** All truths are in closed form. */
  static Study<ScoreDesign.Sample> study(List<Integer> sizes) {
    Study<ScoreDesign.Sample> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double correlation : List.of(0.0, 0.5, 0.8)) {
        for (boolean skewed : List.of(false, true)) {
          mean(study, new ScoreDesign(patients, 0.5, correlation, skewed, 0, true, 0, 0));
        }
        for (int small : List.of(3, 5, patients / 4, patients / 2)) {
          difference(study, new ScoreDesign(patients, 0.5, correlation, false, small, true, 5, 0));
        }
        difference(
            study, new ScoreDesign(patients, 0.5, correlation, false, patients / 2, false, 5, 0));
        // standard deviations of the normal score at which 10, 50 and 90 % lie above 0
        for (double mean : List.of(-12.815515655446, 0.0, 12.815515655446)) {
          proportion(study, new ScoreDesign(patients, 0.5, correlation, false, 0, true, mean, 0));
        }
      }
    }
    return study;
  }

  private static void mean(Study<ScoreDesign.Sample> study, ScoreDesign design) {
    String name = (design.skewed() ? "skewed" : "normal") + correlation(design);
    Map<String, Double> truths =
        design.skewed() ? Map.of(MEAN, 0.0) : Map.of(MEAN, 0.0, NO_CHANGE, 0.0);
    study.add(new Study.Scenario<>(name, design.patients(), truths, design::draw));
  }

  private static void difference(Study<ScoreDesign.Sample> study, ScoreDesign design) {
    String name = (design.sameGroup()
            ? design.inSecond() + " patients in the second group"
            : "second hip in the other group")
        + correlation(design);
    study.add(new Study.Scenario<>(name, design.patients(), Map.of(DIFFERENCE, 0.0), design::draw));
  }

  private static void proportion(Study<ScoreDesign.Sample> study, ScoreDesign design) {
    double truth = design.mean() == 0 ? 0.5 : design.mean() > 0 ? 0.9 : 0.1;
    String name = Math.round(100 * truth) + " %" + correlation(design);
    study.add(
        new Study.Scenario<>(name, design.patients(), Map.of(PROPORTION, truth), design::draw));
  }

  private static String correlation(ScoreDesign design) {
    return ", correlation " + design.correlation();
  }
}
