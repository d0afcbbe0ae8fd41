package io.github.avnfh.examples.shell;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.figure.VisitMeansFigure;
import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model of all visits with what can be asked of it. */
public final class VisitModel implements ShellResult, Explainable {
  private final VisitModelFit fit;

  private VisitModel(VisitModelFit fit) {
    this.fit = fit;
  }

  static VisitModel of(VisitScores scores) {
    return new VisitModel(MixedModel.withDefaults().fit(scores));
  }

  /**
   * Returns the model.
   *
   * @return the model of the library
   */
  public VisitModelFit fit() {
    return fit;
  }

  /**
   * Returns the same model on the hips that have every visit.
   *
   * @return the model
   * @throws IllegalArgumentException if these hips leave nothing to estimate
   */
  public VisitModel complete() {
    return of(fit.data().completeHips());
  }

  /**
   * Tells which hips have which visits.
   *
   * @return a row for each set of visits
   */
  public Answer patterns() {
    Table.Builder table = Table.builder()
        .name("patterns")
        .title("Hips by the visits that they have")
        .counted(Counted.of(fit.data().hips(), "hip"))
        .addColumns(
            Column.of("visits", "Visits", Kind.TEXT), Column.of("hips", "Hips", Kind.COUNT));
    for (VisitScores.Pattern each : fit.data().patterns()) {
      table.addRows(List.of(Cell.text(String.join(" ", each.visits())), Cell.count(each.hips())));
    }
    return Answer.of(table.build());
  }

  /**
   * Tests each effect at once, such as that no visit differs from another.
   *
   * @return a row for each effect
   */
  public Answer effects() {
    Table.Builder table = Table.builder()
        .name("effects")
        .title("Tests of each effect")
        .counted(Counted.of(fit.data().hips(), "hip"))
        .addColumns(
            Column.of("effect", "Effect", Kind.TEXT),
            Column.of("f", "F", Kind.NUMBER),
            Column.of("numerator_df", "df", Kind.COUNT),
            Column.of("denominator_df", "df of the error", Kind.NUMBER),
            Column.of("p", "p", Kind.NUMBER));
    for (VisitModelFit.EffectTest each : fit.effects()) {
      table.addRows(List.of(
          Cell.text(each.effect()),
          Cell.number(each.statistic(), 2),
          Cell.count(each.numeratorDegreesOfFreedom()),
          Cell.number(each.denominatorDegreesOfFreedom(), 1),
          Cell.pValue(each.pValue())));
    }
    return Answer.of(table.build());
  }

  /**
   * Draws the means over the lines of the hips.
   *
   * @return the figure, or nothing if this machine cannot draw text
   */
  @Override
  public Optional<Figure> figure() {
    return VisitMeansFigure.of(fit, "model", "Model means by visit") instanceof Figure drawn
        ? Optional.of(drawn)
        : Optional.empty();
  }

  /**
   * Returns the means and changes as a table.
   *
   * @return a row for each group and visit
   */
  public Table table() {
    Table.Builder table = Table.builder()
        .name("model")
        .title("One model of all visits")
        .counted(Counted.of(fit.data().hips(), "hip") + " of "
            + Counted.of(fit.data().patients(), "patient"))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("mean", "Mean (95 % interval)", Kind.ESTIMATE),
            Column.of("change", "Change (95 % interval)", Kind.ESTIMATE),
            Column.of("p", "p, adjusted", Kind.TEXT));
    int visits = fit.data().visits().size();
    List<VisitModelFit.Contrast> changes = fit.changes();
    List<VisitModelFit.Mean> means = fit.means();
    for (int at = 0; at < means.size(); at++) {
      List<Cell> cells = new ArrayList<>(mean(means.get(at)));
      // the changes of a group are one less than its visits
      cells.addAll(
          at % visits == 0
              ? List.of(Cell.missing(Kind.ESTIMATE, ""), Cell.text(""))
              : change(changes.get(at - at / visits - 1)));
      table.addRows(cells);
    }
    for (Map.Entry<String, Double> each : fit.intraclassCorrelations().entrySet()) {
      table.addFootnotes("Correlation of two scores of one " + each.getKey() + ": "
          + Cell.number(each.getValue(), 2).printed() + ".");
    }
    return table.build();
  }

  private List<Cell> mean(VisitModelFit.Mean mean) {
    String group = fit.data().groups().size() > 1 ? mean.group() + ": " : "";
    return List.of(
        Cell.text(group + mean.visit()),
        Cell.count(mean.hips()),
        Cell.estimate(mean.mean(), mean.lower(), mean.upper(), 1));
  }

  private static List<Cell> change(VisitModelFit.Contrast change) {
    OptionalDouble p = change.adjustedPValue();
    return List.of(
        Cell.estimate(
            change.estimate().estimate(),
            change.estimate().lower(),
            change.estimate().upper(),
            1),
        Cell.text(p.isPresent() ? Printed.pValue(p.getAsDouble()) : "none"));
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public Explanation explanation() {
    return fit.explanation();
  }

  @Override
  public String toString() {
    return Preview.of(text());
  }
}
