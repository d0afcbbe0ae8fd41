package io.github.avnfh.survival.regression;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of proportional hazards models, and which of them made a model. */
final class CoxExplanation {
  private static final String VERSION = "1.0";

  private static final Citation COX =
      Citation.of("Cox DR", "Regression models and life-tables", "J R Stat Soc B 1972;34:187-220");

  static final Rule PARTIAL_LIKELIHOOD = Rule.of(
      "COX-PARTIAL-LIKELIHOOD",
      VERSION,
      "coefficients maximize the partial likelihood, in which at each event only those at risk in"
          + " its stratum are compared",
      COX);

  static final Rule FIRTH = Rule.of(
      "COX-FIRTH",
      VERSION,
      "coefficients maximize the partial likelihood times the root of the determinant of the"
          + " information, which is finite for any data; limits by its profile",
      Citation.of(
          "Heinze G, Schemper M",
          "A solution to the problem of monotone likelihood in Cox regression",
          "Biometrics 2001;57:114-9",
          "10.1111/j.0006-341X.2001.00114.x"));

  static final Rule EFRON = Rule.of(
      "COX-TIES-EFRON",
      VERSION,
      "each of d tied events sees the risk set less the average share of those before it",
      Citation.of(
          "Efron B",
          "The efficiency of Cox's likelihood function for censored data",
          "J Am Stat Assoc 1977;72:557-65",
          "10.1080/01621459.1977.10480613"));

  static final Rule BRESLOW = Rule.of(
      "COX-TIES-BRESLOW",
      VERSION,
      "each of d tied events sees the whole risk set",
      Citation.of(
          "Breslow N",
          "Covariance analysis of censored survival data",
          "Biometrics 1974;30:89-99",
          "10.2307/2529620"));

  static final Rule EXACT = Rule.of(
      "COX-TIES-EXACT",
      VERSION,
      "the conditional probability that just these d of all at risk have the event",
      COX);

  static final Rule PROFILE = Rule.of(
      "COX-LIMITS-PROFILE",
      VERSION,
      "limits are where twice the loss of the profile likelihood is the chi-square quantile; they"
          + " take hips as independent",
      Citation.of(
          "Venzon DJ, Moolgavkar SH",
          "A method for computing profile-likelihood-based confidence intervals",
          "J R Stat Soc C 1988;37:87-94",
          "10.2307/2347496"));

  static final Rule ROBUST = Rule.of(
      "COX-ROBUST",
      VERSION,
      "the sandwich variance, in which score residuals are summed by cluster, such as patients with"
          + " two hips",
      Citation.of(
          "Lin DY, Wei LJ",
          "The robust inference for the Cox proportional hazards model",
          "J Am Stat Assoc 1989;84:1074-8",
          "10.1080/01621459.1989.10478874"));

  static final Rule CORRECTED = Rule.of(
      "COX-ROBUST-FEW-CLUSTERS",
      VERSION,
      "the sandwich variance by cluster with the residuals of a cluster divided by what is left of"
          + " the information without it, and t on clusters less one",
      Citation.of(
          "Mancl LA, DeRouen TA",
          "A covariance estimator for GEE with improved small-sample properties",
          "Biometrics 2001;57:126-34",
          "10.1111/j.0006-341X.2001.00126.x"));

  private static final Digits DIGITS = Digits.halfUp(3);

  private final FollowUp followUp;
  private final Covariates design;
  private final boolean hasOffset;
  private final List<Rule> rules = new ArrayList<>();
  private String ties = "";
  private boolean isPenalized;
  private boolean isByCluster;

  CoxExplanation(FollowUp followUp, Covariates design, boolean hasOffset) {
    this.followUp = followUp;
    this.design = design;
    this.hasOffset = hasOffset;
  }

  /** Takes the choices of a fit. */
  CoxExplanation with(
      TieMethod method, boolean penalized, boolean isProfile, CoxVariance variance) {
    ties = method.code();
    isPenalized = penalized;
    isByCluster =
        !isProfile && variance != CoxVariance.MODEL && followUp.clusters().isPresent();
    rules.add(penalized ? FIRTH : PARTIAL_LIKELIHOOD);
    rules.add(
        switch (method) {
          case EFRON -> EFRON;
          case BRESLOW -> BRESLOW;
          case EXACT -> EXACT;
        });
    if (isProfile) {
      rules.add(PROFILE);
    } else if (variance == CoxVariance.ROBUST) {
      rules.add(ROBUST);
    } else if (variance == CoxVariance.BIAS_CORRECTED) {
      rules.add(CORRECTED);
    }
    return this;
  }

  Explanation of(
      int rows, int events, OptionalInt clusters, List<RegressionCoefficient> coefficients) {
    List<String> lacking = new ArrayList<>();
    int leftOut = design.rows() - rows;
    if (leftOut > 0) {
      lacking.add(leftOut + " rows, left out: " + design.missing());
    }
    coefficients.stream()
        .filter(each -> each.estimate().isEmpty())
        .forEach(
            each -> lacking.add("an estimate of " + each.term() + ", since the likelihood rises"
                + " without bound as it " + (each.direction() > 0 ? "grows" : "falls")));
    String call = call();
    return Explanation.of(
        rows + " rows, " + events + " events"
            + (clusters.isPresent() ? ", " + clusters.getAsInt() + " clusters" : "") + "; "
            + coefficients.stream()
                .map(each -> each.term() + ": hazard ratio " + ratio(each))
                .collect(Collectors.joining(", ")),
        rules.stream().map(rule -> Reason.of(rule, call)).toList(),
        lacking);
  }

  private static String ratio(RegressionCoefficient each) {
    return each.estimate().isEmpty()
        ? "not estimable"
        : printed(each.estimate()) + " (" + printed(each.lower()) + " to " + printed(each.upper())
            + ")";
  }

  private static String printed(OptionalDouble logarithm) {
    double ratio = Math.exp(logarithm.orElse(Double.POSITIVE_INFINITY));
    return ratio <= 1e9 ? DIGITS.print(ratio) : logarithm.isEmpty() ? "none" : "above 1e9";
  }

  /** The call of R, which knows the robust variance and not its correction. */
  private String call() {
    String entry = followUp.hasDelayedEntry() ? "entry, " : "";
    String terms = Stream.concat(
            design.names().stream().map(name -> term(design, name)),
            Stream.concat(
                followUp.strata().size() > 1 ? Stream.of("strata(stratum)") : Stream.empty(),
                hasOffset ? Stream.of("offset(offset)") : Stream.empty()))
        .collect(Collectors.joining(" + "));
    return (isPenalized ? "coxphf::coxphf" : "survival::coxph") + "(Surv(" + entry
        + "time, event) ~ " + terms + (isPenalized ? "" : ", ties = \"" + ties + "\"")
        + (followUp.isWeighted() ? ", weights = weight" : "")
        + (isByCluster ? ", cluster = cluster" : "") + ")"
        + (isPenalized && ties.equals(TieMethod.EFRON.code())
            ? ", which takes ties by Breslow's method"
            : "");
  }

  private static String term(Covariates design, String name) {
    String quoted = Arrays.stream(name.split(":", -1))
        .map(part -> part.matches("[A-Za-z]\\w*") ? part : "`" + part + "`")
        .collect(Collectors.joining(":"));
    if (!design.knots(name).isEmpty()) {
      return "rms::rcs(" + quoted + ", " + design.knots(name).size() + ")";
    }
    return design.levels(name).isEmpty() ? quoted : "factor(" + quoted + ")";
  }
}
