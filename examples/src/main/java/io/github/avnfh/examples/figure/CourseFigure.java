package io.github.avnfh.examples.figure;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.summary.OutcomePlan;
import io.github.avnfh.scoring.summary.OutcomeSummary;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A score over time: one thin line for each hip, and the mean of the hips with its 95 % interval,
 * which takes the patient as a cluster.
 *
 * <p>Scores stand at the months of their visits. A line ends where a scheduled score is missing and
 * goes on at the next one; a score between two missing ones is a dash.
 */
public final class CourseFigure {
  private static final Ink HIP = Ink.solid(new Color(0x56, 0xb4, 0xe9, 0xa0), 0.8);
  private static final Ink MEAN = Ink.solid(Palette.VERMILION, 2.4);
  private static final Ink LIMITS = Ink.solid(Palette.VERMILION, 1.4);
  private static final double CAP = 0.006;
  private static final int HEIGHT = 340;

  private final Cohort cohort;
  private final Instrument instrument;
  private final ArthroplastyPolicy policy;
  private final List<Timepoint> visits;

  private CourseFigure(Cohort cohort, Instrument instrument, ArthroplastyPolicy policy) {
    this.cohort = cohort;
    this.instrument = instrument;
    this.policy = policy;
    this.visits = OutcomePlan.of(instrument, policy).summarize(cohort.hips()).rows().stream()
        .map(OutcomeSummary.OutcomeRow::timepoint)
        .filter(
            visit -> cohort.hips().stream().anyMatch(hip -> score(hip, visit).isPresent()))
        .toList();
  }

  /**
   * Draws a score over time.
   *
   * @param cohort the hips
   * @param instrument the score
   * @param policy what counts after an arthroplasty
   * @return the figure, or an omission if no hip has a score at a scheduled visit
   */
  public static Illustration of(Cohort cohort, Instrument instrument, ArthroplastyPolicy policy) {
    CourseFigure figure = new CourseFigure(cohort, instrument, policy);
    String name = instrument.code() + "_over_time";
    if (figure.visits.isEmpty()) {
      return new Omission(name, figure.title(), "no hip has a score at a scheduled visit");
    }
    return Figure.of(
        name,
        figure.title()
            + ": one thin line for each hip; thick, the mean over hips with its 95 % interval, which allows"
            + " for two hips of one patient.",
        new Drawing.Words(figure.title(), figure.description()),
        figure::plot);
  }

  private String title() {
    String quantity = instrument.quantity().name();
    return Character.toUpperCase(quantity.charAt(0)) + quantity.substring(1) + " over time";
  }

  private String description() {
    StringBuilder text = new StringBuilder("Mean over hips with 95 % interval by patient.");
    for (Timepoint visit : visits) {
      List<Double> scores = scores(visit);
      double mean = mean(scores);
      text.append(' ').append(Changes.visit(visit)).append(": ");
      text.append(interval(visit)
          .map(estimate -> Cell.estimate(mean, estimate.lower(), estimate.upper(), 1))
          .orElseGet(() -> Cell.number(mean, 1))
          .printed());
      text.append(", ").append(scores.size()).append(scores.size() == 1 ? " hip." : " hips.");
    }
    return text.toString();
  }

  private Plot plot() {
    Plot plot = new Plot(new Plot.Frame(
        title(),
        Scale.ofMonths("Months from the first treatment", 0, month(visits.get(visits.size() - 1))),
        Scale.around(
            instrument.quantity().unit(),
            instrument.quantity().low(),
            instrument.quantity().high()),
        HEIGHT,
        0));
    cohort.hips().forEach(hip -> drawHip(plot, hip));
    drawMean(plot);
    plot.explain("one hip", HIP);
    plot.explain("mean of the hips, 95 % interval by patient", MEAN);
    return plot;
  }

  private void drawHip(Plot plot, Hip hip) {
    List<Timepoint> run = new ArrayList<>();
    for (Timepoint visit : visits) {
      if (score(hip, visit).isPresent()) {
        run.add(visit);
      } else {
        drawRun(plot, hip, run);
        run.clear();
      }
    }
    drawRun(plot, hip, run);
  }

  private void drawRun(Plot plot, Hip hip, List<Timepoint> run) {
    double[] points =
        run.stream().mapToDouble(visit -> score(hip, visit).orElseThrow()).toArray();
    if (run.size() == 1) {
      double cap = cap();
      double at = month(run.get(0));
      plot.line(HIP, new double[] {at - cap, at + cap}, points[0], points[0]);
    } else if (run.size() > 1) {
      plot.line(HIP, run.stream().mapToDouble(CourseFigure::month).toArray(), points);
    }
  }

  private static double mean(List<Double> scores) {
    return Decimals.of(scores.stream().mapToDouble(Double::doubleValue).toArray())
        .mean();
  }

  private void drawMean(Plot plot) {
    double[] months = visits.stream().mapToDouble(CourseFigure::month).toArray();
    double[] means = visits.stream().mapToDouble(visit -> mean(scores(visit))).toArray();
    for (Timepoint visit : visits) {
      interval(visit).ifPresent(estimate -> drawInterval(plot, month(visit), estimate));
    }
    plot.line(MEAN, months, means);
    plot.marks(Palette.VERMILION, SeriesMarkers.CIRCLE, months, means);
  }

  private void drawInterval(Plot plot, double month, Estimate estimate) {
    double cap = cap();
    plot.line(LIMITS, new double[] {month, month}, estimate.lower(), estimate.upper());
    for (double limit : new double[] {estimate.lower(), estimate.upper()}) {
      plot.line(LIMITS, new double[] {month - cap, month + cap}, limit, limit);
    }
  }

  private double cap() {
    return CAP * Math.max(1, month(visits.get(visits.size() - 1)));
  }

  private Optional<Estimate> interval(Timepoint visit) {
    List<Object> patients = new ArrayList<>();
    cohort.hips().stream()
        .filter(hip -> score(hip, visit).isPresent())
        .forEach(hip -> patients.add(hip.id().patient()));
    ClusteredSample values = ClusteredSample.of(
        scores(visit).stream().mapToDouble(Double::doubleValue).toArray(), patients);
    return values.clusters() < 2
        ? Optional.empty()
        : Optional.of(Comparison.withDefaults().ofMean(values).clustered());
  }

  private List<Double> scores(Timepoint visit) {
    return cohort.hips().stream().flatMap(hip -> score(hip, visit).stream()).toList();
  }

  private Optional<Double> score(Hip hip, Timepoint visit) {
    return policy.scoreOf(hip, instrument, visit).score().map(Score::points);
  }

  private static double month(Timepoint visit) {
    return visit.months().orElseThrow();
  }
}
