package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.CourseFigure;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.figure.Illustration;
import io.github.avnfh.examples.figure.WaterfallFigure;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.change.Responders;
import io.github.avnfh.scoring.change.ScoreStatus;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.scoring.sensitivity.SensitivityGrid;
import io.github.avnfh.scoring.summary.OutcomePlan;
import io.github.avnfh.scoring.summary.OutcomeSummary;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pain and function by visit, and the hips that gained enough. */
final class ScoreSection {
  private static final String STUDY_NOTE =
      " Scores taken after an arthroplasty are included, because the study prints all hips at every visit; a column"
          + " counts them.";
  private static final String OWN_NOTE =
      " Scores count up to an arthroplasty of the hip; a column counts the hips that are left out after one.";
  private static final String CHANGE_NOTE =
      "Change is the later score minus the score at baseline, over hips with both.";

  private static final String TITLE = "Pain and function";

  private ScoreSection() {}

  static Section of(Cohort cohort, Analysis analysis) {
    List<Table> tables = new ArrayList<>();
    add(
        tables,
        cohort,
        analysis,
        Instruments.PAIN_VAS_CM,
        "Pain by visit, visual analog scale 0 to 10 cm");
    add(
        tables,
        cohort,
        analysis,
        Instruments.PAIN_VAS_MM,
        "Pain by visit, visual analog scale 0 to 100 mm");
    add(
        tables,
        cohort,
        analysis,
        Instruments.HARRIS_HIP_SCORE,
        "Harris Hip Score by visit, 0 to 100 points");
    if (tables.isEmpty()) {
      return Section.notRecorded(TITLE, "Scores");
    }
    lastScored(cohort, Instruments.HARRIS_HIP_SCORE, analysis)
        .ifPresent(last -> tables.add(responders(cohort, last, analysis)));
    lastScored(cohort, Instruments.HARRIS_HIP_SCORE, analysis.horizon(), ArthroplastyPolicy.INCLUDE)
        .filter(last -> cohort.isRecorded(DataKind.ARTHROPLASTIES))
        .ifPresent(last -> tables.add(SensitivityGrid.over(
                List.of(StudyRules.MORE_THAN_20_POINTS), Timepoint.baseline(), last)
            .table(cohort.hips())
            .withTitle("Responders from baseline to " + visit(last) + " by choice of method")));
    return Section.of(TITLE, List.of(words(cohort, analysis)), tables)
        .withKeyResults(keyResults(cohort, analysis))
        .withRules(lastScored(cohort, Instruments.HARRIS_HIP_SCORE, analysis)
            .map(last -> rules(respondersOf(cohort, last, analysis)))
            .orElse(List.of()))
        .with(figures(AnalyzedCohort.until(cohort, analysis.horizon()), analysis.policy()));
  }

  private static List<String> keyResults(Cohort cohort, Analysis analysis) {
    List<ChangeRow> rows = new ArrayList<>();
    for (Instrument instrument : CohortReader.INSTRUMENTS) {
      lastScored(cohort, instrument, analysis)
          .map(last -> ChangeRow.of(cohort.hips(), instrument, last, analysis.policy()))
          .ifPresent(rows::add);
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(rows.stream()
            .map(ChangeRow::inWords)
            .collect(Collectors.joining(
                "; ", "Mean change since baseline (95 % interval by patient): ", ".")));
  }

  private static Illustration[] figures(Cohort cohort, ArthroplastyPolicy policy) {
    List<Illustration> figures = new ArrayList<>();
    for (Instrument instrument :
        List.of(Instruments.HARRIS_HIP_SCORE, Instruments.PAIN_VAS_CM, Instruments.PAIN_VAS_MM)) {
      Illustration course = CourseFigure.of(cohort, instrument, policy);
      // a scale that was not asked for leaves nothing out
      if (course instanceof Figure || isScored(cohort, instrument)) {
        figures.add(course);
      }
    }
    figures.add(WaterfallFigure.of(cohort, policy));
    return figures.toArray(Illustration[]::new);
  }

  private static boolean isScored(Cohort cohort, Instrument instrument) {
    return cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .flatMap(visit -> visit.scores().stream())
        .anyMatch(score -> score.instrument().equals(instrument));
  }

  private static String words(Cohort cohort, Analysis analysis) {
    String note = cohort.isRecorded(DataKind.ARTHROPLASTIES) ? OWN_NOTE : "";
    return "In the means every hip counts on its own; a change has an interval by patient and a naive one."
        + (analysis.isStudy() ? STUDY_NOTE : note);
  }

  private static void add(
      List<Table> tables, Cohort cohort, Analysis analysis, Instrument instrument, String title) {
    OutcomeSummary summary = OutcomePlan.of(instrument, analysis.policy()).summarize(cohort.hips());
    if (!summary.rows().isEmpty()) {
      tables.add(table(cohort, summary, title));
      List<Timepoint> later = summary.rows().stream()
          .map(OutcomeSummary.OutcomeRow::timepoint)
          .filter(visit -> !visit.equals(Timepoint.baseline()))
          .toList();
      ChangeTable.of(cohort, instrument, later, analysis.policy()).ifPresent(tables::add);
    }
  }

  private static Table table(Cohort cohort, OutcomeSummary summary, String title) {
    Table.Builder table = Table.builder()
        .name(summary.plan().instrument().code() + "_by_visit")
        .title(title)
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("hips", "Hips with a score", Kind.COUNT));
    boolean replacements = cohort.isRecorded(DataKind.ARTHROPLASTIES);
    if (replacements) {
      table.addColumns(Column.of(
          "after_arthroplasty",
          leavesOut(summary) ? "Left out after arthroplasty" : "of these after arthroplasty",
          Kind.COUNT));
    }
    table
        .addColumns(
            Column.of("points", "Mean ± SD", Kind.MEAN_SD),
            Column.of("pairs", "Hips with both scores", Kind.COUNT),
            Column.of("change", "Change, mean ± SD", Kind.MEAN_SD))
        .addFootnotes(CHANGE_NOTE);
    ScoreStatus counted =
        leavesOut(summary) ? ScoreStatus.EXCLUDED : ScoreStatus.TAKEN_AFTER_ARTHROPLASTY;
    summary.rows().forEach(row -> table.addRows(cells(row, replacements, counted)));
    return table.build();
  }

  private static boolean leavesOut(OutcomeSummary summary) {
    return summary.plan().policy() == ArthroplastyPolicy.EXCLUDE_AFTER;
  }

  private static List<Cell> cells(
      OutcomeSummary.OutcomeRow row, boolean replacements, ScoreStatus counted) {
    Optional<SummaryStatistics> change = row.difference();
    List<Cell> cells = new ArrayList<>(
        List.of(Cell.text(visit(row.timepoint())), Cell.count(row.scores().count())));
    if (replacements) {
      cells.add(Cell.count(row.count(counted)));
    }
    cells.add(row.scores().meanSd(1));
    cells.add(change
        .map(SummaryStatistics::count)
        .map(Cell::count)
        .orElseGet(() -> Cell.missing(Kind.COUNT, "")));
    cells.add(change
        .map(described -> described.meanSd(1))
        .orElseGet(() -> Cell.missing(Kind.MEAN_SD, "")));
    return cells;
  }

  static String visit(Timepoint timepoint) {
    int months = timepoint.months().orElseThrow();
    return months == 0 ? "baseline" : Counted.of(months, "month");
  }

  /** The last visit up to the horizon at which a hip has a score, and one at baseline. */
  static Optional<Timepoint> lastScored(Cohort cohort, Instrument instrument, Analysis analysis) {
    return lastScored(cohort, instrument, analysis.horizon(), analysis.policy());
  }

  private static Optional<Timepoint> lastScored(
      Cohort cohort, Instrument instrument, Timepoint horizon, ArthroplastyPolicy policy) {
    return OutcomePlan.of(instrument, policy).summarize(cohort.hips()).rows().stream()
        .map(OutcomeSummary.OutcomeRow::timepoint)
        .filter(visit -> !visit.equals(Timepoint.baseline()))
        .filter(visit -> visit.compareTo(horizon) <= 0)
        .filter(visit -> ChangeRow.of(cohort.hips(), instrument, visit, policy).hips() > 0)
        .reduce((earlier, later) -> later);
  }

  private static Responders respondersOf(Cohort cohort, Timepoint last, Analysis analysis) {
    return Pairing.of(Instruments.HARRIS_HIP_SCORE, Timepoint.baseline(), last, analysis.policy())
        .pair(cohort.hips())
        .responders(StudyRules.MORE_THAN_20_POINTS);
  }

  private static List<Rule> rules(Responders responders) {
    List<Rule> rules = new ArrayList<>(List.of(responders.threshold().rule()));
    rules.addAll(responders.proportion().explanation().rules());
    return rules;
  }

  private static Table responders(Cohort cohort, Timepoint last, Analysis analysis) {
    Responders responders = respondersOf(cohort, last, analysis);
    return Table.builder()
        .name("responders")
        .title("Hips that gained more than 20 points of the Harris Hip Score at " + visit(last))
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("rule", "Rule", Kind.TEXT),
            Column.of("responders", "Hips", Kind.PROPORTION),
            Column.of("not_judged", "Not judged", Kind.COUNT),
            Column.of("by_patient", "% (95 % interval), by patient", Kind.ESTIMATE),
            Column.of("naive", "% (95 % interval), naive, exact", Kind.ESTIMATE))
        .addRows(List.of(
            Cell.text(responders.threshold().rule().id()),
            Cell.proportion(responders.count()),
            Cell.count(responders.notJudged()),
            responders.proportion().percent(1),
            Estimates.exactPercent(responders.count())))
        .addFootnotes(
            "By patient: Wilson's limits on the effective number of hips, with t on the patients less one; naive: hips count"
                + " as independent.",
            "A gain of exactly 20 points is not enough. The threshold was not found in this disease.")
        .build();
  }
}
