package io.github.avnfh.examples.longitudinal;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitResiduals;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import java.util.List;
import java.util.OptionalDouble;

/** The tables of the longitudinal command, at full precision. */
final class VisitModelTables {
  private static final double SMALLEST_PRINTED = 0.001;

  private VisitModelTables() {}

  static String means(VisitModelFit fit) {
    CsvOutput table = CsvOutput.withHeader(
        "group", "visit", "hips", "patients", "mean", "std_error", "df", "lower", "upper");
    for (VisitModelFit.Mean each : fit.means()) {
      table.row(
          each.group(),
          each.visit(),
          Integer.toString(each.hips()),
          Integer.toString(each.patients()),
          CsvOutput.number(each.mean()),
          CsvOutput.number(each.standardError()),
          CsvOutput.number(each.degreesOfFreedom()),
          CsvOutput.number(each.lower()),
          CsvOutput.number(each.upper()));
    }
    return table.text();
  }

  static String contrasts(List<VisitModelFit.Contrast> contrasts) {
    CsvOutput table = CsvOutput.withHeader(
        "contrast",
        "estimate",
        "std_error",
        "df",
        "statistic",
        "p",
        "p_adjusted",
        "lower",
        "upper");
    for (VisitModelFit.Contrast each : contrasts) {
      Estimate estimate = each.estimate();
      table.row(
          each.name(),
          CsvOutput.number(estimate.estimate()),
          CsvOutput.number(estimate.standardError()),
          CsvOutput.number(estimate.degreesOfFreedom()),
          CsvOutput.number(estimate.statistic()),
          CsvOutput.number(estimate.pValue()),
          CsvOutput.number(each.adjustedPValue()),
          CsvOutput.number(estimate.lower()),
          CsvOutput.number(estimate.upper()));
    }
    return table.text();
  }

  /** Odds or risk ratios of contrasts on another scale than that of the scores. */
  static String ratios(List<VisitModelFit.Contrast> contrasts) {
    CsvOutput table = CsvOutput.withHeader("contrast", "ratio", "lower", "upper");
    for (VisitModelFit.Contrast each : contrasts) {
      table.row(
          each.name(),
          CsvOutput.number(each.ratio()),
          CsvOutput.number(Math.exp(each.estimate().lower())),
          CsvOutput.number(Math.exp(each.estimate().upper())));
    }
    return table.text();
  }

  static String coefficients(VisitModelFit fit) {
    CsvOutput table = CsvOutput.withHeader(
        "term", "estimate", "std_error", "df", "statistic", "p", "lower", "upper");
    for (VisitModelFit.Coefficient each : fit.coefficients()) {
      Estimate estimate = each.estimate();
      table.row(
          each.term(),
          CsvOutput.number(estimate.estimate()),
          CsvOutput.number(estimate.standardError()),
          CsvOutput.number(estimate.degreesOfFreedom()),
          CsvOutput.number(estimate.statistic()),
          CsvOutput.number(estimate.pValue()),
          CsvOutput.number(estimate.lower()),
          CsvOutput.number(estimate.upper()));
    }
    return table.text();
  }

  static String variance(VisitModelFit fit) {
    CsvOutput table = CsvOutput.withHeader("component", "estimate");
    fit.variances().forEach((name, value) -> table.row(name, CsvOutput.number(value)));
    return table.text();
  }

  static String model(VisitModelFit fit) {
    VisitScores scores = fit.data();
    return CsvOutput.withHeader(
            "minus_two_loglik",
            "hips",
            "patients",
            "observations",
            "left_out",
            "method",
            "df_method",
            "singular")
        .row(
            CsvOutput.number(fit.minusTwoLogLikelihood()),
            Integer.toString(scores.hips()),
            Integer.toString(scores.patients()),
            Integer.toString(scores.size()),
            Integer.toString(scores.leftOut()),
            fit.method(),
            fit.degreesOfFreedomMethod(),
            Boolean.toString(fit.isSingular()))
        .text();
  }

  /** The hips by the visits that they have. */
  static String patterns(VisitScores scores) {
    CsvOutput table = CsvOutput.withHeader("visits", "hips");
    scores
        .patterns()
        .forEach(each -> table.row(String.join(";", each.visits()), Integer.toString(each.hips())));
    return table.text();
  }

  /** Rows are counted from 1, as a person counts the rows of a table. */
  static String residuals(VisitModelFit fit) {
    CsvOutput table =
        CsvOutput.withHeader("row", "fitted", "residual", "standardized", "normal_quantile");
    VisitResiduals residuals = fit.residuals();
    int[] rows = residuals.rows();
    double[] fitted = residuals.fitted();
    double[] raw = residuals.raw();
    double[] standardized = residuals.standardized();
    double[] normal = residuals.normalQuantiles();
    for (int i = 0; i < rows.length; i++) {
      table.row(
          Integer.toString(rows[i] + 1),
          CsvOutput.number(fitted[i]),
          CsvOutput.number(raw[i]),
          CsvOutput.number(standardized[i]),
          CsvOutput.number(normal[i]));
    }
    return table.text();
  }

  /** What a person wants first: counts, and every visit against the first. */
  static String summary(VisitModelFit fit) {
    VisitScores scores = fit.data();
    boolean isRatio = fit.changes().stream().anyMatch(each -> each.ratio().isPresent());
    Table.Builder table = Table.builder()
        .name("contrasts")
        .title("Changes from the first visit" + (isRatio ? ", as " + fit.link().measure() : ""))
        .counted(Counted.of(scores.size(), "score") + ", " + Counted.of(scores.hips(), "hip") + ", "
            + Counted.of(scores.patients(), "patient")
            + (scores.leftOut() > 0
                ? ", " + Counted.of(scores.leftOut(), "row") + " left out"
                : ""))
        .addColumns(
            Column.of("contrast", "Contrast", Column.Kind.TEXT),
            Column.of("estimate", "Estimate (limits)", Column.Kind.TEXT),
            Column.of("df", "df", Column.Kind.TEXT),
            Column.of("p", "p, adjusted", Column.Kind.TEXT));
    for (VisitModelFit.Contrast each : fit.changes()) {
      table.addRows(List.of(
          Cell.text(each.name()),
          Cell.text(limits(each)),
          Cell.text(Digits.halfUp(1).print(each.estimate().degreesOfFreedom())),
          Cell.text(pValue(each.adjustedPValue()))));
    }
    table.addFootnotes(
        "Method: " + fit.method() + "; errors: " + fit.degreesOfFreedomMethod() + ".");
    boolean isLikelihood = fit.minusTwoLogLikelihood().isPresent();
    table.addFootnotes("Scores are taken as missing " + (isLikelihood ? "" : "completely ")
        + "at random; complete.csv holds the same model on hips with every visit.");
    fit.intraclassCorrelations()
        .forEach((level, value) -> table.addFootnotes("Correlation of two scores of one " + level
            + ": " + Digits.halfUp(3).print(value) + "."));
    return table.build().text();
  }

  private static String limits(VisitModelFit.Contrast contrast) {
    Estimate each = contrast.estimate();
    boolean isRatio = contrast.ratio().isPresent();
    return print(each.estimate(), isRatio) + " (" + print(each.lower(), isRatio) + " to "
        + print(each.upper(), isRatio) + ")";
  }

  private static String print(double value, boolean isRatio) {
    return Digits.halfUp(2).print(isRatio ? Math.exp(value) : value);
  }

  private static String pValue(OptionalDouble p) {
    if (p.isEmpty()) {
      return "none";
    }
    return p.getAsDouble() < SMALLEST_PRINTED ? "< 0.001" : Digits.halfUp(3).print(p.getAsDouble());
  }
}
