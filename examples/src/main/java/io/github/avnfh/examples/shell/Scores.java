package io.github.avnfh.examples.shell;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.summary.OutcomePlan;
import io.github.avnfh.scoring.summary.OutcomeSummary;
import java.util.List;

/** Tables of the scores of a cohort. */
final class Scores {
  private Scores() {}

  static Table byVisit(Cohort cohort, Instrument instrument, ArthroplastyPolicy policy) {
    Table.Builder table = Table.builder()
        .name(instrument.code() + "_by_visit")
        .title(title(instrument) + " by visit")
        .counted(Counted.of(cohort.hips().size(), "hip"))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("points", "Mean ± SD", Kind.MEAN_SD),
            Column.of("pairs", "Pairs", Kind.COUNT),
            Column.of("change", "Change ± SD", Kind.MEAN_SD))
        .addFootnotes("After an arthroplasty: " + policy.code() + ".");
    OutcomePlan.of(instrument, policy)
        .summarize(cohort.hips())
        .rows()
        .forEach(row -> table.addRows(cells(row)));
    return table.build();
  }

  private static List<Cell> cells(OutcomeSummary.OutcomeRow row) {
    return List.of(
        Cell.text(row.timepoint().code()),
        Cell.count(row.scores().count()),
        row.scores().meanSd(1),
        row.difference()
            .map(change -> Cell.count(change.count()))
            .orElseGet(() -> Cell.missing(Kind.COUNT, "")),
        row.difference()
            .map(change -> change.meanSd(1))
            .orElseGet(() -> Cell.missing(Kind.MEAN_SD, "")));
  }

  static Table improvement(Cohort cohort, Instrument instrument, int months) {
    ArthroplastyPolicy policy = ArthroplastyPolicy.INCLUDE;
    PairedScores paired = Pairing.of(
            instrument, Timepoint.baseline(), Timepoint.ofMonths(months), policy)
        .pair(cohort.hips());
    requirePatients(paired, cohort, months);
    ClusteredSample improvements = ClusteredSample.improvements(paired);
    Comparison.Result result = Comparison.withDefaults().ofMean(improvements);
    return Table.builder()
        .name(instrument.code() + "_improvement")
        .title("Improvement of " + title(instrument) + " after " + months + " months")
        .counted(Counted.of(improvements.size(), "hip") + " of "
            + Counted.of(improvements.clusters(), "patient"))
        .addColumns(
            Column.of("taken", "Taken", Kind.TEXT),
            Column.of("mean", "Mean (95 % interval)", Kind.ESTIMATE),
            Column.of("std_error", "SE", Kind.NUMBER),
            Column.of("df", "df", Kind.NUMBER),
            Column.of("p", "p", Kind.TEXT))
        .addRows(row("by patient", result.clustered()), row("naive", result.naive()))
        .addFootnotes(
            "Positive is better. After an arthroplasty: " + policy.code() + ". By patient: "
                + result.comparison().type().code() + " with Satterthwaite's degrees of freedom.")
        .build();
  }

  /** A visit without rows is reported. */
  private static void requirePatients(PairedScores paired, Cohort cohort, int months) {
    Instrument instrument = paired.pairing().instrument();
    long patients = paired.changes().stream()
        .map(change -> change.hip().patient())
        .distinct()
        .count();
    if (patients < 2) {
      List<String> visits = cohort.hips().stream()
          .flatMap(hip -> hip.visits().stream())
          .filter(visit -> visit.score(instrument).isPresent())
          .map(visit -> visit.timepoint())
          .distinct()
          .sorted()
          .map(Timepoint::code)
          .toList();
      throw new IllegalArgumentException("patients with " + title(instrument) + " at "
          + Timepoint.baseline().code() + " and at "
          + Timepoint.ofMonths(months).code()
          + " [count] must be 2 or more, but were " + patients + "; visits with such scores are "
          + (visits.isEmpty() ? "none" : String.join(", ", visits)));
    }
  }

  private static List<Cell> row(String name, Estimate answer) {
    return List.of(
        Cell.text(name),
        Cell.estimate(answer.estimate(), answer.lower(), answer.upper(), 1),
        Cell.number(answer.standardError(), 2),
        Cell.number(answer.degreesOfFreedom(), 1),
        Cell.text(
            answer.pValue().isPresent() ? Printed.pValue(answer.pValue().getAsDouble()) : "none"));
  }

  private static String title(Instrument instrument) {
    return instrument.quantity().name() + " [" + instrument.quantity().unit() + "]";
  }
}
