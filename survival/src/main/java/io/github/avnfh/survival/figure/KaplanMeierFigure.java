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
 * what the limits of each curve are. A band ends where fewer than {@link FigureOptions#leastAtRisk}
 * are at risk. A pointer that rests on a step is shown its time, survival, limits and number at
 * risk; there is no script. Where a curve has more than {@value CurveLine#MOST_MARKS} censoring
 * marks they would hide it, and are left out, as the description says. Groups differ in color and
 * in the pattern of their lines, up to 56 of them in the usual colors. A label too long for a line
 * is shortened in the middle, and is whole in the description. The text is readable at a journal's
 * column width of 85 mm. The same estimate gives the same characters everywhere; it needs no
 * graphics library.
 *
 * @see <a href="https://doi.org/10.1136/bmjopen-2019-030215">Morris TP, Jarvis CI, Cragg W,
 *     Phillips PPJ, Choodari-Oskooei B, Sydes MR. Proposals on Kaplan-Meier plots in medical
 *     research and a survey of stakeholder views: KMunicate. BMJ Open 2019;9:e030215</a>
 * @see <a href="https://doi.org/10.1016/S0140-6736(02)08594-X">Pocock SJ, Clayton TC, Altman DG.
 *     Survival plots of time-to-event outcomes in clinical trials: good practice and pitfalls.
 *     Lancet 2002;359:1686-9</a>
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
    boolean isFree = options.scale() == FigureOptions.Scale.SURVIVAL;
    List<DrawnCurve> drawn = curves.stream()
        .map(DrawnCurve::of)
        .map(curve -> isFree ? curve : curve.complement())
        .toList();
    return new CurvePage(
            new CurvePage.Content(
                isFree ? "Kaplan-Meier survival" : "Kaplan-Meier, 1 - survival",
                isFree ? "Survival" : "1 - survival",
                drawn,
                curves.stream().map(curve -> curve.median().time()).toList(),
                RiskTable.Counts.of(curves),
                Description.note(options),
                Description.footnotes(estimate, drawn, options),
                Description.of(estimate, drawn, options)),
            options)
        .svg();
  }

  @Override
  public String toString() {
    return "KaplanMeierFigure{" + estimate.curves().size() + " groups}";
  }
}
