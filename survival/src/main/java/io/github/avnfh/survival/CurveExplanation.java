package io.github.avnfh.survival;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.internal.ClusterJackknife;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of the Kaplan-Meier estimate, its errors and its limits, each with its source, and
 * which of them made the curves of an estimate.
 */
final class CurveExplanation {
  private static final String VERSION = "1.0";

  private static final Citation KAPLAN_MEIER = Citation.of(
      "Kaplan EL, Meier P",
      "Nonparametric estimation from incomplete observations",
      "J Am Stat Assoc 1958;53:457-81",
      "10.1080/01621459.1958.10501452");

  static final Rule PRODUCT_LIMIT = Rule.of(
      "KM-PRODUCT-LIMIT",
      VERSION,
      "at each time with d events among Y at risk, survival is multiplied by 1 - d/Y",
      KAPLAN_MEIER);

  static final Rule GREENWOOD = Rule.of(
      "KM-GREENWOOD",
      VERSION,
      "without clusters the standard error is survival times the root of the sum of d/(Y(Y-d))",
      KAPLAN_MEIER);

  static final Rule JACKKNIFE = Rule.of(
      "KM-CLUSTER-JACKKNIFE",
      VERSION,
      "with clusters, such as patients with two hips, the standard error is the infinitesimal"
          + " jackknife grouped by cluster",
      ClusterJackknife.SOURCE);

  static final Rule SCALE = Rule.of(
      "KM-LIMITS-SCALE",
      VERSION,
      "where there is a standard error, the limits lie equally far from survival on the named"
          + " scale, cut to 0..1, and stay until the next event",
      Citation.of(
          "Kalbfleisch JD, Prentice RL",
          "The Statistical Analysis of Failure Time Data",
          "2nd ed. Wiley; 2002",
          "10.1002/9781118032985"));

  static final Rule EXACT = Rule.of(
      "KM-LIMITS-EXACT",
      VERSION,
      "before the first event, and where survival is 0, the limits come from the beta product,"
          + " without censoring those of Clopper and Pearson; those at risk at the time count",
      Citation.of(
          "Fay MP, Brittain EH, Proschan MA",
          "Pointwise confidence intervals for a survival distribution with small samples or heavy"
              + " censoring",
          "Biostatistics 2013;14:723-36",
          "10.1093/biostatistics/kxt016"));

  static final Rule STUDENT = Rule.of(
      "KM-LIMITS-T",
      VERSION,
      "where limits come from a standard error by cluster, its quantile is that of t with clusters"
          + " less one as degrees of freedom, because few clusters leave the error itself uncertain",
      Citation.of(
          "Korn EL, Graubard BI",
          "Confidence intervals for proportions with small expected number of positive counts"
              + " estimated from survey data",
          "Surv Methodol 1998;24:193-201"));

  private static final Digits DIGITS = Digits.halfUp(3);

  private CurveExplanation() {}

  static Explanation of(
      List<SurvivalCurve> curves, CurveOptions options, CriticalValue criticalValue) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(PRODUCT_LIMIT, joined(curves, CurveExplanation::counted)));
    reasons.add(
        curves.stream().anyMatch(curve -> curve.clusters().isPresent())
            ? Reason.of(JACKKNIFE, joined(curves, CurveExplanation::clusters))
            : Reason.of(GREENWOOD, "rows count as independent"));
    String scale = options.intervalType().code() + " scale, level " + options.level();
    limits(curves, LimitMethod.STANDARD_ERROR)
        .ifPresent(groups -> reasons.add(Reason.of(SCALE, groups + ": " + scale)));
    if (criticalValue == CriticalValue.T) {
      limits(curves, LimitMethod.STANDARD_ERROR)
          .ifPresent(groups -> reasons.add(Reason.of(STUDENT, groups)));
    }
    limits(curves, LimitMethod.BETA_PRODUCT)
        .ifPresent(groups -> reasons.add(Reason.of(EXACT, groups + ": level " + options.level())));
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
        .mapToDouble(SurvivalCurve.Step::time)
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
