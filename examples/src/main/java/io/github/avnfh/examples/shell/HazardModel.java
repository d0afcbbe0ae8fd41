package io.github.avnfh.examples.shell;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.survival.HazardRatioTable;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.figure.HazardRatioFigure;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.HazardRatios;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hazard ratios in the shell, each covariate alone and adjusted for the others.
 *
 * <pre>{@code
 * var ratios = cox(demo())
 * ratios.firth()
 * ratios.firth().adjusted("stage", 700)
 * ratios.save("forest.svg")
 * }</pre>
 */
public final class HazardModel implements ShellResult, Explainable {
  private static final int EVENTS_PER_TERM = 10;
  private static final List<String> STAGES = List.of("I", "II", "III", "IV", "V", "VI");

  private final FollowUp followUp;
  private final Covariates design;
  private final HazardRatios ratios;

  private HazardModel(FollowUp followUp, Covariates design, CoxRegression options) {
    this.followUp = followUp;
    this.design = design;
    this.ratios = HazardRatios.of(options, followUp, design);
  }

  static HazardModel of(FollowUp followUp, Covariates design) {
    return new HazardModel(followUp, design, CoxRegression.withDefaults());
  }

  /** Arthroplasty by the Steinberg stage at baseline and by age. */
  static HazardModel of(Cohort cohort) {
    List<Hip> hips = cohort.hips();
    Covariates design = Covariates.ofRows(hips.size())
        .factor("stage", hips, HazardModel::stage, STAGES)
        .number(
            "age per 10 years",
            hips,
            hip -> OptionalDouble.of(cohort.patientOf(hip).ageYears() / 10.0))
        .build();
    return of(Endpoint.arthroplasty().followUp(hips), design);
  }

  private static Optional<String> stage(Hip hip) {
    return Optional.of(hip.baselineStage().code()).filter(STAGES::contains);
  }

  /**
   * Returns the library's own hazard ratios, for everything that the shell has no verb for.
   *
   * @return the hazard ratios with their models
   */
  public HazardRatios ratios() {
    return ratios;
  }

  /**
   * Returns the same by Firth's penalized likelihood, which has an answer for any data.
   *
   * @return the hazard ratios with profile limits, which take hips as independent
   */
  public HazardModel firth() {
    return new HazardModel(followUp, design, CoxRegression.withDefaults().withFirth());
  }

  /**
   * Returns survival at a time for each level of a factor, as if all hips had it and their own
   * other covariates.
   *
   * @param factor a factor of the model
   * @param time a time in the unit of the data
   * @return a row for each level
   * @throws IllegalArgumentException if the model has no such factor, a coefficient is not
   *     estimable, or not all were followed for so long
   */
  public Answer adjusted(String factor, double time) {
    AdjustedSurvival adjusted = AdjustedSurvival.of(ratios.adjusted(), factor);
    Table.Builder table = Table.builder()
        .name("adjusted")
        .title("Survival at " + CsvOutput.number(time) + ", adjusted")
        .counted(Counted.of(ratios.adjusted().rows(), "hip"))
        .addColumns(
            Column.of("level", "Level", Kind.TEXT),
            Column.of("survival", "Survival (95 % interval)", Kind.ESTIMATE));
    for (AdjustedSurvival.Estimate each : adjusted.at(time)) {
      table.addRows(List.of(
          Cell.text(each.level()),
          each.lower().isPresent() && each.upper().isPresent()
              ? Cell.estimate(
                  each.value(), each.lower().getAsDouble(), each.upper().getAsDouble(), 3)
              : Cell.missing(Kind.ESTIMATE, "not estimable")));
    }
    return Answer.of(table.build()).explainedBy(adjusted);
  }

  /**
   * Draws the adjusted hazard ratios on a logarithmic axis.
   *
   * @return the figure
   */
  @Override
  public Optional<Figure> figure() {
    return Optional.of(Figure.of(
        "hazard_ratios",
        "Adjusted hazard ratios.",
        HazardRatioFigure.of(ratios.adjusted()).svg()));
  }

  /**
   * Returns the hazard ratios as a table.
   *
   * @return a row for each level of a factor and for each number
   */
  public Table table() {
    CoxModel model = ratios.adjusted();
    Table.Builder table = HazardRatioTable.of("hazard_ratios", ratios, "Events")
        .counted(Counted.hips(model.rows(), model.clusters()));
    int terms = model.coefficients().size();
    if (model.events() < EVENTS_PER_TERM * terms) {
      table.addFootnotes(Counted.of(model.events(), "event") + " for "
          + Counted.of(terms, "coefficient") + ": fewer than " + EVENTS_PER_TERM
          + " each. "
          + (model.coefficients().get(0).method() == RegressionCoefficient.Method.PROFILE
              ? "Estimates are Firth's; limits take hips as independent."
              : "Estimates are unstable; .firth() is to be preferred."));
    }
    return table.build();
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public Explanation explanation() {
    return ratios.adjusted().explanation();
  }

  @Override
  public String toString() {
    return Preview.of(text());
  }
}
