package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.Estimate;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.LimitMethod;
import io.github.avnfh.survival.SurvivalAt;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.KaplanMeierFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How long the hips lasted without an arthroplasty, by stage at baseline. */
final class SurvivalSection {
  private static final int TWO_YEARS = 730;

  private SurvivalSection() {}

  static Section of(Cohort cohort) {
    FollowUp byStage = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(byStage);
    LogRankResult logRank = LogRank.withDefaults().test(byStage);
    FigureOptions options = FigureOptions.builder()
        .title("Hips free of arthroplasty, by stage")
        .timeLabel("Months from the first treatment")
        .timesPerUnit(Timepoint.DAYS_PER_MONTH)
        .addTicks(0, 6, 12, 18, 24)
        .build();
    return Section.of(
            "Survival free of arthroplasty",
            List.of(
                "Time runs in whole days from the first treatment; a hip without arthroplasty is censored on the last day"
                    + " of which anything is known. " + estimate.method() + ".",
                comparison(logRank)),
            table(cohort, estimate))
        .with(new Section.Figure(
            "survival_by_stage",
            "Survival free of arthroplasty by Steinberg stage at baseline, with 95 % confidence bands, censoring marks and"
                + " the numbers at risk.",
            KaplanMeierFigure.of(estimate).with(options).svg()));
  }

  private static Table table(Cohort cohort, KaplanMeierEstimate estimate) {
    Table.Builder table = Table.builder()
        .name("survival_by_stage")
        .title("Survival free of arthroplasty at 24 months (" + TWO_YEARS + " days)")
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("events", "Arthroplasties", Kind.COUNT),
            Column.of("at_risk", "Hips at risk", Kind.COUNT),
            Column.of("survival", "Survival (95 % interval)", Kind.ESTIMATE),
            Column.of("std_error", "SE, by patient", Kind.NUMBER),
            Column.of("naive_std_error", "SE, naive", Kind.NUMBER),
            Column.of("interval", "Interval", Kind.TEXT))
        .addFootnotes(
            "Hips of one patient are not independent: the standard error by patient allows for that, the naive"
                + " one does not.");
    estimate.curves().forEach(curve -> table.addRows(row(curve)));
    return table.build();
  }

  private static List<Cell> row(SurvivalCurve curve) {
    SurvivalAt at = curve.at(TWO_YEARS);
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(curve.group()),
        Cell.count(curve.rows()),
        Cell.count(curve.clusters().orElse(curve.rows())),
        Cell.count(Math.round(curve.events())),
        Cell.count(Math.round(at.atRisk()))));
    cells.addAll(
        at.estimate().map(SurvivalSection::estimated).orElseGet(SurvivalSection::beyondFollowUp));
    return cells;
  }

  private static List<Cell> estimated(Estimate estimate) {
    return List.of(
        Cell.estimate(estimate.survival(), estimate.lower(), estimate.upper(), 3),
        error(estimate.standardError()),
        error(estimate.naiveStandardError()),
        Cell.text(estimate.limits() == LimitMethod.STANDARD_ERROR ? "log-log" : "exact"));
  }

  private static Cell error(OptionalDouble error) {
    return error.isPresent()
        ? Cell.number(error.getAsDouble(), 4)
        : Cell.missing(Kind.NUMBER, "not estimable");
  }

  private static List<Cell> beyondFollowUp() {
    return List.of(
        Cell.missing(Kind.ESTIMATE, "beyond follow-up"),
        Cell.missing(Kind.NUMBER, ""),
        Cell.missing(Kind.NUMBER, ""),
        Cell.text(""));
  }

  private static String comparison(LogRankResult test) {
    return test.chiSquare()
        .map(result -> "Log-rank test over the stages, which takes hips as independent: chi-square "
            + Cell.number(result.statistic(), 2).printed() + " on " + result.degreesOfFreedom()
            + " degrees of freedom, p "
            + (result.pValue() < 0.001
                ? "< 0.001"
                : "= " + Cell.number(result.pValue(), 3).printed())
            + ".")
        .orElse("No log-rank test is possible: there are too few groups or no arthroplasties.");
  }
}
