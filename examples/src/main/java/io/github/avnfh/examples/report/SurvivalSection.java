package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.KaplanMeierFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long the hips lasted without an arthroplasty, by stage at baseline. */
final class SurvivalSection {
  private static final String TITLE = "Survival free of arthroplasty";

  private SurvivalSection() {}

  static Section of(Cohort cohort, Analysis analysis) {
    List<Hip> followed = AnalyzedCohort.followed(cohort, cohort.hips());
    if (followed.isEmpty()) {
      return Section.notRecorded(TITLE, "Arthroplasties and the last days of follow-up");
    }
    FollowUp byStage = byStage(followed);
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(byStage);
    ComparisonTable comparison = ComparisonTable.of(byStage);
    FigureOptions options = FigureOptions.builder()
        .title("Hips free of arthroplasty, by stage")
        .legendTitle(BaselineGroupings.title(BaselineGroupings.byStage(followed)))
        .note(comparison.note())
        .timeLabel("Months from the first treatment")
        .timesPerUnit(Timepoint.DAYS_PER_MONTH)
        .addAllTicks(ticks(followed, analysis))
        .build();
    List<Table> tables = new ArrayList<>(List.of(table(followed, analysis), comparison.table()));
    DifferenceTable.of(
            byStage(arthroplastyUntil(analysis.horizonDay()), followed),
            analysis.horizonDay(),
            ScoreSection.visit(analysis.horizon()))
        .ifPresent(tables::add);
    IncidenceTable.of(
            cohort, followed, analysis.horizonDay(), ScoreSection.visit(analysis.horizon()))
        .ifPresent(tables::add);
    return Section.of(
            TITLE,
            List.of(
                "Time runs in whole days from the first treatment; a hip without arthroplasty is censored on the last day"
                    + " of which anything is known. " + estimate.method() + "."
                    + leftOut(cohort, followed),
                comparison.words()),
            tables)
        .withKeyResults(List.of(keyResult(followed, analysis), comparison.keyResult()))
        .withRules(rules(byStage, estimate, comparison))
        .with(Figure.of(
            "survival_by_stage",
            "Survival free of arthroplasty by "
                + BaselineGroupings.title(BaselineGroupings.byStage(followed))
                + " at baseline, with 95 % confidence bands, censoring marks and the numbers at risk.",
            KaplanMeierFigure.of(estimate).with(options).svg()));
  }

  private static List<Rule> rules(
      FollowUp byStage, KaplanMeierEstimate estimate, ComparisonTable comparison) {
    Stream<Explainable> curves =
        Stream.of(estimate, KaplanMeier.withDefaults().estimate(byStage.ignoringClusters()));
    return Stream.concat(curves, comparison.explained())
        .flatMap(result -> result.explanation().rules().stream())
        .toList();
  }

  private static String keyResult(List<Hip> followed, Analysis analysis) {
    int day = analysis.horizonDay();
    FollowUp hips = arthroplastyUntil(day).followUp(followed);
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curves().get(0);
    return "Free of arthroplasty at " + ScoreSection.visit(analysis.horizon()) + ", by patient: "
        + cells(curve.at(day)).get(0).printed() + "; arthroplasties until then: "
        + Math.round(curve.events()) + " of " + Counted.of(followed.size(), "hip") + ".";
  }

  private static String leftOut(Cohort cohort, List<Hip> followed) {
    int left = cohort.hips().size() - followed.size();
    return left == 0
        ? ""
        : " Of " + Counted.of(left, "hip")
            + " nothing is known after the first day: left out. If these hips differ from"
            + " the others in their outcome, the curve is wrong by it.";
  }

  /** Every 6 months up to 3 years, every year up to 10, every 5 years beyond. */
  private static List<Double> ticks(List<Hip> hips, Analysis analysis) {
    double last =
        hips.stream().mapToInt(Hip::lastKnownDay).max().orElse(0) / Timepoint.DAYS_PER_MONTH;
    double span = Math.max(last, analysis.horizonMonths());
    int step = span <= 36 ? 6 : span <= 120 ? 12 : 60;
    return IntStream.rangeClosed(0, (int) (span / step))
        .mapToObj(tick -> (double) tick * step)
        .toList();
  }

  /** Follow-up that knows nothing of what happened after the horizon. */
  private static Endpoint arthroplastyUntil(int day) {
    return Endpoint.arthroplasty()
        .censoredBy(Endpoint.on(
            "the horizon",
            hip -> hip.lastKnownDay() > day ? OptionalInt.of(day) : OptionalInt.empty()));
  }

  static FollowUp byStage(List<Hip> hips) {
    return byStage(Endpoint.arthroplasty(), hips);
  }

  private static FollowUp byStage(Endpoint endpoint, List<Hip> hips) {
    return endpoint.followUp(hips, BaselineGroupings.byStage(hips));
  }

  private static Table table(List<Hip> hips, Analysis analysis) {
    int horizon = analysis.horizonDay();
    Table.Builder table = Table.builder()
        .name("survival_by_stage")
        .title(TITLE + " at " + ScoreSection.visit(analysis.horizon()) + " (" + horizon + " days)")
        .counted(Counted.of(hips.size(), "hip"))
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
            "What happened later does not count here: arthroplasties are those up to that day.",
            "In a stage without arthroplasty the lower limit is exact and counts patients or, naively, hips.");
    Endpoint endpoint = arthroplastyUntil(horizon);
    addRows(table, byStage(endpoint, hips), horizon);
    addRows(table, endpoint.followUp(hips), horizon);
    return table.build();
  }

  private static void addRows(Table.Builder table, FollowUp followUp, int day) {
    KaplanMeierEstimate byPatient = KaplanMeier.withDefaults().estimate(followUp);
    KaplanMeierEstimate naive = KaplanMeier.withDefaults().estimate(followUp.ignoringClusters());
    byPatient.curves().forEach(curve -> table.addRows(row(curve, naive.curve(curve.group()), day)));
  }

  private static List<Cell> row(SurvivalCurve curve, SurvivalCurve naive, int day) {
    SurvivalAtTime at = curve.at(day);
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(curve.group()),
        Cell.count(curve.rows()),
        Cell.count(curve.clusters().orElse(curve.rows())),
        Cell.count(Math.round(curve.events())),
        Cell.count(Math.round(at.atRisk()))));
    cells.addAll(cells(at));
    cells.addAll(cells(naive.at(day)));
    return cells;
  }

  private static List<Cell> cells(SurvivalAtTime at) {
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
