package io.github.avnfh.survival;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.table.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says by which rules the curves of an estimate, their errors and their limits came about. */
final class CurveExplanation {
  private static final Digits DIGITS = Digits.halfUp(3);

  private CurveExplanation() {}

  static Explanation of(KaplanMeierEstimate estimate) {
    List<SurvivalCurve> curves = estimate.curves();
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(CurveRules.PRODUCT_LIMIT, joined(curves, CurveExplanation::counted)));
    reasons.add(
        curves.stream().anyMatch(curve -> curve.clusters().isPresent())
            ? Reason.of(CurveRules.JACKKNIFE, joined(curves, CurveExplanation::clusters))
            : Reason.of(CurveRules.GREENWOOD, "rows count as independent"));
    KaplanMeier options = estimate.options();
    String scale = options.intervalType().code() + " scale, level " + options.level();
    limits(curves, LimitMethod.STANDARD_ERROR)
        .ifPresent(groups -> reasons.add(Reason.of(CurveRules.SCALE, groups + ": " + scale)));
    if (estimate.criticalValue() == CriticalValue.T) {
      limits(curves, LimitMethod.STANDARD_ERROR)
          .ifPresent(groups -> reasons.add(Reason.of(CurveRules.STUDENT, groups)));
    }
    limits(curves, LimitMethod.BETA_PRODUCT)
        .ifPresent(groups ->
            reasons.add(Reason.of(CurveRules.EXACT, groups + ": level " + options.level())));
    return Explanation.of(
        joined(curves, CurveExplanation::afterTheLastEvent),
        reasons,
        limits(curves, LimitMethod.NOT_ESTIMABLE)
            .map(groups -> "a second cluster in " + groups)
            .stream()
            .toList());
  }

  private static String joined(List<SurvivalCurve> curves, Function<SurvivalCurve, String> words) {
    return curves.stream().map(words).collect(Collectors.joining("; "));
  }

  private static String counted(SurvivalCurve curve) {
    return curve.group() + " " + curve.rows() + " rows, events " + curve.events();
  }

  private static String clusters(SurvivalCurve curve) {
    return curve.group() + " " + curve.clusters().orElse(curve.rows()) + " clusters";
  }

  /** The time of the last event, from which on survival stays; 0 without events. */
  private static double lastEvent(SurvivalCurve curve) {
    return curve.steps().stream()
        .filter(step -> step.events() > 0)
        .mapToDouble(Step::time)
        .max()
        .orElse(0);
  }

  private static Optional<SurvivalEstimate> last(SurvivalCurve curve) {
    return curve.at(lastEvent(curve)).estimate();
  }

  private static String afterTheLastEvent(SurvivalCurve curve) {
    return curve.group()
        + last(curve)
            .map(end -> " " + DIGITS.print(end.survival()) + " (" + DIGITS.print(end.lower())
                + " to " + DIGITS.print(end.upper()) + ") from " + lastEvent(curve))
            .orElse(" beyond follow-up");
  }

  /** The groups whose last limits came about so. */
  private static Optional<String> limits(List<SurvivalCurve> curves, LimitMethod method) {
    return curves.stream()
        .filter(curve -> last(curve).filter(end -> end.limits() == method).isPresent())
        .map(SurvivalCurve::group)
        .reduce((one, other) -> one + ", " + other);
  }
}
