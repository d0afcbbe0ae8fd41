package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import java.util.List;

/**
 * Survival curves as a picture in SVG: steps, confidence bands, censoring marks, and a risk table
 * whose columns stand under the marks of the time axis.
 *
 * <p>The risk table counts, at each mark, those at risk (entered before the time and not gone
 * before it), and how many had been censored and had had the event before it. Footnotes say so, and
 * what the bands are. Where a curve has more than {@value CurveLine#MOST_MARKS} censoring marks
 * they would hide it, and are left out, as the description says. Groups differ in color and in the
 * pattern of their lines, up to 56 of them. A label too long for a line is shortened in the middle,
 * and is whole in the description. The text is readable at a journal's column width of 85 mm. The
 * same estimate gives the same characters everywhere; it needs no graphics library.
 *
 * @see <a href="https://doi.org/10.1136/bmjopen-2019-030215">Morris TP, Jarvis CI, Cragg W,
 *     Phillips PPJ, Choodari-Oskooei B, Sydes MR. Proposals on Kaplan-Meier plots in medical
 *     research and a survey of stakeholder views: KMunicate. BMJ Open 2019;9:e030215</a>
 * @see FigureOptions
 */
public final class KaplanMeierFigure {
  private final KaplanMeierEstimate estimate;
  private final FigureOptions options;

  private KaplanMeierFigure(KaplanMeierEstimate estimate, FigureOptions options) {
    this.estimate = estimate;
    this.options = options;
  }

  /**
   * Returns a figure of an estimate.
   *
   * @param estimate the curves
   * @return the figure with the usual options
   */
  public static KaplanMeierFigure of(KaplanMeierEstimate estimate) {
    return new KaplanMeierFigure(estimate, FigureOptions.builder().build());
  }

  /**
   * Chooses what the figure shows besides the curves.
   *
   * @param choice the options
   * @return a figure with those options
   */
  public KaplanMeierFigure with(FigureOptions choice) {
    return new KaplanMeierFigure(estimate, choice);
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    List<SurvivalCurve> curves = estimate.curves();
    Legend legend = new Legend(curves.stream().map(SurvivalCurve::group).toList());
    RiskTable.Counts counts = RiskTable.Counts.of(curves);
    double last = curves.stream().mapToDouble(SurvivalCurve::lastTime).max().orElse(0);
    Frame frame = new Frame(counts, last, options, legend.rows(), options.test().isPresent());
    Svg svg = new Svg(Frame.WIDTH, frame.height());
    svg.describe(options.title(), Description.of(estimate, options));
    frame.draw(svg, options);
    legend.draw(svg);
    if (options.showsBands()) {
      for (int group = 0; group < curves.size(); group++) {
        new CurveLine(curves.get(group), frame, group).drawBand(svg);
      }
    }
    for (int group = 0; group < curves.size(); group++) {
      CurveLine line = new CurveLine(curves.get(group), frame, group);
      line.draw(svg);
      if (options.showsMedians()) {
        line.drawMedian(svg);
      }
    }
    options.test().ifPresent(test -> frame.note(svg, Description.of(test)));
    new RiskTable(counts, legend.labels(), frame).draw(svg);
    frame.footnotes(svg, Description.footnotes(estimate, options));
    return svg.finished();
  }

  @Override
  public String toString() {
    return "KaplanMeierFigure{" + estimate.curves().size() + " groups}";
  }
}
