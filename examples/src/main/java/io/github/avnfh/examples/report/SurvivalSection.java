package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalAt;
import io.github.avnfh.survival.SurvivalCurve;
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
    FollowUp byStage = byStage(cohort.hips());
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(byStage);
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
                    + " of which anything is known. " + estimate.method() + "."),
            table(cohort, byStage),
            ComparisonTable.of(cohort))
        .with(Figure.of(
            "survival_by_stage",
            "Survival free of arthroplasty by Steinberg stage at baseline, with 95 % confidence bands, censoring marks and"
                + " the numbers at risk.",
            KaplanMeierFigure.of(estimate).with(options).svg()));
  }

  static FollowUp byStage(List<Hip> hips) {
    return Endpoint.arthroplasty().followUp(hips, Hip::baselineStage);
  }

  private static Table table(Cohort cohort, FollowUp byStage) {
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
            Column.of("survival", "Survival (95 % interval), by patient", Kind.ESTIMATE),
            Column.of("std_error", "SE, by patient", Kind.NUMBER),
            Column.of("naive", "Survival (95 % interval), naive", Kind.ESTIMATE),
            Column.of("naive_std_error", "SE, naive", Kind.NUMBER))
        .addFootnotes(
            "Hips of one patient are not independent: the answer by patient allows for that, the naive one does not.",
            "In a stage without arthroplasty the lower limit is exact and counts patients or, naively, hips.");
    addRows(table, byStage);
    addRows(table, Endpoint.arthroplasty().followUp(cohort.hips()));
    return table.build();
  }

  private static void addRows(Table.Builder table, FollowUp followUp) {
    KaplanMeierEstimate byPatient = KaplanMeier.withDefaults().estimate(followUp);
    KaplanMeierEstimate naive = KaplanMeier.withDefaults().estimate(followUp.ignoringClusters());
    byPatient.curves().forEach(curve -> table.addRows(row(curve, naive.curve(curve.group()))));
  }

  private static List<Cell> row(SurvivalCurve curve, SurvivalCurve naive) {
    SurvivalAt at = curve.at(TWO_YEARS);
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(curve.group()),
        Cell.count(curve.rows()),
        Cell.count(curve.clusters().orElse(curve.rows())),
        Cell.count(Math.round(curve.events())),
        Cell.count(Math.round(at.atRisk()))));
    cells.addAll(cells(at));
    cells.addAll(cells(naive.at(TWO_YEARS)));
    return cells;
  }

  private static List<Cell> cells(SurvivalAt at) {
    return at.estimate()
        .map(estimate -> List.of(
            Cell.estimate(estimate.survival(), estimate.lower(), estimate.upper(), 3),
            error(estimate.standardError())))
        .orElseGet(() -> List.of(
            Cell.missing(Kind.ESTIMATE, "beyond follow-up"), Cell.missing(Kind.NUMBER, "")));
  }

  private static Cell error(OptionalDouble error) {
    return error.isPresent()
        ? Cell.number(error.getAsDouble(), 4)
        : Cell.missing(Kind.NUMBER, "not estimable");
  }
}
