package io.github.avnfh.survival.internal;

/** A walk through the times at which any cell has an event. */
public sealed interface RiskWalk permits TallyWalk, ExitWalk {

  /**
   * Moves over the next times, as many as there is room for, or all that are left.
   *
   * @param atRisk takes those at risk: for each cell an array, in which each time has its place
   * @param events takes the events in the same way
   * @return how many times it moved over, fewer than there is room for only at the end
   */
  int fill(double[][] atRisk, double[][] events);

  /**
   * Returns the last time that it moved over.
   *
   * @return the time
   */
  double time();
}
