package io.github.avnfh.scoring.proportion;

import static io.github.avnfh.scoring.proportion.ProportionInterval.Method.CLOPPER_PEARSON;
import static io.github.avnfh.scoring.proportion.ProportionInterval.Method.WILSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionTest {

  static List<Golden> intervals() {
    return Golden.read(ProportionTest.class, "intervals.csv.gz");
  }

  static List<Golden> tables() {
    return Golden.read(ProportionTest.class, "tables.csv.gz");
  }

  @Test
  void readsEveryRow() {
    assertThat(intervals()).hasSize(100);
    assertThat(tables()).hasSize(80);
  }

  @ParameterizedTest
  @MethodSource("intervals")
  void boundsProportionsLikeR(Golden expected) {
    Count count = Count.of(expected.count("x"), expected.count("n"));
    ProportionInterval exact = CLOPPER_PEARSON.of(count, expected.number("level"));
    expected.agrees("exact_lower", exact.lower());
    expected.agrees("exact_upper", exact.upper());
    ProportionInterval wilson = WILSON.of(count, expected.number("level"));
    expected.agrees("wilson_lower", wilson.lower());
    expected.agrees("wilson_upper", wilson.upper());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void testsTablesLikeR(Golden expected) {
    int[] cells = Arrays.stream(expected.text("cells").split(" ", -1))
        .mapToInt(Integer::parseInt)
        .toArray();
    int columns = expected.count("columns");
    int[][] counts = new int[expected.count("rows")][];
    Arrays.setAll(counts, row -> Arrays.copyOfRange(cells, row * columns, (row + 1) * columns));
    CountTable table = CountTable.of(counts);
    expected.agrees("fisher", table.fisher().pValue());
    expected.agrees("chi", table.chiSquare().statistic());
    expected.agrees("chi_p", table.chiSquare().pValue());
    assertThat(table.chiSquare().degreesOfFreedom()).hasValue(expected.count("df"));
    if (expected.has("yates")) {
      expected.agrees("yates", table.chiSquareYates().statistic());
      expected.agrees("yates_p", table.chiSquareYates().pValue());
    }
    if (expected.has("mcnemar_p")) {
      expected.agrees("mcnemar", table.mcNemar().statistic());
      expected.agrees("mcnemar_p", table.mcNemar().pValue());
    }
  }

  /** All of n, at 95 %: the n-th root of 0.025, in closed form. */
  @ParameterizedTest
  @ValueSource(ints = {1, 14, 29, 58})
  void knowsTheClosedFormWhereEveryHipSurvived(int n) {
    ProportionInterval all = CLOPPER_PEARSON.of(Count.of(n, n), 0.95);
    assertThat(all.lower()).isEqualTo(Math.pow(0.025, 1.0 / n), within(1e-14));
    assertThat(all.upper()).isEqualTo(1);
    assertThat(all.proportion()).isEqualTo(1);
  }

  /**
   * One of a million: the lower limit is 1 - (1 - tail)^(1 / million), here for a tail of 2^-21,
   * which is exact.
   */
  @Test
  void knowsTheClosedFormOfALimitFarBelowThePrecisionOfASearch() {
    ProportionInterval one = CLOPPER_PEARSON.of(Count.of(1, 1_000_000), 1 - 0x1p-20);
    assertThat(one.lower()).isEqualTo(-Math.expm1(Math.log1p(-0x1p-21) / 1e6), within(1e-23));
  }

  /** One of one: the limit of Wilson is 1 / (1 + z^2); R: {@code qnorm(2^-41, lower = FALSE)}. */
  @Test
  void knowsTheNormalFarOutInItsTail() {
    double z = 7.143552034352188;
    assertThat(WILSON.of(Count.of(1, 1), 1 - 0x1p-40).lower())
        .isEqualTo(1 / (1 + z * z), within(1e-15));
  }

  /** R 4.2.2: {@code mcnemar.test(x)} gives 0 and 1 for both. */
  @ParameterizedTest
  @CsvSource({"2, 2", "2, 3"})
  void hasNoChangeToTestWhereAsManyWentAsCame(int there, int back) {
    TableTest test = CountTable.of(new int[][] {{3, there}, {back, 4}}).mcNemar();
    assertThat(test.statistic()).hasValue(0);
    assertThat(test.degreesOfFreedom()).hasValue(1);
    assertThat(test.pValue()).hasValue(1);
  }

  /** Fisher's tea: of 8 cups 4 and 4, one of 70 ways, and so 2/70 on both sides. */
  @Test
  void tastesTheTea() {
    CountTable tea = CountTable.of(new int[][] {{4, 0}, {0, 4}});
    assertThat(tea.fisher().pValue().getAsDouble()).isEqualTo(2.0 / 70, within(1e-15));
    assertThat(tea.fisher().method()).isEqualTo(TableTest.Method.FISHER);
    assertThat(tea.fisher().statistic()).isEmpty();
  }

  /** Three patients of three, four and five hips: the rule itself, and never more than all. */
  @Test
  void rulesByThree() {
    assertThat(ProportionInterval.ruleOfThree(58)).isEqualTo(3.0 / 58);
    assertThat(ProportionInterval.ruleOfThree(4)).isEqualTo(0.75);
    assertThat(ProportionInterval.ruleOfThree(3)).isEqualTo(1);
    assertThat(ProportionInterval.ruleOfThree(2)).isEqualTo(1);
    assertThat(ProportionInterval.ruleOfThree(1)).isEqualTo(1);
    assertThatThrownBy(() -> ProportionInterval.ruleOfThree(0))
        .hasMessage("total of a proportion [count] must lie in 1..2147483647, but was 0");
  }

  @Test
  void hasNoPValueWhereTheTableDoesNotAllowTheTest() {
    CountTable empty = CountTable.of(new int[][] {{3, 0}, {4, 0}});
    assertThat(empty.chiSquare().pValue()).isEmpty();
    assertThat(empty.fisher().pValue().getAsDouble()).isEqualTo(1, within(1e-12));
    assertThat(CountTable.of(new int[][] {{3, 0}, {0, 4}}).mcNemar().pValue()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesAProportionWithoutATotalAndALevelOutsideItsRange(ProportionInterval.Method method) {
    assertThatThrownBy(() -> method.of(Count.of(0, 0), 0.95))
        .hasMessage("total of a proportion [count] must lie in 1..2147483647, but was 0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), 0))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 0.0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), 1))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 1.0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), Double.NaN))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was NaN");
  }

  @Test
  void refusesWhatIsNoTableOfCounts() {
    assertThatThrownBy(() -> CountTable.of(new int[][] {{1, 2}}))
        .hasMessage("rows of a table of counts [count] must lie in 2..2147483647, but were 1");
    assertThatThrownBy(() -> CountTable.of(new int[][] {{1}, {2}}))
        .hasMessage("columns of a table of counts [count] must lie in 2..2147483647, but were 1");
    assertThatThrownBy(() -> CountTable.of(new int[][] {{1, 2}, {3}}))
        .hasMessage("columns of a table of counts [count] must be 2 in every row, but were 1");
    assertThatThrownBy(() -> CountTable.of(new int[][] {{1, 2}, {3, -4}}))
        .hasMessage("cell of a table [count] must lie in 0..2147483647, but was -4");
    CountTable wide = CountTable.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(wide).hasToString("CountTable{2 x 3}");
    assertThatThrownBy(wide::mcNemar)
        .hasMessage("table of counts [rows x columns] must be 2 x 2, but was 2 x 3");
    assertThatThrownBy(wide::chiSquareYates)
        .hasMessage("table of counts [rows x columns] must be 2 x 2, but was 2 x 3");
  }

  @Property
  void containsTheProportion(
      @ForAll ProportionInterval.Method method,
      @ForAll @IntRange(min = 1, max = 400) int total,
      @ForAll @IntRange(max = 400) int count) {
    ProportionInterval interval = method.of(Count.of(Math.min(count, total), total), 0.95);
    assertThat(interval.proportion()).isBetween(interval.lower(), interval.upper());
    assertThat(interval.lower()).isBetween(0.0, 1.0);
    assertThat(interval.upper()).isBetween(0.0, 1.0);
  }

  @Property(tries = 100)
  void doesNotCareWhichIsRowAndWhichIsColumn(
      @ForAll @IntRange(max = 12) int a,
      @ForAll @IntRange(max = 12) int b,
      @ForAll @IntRange(max = 12) int c,
      @ForAll @IntRange(max = 12) int d) {
    double p = CountTable.of(new int[][] {{a, b}, {c, d}}).fisher().pValue().getAsDouble();
    double turned =
        CountTable.of(new int[][] {{a, c}, {b, d}}).fisher().pValue().getAsDouble();
    assertThat(turned).isEqualTo(p, within(1e-12));
    assertThat(p).isBetween(0.0, 1.0);
  }

  /** R 4.2.2: {@code fisher.test(x, workspace = 2e8)}; its network merges what is close. */
  static Stream<Arguments> largeTables() {
    return Stream.of(
        arguments(
            new int[][] {{12, 20, 18, 10}, {8, 15, 12, 5}, {6, 9, 11, 14}}, 0.304083381426745),
        arguments(
            new int[][] {{24, 40, 36, 20}, {16, 30, 24, 10}, {12, 18, 22, 28}}, 0.0238745307535837),
        arguments(
            new int[][] {{77, 158, 79, 81, 5}, {20, 40, 20, 20, 0}, {39, 81, 40, 40, 0}},
            0.961833282609392),
        arguments(
            new int[][] {{10, 12, 9, 14, 8, 11, 7, 13, 10, 6}, {8, 9, 13, 10, 12, 7, 12, 9, 11, 9}},
            0.710854983472602),
        arguments(
            new int[][] {{3, 1, 2, 4}, {2, 5, 1, 3}, {4, 2, 6, 1}, {1, 3, 2, 5}}, 0.23120561946567),
        arguments(new int[][] {{30, 10, 25}, {20, 22, 18}}, 0.0248354158703125),
        arguments(new int[][] {{48, 10}, {3, 52}}, 4.17371009088896e-18));
  }

  @ParameterizedTest
  @MethodSource("largeTables")
  void testsTablesOfSomeHundredHipsExactly(int[][] counts, double expected) {
    TableTest test = CountTable.of(counts).fisher();
    assertThat(test.method()).isEqualTo(TableTest.Method.FISHER);
    assertThat(test.monteCarloError()).isEmpty();
    assertThat(test.pValue().getAsDouble()).isCloseTo(expected, within(2e-6 * expected));
  }

  /**
   * R refuses to go through so many tables; of 10^6 that it draws one is as rare, p 0.000002. One
   * of the tables drawn here is.
   */
  @Test
  void drawsRandomTablesWhereThereAreTooManyAndSaysSo() {
    int[][] counts = {
      {20, 10, 5, 15, 8, 9}, {12, 22, 7, 9, 10, 11}, {8, 6, 20, 12, 14, 12}, {9, 8, 7, 6, 5, 30}
    };
    TableTest test = CountTable.of(counts).fisher();
    assertThat(test.method()).isEqualTo(TableTest.Method.FISHER_MONTE_CARLO);
    assertThat(test.pValue().getAsDouble())
        .isCloseTo(2.0 / (CountTable.REPLICATES + 1), within(1e-15));
    assertThat(test.monteCarloError()).isPresent();
  }

  @Test
  void givesTheErrorOfRandomTables() {
    int[][] counts = {{12, 20, 18, 10}, {8, 15, 12, 5}, {6, 9, 11, 14}};
    TableTest drawn = CountTable.of(counts).fisherMonteCarlo(10_000, 1);
    double p = drawn.pValue().getAsDouble();
    assertThat(p).isCloseTo(0.3041, within(4 * 0.0046));
    assertThat(p * 10_001 % 1).isCloseTo(0, within(1e-9));
    assertThat(drawn.monteCarloError().getAsDouble())
        .isCloseTo(Math.sqrt(p * (1 - p) / 10_000), within(1e-15));
    assertThat(CountTable.of(counts).fisherMonteCarlo(10_000, 1)).isEqualTo(drawn);
    assertThatThrownBy(() -> CountTable.of(new int[][] {{1, 2}, {3, 4}}).fisherMonteCarlo(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replicates [count] must lie in 1..2147483647, but was 0");
  }

  @Test
  void countsBeyondTheIntegersDoNotOverflow() {
    int most = Integer.MAX_VALUE;
    CountTable table = CountTable.of(new int[][] {{most, 1, 3}, {most, 5, 1}});
    // R: chisq.test(matrix(c(2147483647, 2147483647, 1, 5, 3, 1), 2), correct = FALSE)
    assertThat(table.chiSquare().statistic().getAsDouble()).isCloseTo(11.0 / 3, within(1e-6));
    assertThatThrownBy(table::fisher)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("total of a table for Fisher's test [count] must lie in 0..1000000,"
            + " but was 4294967304");
    CountTable huge = CountTable.of(new int[][] {{most, most}, {most, 0}});
    assertThat(huge.chiSquareYates().pValue().getAsDouble()).isBetween(0.0, 1.0);
    assertThat(huge.mcNemar().pValue().getAsDouble()).isEqualTo(1);
    assertThat(CountTable.of(new int[][] {{400_000, 200_000}, {1, 300_000}})
            .fisher()
            .pValue())
        .hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void intervalsOfHugeCountsStayInOrder(ProportionInterval.Method method) {
    int most = Integer.MAX_VALUE;
    for (int count : new int[] {0, 1, 2, most / 2, most - 1, most}) {
      for (double level : new double[] {Double.MIN_VALUE, 0.5, 0.95, Math.nextDown(1.0)}) {
        ProportionInterval interval = method.of(Count.of(count, most), level);
        assertThat(interval.lower()).isBetween(0.0, interval.upper());
        assertThat(interval.upper()).isBetween(interval.lower(), 1.0);
      }
    }
  }
}
