package io.github.avnfh.scoring.proportion;

import static io.github.avnfh.scoring.proportion.ProportionInterval.Method.CLOPPER_PEARSON;
import static io.github.avnfh.scoring.proportion.ProportionInterval.Method.WILSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.Golden;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  void refusesAProportionOfNobodyAndALevelThatIsNone(ProportionInterval.Method method) {
    assertThatThrownBy(() -> method.of(Count.of(0, 0), 0.95))
        .hasMessage("total of a proportion [count] must lie in 1..2147483647, but was 0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), 0))
        .hasMessage(
            "confidence level [fraction] must lie in 0.0..1.0 without the ends, but was 0.0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), 1))
        .hasMessage(
            "confidence level [fraction] must lie in 0.0..1.0 without the ends, but was 1.0");
    assertThatThrownBy(() -> method.of(Count.of(1, 2), Double.NaN))
        .hasMessage(
            "confidence level [fraction] must lie in 0.0..1.0 without the ends, but was NaN");
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
}
