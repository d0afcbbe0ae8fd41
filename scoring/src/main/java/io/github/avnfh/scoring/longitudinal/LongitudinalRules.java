package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;

/** The rules of models over visits. */
final class LongitudinalRules {
  static final Rule RANDOM_INTERCEPTS = Rule.of(
      "LONGITUDINAL-RANDOM-INTERCEPTS",
      "1.0",
      "scores of a hip share a random intercept of the hip, and hips of a patient one of the"
          + " patient; a score that is missing at random needs no filling in",
      Citation.of(
          "Laird NM, Ware JH",
          "Random-effects models for longitudinal data",
          "Biometrics 1982;38:963-74",
          "10.2307/2529876"));

  static final Rule VISIT_COVARIANCE = Rule.of(
      "LONGITUDINAL-VISIT-COVARIANCE",
      "1.0",
      "scores of a hip have a covariance over the visits, and hips are independent in the model; a"
          + " score that is missing at random needs no filling in",
      Citation.of(
          "Jennrich RI, Schluchter MD",
          "Unbalanced repeated-measures models with structured covariance matrices",
          "Biometrics 1986;42:805-20",
          "10.2307/2530695"));

  static final Rule SATTERTHWAITE = Rule.of(
      "LONGITUDINAL-SATTERTHWAITE",
      "1.0",
      "variance by the model, with degrees of freedom by the curvature of the likelihood",
      Citation.of(
          "Giesbrecht FG, Burns JC",
          "Two-stage analysis based on a mixed model: large-sample asymptotic theory and small-sample"
              + " simulation results",
          "Biometrics 1985;41:477-86",
          "10.2307/2530872"));

  static final Rule KENWARD_ROGER = Rule.of(
      "LONGITUDINAL-KENWARD-ROGER",
      "1.0",
      "variance adjusted for estimating the covariance, with degrees of freedom to match, by the"
          + " expected information or, as SAS has it, by the observed one",
      Citation.of(
          "Kenward MG, Roger JH",
          "Small sample inference for fixed effects from restricted maximum likelihood",
          "Biometrics 1997;53:983-97",
          "10.2307/2533558"));

  static final Rule BETWEEN_WITHIN = Rule.of(
      "LONGITUDINAL-BETWEEN-WITHIN",
      "1.0",
      "variance by the model, with degrees of freedom counted by level: patients, hips, scores",
      Citation.of(
          "Pinheiro JC, Bates DM",
          "Mixed-effects models in S and S-PLUS",
          "Springer; 2000",
          "10.1007/b98882"));

  static final Rule CR2 = Rule.of(
      "LONGITUDINAL-CR2",
      "1.0",
      "empirical variance with the patient as cluster, without bias if the covariance of the model"
          + " holds, and its degrees of freedom",
      Citation.of(
          "Pustejovsky JE, Tipton E",
          "Small-sample methods for cluster-robust variance estimation and hypothesis testing in"
              + " fixed effects models",
          "J Bus Econ Stat 2018;36:672-83",
          "10.1080/07350015.2016.1247004"));

  static final Rule SANDWICH = Rule.of(
      "LONGITUDINAL-SANDWICH",
      "1.0",
      "estimating equations with the empirical variance by patient and t on patients less"
          + " coefficients; scores must be missing completely at random",
      Citation.of(
          "Liang KY, Zeger SL",
          "Longitudinal data analysis using generalized linear models",
          "Biometrika 1986;73:13-22",
          "10.1093/biomet/73.1.13"));

  static final Rule KAUERMANN_CARROLL = Rule.of(
      "LONGITUDINAL-KAUERMANN-CARROLL",
      "1.0",
      "estimating equations with the empirical variance by patient from residuals over the root of 1"
          + " less their leverage, and t on patients less coefficients",
      Citation.of(
          "Kauermann G, Carroll RJ",
          "A note on the efficiency of sandwich covariance matrix estimation",
          "J Am Stat Assoc 2001;96:1387-96",
          "10.1198/016214501753382309"));

  static final Rule MANCL_DEROUEN = Rule.of(
      "LONGITUDINAL-MANCL-DEROUEN",
      "1.0",
      "estimating equations with the empirical variance by patient from residuals over 1 less their"
          + " leverage, and t on patients less coefficients",
      Citation.of(
          "Mancl LA, DeRouen TA",
          "A covariance estimator for GEE with improved small-sample properties",
          "Biometrics 2001;57:126-34",
          "10.1111/j.0006-341X.2001.00126.x"));

  static final Rule MODIFIED_POISSON = Rule.of(
      "LONGITUDINAL-MODIFIED-POISSON",
      "1.0",
      "risk ratios of 0 and 1 by the log link with the variance of Poisson counts, made right by the"
          + " empirical variance",
      Citation.of(
          "Zou G",
          "A modified Poisson regression approach to prospective studies with binary data",
          "Am J Epidemiol 2004;159:702-6",
          "10.1093/aje/kwh090"));

  static final Rule FIRTH = Rule.of(
      "LONGITUDINAL-FIRTH",
      "1.0",
      "logistic regression with the likelihood penalized by the root of the information, which is"
          + " finite where a cell of the table is empty; limits by its profile; hips count as"
          + " independent",
      Citation.of(
          "Heinze G, Schemper M",
          "A solution to the problem of separation in logistic regression",
          "Stat Med 2002;21:2409-19",
          "10.1002/sim.1047"));

  private LongitudinalRules() {}
}
