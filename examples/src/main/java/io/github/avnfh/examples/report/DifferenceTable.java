package io.github.avnfh.examples.report;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.CurveContrast;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** By how much survival at one time differs between stages, every stage against every later one. */
final class DifferenceTable {
  private final KaplanMeierEstimate byPatient;
  private final KaplanMeierEstimate naive;
  private final int day;

  private DifferenceTable(FollowUp hips, int day) {
    this.byPatient = KaplanMeier.withDefaults().estimate(hips);
    this.naive = KaplanMeier.withDefaults().estimate(hips.ignoringClusters());
    this.day = day;
  }

  /**
   * Compares the groups of follow-up that ends on a day.
   *
   * @param hips what is known up to the day
   * @param when the day in words
   */
  static Optional<Table> of(FollowUp hips, int day, String when) {
    List<String> stages = hips.groups();
    if (stages.size() < 2) {
      return Optional.empty();
    }
    DifferenceTable differences = new DifferenceTable(hips, day);
    Table.Builder table = Table.builder()
        .name("survival_differences")
        .title("Differences of survival free of arthroplasty at " + when)
        .counted(Counted.of(hips.size(), "hip"))
        .addColumns(
            Column.of("stages", "Stages", Kind.TEXT),
            Column.of("difference", "Difference (95 % interval), by patient", Kind.ESTIMATE),
            Column.of("p", "p, by patient", Kind.NUMBER),
            Column.of("naive", "Difference (95 % interval), naive", Kind.ESTIMATE),
            Column.of("p_naive", "p, naive", Kind.NUMBER))
        .addFootnotes(
            "The limits of both stages are combined (MOVER), with the covariance of patients who have a hip in both: a"
                + " stage without arthroplasty has an interval too. p is that of the interval, not adjusted for the number of"
                + " pairs.");
    for (int second = 1; second < stages.size(); second++) {
      for (int first = 0; first < second; first++) {
        table.addRows(differences.row(stages.get(first), stages.get(second)));
      }
    }
    return Optional.of(table.build());
  }

  private List<Cell> row(String first, String second) {
    Optional<Contrast> patients =
        CurveContrast.between(byPatient, first, second).survivalAt(day);
    Optional<Contrast> hips = CurveContrast.between(naive, first, second).survivalAt(day);
    return List.of(
        Cell.text(first + " less " + second),
        interval(patients),
        Estimates.pValue(patients.flatMap(Contrast::chiSquare).map(ChiSquare::pValue)),
        interval(hips),
        Estimates.pValue(hips.flatMap(Contrast::chiSquare).map(ChiSquare::pValue)));
  }

  private static Cell interval(Optional<Contrast> contrast) {
    if (contrast.isEmpty()) {
      return Cell.missing(Kind.ESTIMATE, "beyond follow-up");
    }
    OptionalDouble lower = contrast.get().lower();
    OptionalDouble upper = contrast.get().upper();
    return lower.isPresent() && upper.isPresent()
        ? Cell.estimate(contrast.get().estimate(), lower.getAsDouble(), upper.getAsDouble(), 3)
        : Estimates.notEstimable(Kind.ESTIMATE);
  }
}
