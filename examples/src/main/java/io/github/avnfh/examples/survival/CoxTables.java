package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.BaselineHazard;
import io.github.avnfh.survival.regression.Concordance;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxResiduals;
import io.github.avnfh.survival.regression.FrailtyModel;
import io.github.avnfh.survival.regression.ProportionalityTest;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import io.github.avnfh.survival.regression.SurvivalPrediction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of the cox command, at full precision. */
final class CoxTables {
  /** Residuals that there are none of. */
  static final String NONE =
      CsvOutput.withHeader("row", "martingale", "deviance").text();

  private CoxTables() {}

  /** What a person wants first: counts, the hazard ratios, and the test of the whole model. */
  static String summary(
      CoxModel model, Optional<FrailtyModel> shared, List<RegressionCoefficient> coefficients) {
    Table.Builder table = Table.builder()
        .name("coefficients")
        .title("Hazard ratios")
        .counted(Counted.of(model.rows(), "row") + ", " + Counted.of(model.events(), "event")
            + (model.clusters().isPresent()
                ? ", " + Counted.of(model.clusters().getAsInt(), "cluster")
                : "")
            + (model.leftOut() > 0 ? ", " + Counted.of(model.leftOut(), "row") + " left out" : ""))
        .addColumns(
            Column.of("term", "Term", Column.Kind.TEXT),
            Column.of("ratio", "Hazard ratio (limits)", Column.Kind.TEXT),
            Column.of("p", "p", Column.Kind.TEXT));
    for (RegressionCoefficient each : coefficients) {
      table.addRows(List.of(
          Cell.text(each.term()), Cell.text(ratio(each)), Cell.text(pValue(each.pValue()))));
    }
    table.addFootnotes("Likelihood ratio chi-square "
        + Digits.halfUp(2).print(model.likelihoodRatio().statistic()) + " on "
        + model.likelihoodRatio().degreesOfFreedom() + " df, p "
        + pValue(OptionalDouble.of(model.likelihoodRatio().pValue())) + ".");
    shared.ifPresent(each -> table.addFootnotes("Frailty variance "
        + Digits.halfUp(3).print(each.variance()) + ", p " + pValue(each.pValue()) + "."));
    return table.build().text();
  }

  /** A hazard ratio with its limits. */
  static String ratio(RegressionCoefficient each) {
    String limits = " (" + ratio(each.lower()) + " to " + ratio(each.upper()) + ")";
    return each.estimate().isPresent() ? ratio(each.estimate()) + limits : "not estimable";
  }

  private static String ratio(OptionalDouble logarithm) {
    if (logarithm.isEmpty()) {
      return "none";
    }
    double ratio = Math.exp(logarithm.getAsDouble());
    return ratio <= LARGEST_PRINTED ? Digits.halfUp(3).print(ratio) : "above 1e9";
  }

  private static final double LARGEST_PRINTED = 1e9;

  static String pValue(OptionalDouble p) {
    if (p.isEmpty()) {
      return "none";
    }
    return p.getAsDouble() < SMALLEST_PRINTED ? "< 0.001" : Digits.halfUp(3).print(p.getAsDouble());
  }

  private static final double SMALLEST_PRINTED = 0.001;

  static String coefficients(List<RegressionCoefficient> coefficients) {
    CsvOutput table = CsvOutput.withHeader(
        "term",
        "coef",
        "hazard_ratio",
        "std_error",
        "naive_std_error",
        "statistic",
        "p",
        "lower",
        "upper",
        "method");
    for (RegressionCoefficient each : coefficients) {
      table.row(
          each.term(),
          CsvOutput.number(each.estimate()),
          CsvOutput.number(each.ratio()),
          CsvOutput.number(each.standardError()),
          CsvOutput.number(each.modelStandardError()),
          CsvOutput.number(each.statistic()),
          CsvOutput.number(each.pValue()),
          CsvOutput.number(each.lower()),
          CsvOutput.number(each.upper()),
          each.method().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return table.text();
  }

  static String model(
      CoxModel model, Optional<Concordance> concordance, Optional<FrailtyModel> shared) {
    CsvOutput table = CsvOutput.withHeader(
        "rows",
        "events",
        "left_out",
        "clusters",
        "loglik_null",
        "loglik",
        "lr_chi_square",
        "lr_df",
        "lr_p",
        "wald_chi_square",
        "wald_p",
        "score_chi_square",
        "score_p",
        "robust_score_chi_square",
        "robust_score_p",
        "concordance",
        "concordance_std_error",
        "frailty_variance",
        "frailty_p",
        "iterations");
    Optional<ChiSquare> wald = model.wald();
    Optional<ChiSquare> robust = model.robustScore();
    table.row(
        Integer.toString(model.rows()),
        Integer.toString(model.events()),
        Integer.toString(model.leftOut()),
        CsvOutput.number(model.clusters()),
        CsvOutput.number(model.logLikelihoodNull()),
        CsvOutput.number(model.logLikelihood()),
        CsvOutput.number(model.likelihoodRatio().statistic()),
        Integer.toString(model.likelihoodRatio().degreesOfFreedom()),
        CsvOutput.number(model.likelihoodRatio().pValue()),
        statistic(wald),
        pValue(wald),
        CsvOutput.number(model.score().statistic()),
        CsvOutput.number(model.score().pValue()),
        statistic(robust),
        pValue(robust),
        concordance.map(each -> CsvOutput.number(each.value())).orElse(""),
        concordance.map(each -> CsvOutput.number(each.standardError())).orElse(""),
        shared.map(each -> CsvOutput.number(each.variance())).orElse(""),
        shared.map(each -> CsvOutput.number(each.pValue())).orElse(""),
        Integer.toString(model.iterations()));
    return table.text();
  }

  private static String statistic(Optional<ChiSquare> test) {
    return test.map(each -> CsvOutput.number(each.statistic())).orElse("");
  }

  private static String pValue(Optional<ChiSquare> test) {
    return test.map(each -> CsvOutput.number(each.pValue())).orElse("");
  }

  static String proportionality(List<ProportionalityTest.Result> results) {
    CsvOutput table = CsvOutput.withHeader("term", "chi_square", "df", "p");
    for (ProportionalityTest.Result each : results) {
      table.row(
          each.name(),
          CsvOutput.number(each.chiSquare().statistic()),
          Integer.toString(each.chiSquare().degreesOfFreedom()),
          CsvOutput.number(each.chiSquare().pValue()));
    }
    return table.text();
  }

  static String baseline(List<BaselineHazard> hazards) {
    CsvOutput table = CsvOutput.withHeader("stratum", "time", "hazard");
    for (BaselineHazard hazard : hazards) {
      for (BaselineHazard.Step step : hazard.steps()) {
        table.row(hazard.stratum(), CsvOutput.number(step.time()), CsvOutput.number(step.hazard()));
      }
    }
    return table.text();
  }

  /** Rows are counted from 1, as a person counts the rows of a table. */
  static String predictions(List<SurvivalPrediction> predictions) {
    CsvOutput table =
        CsvOutput.withHeader("row", "time", "survival", "std_error", "lower", "upper");
    for (SurvivalPrediction each : predictions) {
      table.row(
          Integer.toString(each.row() + 1),
          CsvOutput.number(each.time()),
          CsvOutput.number(each.survival()),
          CsvOutput.number(each.standardError()),
          CsvOutput.number(each.lower()),
          CsvOutput.number(each.upper()));
    }
    return table.text();
  }

  /** Survival of each level, adjusted for the other covariates, at the times of all events. */
  static String adjusted(AdjustedSurvival curves) {
    CsvOutput table =
        CsvOutput.withHeader("level", "time", "survival", "std_error", "lower", "upper");
    for (AdjustedSurvival.Estimate each : curves.curves()) {
      table.row(
          each.level(),
          CsvOutput.number(each.time()),
          CsvOutput.number(each.value()),
          CsvOutput.number(each.standardError()),
          CsvOutput.number(each.lower()),
          CsvOutput.number(each.upper()));
    }
    return table.text();
  }

  static String residuals(CoxResiduals residuals) {
    CsvOutput table = CsvOutput.withHeader("row", "martingale", "deviance");
    int[] rows = residuals.rows();
    double[] martingale = residuals.martingale();
    double[] deviance = residuals.deviance();
    for (int i = 0; i < rows.length; i++) {
      table.row(
          Integer.toString(rows[i] + 1),
          CsvOutput.number(martingale[i]),
          CsvOutput.number(deviance[i]));
    }
    return table.text();
  }
}
