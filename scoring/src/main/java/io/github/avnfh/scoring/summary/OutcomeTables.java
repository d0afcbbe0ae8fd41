package io.github.avnfh.scoring.summary;

import static io.github.avnfh.core.table.Column.Kind.COUNT;
import static io.github.avnfh.core.table.Column.Kind.MEAN_SD;
import static io.github.avnfh.core.table.Column.Kind.TEXT;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.scoring.change.ScoreStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tables of outcomes, by visit and by subgroup, for any instrument.
 *
 * <pre>{@code
 * OutcomePlan pain = OutcomePlan.of(Instruments.PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER);
 * Table byVisit = OutcomeTables.byVisit(pain.summarize(cohort.hips()));
 * List<Cell> lastVisit = byVisit.rows().get(6);
 * lastVisit.stream().limit(3).map(Cell::printed).toList(); // [M24, 52, 2.1 ± 1.2]
 * Table byStage = OutcomeTables.bySubgroup(
 *     pain, cohort.hips(), Grouping.byStage(), Timepoint.ofMonths(24));
 * for (List<Cell> row : byStage.rows()) {
 *   System.out.println(row.get(0).printed() + ": " + row.get(2).printed());
 * }
 * // I: 1.3 ± 0.8
 * // II: 2.2 ± 1.2
 * // III: 2.7 ± 1.3
 * }</pre>
 */
public final class OutcomeTables {
  private static final int PLACES = 1;

  private OutcomeTables() {}

  /**
   * Returns the scores of an instrument visit by visit.
   *
   * @param summary the summary
   * @return a row for each timepoint: scores, their difference from baseline, and the hips that
   *     were carried, failed, excluded or missing
   */
  public static Table byVisit(OutcomeSummary summary) {
    Table.Builder table = start(summary.plan(), "by visit", summary.hips());
    table.addColumns(Column.of("visit", "Visit", TEXT));
    table.addColumns(columns());
    summary.rows().forEach(row -> table.addRows(row(Cell.text(row.timepoint().code()), row)));
    return table.build();
  }

  /**
   * Returns the scores of an instrument at one timepoint, by subgroup.
   *
   * @param plan instrument and policy
   * @param hips the hips
   * @param grouping how they are divided
   * @param timepoint the planned moment
   * @return a row for each group in which there are hips
   */
  public static Table bySubgroup(
      OutcomePlan plan, List<Hip> hips, Grouping grouping, Timepoint timepoint) {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(hips, "hips");
    Objects.requireNonNull(grouping, "grouping");
    Objects.requireNonNull(timepoint, "timepoint");
    Table.Builder table =
        start(plan, "at " + timepoint.code() + " by " + grouping.name(), hips.size());
    table.addColumns(Column.of(grouping.name(), capitalized(grouping.name()), TEXT));
    table.addColumns(columns());
    grouping
        .groups(hips)
        .forEach((label, own) -> table.addRows(row(Cell.text(label), plan.row(own, timepoint))));
    return table.build();
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Table.Builder start(OutcomePlan plan, String by, int hips) {
    Table.Builder table = Table.builder();
    table.name(
        plan.instrument().code() + "_" + by.replace(' ', '_').toLowerCase(java.util.Locale.ROOT));
    table.title(plan.instrument().quantity().name() + " ["
        + plan.instrument().quantity().unit() + "] " + by);
    table.counted(hips + " hips");
    table.addFootnotes("Mean ± SD over hips. After an arthroplasty: "
        + plan.policy().code() + ". The difference is later minus baseline, over hips with both.");
    return table;
  }

  private static Column[] columns() {
    return new Column[] {
      Column.of("n", "n", COUNT),
      Column.of("score", "Score", MEAN_SD),
      Column.of("pairs", "n with both", COUNT),
      Column.of("difference", "Difference", MEAN_SD),
      Column.of("after_arthroplasty", "After arthroplasty", COUNT),
      Column.of("carried", "Carried", COUNT),
      Column.of("failed", "Failed", COUNT),
      Column.of("excluded", "Excluded", COUNT),
      Column.of("missing", "Missing", COUNT)
    };
  }

  private static List<Cell> row(Cell first, OutcomeSummary.OutcomeRow row) {
    List<Cell> cells = new ArrayList<>(List.of(
        first,
        Cell.count(row.scores().count()),
        row.scores().meanSd(PLACES),
        row.difference()
            .map(difference -> Cell.count(difference.count()))
            .orElse(Cell.missing(COUNT, "–")),
        row.difference()
            .map(difference -> difference.meanSd(PLACES))
            .orElse(Cell.missing(MEAN_SD, "–"))));
    for (ScoreStatus status : ScoreStatus.values()) {
      if (status != ScoreStatus.TAKEN) {
        cells.add(Cell.count(row.count(status)));
      }
    }
    return cells;
  }
}
