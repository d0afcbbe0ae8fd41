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
import java.util.Optional;

/** The picture in words, for those who cannot see it. */
final class Description {
  private static final double SMALLEST_PRINTED = 0.001;

  private static final int MOST_NAMED = 4;

  private Description() {}

  static String of(KaplanMeierEstimate estimate, List<DrawnCurve> drawn, FigureOptions options) {
    StringBuilder text = new StringBuilder(estimate.method()).append('.');
    for (SurvivalCurve curve : estimate.curves()) {
      text.append(' ').append(of(curve, options.timesPerUnit()));
    }
    long crowded = drawn.stream().filter(DrawnCurve::hasTooManyMarks).count();
    if (crowded > 0) {
      text.append(" Too many censoring marks to draw in ").append(crowded).append(" groups.");
    }
    note(options).ifPresent(note -> text.append(' ').append(note).append('.'));
    return text.toString();
  }

  /** The line above the curves. */
  static Optional<String> note(FigureOptions options) {
    return options.note().or(() -> options.test().map(Description::of));
  }

  /** What the limits of each curve are, and at which moment the risk table counts. */
  static List<String> footnotes(
      KaplanMeierEstimate estimate, List<DrawnCurve> drawn, FigureOptions options) {
    String counts = "At risk at the time; censored and events before it.";
    if (!options.showsBands()) {
      return List.of(counts);
    }
    int least = options.leastAtRisk();
    return drawn.stream().noneMatch(curve -> curve.lastTimeWithAtRisk(least).isPresent())
        ? List.of("No bands: they are drawn" + reach(options) + ".", counts)
        : List.of(bands(estimate.options().level(), method(estimate), options), counts);
  }

  /** The scale of the limits, and which are exact: those before the first event of a group. */
  private static String method(KaplanMeierEstimate estimate) {
    List<String> without = estimate.curves().stream()
        .filter(curve -> curve.events() == 0)
        .map(SurvivalCurve::group)
        .toList();
    if (without.size() == estimate.curves().size()) {
      return "exact, since there is no event";
    }
    boolean clustered =
        estimate.followUp().filter(rows -> rows.clusters().isPresent()).isPresent();
    String groups = without.size() <= MOST_NAMED
        ? String.join(", ", without)
        : Integer.toString(without.size()) + " groups";
    return estimate.options().intervalType().code()
        + (clustered ? ", robust by cluster" : "")
        + "; exact before the first event"
        + (without.isEmpty() ? "" : ", as all of " + groups);
  }

  /** What bands are, how far they go, and the method of their limits. */
  static String bands(double level, String method, FigureOptions options) {
    BigDecimal percent = BigDecimal.valueOf(level).movePointRight(2);
    return "Bands: pointwise " + percent.stripTrailingZeros().toPlainString()
        + " % confidence limits" + reach(options) + " (" + method + ").";
  }

  /** Up to when bands are drawn. */
  static String reach(FigureOptions options) {
    return options.leastAtRisk() == 0
        ? ""
        : " while " + options.leastAtRisk() + " or more are at risk";
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

  static String plain(double number, int digits) {
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
