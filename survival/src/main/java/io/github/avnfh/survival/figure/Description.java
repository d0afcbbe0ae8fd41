package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.QuantileEstimate;
import io.github.avnfh.survival.Step;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRankResult;
import java.util.Locale;

/** The picture in words, for those who cannot see it. */
final class Description {
  private static final double SMALLEST_PRINTED = 0.001;

  private Description() {}

  static String of(KaplanMeierEstimate estimate, FigureOptions options) {
    StringBuilder text = new StringBuilder(estimate.method()).append('.');
    for (SurvivalCurve curve : estimate.curves()) {
      text.append(' ').append(of(curve, options.timesPerUnit()));
    }
    options.test().ifPresent(test -> text.append(' ').append(of(test)).append('.'));
    return text.toString();
  }

  private static String of(SurvivalCurve curve, double timesPerUnit) {
    Step last = curve.steps().get(curve.steps().size() - 1);
    QuantileEstimate median = curve.median();
    String reached = median.isReached()
        ? String.format(Locale.ROOT, "median %.4g", median.time().getAsDouble() / timesPerUnit)
        : "median not reached";
    return String.format(
        Locale.ROOT,
        "%s: %d rows, %.6g events, survival %.3f (%.3f to %.3f) at %.4g, %s.",
        curve.group(),
        curve.rows(),
        curve.events(),
        last.survival(),
        last.lower(),
        last.upper(),
        last.time() / timesPerUnit,
        reached);
  }

  /** The p value with the name of its test. */
  static String of(LogRankResult test) {
    return test.title() + test.chiSquare().map(Description::written).orElse(": not possible");
  }

  private static String written(ChiSquare chiSquare) {
    double p = chiSquare.pValue();
    return p < SMALLEST_PRINTED ? ": p < 0.001" : String.format(Locale.ROOT, ": p = %.3f", p);
  }
}
