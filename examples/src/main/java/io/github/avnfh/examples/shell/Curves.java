package io.github.avnfh.examples.shell;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.KaplanMeierFigure;
import java.util.List;
import java.util.Optional;

/**
 * Kaplan-Meier curves in the shell: echoed as one line, with a line for each group behind it.
 *
 * <pre>{@code
 * var curves = km(demo(), Hip::baselineStage)
 * curves.at(365, 731)
 * curves.steps()
 * curves.save("curve.png")
 * curves.with(FigureOptions.months().hasFacets(true).build()).save("apart.svg")
 * }</pre>
 */
public final class Curves implements ShellResult, Explainable {
  private final FollowUp followUp;
  private final KaplanMeierEstimate estimate;
  private final Optional<FigureOptions> options;

  private Curves(FollowUp followUp, KaplanMeierEstimate estimate, Optional<FigureOptions> options) {
    this.followUp = followUp;
    this.estimate = estimate;
    this.options = options;
  }

  static Curves of(FollowUp followUp) {
    return new Curves(followUp, KaplanMeier.withDefaults().estimate(followUp), Optional.empty());
  }

  /**
   * Returns the follow-up behind the curves.
   *
   * @return the columns of hips
   */
  public FollowUp followUp() {
    return followUp;
  }

  /**
   * Returns the library's own estimate, for everything that the shell has no verb for.
   *
   * @return the estimate
   */
  public KaplanMeierEstimate estimate() {
    return estimate;
  }

  /**
   * Returns the test behind {@link ShellCommands#compare(Curves)}.
   *
   * @return the log-rank test of the groups, by patient and naive
   */
  public LogRankResult logRank() {
    return LogRank.withDefaults().test(followUp);
  }

  /**
   * Says by which rules the curves, their errors and their limits came about.
   *
   * @return the explanation of the estimate
   */
  @Override
  public Explanation explanation() {
    return estimate.explanation();
  }

  /**
   * Returns the same curves as if every hip were that of another patient.
   *
   * @return the naive answer
   */
  public Curves ignoringPatients() {
    return of(followUp.ignoringClusters());
  }

  /**
   * Returns survival at some times.
   *
   * @param times times in the unit of the data, each 0 or more
   * @return a row for each group and time
   * @throws IllegalArgumentException if a time is negative or not finite
   */
  public Answer at(double... times) {
    return Answer.of(CurveTables.at(estimate, counted(), times)).explainedBy(estimate);
  }

  /**
   * Returns every step of every curve.
   *
   * @return a row for each group and time at which hips had the event or were censored
   */
  public Answer steps() {
    return Answer.of(CurveTables.steps(estimate, counted())).explainedBy(estimate);
  }

  /**
   * Returns the mean time free of the event within a horizon.
   *
   * @param horizon a time in the unit of the data, above 0
   * @return a row for each group
   * @throws IllegalArgumentException if the horizon lies beyond the follow-up of a group
   */
  public Answer restrictedMean(double horizon) {
    return Answer.of(CurveTables.restrictedMeans(estimate, counted(), horizon))
        .explainedBy(List.of("restricted mean"));
  }

  /**
   * Returns the same curves with a figure of one's own choice.
   *
   * @param choice what the figure shows
   * @return curves whose figure, and so whose {@code save("name.svg")}, has these options
   */
  public Curves with(FigureOptions choice) {
    return new Curves(followUp, estimate, Optional.of(choice));
  }

  /**
   * Draws the curves with their risk table and, of several groups, the log-rank test, in months
   * where times are whole days.
   *
   * @return the figure
   */
  @Override
  public Optional<Figure> figure() {
    return Optional.of(Figure.of(
        "survival",
        "Survival with the number at risk.",
        KaplanMeierFigure.of(estimate).with(options.orElseGet(this::usual)).svg()));
  }

  private FigureOptions usual() {
    FigureOptions.Builder usual =
        followUp.isInWholeDays() ? FigureOptions.months() : FigureOptions.builder();
    if (estimate.curves().size() > 1) {
      usual.test(logRank());
    }
    return usual.build();
  }

  /**
   * Returns one line for each group: hips, patients, events and the median.
   *
   * @return the table
   */
  public Table table() {
    return CurveTables.summary(estimate, counted());
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  private String counted() {
    return Counted.hips(followUp.size(), followUp.clusters());
  }

  /**
   * Returns one line, because of a new variable JShell shows 80 characters at most.
   *
   * @return what is counted, and how to see more
   */
  @Override
  public String toString() {
    List<SurvivalCurve> curves = estimate.curves();
    long events = Math.round(curves.stream().mapToDouble(SurvivalCurve::events).sum());
    return counted() + ", " + Counted.of(events, "event")
        + (curves.size() == 1 ? "" : ", " + curves.size() + " groups")
        + ": .print() .at(731) .steps()";
  }
}
