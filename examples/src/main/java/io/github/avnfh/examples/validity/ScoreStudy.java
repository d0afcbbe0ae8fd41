package io.github.avnfh.examples.validity;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.scoring.compare.ClusterBootstrap;
import io.github.avnfh.scoring.compare.ClusterRobust;
import io.github.avnfh.scoring.compare.ClusteredSignedRank;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.compare.OneHipPerPatient;
import io.github.avnfh.scoring.compare.WilcoxonSignedRank;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import io.github.avnfh.scoring.proportion.ProportionInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Changes of scores, their subgroups and proportions, and the designs on which they are tried. */
final class ScoreStudy {
  private static final String MEAN = "mean change";
  private static final String DIFFERENCE = "difference of two subgroups";
  private static final String MODEL = "difference of two subgroups beside a covariate";
  private static final String NO_CHANGE = "no change of a score";
  private static final String PROPORTION = "proportion of hips";

  private static final String FEW_PATIENTS =
      "two or three patients carry the difference: Satterthwaite's degrees of freedom are then few, and the interval is cautious";

  private static final double LEVEL = 0.95;
  private static final int REPLICATES = 399;

  private static final Comparison USUAL = Comparison.withDefaults();
  private static final Comparison HC1 = USUAL.with(ClusterRobust.HC1);

  /** Every method is one line. */
  private static final List<Method<ScoreDesign.Sample>> METHODS = List.of(
      interval(MEAN, "default", sample -> mean(sample, USUAL).clustered())
          .asDefault(
              "means of strongly skewed values; in 5,000 other cohorts of each design it lay between 93.0 and 94.1"),
      interval(MEAN, "HC1", sample -> mean(sample, HC1).clustered()),
      interval(MEAN, "hips as independent", sample -> mean(sample, USUAL).naive()),
      bootstrap("bootstrap, default (bootstrap-t)", ClusterBootstrap.Interval.STUDENTIZED)
          .asDefault(
              "means of strongly skewed values; in 5,000 other cohorts of each design it lay between 93.3 and 94.4"),
      bootstrap("bootstrap, percentiles", ClusterBootstrap.Interval.PERCENTILE),
      interval(DIFFERENCE, "default", sample -> difference(sample, USUAL).clustered())
          .asDefault(FEW_PATIENTS),
      interval(DIFFERENCE, "HC1", sample -> difference(sample, HC1).clustered()),
      interval(
          DIFFERENCE, "hips as independent", sample -> difference(sample, USUAL).naive()),
      interval(MODEL, "default", sample -> inModel(sample, USUAL).clustered())
          .asDefault(FEW_PATIENTS),
      interval(MODEL, "HC1", sample -> inModel(sample, HC1).clustered()),
      interval(MODEL, "hips as independent", sample -> inModel(sample, USUAL).naive()),
      Method.test(
              NO_CHANGE,
              "clustered signed rank",
              (ScoreDesign.Sample sample) ->
                  ClusteredSignedRank.test(sample.clustered()).pValue())
          .asDefault(),
      wilcoxon("Wilcoxon, mean of a patient's hips", OneHipPerPatient.MEAN),
      wilcoxon("Wilcoxon, first hip", OneHipPerPatient.FIRST),
      Method.test(
          NO_CHANGE,
          "Wilcoxon, hips as independent",
          sample -> WilcoxonSignedRank.test(sample.numbers()).pValue()),
      proportion("default", ClusteredProportion.Method.WILSON).asDefault(),
      proportion("Korn-Graubard", ClusteredProportion.Method.KORN_GRAUBARD),
      proportion("Wilson, hips as independent", ProportionInterval.Method.WILSON),
      proportion(
          "Clopper-Pearson, hips as independent", ProportionInterval.Method.CLOPPER_PEARSON));

  private ScoreStudy() {}

  private static Comparison.Result mean(ScoreDesign.Sample sample, Comparison options) {
    return options.ofMean(sample.clustered());
  }

  private static Comparison.Result difference(ScoreDesign.Sample sample, Comparison options) {
    return options.ofDifference(sample.clustered(), sample.inSecond());
  }

  private static Comparison.Result inModel(ScoreDesign.Sample sample, Comparison options) {
    Map<String, Comparison.Result> model = options.ofModel(sample.clustered(), sample.model());
    return Objects.requireNonNull(model.get(ScoreDesign.Sample.SECOND));
  }

  private static Method<ScoreDesign.Sample> interval(
      String quantity, String name, Function<ScoreDesign.Sample, Estimate> estimate) {
    return Method.interval(quantity, name, sample -> {
      Estimate found = estimate.apply(sample);
      return Optional.of(new Range(found.lower(), found.upper()));
    });
  }

  private static Method<ScoreDesign.Sample> bootstrap(
      String name, ClusterBootstrap.Interval interval) {
    return Method.interval(MEAN, name, sample -> {
      ClusterBootstrap drawn =
          ClusterBootstrap.of(sample.clustered(), interval, LEVEL, REPLICATES, sample.seed());
      return Optional.of(new Range(drawn.lower(), drawn.upper()));
    });
  }

  private static Method<ScoreDesign.Sample> wilcoxon(String name, OneHipPerPatient choice) {
    return Method.test(
        NO_CHANGE,
        name,
        sample -> WilcoxonSignedRank.test(choice.reduce(sample.clustered(), sample.seed()))
            .pValue());
  }

  private static Method<ScoreDesign.Sample> proportion(
      String name, ClusteredProportion.Method method) {
    return Method.interval(PROPORTION, name, sample -> {
      ClusteredProportion found =
          method.of(ClusteredOutcomes.of(sample.above(), sample.patients()), LEVEL);
      return Range.of(found.lower(), found.upper());
    });
  }

  private static Method<ScoreDesign.Sample> proportion(
      String name, ProportionInterval.Method method) {
    return Method.interval(PROPORTION, name, sample -> {
      int above = (int) sample.above().stream().filter(is -> is).count();
      ProportionInterval found = method.of(Count.of(above, sample.values().size()), LEVEL);
      return Optional.of(new Range(found.lower(), found.upper()));
    });
  }

  /** All truths are in closed form. */
  static Study<ScoreDesign.Sample> study(List<Integer> sizes) {
    Study<ScoreDesign.Sample> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double correlation : List.of(0.0, 0.5, 0.8)) {
        for (boolean skewed : List.of(false, true)) {
          mean(study, new ScoreDesign(patients, 0.5, correlation, skewed, 0, true, 0, 0));
        }
        for (int small : smallGroups(patients)) {
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

  /** As far as the other group is no smaller. */
  private static List<Integer> smallGroups(int patients) {
    return IntStream.concat(IntStream.of(2, 3, 5, 8, 12), IntStream.of(patients / 2))
        .filter(small -> small <= patients / 2)
        .distinct()
        .boxed()
        .toList();
  }

  private static void mean(Study<ScoreDesign.Sample> study, ScoreDesign design) {
    String name = (design.skewed() ? "skewed" : "normal") + correlation(design);
    Map<String, Double> truths =
        design.skewed() ? Map.of(MEAN, 0.0) : Map.of(MEAN, 0.0, NO_CHANGE, 0.0);
    study.add(new Study.Scenario<>(name, design.patients(), truths, design::draw));
  }

  private static void difference(Study<ScoreDesign.Sample> study, ScoreDesign design) {
    String name = (design.sameGroup()
            ? (2 * design.inSecond() == design.patients() ? "half of the" : design.inSecond())
                + " patients in the second group"
            : "second hip in the other group")
        + correlation(design);
    Map<String, Double> truths =
        Map.of(DIFFERENCE, design.difference(), MODEL, design.difference());
    study.add(new Study.Scenario<>(name, design.patients(), truths, design::draw));
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
