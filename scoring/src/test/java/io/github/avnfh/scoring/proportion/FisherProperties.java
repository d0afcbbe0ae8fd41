package io.github.avnfh.scoring.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FisherProperties {
  @Provide
  Arbitrary<int[][]> tables() {
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(columns -> Arbitraries.integers()
            .between(0, 5)
            .array(int[].class)
            .ofSize(columns)
            .array(int[][].class)
            .ofMinSize(2)
            .ofMaxSize(3));
  }

  /** Against all tables, gone through one by one with whole numbers. */
  @Property(tries = 150)
  void agreesWithTheSumOverAllTables(@ForAll("tables") int[][] counts) {
    WholeNumbers all = new WholeNumbers(counts);
    assertThat(CountTable.of(counts).fisher().pValue().getAsDouble())
        .isCloseTo(all.p(), within(1e-12));
  }

  @Property(tries = 50)
  void doesNotCareWhichWayTheTableLies(@ForAll("tables") int[][] counts) {
    int[][] turned = new int[counts[0].length][counts.length];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < turned.length; column++) {
        turned[turned.length - 1 - column][row] = counts[row][column];
      }
    }
    assertThat(CountTable.of(turned).fisher().pValue().getAsDouble())
        .isCloseTo(CountTable.of(counts).fisher().pValue().getAsDouble(), within(1e-12));
  }

  @Property(tries = 20)
  void randomTablesComeWithinTheirError(@ForAll("tables") int[][] counts, @ForAll long seed) {
    TableTest drawn = CountTable.of(counts).fisherMonteCarlo(4_000, seed);
    double exact = CountTable.of(counts).fisher().pValue().getAsDouble();
    double error = Math.sqrt(exact * (1 - exact) / 4_000);
    assertThat(drawn.pValue().getAsDouble()).isCloseTo(exact, within(6 * error + 1e-3));
  }

  /** Multinomial coefficients of columns: their products are as the probabilities of tables. */
  private static final class WholeNumbers {
    private final int[] columnTotals;
    private final BigInteger observed;
    private BigInteger all = BigInteger.ZERO;
    private BigInteger rare = BigInteger.ZERO;

    WholeNumbers(int[][] counts) {
      columnTotals = IntStream.range(0, counts[0].length)
          .map(column ->
              IntStream.range(0, counts.length).map(row -> counts[row][column]).sum())
          .toArray();
      BigInteger product = BigInteger.ONE;
      for (int column = 0; column < columnTotals.length; column++) {
        int[] cells = new int[counts.length];
        for (int row = 0; row < cells.length; row++) {
          cells[row] = counts[row][column];
        }
        product = product.multiply(ways(cells));
      }
      observed = product;
      int[] left = IntStream.range(0, counts.length)
          .map(row -> IntStream.of(counts[row]).sum())
          .toArray();
      column(0, 0, columnTotals[0], left, new int[left.length], BigInteger.ONE);
    }

    double p() {
      return new BigDecimal(rare)
          .divide(new BigDecimal(all), MathContext.DECIMAL64)
          .doubleValue();
    }

    private void column(
        int column, int row, int rest, int[] left, int[] cells, BigInteger product) {
      if (row < left.length) {
        for (int x = row < left.length - 1 ? 0 : rest; x <= Math.min(rest, left[row]); x++) {
          left[row] -= x;
          cells[row] = x;
          column(column, row + 1, rest - x, left, cells, product);
          left[row] += x;
        }
        return;
      }
      BigInteger next = product.multiply(ways(cells));
      if (column < columnTotals.length - 1) {
        column(column + 1, 0, columnTotals[column + 1], left, new int[left.length], next);
      } else {
        all = all.add(next);
        rare = next.compareTo(observed) <= 0 ? rare.add(next) : rare;
      }
    }

    private static BigInteger ways(int[] cells) {
      BigInteger ways = BigInteger.ONE;
      int total = 0;
      for (int cell : cells) {
        for (int i = 1; i <= cell; i++) {
          ways = ways.multiply(BigInteger.valueOf(++total)).divide(BigInteger.valueOf(i));
        }
      }
      return ways;
    }
  }
}
