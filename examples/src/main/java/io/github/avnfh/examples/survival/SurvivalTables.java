package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.RestrictedMean;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.PairComparison;
import io.github.avnfh.survival.compare.ScoreTest;
import java.util.List;
import java.util.Optional;

/** The tables of the survival command, at full precision. */
final class SurvivalTables {
  private SurvivalTables() {}

  static String curve(KaplanMeierEstimate estimate) {
    CsvOutput table = CsvOutput.withHeader(
        "group",
        "time",
        "at_risk",
        "events",
        "censored",
        "survival",
        "std_error",
        "naive_std_error",
        "lower",
        "upper");
    for (SurvivalCurve curve : estimate.curves()) {
      for (Step step : curve.steps()) {
        table.row(
            curve.group(),
            CsvOutput.number(step.time()),
            CsvOutput.number(step.atRisk()),
            CsvOutput.number(step.events()),
            CsvOutput.number(step.censored()),
            CsvOutput.number(step.survival()),
            CsvOutput.number(step.standardError()),
            CsvOutput.number(step.naiveStandardError()),
            CsvOutput.number(step.lower()),
            CsvOutput.number(step.upper()));
      }
    }
    return table.text();
  }

  static String quantile(KaplanMeierEstimate estimate, List<Double> probabilities) {
    CsvOutput table = CsvOutput.withHeader("group", "probability", "time", "lower", "upper");
    for (SurvivalCurve curve : estimate.curves()) {
      for (double probability : probabilities) {
        QuantileEstimate quantile = curve.quantile(probability);
        table.row(
            curve.group(),
            CsvOutput.number(probability),
            CsvOutput.number(quantile.time()),
            CsvOutput.number(quantile.lower()),
            CsvOutput.number(quantile.upper()));
      }
    }
    return table.text();
  }

  static String at(KaplanMeierEstimate estimate, List<Double> times) {
    CsvOutput table =
        CsvOutput.withHeader("group", "time", "at_risk", "survival", "std_error", "lower", "upper");
    for (SurvivalCurve curve : estimate.curves()) {
      for (double time : times) {
        SurvivalAtTime at = curve.at(time);
        Optional<SurvivalEstimate> known = at.estimate();
        table.row(
            curve.group(),
            CsvOutput.number(time),
            CsvOutput.number(at.atRisk()),
            known.map(value -> CsvOutput.number(value.survival())).orElse(""),
            known.map(value -> CsvOutput.number(value.standardError())).orElse(""),
            known.map(value -> CsvOutput.number(value.lower())).orElse(""),
            known.map(value -> CsvOutput.number(value.upper())).orElse(""));
      }
    }
    return table.text();
  }

  static String restrictedMean(KaplanMeierEstimate estimate, List<Double> horizons) {
    CsvOutput table =
        CsvOutput.withHeader("group", "tau", "rmst", "std_error", "lower", "upper", "extrapolated");
    for (SurvivalCurve curve : estimate.curves()) {
      for (double horizon : horizons) {
        RestrictedMean mean = curve.restrictedMean(horizon);
        table.row(
            curve.group(),
            CsvOutput.number(horizon),
            CsvOutput.number(mean.mean()),
            CsvOutput.number(mean.standardError()),
            CsvOutput.number(mean.lower()),
            CsvOutput.number(mean.upper()),
            Boolean.toString(mean.isExtrapolated()));
      }
    }
    return table.text();
  }

  static String test(List<LogRankResult> results) {
    CsvOutput table =
        CsvOutput.withHeader("test", "stratified", "variance", "chi_square", "df", "p");
    for (LogRankResult result : results) {
      for (ScoreTest test : listed(result)) {
        Optional<ChiSquare> chiSquare = test.chiSquare();
        table.row(
            result.weighting().code(),
            Boolean.toString(result.isStratified()),
            test.variance().code(),
            statistic(chiSquare),
            degreesOfFreedom(chiSquare),
            pValue(chiSquare));
      }
    }
    return table.text();
  }

  /** The tests from the answer on, so that the first row of a table is what the figure prints. */
  static List<ScoreTest> listed(LogRankResult result) {
    return result.tests().stream()
        .filter(test -> test.variance().compareTo(result.variance()) >= 0)
        .toList();
  }

  static String pairwise(List<List<PairComparison>> tests) {
    CsvOutput table = CsvOutput.withHeader(
        "test", "variance", "group_a", "group_b", "chi_square", "df", "p", "p_adjusted");
    for (List<PairComparison> pairs : tests) {
      for (PairComparison pair : pairs) {
        for (ScoreTest test : listed(pair.result())) {
          Double adjusted = pair.adjustedPValues().get(test.variance());
          table.row(
              pair.result().weighting().code(),
              test.variance().code(),
              pair.first(),
              pair.second(),
              statistic(test.chiSquare()),
              degreesOfFreedom(test.chiSquare()),
              pValue(test.chiSquare()),
              adjusted == null ? "" : CsvOutput.number(adjusted));
        }
      }
    }
    return table.text();
  }

  private static String statistic(Optional<ChiSquare> chiSquare) {
    return chiSquare.map(value -> CsvOutput.number(value.statistic())).orElse("");
  }

  private static String degreesOfFreedom(Optional<ChiSquare> chiSquare) {
    return chiSquare.map(value -> Integer.toString(value.degreesOfFreedom())).orElse("");
  }

  private static String pValue(Optional<ChiSquare> chiSquare) {
    return chiSquare.map(value -> CsvOutput.number(value.pValue())).orElse("");
  }
}
