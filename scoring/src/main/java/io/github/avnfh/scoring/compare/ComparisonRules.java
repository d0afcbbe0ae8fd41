package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;

/** The rules of comparisons that take the patient for a cluster. */
final class ComparisonRules {
  static final Rule CR2 = Rule.of(
      "COMPARISON-CR2",
      "1.0",
      "bias-reduced variance with the patient as cluster and Satterthwaite's degrees of freedom: the"
          + " default, because it holds in groups of few patients and with two hips",
      Citation.of(
          "Bell RM, McCaffrey DF",
          "Bias reduction in standard errors for linear regression with multi-stage samples",
          "Surv Methodol 2002;28:169-81"));

  static final Rule HC = Rule.of(
      "COMPARISON-HC",
      "1.0",
      "empirical variance with the patient as cluster on patients minus one degrees of freedom: as"
          + " in other programs, too narrow where a group has few patients",
      Citation.of(
          "Liang KY, Zeger SL",
          "Longitudinal data analysis using generalized linear models",
          "Biometrika 1986;73:13-22",
          "10.1093/biomet/73.1.13"));

  static final Rule BOOTSTRAP_T = Rule.of(
      "COMPARISON-BOOTSTRAP-T",
      "1.0",
      "whole patients are resampled and each mean is studentized by its own standard error: the"
          + " default, because percentiles are too narrow for few patients",
      Citation.of(
          "Cameron AC, Gelbach JB, Miller DL",
          "Bootstrap-based improvements for inference with clustered errors",
          "Rev Econ Stat 2008;90:414-27",
          "10.1162/rest.90.3.414"));

  static final Rule BOOTSTRAP_PERCENTILE = Rule.of(
      "COMPARISON-BOOTSTRAP-PERCENTILE",
      "1.0",
      "whole patients are resampled, and the limits are percentiles of the resampled means",
      Citation.of(
          "Efron B",
          "Bootstrap methods: another look at the jackknife",
          "Ann Stat 1979;7:1-26",
          "10.1214/aos/1176344552"));

  static final Rule CLUSTERED_SIGNED_RANK = Rule.of(
      "COMPARISON-CLUSTERED-SIGNED-RANK",
      "1.0",
      "signed ranks of all hips, whose signs change together within a patient: the default where a"
          + " patient has two hips, because the ordinary test takes them for two patients",
      Citation.of(
          "Jiang Y, He X, Lee MLT, Rosner B, Yan J",
          "Wilcoxon rank-based tests for clustered data with R package clusrank",
          "J Stat Softw 2020;96(6):1-26",
          "10.18637/jss.v096.i06"));

  private ComparisonRules() {}
}
