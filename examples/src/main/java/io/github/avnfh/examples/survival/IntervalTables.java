package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.interval.IntervalCurve;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import io.github.avnfh.survival.interval.IntervalMass;
import io.github.avnfh.survival.interval.IntervalTest;
import io.github.avnfh.survival.interval.SurvivalAtVisit;
import io.github.avnfh.survival.regression.ParametricModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of the interval command, at full precision. */
final class IntervalTables {
  private IntervalTables() {}

  static String masses(List<IntervalCurve> curves) {
    CsvOutput table = CsvOutput.withHeader("group", "after", "until", "mass", "survival_after");
    for (IntervalCurve curve : curves) {
      List<IntervalMass> masses = curve.masses();
      double[] left = new double[masses.size() + 1];
      for (int i = masses.size(); i-- > 0; ) {
        left[i] = left[i + 1] + masses.get(i).mass();
      }
      for (int i = 0; i < masses.size(); i++) {
        table.row(
            curve.group(),
            CsvOutput.number(masses.get(i).interval().after().orElse(0)),
            CsvOutput.number(masses.get(i).interval().until()),
            CsvOutput.number(masses.get(i).mass()),
            CsvOutput.number(left[i + 1]));
      }
    }
    return table.text();
  }

  static String visits(List<IntervalCurve> curves) {
    CsvOutput table =
        CsvOutput.withHeader("group", "time", "survival", "lower", "upper", "design_effect");
    for (IntervalCurve curve : curves) {
      for (SurvivalAtVisit visit : curve.atVisits()) {
        table.row(
            curve.group(),
            CsvOutput.number(visit.time()),
            CsvOutput.number(visit.survival()),
            CsvOutput.number(visit.lower()),
            CsvOutput.number(visit.upper()),
            CsvOutput.number(visit.designEffect()));
      }
    }
    return table.text();
  }

  static String tests(List<IntervalTest.Result> results) {
    CsvOutput table = CsvOutput.withHeader("test", "variance", "chi_square", "df", "p");
    for (IntervalTest.Result result : results) {
      for (ScoreTest test : result.tests()) {
        Optional<ChiSquare> statistic = test.chiSquare();
        table.row(
            result.score().code(),
            test.variance().code(),
            statistic.map(each -> CsvOutput.number(each.statistic())).orElse(""),
            statistic.map(each -> Integer.toString(each.degreesOfFreedom())).orElse(""),
            statistic.map(each -> CsvOutput.number(each.pValue())).orElse(""));
      }
    }
    return table.text();
  }

  static String coefficients(Optional<ParametricModel> model) {
    return CoxTables.coefficients(model.map(ParametricModel::coefficients).orElse(List.of()));
  }

  static String model(Optional<ParametricModel> fitted) {
    CsvOutput table = CsvOutput.withHeader(
        "distribution",
        "rows",
        "events",
        "left_out",
        "clusters",
        "loglik_null",
        "loglik",
        "lr_chi_square",
        "lr_df",
        "lr_p",
        "aic",
        "scale",
        "iterations");
    fitted.ifPresent(model -> table.row(
        model.distribution().code(),
        Integer.toString(model.rows()),
        Integer.toString(model.events()),
        Integer.toString(model.leftOut()),
        CsvOutput.number(model.clusters()),
        CsvOutput.number(model.logLikelihoodNull()),
        CsvOutput.number(model.logLikelihood()),
        CsvOutput.number(model.likelihoodRatio().statistic()),
        Integer.toString(model.likelihoodRatio().degreesOfFreedom()),
        CsvOutput.number(model.likelihoodRatio().pValue()),
        CsvOutput.number(model.informationCriterion()),
        CsvOutput.number(model.scale()),
        Integer.toString(model.iterations())));
    return table.text();
  }

  /**
   * What a person wants first: counts, the time by which half have the event, tests, time ratios.
   */
  static String summary(
      IntervalFollowUp followUp,
      List<IntervalCurve> curves,
      List<IntervalTest.Result> tests,
      Optional<ParametricModel> model) {
    Table.Builder table = Table.builder()
        .name("intervals")
        .title("Events in intervals")
        .counted(Counted.of(followUp.size(), "row")
            + (followUp.clusters().isPresent()
                ? ", " + Counted.of(followUp.clusters().getAsInt(), "cluster")
                : ""))
        .addColumns(
            Column.of("group", "Group", Column.Kind.TEXT),
            Column.of("rows", "Rows", Column.Kind.COUNT),
            Column.of("median", "Median time of the event", Column.Kind.TEXT));
    for (IntervalCurve curve : curves) {
      table.addRows(
          List.of(Cell.text(curve.group()), Cell.count(curve.rows()), Cell.text(median(curve))));
    }
    tests.forEach(result -> result
        .chiSquare()
        .ifPresent(test -> table.addFootnotes(
            result.score().code() + ", " + result.answer().variance().code() + ": chi-square "
                + Digits.halfUp(2).print(test.statistic()) + " on " + test.degreesOfFreedom()
                + " df, p " + CoxTables.pValue(OptionalDouble.of(test.pValue())) + ".")));
    model.ifPresent(fitted -> fitted.coefficients().stream()
        .filter(each -> !each.term().contains("("))
        .forEach(each -> table.addFootnotes(each.term() + ": ratio of times "
            + CoxTables.ratio(each) + ", p " + CoxTables.pValue(each.pValue()) + ".")));
    SurvivalSummary.merged(followUp.mergedTimes()).ifPresent(table::addFootnotes);
    return table.build().text();
  }

  private static String median(IntervalCurve curve) {
    double sum = 0;
    for (IntervalMass mass : curve.masses()) {
      sum += mass.mass();
      if (sum >= 0.5 - 1e-9 && mass.interval().until().isPresent()) {
        return "(" + CsvOutput.number(mass.interval().after().orElse(0)) + ", "
            + CsvOutput.number(mass.interval().until()) + "]";
      }
    }
    return "not reached";
  }
}
