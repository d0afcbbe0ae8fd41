package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.RestrictedMean;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import io.github.avnfh.survival.SurvivalEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of Kaplan-Meier curves. */
final class CurveTables {
  private static final int PLACES = 3;
  private static final String NOT_REACHED = "not reached";

  private CurveTables() {}

  static Table summary(KaplanMeierEstimate estimate, String counted) {
    boolean clustered = estimate.curves().stream().anyMatch(c -> c.clusters().isPresent());
    Table.Builder table = start("survival", "Survival by group", counted)
        .addColumns(Column.of("group", "Group", Kind.TEXT), Column.of("hips", "Hips", Kind.COUNT));
    if (clustered) {
      table.addColumns(Column.of("patients", "Patients", Kind.COUNT));
    }
    table
        .addColumns(
            Column.of("events", "Events", Kind.COUNT),
            Column.of("last", "Last time", Kind.NUMBER),
            Column.of("median", "Median", Kind.NUMBER))
        .addFootnotes(estimate.method() + ".");
    estimate.curves().forEach(curve -> table.addRows(row(curve, clustered)));
    return table.build();
  }

  private static List<Cell> row(SurvivalCurve curve, boolean clustered) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(curve.group()), Cell.count(curve.rows())));
    if (clustered) {
      cells.add(Cell.count(curve.clusters().orElse(curve.rows())));
    }
    QuantileEstimate median = curve.median();
    cells.add(Cell.count(Math.round(curve.events())));
    cells.add(time(curve.lastTime()));
    cells.add(median.isReached() ? time(median.time().getAsDouble()) : missing(NOT_REACHED));
    return cells;
  }

  static Table at(KaplanMeierEstimate estimate, String counted, double... times) {
    Table.Builder table = start("survival_at", "Survival at a time", counted)
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("time", "Time", Kind.NUMBER),
            Column.of("at_risk", "At risk", Kind.COUNT))
        .addColumns(survival());
    for (SurvivalCurve curve : estimate.curves()) {
      for (double time : times) {
        SurvivalAtTime at = curve.at(time);
        table.addRows(cells(
            List.of(Cell.text(curve.group()), time(time), Cell.count(Math.round(at.atRisk()))),
            at.estimate()));
      }
    }
    return table.build();
  }

  static Table steps(KaplanMeierEstimate estimate, String counted) {
    Table.Builder table = start("survival_steps", "Survival step by step", counted)
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("time", "Time", Kind.NUMBER),
            Column.of("at_risk", "At risk", Kind.COUNT),
            Column.of("events", "Events", Kind.COUNT),
            Column.of("censored", "Censored", Kind.COUNT))
        .addColumns(survival());
    for (SurvivalCurve curve : estimate.curves()) {
      for (Step step : curve.steps()) {
        table.addRows(cells(
            List.of(
                Cell.text(curve.group()),
                time(step.time()),
                Cell.count(Math.round(step.atRisk())),
                Cell.count(Math.round(step.events())),
                Cell.count(Math.round(step.censored()))),
            Optional.of(step.estimate())));
      }
    }
    return table.build();
  }

  static Table restrictedMeans(KaplanMeierEstimate estimate, String counted, double horizon) {
    Table.Builder table = start(
            "restricted_mean",
            "Mean time free of the event within " + time(horizon).printed(),
            counted)
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("mean", "Mean (interval)", Kind.ESTIMATE),
            Column.of("std_error", "SE", Kind.NUMBER));
    for (SurvivalCurve curve : estimate.curves()) {
      RestrictedMean mean = curve.restrictedMean(horizon);
      boolean isBounded = mean.lower().isPresent() && mean.upper().isPresent();
      table.addRows(List.of(
          Cell.text(curve.group()),
          isBounded
              ? Cell.estimate(
                  mean.mean(), mean.lower().getAsDouble(), mean.upper().getAsDouble(), 1)
              : Cell.missing(Kind.ESTIMATE, Cell.number(mean.mean(), 1).printed()),
          Printed.number(mean.standardError(), 2, "none")));
    }
    return table.build();
  }

  private static Table.Builder start(String name, String title, String counted) {
    return Table.builder().name(name).title(title).counted(counted);
  }

  private static Column[] survival() {
    return new Column[] {
      Column.of("survival", "Survival (interval)", Kind.ESTIMATE),
      Column.of("std_error", "SE", Kind.NUMBER)
    };
  }

  private static List<Cell> cells(List<Cell> before, Optional<SurvivalEstimate> estimate) {
    List<Cell> cells = new ArrayList<>(before);
    cells.add(estimate
        .map(one -> Cell.estimate(one.survival(), one.lower(), one.upper(), PLACES))
        .orElseGet(() -> Cell.missing(Kind.ESTIMATE, "beyond follow-up")));
    cells.add(estimate
        .map(one -> Printed.number(one.standardError(), PLACES, "none"))
        .orElseGet(() -> missing("")));
    return cells;
  }

  static Cell time(double time) {
    return Cell.number(time, time == Math.rint(time) ? 0 : 2);
  }

  private static Cell missing(String words) {
    return Cell.missing(Kind.NUMBER, words);
  }
}
