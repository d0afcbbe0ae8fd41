package io.github.avnfh.survival.internal;

/**
 * A sum that carries the rounding error of its additions along.
 *
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier A. Rundungsfehleranalyse einiger
 *     Verfahren zur Summation endlicher Summen. Z Angew Math Mech 1974;54:39-51</a>
 */
public final class CompensatedSum {
  private double sum;
  private double lost;

  /** Starts at 0. */
  public CompensatedSum() {}

  /**
   * Adds a term.
   *
   * @param term the term
   */
  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  /**
   * Returns the sum.
   *
   * @return the sum of the terms so far
   */
  public double value() {
    return sum + lost;
  }
}
