package io.github.avnfh.core.statistics;

/**
 * A sum that carries the rounding error of its additions along.
 *
 * <pre>{@code
 * CompensatedSum.of(1e16, 1, -1e16); // 1.0
 * CompensatedSum sum = new CompensatedSum();
 * sum.add(0.1);
 * sum.value(); // 0.1
 * }</pre>
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
   * Returns the sum of terms.
   *
   * @param terms the terms in any order
   * @return their sum, 0 without terms
   * @throws IllegalArgumentException if the sum is not finite
   */
  public static double of(double... terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    double value = sum.value();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "sum [unit of the terms] must be finite, but was " + value);
    }
    return value;
  }

  /**
   * Adds a term.
   *
   * @param term the term
   */
  public void add(double term) {
    double next = sum + term;
    // what rounding took from sum + term, exact when the smaller is recovered from the larger first
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

  @Override
  public String toString() {
    return "CompensatedSum{" + value() + "}";
  }
}
