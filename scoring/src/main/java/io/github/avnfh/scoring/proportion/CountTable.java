package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A table of counts with two rows or more and two columns or more, and the tests of whether rows
 * and columns have to do with each other.
 *
 * <pre>{@code
 * CountTable byStage = CountTable.of(new int[][] {{10, 4, 0}, {16, 7, 6}, {3, 6, 6}});
 * TableTest exact = byStage.fisher();
 * exact.pValue(); // OptionalDouble[0.0210…
 * }</pre>
 */
public final class CountTable {
  /** The steps after which {@link #fisher()} turns to random tables. */
  public static final long MOST_STEPS = 20_000_000;

  /** How many random tables {@link #fisher()} takes. */
  public static final int REPLICATES = 100_000;

  /** The seed of {@link #fisher()}. */
  public static final long SEED = 20_260_101L;

  /** The largest total of {@link #fisher()}. */
  public static final int LARGEST_TOTAL = 1_000_000;

  private final int[][] counts;

  private CountTable(int[][] counts) {
    this.counts = counts;
  }

  /**
   * Returns a table.
   *
   * @param counts rows of equally many counts, each 0 or more
   * @return the table
   * @throws IllegalArgumentException if there are fewer than two rows or columns, rows differ in
   *     length, or a count is negative
   */
  public static CountTable of(int[][] counts) {
    atLeastTwo(counts.length, "rows");
    atLeastTwo(counts[0].length, "columns");
    for (int[] row : counts) {
      if (row.length != counts[0].length) {
        throw new IllegalArgumentException("columns of a table of counts [count] must be "
            + counts[0].length + " in every row, but were " + row.length);
      }
      for (int count : row) {
        if (count < 0) {
          throw new IllegalArgumentException(
              "cell of a table [count] must lie in 0.." + Integer.MAX_VALUE + ", but was " + count);
        }
      }
    }
    return new CountTable(Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new));
  }

  private static void atLeastTwo(int number, String what) {
    if (number < 2) {
      throw new IllegalArgumentException(what + " of a table of counts [count] must lie in 2.."
          + Integer.MAX_VALUE + ", but were " + number);
    }
  }

  private long[] rowTotals() {
    return Arrays.stream(counts)
        .mapToLong(row -> Arrays.stream(row).asLongStream().sum())
        .toArray();
  }

  private long[] columnTotals() {
    long[] totals = new long[counts[0].length];
    for (int[] row : counts) {
      for (int column = 0; column < totals.length; column++) {
        totals[column] += row[column];
      }
    }
    return totals;
  }

  /**
   * Tests by Fisher's exact test: the probability, with all totals given, of tables that are no
   * more probable than this one. R: {@code fisher.test(x)}, with its relative tolerance of 1e-7.
   *
   * <p>Exact for some hundred hips in a few rows and columns. Where the sum takes more than
   * {@value #MOST_STEPS} steps, the p-value is that of {@link #fisherMonteCarlo} with
   * {@value #REPLICATES} random tables and the seed {@value #SEED}, and the result says so by its
   * method and its error.
   *
   * @return the test, without a statistic
   * @throws IllegalArgumentException if the counts sum up to more than {@value #LARGEST_TOTAL}
   */
  public TableTest fisher() {
    OptionalDouble exact = fisherTest().exact(MOST_STEPS);
    return exact.isPresent()
        ? ImmutableTableTest.builder()
            .method(TableTest.Method.FISHER)
            .pValue(exact)
            .build()
        : fisherMonteCarlo(REPLICATES, SEED);
  }

  /**
   * Tests by Fisher's test with random tables of the same totals in place of all tables. R:
   * {@code fisher.test(x, simulate.p.value = TRUE, B = replicates)}.
   *
   * <p>Of B random tables h are no more probable than this one; the p-value is (h + 1) / (B + 1),
   * and its Monte Carlo error the root of p (1 - p) / B.
   *
   * @param replicates how many random tables, 1 or more
   * @param seed the seed of the random numbers; the same seed gives the same answer everywhere
   * @return the test with its Monte Carlo error, without a statistic
   * @throws IllegalArgumentException if there are no replicates, or the counts sum up to more than
   *     {@value #LARGEST_TOTAL}
   */
  public TableTest fisherMonteCarlo(int replicates, long seed) {
    if (replicates < 1) {
      throw new IllegalArgumentException(
          "replicates [count] must lie in 1.." + Integer.MAX_VALUE + ", but was " + replicates);
    }
    double hits = fisherTest().noMoreProbable(replicates, seed);
    // the table at hand counts among the random ones, so that p is never 0 and the test holds its
    // level
    double p = (hits + 1) / (replicates + 1.0);
    return ImmutableTableTest.builder()
        .method(TableTest.Method.FISHER_MONTE_CARLO)
        .pValue(p)
        // of a binomial proportion
        .monteCarloError(Math.sqrt(p * (1 - p) / replicates))
        .build();
  }

  private FisherExactTest fisherTest() {
    long total = Arrays.stream(rowTotals()).sum();
    if (total > LARGEST_TOTAL) {
      throw new IllegalArgumentException(
          "total of a table for Fisher's test [count] must lie in 0.." + LARGEST_TOTAL
              + ", but was " + total);
    }
    return new FisherExactTest(
        counts,
        Arrays.stream(rowTotals()).mapToInt(Math::toIntExact).toArray(),
        Arrays.stream(columnTotals()).mapToInt(Math::toIntExact).toArray());
  }

  /**
   * Tests by Pearson's chi-square without a correction. R: {@code chisq.test(x, correct = FALSE)}.
   *
   * @return the test on (rows - 1)(columns - 1) degrees of freedom; without a p-value where a row
   *     or a column is empty
   */
  public TableTest chiSquare() {
    return pearson(0, TableTest.Method.CHI_SQUARE);
  }

  /**
   * Tests a table of two rows and two columns by Pearson's chi-square with the continuity
   * correction of Yates. R: {@code chisq.test(x)}.
   *
   * @return the test on one degree of freedom; without a p-value where a row or a column is empty
   * @throws IllegalArgumentException if the table has more rows or columns
   */
  public TableTest chiSquareYates() {
    twoByTwo();
    return pearson(0.5, TableTest.Method.CHI_SQUARE_YATES);
  }

  private TableTest pearson(double correction, TableTest.Method method) {
    long[] rows = rowTotals();
    long[] columns = columnTotals();
    double all = Arrays.stream(rows).sum();
    boolean empty = Arrays.stream(rows).anyMatch(total -> total == 0)
        || Arrays.stream(columns).anyMatch(total -> total == 0);
    ImmutableTableTest.Builder test = ImmutableTableTest.builder().method(method);
    if (empty) {
      return test.build();
    }
    double statistic = 0;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        // E = row total column total / n
        double expected = rows[row] / all * columns[column];
        double distance = Math.abs(counts[row][column] - expected);
        // Yates: |O - E| - 1/2, but not below 0
        distance -= Math.min(correction, distance);
        statistic += distance * distance / expected;
      }
    }
    return chiSquared(test, statistic, (rows.length - 1) * (columns.length - 1));
  }

  /**
   * Tests paired answers by McNemar's test: rows before, columns after, in a table of two by two.
   * R: {@code mcnemar.test(x)}, with its continuity correction.
   *
   * @return the test on one degree of freedom; without a p-value where no pair changed
   * @throws IllegalArgumentException if the table has more rows or columns
   */
  public TableTest mcNemar() {
    twoByTwo();
    double there = counts[0][1];
    double back = counts[1][0];
    ImmutableTableTest.Builder test =
        ImmutableTableTest.builder().method(TableTest.Method.MC_NEMAR);
    if (there + back == 0) {
      return test.build();
    }
    // chi^2 = (|b - c| - 1)^2 / (b + c); with b = c it is 0, and not 1 / (b + c)
    double distance = there == back ? 0 : Math.abs(there - back) - 1;
    return chiSquared(test, distance * distance / (there + back), 1);
  }

  private static TableTest chiSquared(
      ImmutableTableTest.Builder test, double statistic, int degreesOfFreedom) {
    return test.statistic(statistic)
        .degreesOfFreedom(degreesOfFreedom)
        .pValue(Distribution.chiSquare(degreesOfFreedom).upperTail(statistic))
        .build();
  }

  private void twoByTwo() {
    if (counts.length != 2 || counts[0].length != 2) {
      throw new IllegalArgumentException("table of counts [rows x columns] must be 2 x 2, but was "
          + counts.length + " x " + counts[0].length);
    }
  }

  @Override
  public String toString() {
    return "CountTable{" + counts.length + " x " + counts[0].length + "}";
  }
}
