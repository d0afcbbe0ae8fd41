package io.github.avnfh.examples.shell;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.KaplanMeierFigure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kaplan-Meier curves in the shell: echoed as one line, with a line for each group behind it.
 *
 * <pre>{@code
 * var curves = km(demo(), Hip::baselineStage)
 * curves.at(365, 730)
 * curves.steps()
 * curves.svg("curve.svg")
 * }</pre>
 */
public final class Curves implements Explainable {
  private final FollowUp followUp;
  private final KaplanMeierEstimate estimate;

  private Curves(FollowUp followUp, KaplanMeierEstimate estimate) {
    this.followUp = followUp;
    this.estimate = estimate;
  }

  static Curves of(FollowUp followUp) {
    return new Curves(followUp, KaplanMeier.withDefaults().estimate(followUp));
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
   * Returns the same curves as if every hip were a patient of its own.
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
    return Answer.of(CurveTables.at(estimate, counted(), times));
  }

  /**
   * Returns every step of every curve.
   *
   * @return a row for each group and time at which hips had the event or were censored
   */
  public Answer steps() {
    return Answer.of(CurveTables.steps(estimate, counted()));
  }

  /**
   * Draws the curves with their risk table.
   *
   * @param file where to write the picture; a file that is there is replaced
   * @return the file
   * @throws UncheckedIOException if the file cannot be written
   */
  public Path svg(String file) {
    FigureOptions.Builder options = FigureOptions.builder();
    if (followUp.isInWholeDays()) {
      options.timeLabel("Months").timesPerUnit(Timepoint.DAYS_PER_MONTH);
    }
    try {
      return Files.writeString(
          Path.of(file), KaplanMeierFigure.of(estimate).with(options.build()).svg());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns one line for each group: hips, patients, events and the median.
   *
   * @return the table
   */
  public Table table() {
    return CurveTables.summary(estimate, counted());
  }

  /** Writes the line of every group. */
  public void print() {
    System.out.print(table().text());
  }

  private String counted() {
    return Counted.of(followUp.size(), "hip")
        + (followUp.clusters().isPresent()
            ? " of " + Counted.of(followUp.clusters().getAsInt(), "patient")
            : "");
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
        + ": .print() .at(730) .steps()";
  }
}
