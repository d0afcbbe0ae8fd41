package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.List;

/** The call of R that gives the same numbers. */
final class RCall {
  private final String formula;

  private RCall(String formula) {
    this.formula = formula;
  }

  static RCall of(VisitDesign design, TimeEffect time) {
    VisitScores scores = design.scores();
    String visit = scores.visitName();
    if (time.knots() > 0) {
      visit = "rms::rcs(" + visit + ", " + time.knots() + ")";
    } else if (time == TimeEffect.FACTOR) {
      visit = "factor(" + visit + ")";
    }
    List<String> terms = new ArrayList<>();
    terms.add(scores.isGrouped() ? visit + " * " + scores.groupName() : visit);
    scores.covariates().forEach(each -> terms.add(each.name()));
    scores.interactions().forEach(each -> terms.add(String.join(":", each)));
    return new RCall("score ~ " + String.join(" + ", terms));
  }

  String mixed(
      VisitCovariance covariance,
      List<String> components,
      boolean isRestricted,
      DegreesOfFreedom method) {
    String by = switch (method) {
      case SATTERTHWAITE -> "Satterthwaite";
      case KENWARD_ROGER -> "Kenward-Roger";
      case KENWARD_ROGER_LINEAR -> "Kenward-Roger-Linear";
      case BETWEEN_WITHIN -> "df by level";
      case CR2 -> "clubSandwich CR2, cluster = patient";
    };
    String likelihood = isRestricted ? "" : ", REML = FALSE";
    String call = switch (covariance) {
      case RANDOM_INTERCEPTS -> "lmerTest::lmer(" + formula + intercepts(components) + likelihood;
      case UNSTRUCTURED -> "mmrm::mmrm(" + formula + " + us(visit | hip)" + likelihood;
      case COMPOUND_SYMMETRIC -> "mmrm::mmrm(" + formula + " + cs(visit | hip)" + likelihood;
      case AUTOREGRESSIVE -> "mmrm::mmrm(" + formula + " + ar1(visit | hip)" + likelihood;
    };
    return call + "), " + by;
  }

  private static String intercepts(List<String> components) {
    if (components.contains("patient")) {
      return components.contains("hip") ? " + (1 | patient / hip)" : " + (1 | patient)";
    }
    return components.contains("hip") ? " + (1 | hip)" : "";
  }

  String estimatingEquations(Link link, WorkingCorrelation correlation) {
    String family = switch (link) {
      case IDENTITY -> "gaussian";
      case LOGIT -> "binomial";
      case LOG -> "poisson";
    };
    return "geepack::geeglm(" + formula + ", id = patient, family = " + family + ", corstr = \""
        + correlation.code() + "\")";
  }
}
