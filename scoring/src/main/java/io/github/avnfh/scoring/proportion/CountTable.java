package io.github.avnfh.scoring.proportion;

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

  int[] rowTotals() {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).toArray();
  }

  int[] columnTotals() {
    int[] totals = new int[counts[0].length];
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
   * <p>All tables of the same totals are gone through column by column; meant for some hundred hips
   * in a few rows and columns.
   *
   * @return the test, without a statistic
   */
  public TableTest fisher() {
    double p = FisherSum.of(counts, rowTotals(), columnTotals());
    return ImmutableTableTest.builder()
        .method(TableTest.Method.FISHER)
        .pValue(OptionalDouble.of(p))
        .build();
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
    int[] rows = rowTotals();
    int[] columns = columnTotals();
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
        double expected = rows[row] / all * columns[column];
        double distance = Math.abs(counts[row][column] - expected);
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
   * @return the test on one degree of freedom; without a p-value where nobody changed
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
    double distance = there == back ? 0 : Math.abs(there - back) - 1;
    return chiSquared(test, distance * distance / (there + back), 1);
  }

  private static TableTest chiSquared(
      ImmutableTableTest.Builder test, double statistic, int degreesOfFreedom) {
    return test.statistic(statistic)
        .degreesOfFreedom(degreesOfFreedom)
        .pValue(Distributions.chiSquaredAbove(statistic, degreesOfFreedom))
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
