package io.github.avnfh.examples.survival;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRankResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a person wants to know first of a run: who was counted, the medians, and the test. */
final class SurvivalSummary {
  private static final int MOST_GROUPS_SHOWN = 20;
  private static final MathContext DIGITS = new MathContext(6);
  private static final double LEAST_PRINTED = 0.001;

  private SurvivalSummary() {}

  /** The text for the screen: rows, events, groups, clusters, medians, the first test. */
  static String of(KaplanMeierEstimate estimate, List<LogRankResult> results) {
    StringBuilder text = new StringBuilder(medians(estimate).text());
    int left = estimate.curves().size() - MOST_GROUPS_SHOWN;
    if (left > 0) {
      text.append("\nAnd ").append(Counted.of(left, "more group")).append(": see quantile.csv.\n");
    }
    if (estimate.curves().size() > 1 && !results.isEmpty()) {
      text.append("\n").append(test(results.get(0))).append("\n");
    }
    merged(estimate.followUp().map(FollowUp::mergedTimes).orElse(0))
        .ifPresent(told -> text.append("\n").append(told).append("\n"));
    return text.toString();
  }

  /** What the tie rule did, if anything. */
  static Optional<String> merged(int times) {
    return Optional.of(Counted.of(times, "distinct time")
            + " differed from a smaller one by rounding only and counted as that one (tie rule).")
        .filter(told -> times > 0);
  }

  private static Table medians(KaplanMeierEstimate estimate) {
    BigDecimal percent = BigDecimal.valueOf(estimate.options().level()).movePointRight(2);
    Table.Builder table = Table.builder()
        .name("summary")
        .title("Survival by Kaplan-Meier")
        .counted(counted(estimate))
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("rows", "Rows", Kind.COUNT),
            Column.of("events", "Events", Kind.TEXT),
            Column.of("median", "Median", Kind.TEXT),
            Column.of(
                "interval",
                percent.stripTrailingZeros().toPlainString() + " % interval",
                Kind.TEXT));
    estimate.curves().stream().limit(MOST_GROUPS_SHOWN).forEach(curve -> {
      QuantileEstimate median = curve.median();
      table.addRows(List.of(
          Cell.text(curve.group()),
          Cell.count(curve.rows()),
          Cell.text(printed(curve.events())),
          Cell.text(printed(median.time())),
          Cell.text(printed(median.lower()) + " to " + printed(median.upper()))));
    });
    return table.build();
  }

  private static String counted(KaplanMeierEstimate estimate) {
    List<SurvivalCurve> curves = estimate.curves();
    List<String> counts = new ArrayList<>();
    counts.add(Counted.of(curves.stream().mapToInt(SurvivalCurve::rows).sum(), "row"));
    double events = curves.stream().mapToDouble(SurvivalCurve::events).sum();
    counts.add(printed(events) + (events == 1 ? " event" : " events"));
    counts.add(Counted.of(curves.size(), "group"));
    estimate
        .followUp()
        .map(FollowUp::clusters)
        .orElse(OptionalInt.empty())
        .ifPresent(clusters -> counts.add(Counted.of(clusters, "cluster")));
    return String.join(", ", counts);
  }

  private static String test(LogRankResult result) {
    return result.title()
        + result.chiSquare().map(SurvivalSummary::printed).orElse(": not possible");
  }

  private static String printed(ChiSquare test) {
    String p = test.pValue() < LEAST_PRINTED
        ? "p < 0.001"
        : String.format(Locale.ROOT, "p = %.3f", test.pValue());
    return ": chi-square " + printed(test.statistic()) + ", df " + test.degreesOfFreedom() + ", "
        + p;
  }

  private static String printed(OptionalDouble time) {
    return time.isPresent() ? printed(time.getAsDouble()) : "not reached";
  }

  private static String printed(double number) {
    BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    return Math.abs(rounded.precision() - rounded.scale()) > DIGITS.getPrecision() + 3
        ? rounded.toString()
        : rounded.toPlainString();
  }

  /**
   * What a curve says too early: under delayed entry all that are at risk can have the event while
   * others have not entered yet, and no later row can bring the curve back from 0.
   */
  static List<String> warnings(KaplanMeierEstimate estimate) {
    List<String> warnings = new ArrayList<>();
    for (SurvivalCurve curve : estimate.curves()) {
      curve.steps().stream()
          .filter(step -> step.survival() == 0)
          .mapToDouble(Step::time)
          .findFirst()
          .stream()
          .filter(time -> time < curve.lastTime())
          .forEach(
              time -> warnings.add(
                  "curve.csv: group " + VisibleText.of(curve.group())
                      + ": survival falls to 0 at " + printed(time)
                      + ", when all then at risk had the event,"
                      + " though others are followed to " + printed(curve.lastTime())
                      + "; with delayed entry the curve tells nothing from there on, so let it begin later"));
    }
    return warnings;
  }
}
