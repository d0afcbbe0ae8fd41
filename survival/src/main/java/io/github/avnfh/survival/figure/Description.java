package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRankResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
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
    long crowded = estimate.curves().stream().filter(CurveLine::hasTooManyMarks).count();
    if (crowded > 0) {
      text.append(" Too many censoring marks to draw in ").append(crowded).append(" groups.");
    }
    options.test().ifPresent(test -> text.append(' ').append(of(test)).append('.'));
    return text.toString();
  }

  /** What the bands are, and at which moment the risk table counts. */
  static List<String> footnotes(KaplanMeierEstimate estimate, FigureOptions options) {
    String counts = "At risk at the time; censored and events before it.";
    if (!options.showsBands()) {
      return List.of(counts);
    }
    boolean clustered =
        estimate.followUp().filter(rows -> rows.clusters().isPresent()).isPresent();
    BigDecimal percent = BigDecimal.valueOf(estimate.options().level()).movePointRight(2);
    String bands = "Bands: pointwise " + percent.stripTrailingZeros().toPlainString()
        + " % confidence limits (" + estimate.options().intervalType().code() + ")"
        + (clustered ? ", robust by cluster." : ".");
    return List.of(bands, counts);
  }

  private static String of(SurvivalCurve curve, double timesPerUnit) {
    Step last = curve.steps().get(curve.steps().size() - 1);
    QuantileEstimate median = curve.median();
    String reached = median.isReached()
        ? "median " + plain(median.time().getAsDouble() / timesPerUnit, 4)
        : "median not reached";
    return String.format(
        Locale.ROOT,
        "%s: %d rows, %s events, survival %.3f (%.3f to %.3f) at %s, %s.",
        curve.group(),
        curve.rows(),
        plain(curve.events(), 6),
        last.survival(),
        last.lower(),
        last.upper(),
        plain(last.time() / timesPerUnit, 4),
        reached);
  }

  private static String plain(double number, int digits) {
    return BigDecimal.valueOf(number)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The p value with the name of its test. */
  static String of(LogRankResult test) {
    return test.title() + test.chiSquare().map(Description::written).orElse(": not possible");
  }

  /** A p value after the name of its test. */
  static String written(ChiSquare chiSquare) {
    double p = chiSquare.pValue();
    return p < SMALLEST_PRINTED ? ": p < 0.001" : String.format(Locale.ROOT, ": p = %.3f", p);
  }
}
