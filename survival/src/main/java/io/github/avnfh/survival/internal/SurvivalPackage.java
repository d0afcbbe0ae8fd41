package io.github.avnfh.survival.internal;

import io.github.avnfh.core.evidence.Citation;

/** Cites R's package survival, whose documents say how clusters are allowed for. */
public final class SurvivalPackage {
  /** The version against which the numbers of this module are held. */
  public static final Citation CITATION = Citation.of(
      "Therneau TM",
      "A package for survival analysis in R",
      "cran.r-project.org/package=survival, version 3.5-3");

  private SurvivalPackage() {}
}
