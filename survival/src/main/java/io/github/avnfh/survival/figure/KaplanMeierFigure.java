package io.github.avnfh.survival.figure;

/** Placeholder. */
public final class KaplanMeierFigure {
  private KaplanMeierFigure() {}
}
