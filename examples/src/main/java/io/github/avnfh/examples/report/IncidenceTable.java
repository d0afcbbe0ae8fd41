package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.competing.CompetingEndpoint;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How many hips had been replaced by a day where patients had died before. */
final class IncidenceTable {
  private final int day;
  private final Endpoint death;

  private IncidenceTable(Cohort cohort, int day) {
    this.day = day;
    this.death = Endpoint.death(cohort);
  }

  /**
   * Counts replaced hips by stage where a patient is known to have died with the hip in place.
   *
   * @param when the day in words
   */
  static Optional<Table> of(Cohort cohort, List<Hip> hips, int day, String when) {
    IncidenceTable incidence = new IncidenceTable(cohort, day);
    if (hips.stream().noneMatch(incidence::diedFirst)) {
      return Optional.empty();
    }
    Table.Builder table = Table.builder()
        .name("incidence_by_stage")
        .title("Cumulative incidence of arthroplasty at " + when + " (" + day + " days)")
        .counted(Counted.of(hips.size(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("events", "Arthroplasties", Kind.COUNT),
            Column.of("deaths", "Deaths with the hip in place", Kind.COUNT),
            Column.of("incidence", "Arthroplasty (95 % interval)", Kind.ESTIMATE),
            Column.of("death", "Death (95 % interval)", Kind.ESTIMATE),
            Column.of("complement", "1 - Kaplan-Meier", Kind.NUMBER))
        .addFootnotes("A patient who died will not have the hip replaced. The incidence counts the"
            + " death as a competing event; 1 - Kaplan-Meier takes it for censoring, and tells what"
            + " would be if none could die. Intervals are by patient.");
    BaselineGroupings.byStage(hips)
        .groups(hips)
        .forEach((stage, own) -> table.addRows(incidence.row(stage, own)));
    return Optional.of(table.addRows(incidence.row("all", hips)).build());
  }

  private static int replacedDay(Hip hip) {
    return hip.arthroplasty().map(Arthroplasty::day).orElse(Integer.MAX_VALUE);
  }

  private boolean diedFirst(Hip hip) {
    int died = death.day(hip).orElse(Integer.MAX_VALUE);
    return died <= day && died < replacedDay(hip);
  }

  private List<Cell> row(String stage, List<Hip> hips) {
    IncidenceCurve curve = CumulativeIncidence.withDefaults()
        .estimate(CompetingEndpoint.of(Endpoint.arthroplasty(), death).followUp(hips))
        .get(0);
    Optional<IncidenceStep> at = curve.at(day);
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(stage),
        Cell.count(curve.rows()),
        Cell.count(curve.clusters().orElse(curve.rows())),
        Cell.count(hips.stream().filter(hip -> replacedDay(hip) <= day).count()),
        Cell.count(hips.stream().filter(this::diedFirst).count()),
        interval(at, IncidenceStep::event),
        interval(at, IncidenceStep::competing)));
    cells.add(KaplanMeier.withDefaults()
        .estimate(Endpoint.arthroplasty().followUp(hips))
        .curves()
        .get(0)
        .at(day)
        .estimate()
        .map(SurvivalEstimate::survival)
        .map(survival -> Cell.number(1 - survival, 3))
        .orElseGet(() -> Cell.missing(Kind.NUMBER, "beyond follow-up")));
    return cells;
  }

  private static Cell interval(
      Optional<IncidenceStep> at, Function<IncidenceStep, Incidence> kind) {
    return at.map(kind)
        .map(each -> Cell.estimate(each.proportion(), each.lower(), each.upper(), 3))
        .orElseGet(() -> Cell.missing(Kind.ESTIMATE, "beyond follow-up"));
  }
}
