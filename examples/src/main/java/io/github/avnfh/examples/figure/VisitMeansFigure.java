package io.github.avnfh.examples.figure;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.scoring.longitudinal.Link;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The means of a model by visit, with their limits, over one thin line for each hip.
 *
 * <p>Groups are drawn side by side at a visit, each in a color with a mark. The line of a hip goes
 * over a visit that it missed. With many hips there are no lines of hips, and with responses of 0
 * and 1 they would show nothing.
 */
public final class VisitMeansFigure {
  private static final Ink HIP = Ink.solid(new Color(0x76, 0x76, 0x76, 0x60), 0.7);
  private static final List<Color> COLORS = List.of(
      Palette.VERMILION,
      Palette.BLUE,
      Palette.GREEN,
      Palette.PURPLE,
      Palette.ORANGE,
      Palette.SKY,
      Palette.INK);
  private static final List<Marker> MARKERS = List.of(
      SeriesMarkers.CIRCLE,
      SeriesMarkers.SQUARE,
      SeriesMarkers.TRIANGLE_UP,
      SeriesMarkers.DIAMOND,
      SeriesMarkers.TRIANGLE_DOWN,
      SeriesMarkers.CROSS,
      SeriesMarkers.PLUS);
  private static final int MOST_LINES = 400;
  private static final int HEIGHT = 340;
  private static final double CAP = 0.006;
  private static final double APART = 0.012;

  private final VisitModelFit fit;
  private final VisitScores scores;
  private final String title;
  private final double[] times;
  private final List<VisitModelFit.Mean> means;

  private VisitMeansFigure(VisitModelFit fit, String title) {
    this.fit = fit;
    this.scores = fit.data();
    this.title = title;
    this.times = scores.times();
    this.means = fit.means();
  }

  /**
   * Draws the means of a model.
   *
   * @param fit the model
   * @param name the name of the figure's files
   * @param title the heading
   * @return the figure, or an omission on a machine that cannot draw text
   */
  public static Illustration of(VisitModelFit fit, String name, String title) {
    VisitMeansFigure figure = new VisitMeansFigure(fit, title);
    return Figure.of(
        name,
        title + ": means of the model with their limits, which allow for two hips of one patient"
            + (figure.hasLines() ? "; thin, one line for each hip." : "."),
        new Drawing.Words(title, figure.description()),
        figure::plot);
  }

  private boolean hasLines() {
    return scores.hips() <= MOST_LINES && fit.link() == Link.IDENTITY;
  }

  private String description() {
    StringBuilder text = new StringBuilder("Means of the model with limits.");
    for (VisitModelFit.Mean mean : means) {
      text.append(' ').append(scores.groups().size() > 1 ? mean.group() + ", " : "");
      text.append(mean.visit()).append(": ");
      text.append(Cell.estimate(mean.mean(), mean.lower(), mean.upper(), 2).printed());
      text.append(", ").append(mean.hips()).append(mean.hips() == 1 ? " hip." : " hips.");
    }
    return text.toString();
  }

  private Plot plot() {
    List<Double> values = new ArrayList<>();
    means.forEach(mean -> values.addAll(List.of(mean.lower(), mean.upper())));
    if (hasLines()) {
      scores.scoresOfHips().forEach(hip -> hip.forEach(each -> each.ifPresent(values::add)));
    }
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Plot plot = new Plot(new Plot.Frame(
        title,
        visits(times[0] - 2 * gap(), times[times.length - 1] + 2 * gap()),
        Scale.around("Score", low, high),
        HEIGHT,
        0));
    if (hasLines()) {
      scores.scoresOfHips().forEach(hip -> drawHip(plot, hip));
      plot.explain("one hip", HIP);
    }
    for (int group = 0; group < scores.groups().size(); group++) {
      drawGroup(plot, group);
    }
    return plot;
  }

  private Scale visits(double low, double high) {
    return times[0] >= 0 ? Scale.ofMonths("Visit", low, high) : Scale.around("Visit", low, high);
  }

  private double span() {
    return Math.max(1, times[times.length - 1] - times[0]);
  }

  private double gap() {
    return APART * span();
  }

  private void drawHip(Plot plot, List<OptionalDouble> hip) {
    int[] seen = IntStream.range(0, times.length)
        .filter(visit -> hip.get(visit).isPresent())
        .toArray();
    double[] at = Arrays.stream(seen).mapToDouble(visit -> times[visit]).toArray();
    double[] points =
        Arrays.stream(seen).mapToDouble(visit -> hip.get(visit).getAsDouble()).toArray();
    if (seen.length == 1) {
      double cap = CAP * span();
      plot.line(HIP, new double[] {at[0] - cap, at[0] + cap}, points[0], points[0]);
    } else {
      plot.line(HIP, at, points);
    }
  }

  private void drawGroup(Plot plot, int group) {
    Color color = COLORS.get(group % COLORS.size());
    Ink limits = Ink.solid(color, 1.4);
    double shift = gap() * (group - (scores.groups().size() - 1) / 2.0);
    double cap = CAP * span();
    double[] at = new double[times.length];
    double[] points = new double[times.length];
    for (int visit = 0; visit < times.length; visit++) {
      VisitModelFit.Mean mean = means.get(group * times.length + visit);
      at[visit] = times[visit] + shift;
      points[visit] = mean.mean();
      plot.line(limits, new double[] {at[visit], at[visit]}, mean.lower(), mean.upper());
      for (double limit : new double[] {mean.lower(), mean.upper()}) {
        plot.line(limits, new double[] {at[visit] - cap, at[visit] + cap}, limit, limit);
      }
    }
    Marker marker = MARKERS.get(group % MARKERS.size());
    if (times.length > 1) {
      plot.line(Ink.solid(color, 2.4), at, points);
    }
    plot.marks(color, marker, at, points);
    plot.explain(
        (scores.groups().size() > 1 ? scores.groups().get(group) : "mean") + ", with limits",
        color,
        marker);
  }
}
