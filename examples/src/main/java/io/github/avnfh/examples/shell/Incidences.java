package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.GrayTest;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import io.github.avnfh.survival.figure.IncidenceFigure;
import java.util.List;
import java.util.Optional;

/**
 * Cumulative incidences in the shell: the event, beside what competes with it.
 *
 * <pre>{@code
 * var incidences = cif(demo(), Hip::baselineStage)
 * incidences.at(365, 731)
 * incidences.save("incidence.svg")
 * }</pre>
 */
public final class Incidences implements ShellResult {
  private static final int PLACES = 3;
  static final List<String> METHODS = List.of("cumulative incidence", "Gray's test");

  private final CompetingFollowUp followUp;
  private final List<IncidenceCurve> curves;

  private Incidences(CompetingFollowUp followUp, List<IncidenceCurve> curves) {
    this.followUp = followUp;
    this.curves = curves;
  }

  static Incidences of(CompetingFollowUp followUp) {
    return new Incidences(followUp, CumulativeIncidence.withDefaults().estimate(followUp));
  }

  /**
   * Returns the library's own curves, for everything that the shell has no verb for.
   *
   * @return a curve for each group
   */
  public List<IncidenceCurve> curves() {
    return curves;
  }

  /**
   * Returns the test of Gray, by patient.
   *
   * @return the test, without an answer where there is one group
   */
  public GrayTest.Result gray() {
    return GrayTest.withDefaults().test(followUp);
  }

  /**
   * Returns the incidences at some times.
   *
   * @param times times in the unit of the data, each 0 or more
   * @return a row for each group and time
   * @throws IllegalArgumentException if a time is negative or not finite
   */
  public Answer at(double... times) {
    Table.Builder table = Table.builder()
        .name("incidence_at")
        .title("Cumulative incidence at a time")
        .counted(counted())
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("time", "Time", Kind.NUMBER),
            Column.of("event", "Event (95 % interval)", Kind.ESTIMATE),
            Column.of("competing", "Competing (95 % interval)", Kind.ESTIMATE));
    for (IncidenceCurve curve : curves) {
      for (double time : times) {
        Optional<IncidenceStep> at = curve.at(time);
        table.addRows(List.of(
            Cell.text(curve.group()),
            CurveTables.time(time),
            cell(at.map(IncidenceStep::event)),
            cell(at.map(IncidenceStep::competing))));
      }
    }
    return Answer.of(table.build()).explainedBy(METHODS);
  }

  private static Cell cell(Optional<Incidence> incidence) {
    return incidence
        .map(each -> Cell.estimate(each.proportion(), each.lower(), each.upper(), PLACES))
        .orElseGet(() -> Cell.missing(Kind.ESTIMATE, "beyond follow-up"));
  }

  /**
   * Returns the incidences at the end of each curve, and Gray's test of several groups.
   *
   * @return a row for each group
   */
  public Table table() {
    Table.Builder table = Table.builder()
        .name("incidence")
        .title("Cumulative incidence at the last step")
        .counted(counted())
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("events", "Events", Kind.COUNT),
            Column.of("competing_events", "Competing events", Kind.COUNT),
            Column.of("event", "Event (95 % interval)", Kind.ESTIMATE),
            Column.of("competing", "Competing (95 % interval)", Kind.ESTIMATE));
    curves.forEach(curve -> table.addRows(row(curve)));
    if (curves.size() > 1) {
      table.addFootnotes("Gray's test, by patient: "
          + gray()
              .chiSquare()
              .map(Printed::test)
              .orElse("no test is possible without events in groups at risk together")
          + ".");
    }
    return table.build();
  }

  private static List<Cell> row(IncidenceCurve curve) {
    List<IncidenceStep> steps = curve.steps();
    IncidenceStep last = steps.get(steps.size() - 1);
    return List.of(
        Cell.text(curve.group()),
        Cell.count(curve.rows()),
        Cell.count(Math.round(last.event().cumulativeEvents())),
        Cell.count(Math.round(last.competing().cumulativeEvents())),
        cell(Optional.of(last.event())),
        cell(Optional.of(last.competing())));
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public Optional<Figure> figure() {
    IncidenceFigure drawing = IncidenceFigure.of(curves).withTimeLabel("Days");
    return Optional.of(Figure.of(
        "incidence",
        "Cumulative incidence.",
        (curves.size() > 1 ? drawing.with(gray()) : drawing).svg()));
  }

  private String counted() {
    return Counted.hips(followUp.size(), followUp.anyEvent().clusters());
  }

  @Override
  public String toString() {
    return counted() + (curves.size() == 1 ? "" : ", " + curves.size() + " groups")
        + ": .print() .at(731) .save(\"incidence.svg\")";
  }
}
