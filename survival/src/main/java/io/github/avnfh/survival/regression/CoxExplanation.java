package io.github.avnfh.survival.regression;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
          + " information, which is finite whatever the data; limits by its profile",
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

  static final Rule STANDARDIZATION = Rule.of(
      "COX-ADJUSTED-SURVIVAL",
      VERSION,
      "survival of a level is the mean over all hips of that which the model predicts if each had"
          + " the level and its own other covariates",
      Citation.of(
          "Makuch RW",
          "Adjusted survival curve estimation using covariates",
          "J Chronic Dis 1982;35:437-43",
          "10.1016/0021-9681(82)90058-3"));

  private static final Digits DIGITS = Digits.halfUp(3);

  private CoxExplanation() {}

  static Explanation of(CoxModel model) {
    List<String> lacking = new ArrayList<>();
    if (model.leftOut() > 0) {
      lacking.add(
          model.leftOut() + " rows, left out: " + model.data().covariates.missing());
    }
    model.coefficients().stream()
        .filter(each -> each.estimate().isEmpty())
        .forEach(each -> lacking.add("an estimate of " + each.term() + ", in which the likelihood "
            + (each.direction() > 0 ? "grows" : "falls") + " for ever"));
    return Explanation.of(
        counted(model) + "; "
            + model.coefficients().stream()
                .map(each -> each.term() + ": hazard ratio " + ratio(each))
                .collect(Collectors.joining(", ")),
        reasons(model),
        lacking);
  }

  private static String counted(CoxModel model) {
    return model.rows() + " rows, " + model.events() + " events"
        + (model.clusters().isPresent() ? ", " + model.clusters().getAsInt() + " clusters" : "");
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

  static List<Reason> reasons(CoxModel model) {
    CoxRegression options = model.data().options;
    List<Rule> rules = new ArrayList<>();
    rules.add(options.isPenalized() ? FIRTH : PARTIAL_LIKELIHOOD);
    rules.add(
        switch (options.ties()) {
          case EFRON -> EFRON;
          case BRESLOW -> BRESLOW;
          case EXACT -> EXACT;
        });
    if (options.isProfile()) {
      rules.add(PROFILE);
    } else if (model.variance() == CoxVariance.ROBUST) {
      rules.add(ROBUST);
    } else if (model.variance() == CoxVariance.BIAS_CORRECTED) {
      rules.add(CORRECTED);
    }
    String call = call(model);
    return rules.stream().map(rule -> Reason.of(rule, call)).toList();
  }

  /** The call of R, which knows the robust variance and not its correction. */
  private static String call(CoxModel model) {
    CoxModel.Data data = model.data();
    String entry = data.followUp.hasDelayedEntry() ? "entry, " : "";
    String terms = Stream.concat(
            data.covariates.names().stream().map(name -> term(data.covariates, name)),
            Stream.concat(
                data.followUp.strata().size() > 1 ? Stream.of("strata(stratum)") : Stream.empty(),
                data.offset.length > 0 ? Stream.of("offset(offset)") : Stream.empty()))
        .collect(Collectors.joining(" + "));
    boolean isByCluster =
        !data.options.isProfile() && data.covariance.containsKey(CoxVariance.ROBUST);
    return (data.options.isPenalized() ? "coxphf::coxphf" : "survival::coxph")
        + "(Surv(" + entry + "time, event) ~ " + terms
        + (data.options.isPenalized() ? "" : ", ties = \"" + data.options.ties().code() + "\"")
        + (data.followUp.isWeighted() ? ", weights = weight" : "")
        + (isByCluster && data.followUp.clusters().isPresent() ? ", cluster = cluster" : "") + ")"
        + (data.options.isPenalized() && data.options.ties() == TieMethod.EFRON
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

  static Explanation of(AdjustedSurvival adjusted, CoxModel model, boolean isByStratum) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(
        STANDARDIZATION,
        "rowMeans of survival::survfit(model, newdata = the cohort with "
            + (isByStratum ? "the stratum" : "the level") + " replaced)"));
    reasons.addAll(reasons(model));
    return Explanation.of(
        counted(model) + "; adjusted survival of " + String.join(", ", adjusted.levels())
            + " up to " + adjusted.lastTime(),
        reasons,
        List.of());
  }
}
