package io.github.avnfh.scoring.proportion;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The answer of a test of a table of counts.
 *
 * @see CountTable
 */
@Value.Immutable
public sealed interface TableTest permits ImmutableTableTest {
  /** Which test it was. */
  enum Method {
    /** Fisher's exact test. */
    FISHER,
    /** Fisher's test with random tables in place of all tables. */
    FISHER_MONTE_CARLO,
    /** Pearson's chi-square without a correction. */
    CHI_SQUARE,
    /** Pearson's chi-square with the continuity correction of Yates. */
    CHI_SQUARE_YATES,
    /** McNemar's test with continuity correction. */
    MC_NEMAR
  }

  /**
   * Returns which test it was.
   *
   * @return the method
   */
  Method method();

  /**
   * Returns the statistic, if the test has one.
   *
   * @return chi-square, 0 or more
   */
  OptionalDouble statistic();

  /**
   * Returns the degrees of freedom, if the test has them.
   *
   * @return 1 or more
   */
  OptionalInt degreesOfFreedom();

  /**
   * Returns the p-value.
   *
   * @return a probability; nothing where the table does not allow the test
   */
  OptionalDouble pValue();

  /**
   * Returns the Monte Carlo error of the p-value.
   *
   * @return the standard error of a p-value from random tables; nothing where it is exact or
   *     follows from a statistic
   */
  OptionalDouble monteCarloError();
}
