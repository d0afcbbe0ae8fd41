package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTableCounterTest {
  private static final int CELLS = 3;
  private static final int ROWS = 3_000;

  private final SplittableRandom random = new SplittableRandom(9);
  private final int[] days = random.ints(ROWS, 0, 500).toArray();
  private final boolean[] events = events(ROWS);
  private final CategoryColumn cells =
      CategoryColumn.of(random.ints(ROWS, 0, CELLS).toArray());

  private boolean[] events(int rows) {
    boolean[] drawn = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      drawn[row] = random.nextBoolean();
    }
    return drawn;
  }

  private static SurvivalColumns byDay(int[] days, boolean[] events) {
    return SurvivalColumns.of(TimeGrid.ofEveryDay(days), days, events);
  }

  private static SurvivalColumns byTime(double[] times, boolean[] events, boolean tieRule) {
    int[] places = new int[times.length];
    return SurvivalColumns.of(TimeGrid.ofTimes(times, tieRule, places), places, events);
  }

  private EventTable[] counted(SurvivalColumns columns) {
    return EventTableCounter.byGroup(columns.withCategories(cells, CategoryColumn.none()), CELLS);
  }

  private static void assertSame(EventTable[] actual, EventTable[] expected, double unit) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int cell = 0; cell < actual.length; cell++) {
      assertThat(Arrays.stream(actual[cell].times()).map(time -> time / unit).toArray())
          .containsExactly(expected[cell].times());
      assertThat(actual[cell].events()).containsExactly(expected[cell].events());
      assertThat(actual[cell].censored()).containsExactly(expected[cell].censored());
      assertThat(actual[cell].atRisk()).containsExactly(expected[cell].atRisk());
      assertThat(actual[cell].rows()).isEqualTo(expected[cell].rows());
    }
  }

  /** By places, in their order because they are many, as times, and as weights of 1. */
  @Test
  void countsTheSameByPlacesInOrderAndByWeight() {
    EventTable[] table = counted(byDay(days, events));
    assertThat(table[0].size()).isGreaterThan(400);
    int[] weeks = Arrays.stream(days).map(day -> 7 * day).toArray();
    double[] times = Arrays.stream(weeks).asDoubleStream().toArray();
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    assertSame(counted(byDay(weeks, events)), table, 7);
    assertSame(counted(byTime(times, events, true)), table, 7);
    assertSame(counted(byDay(days, events).withWeights(ones)), table, 1);
    assertSame(counted(byDay(days, events).reversed().reversed()), table, 1);
  }

  /** A table of all days and cells would have more numbers than an array can hold. */
  @Test
  void countsCellsOfOneRowOverALifetimeOfDays() {
    int pairs = 40_000;
    int[] lifetimes = IntStream.range(0, pairs).map(row -> row * 7 % 32_768).toArray();
    boolean[] failed = events(pairs);
    CategoryColumn rows = CategoryColumn.of(IntStream.range(0, pairs).toArray());
    EventTable[] tables = EventTableCounter.byGroup(
        byDay(lifetimes, failed).withCategories(rows, CategoryColumn.none()), pairs);
    assertThat(tables).hasSize(pairs);
    for (int row = 0; row < pairs; row += 1_111) {
      assertThat(tables[row].times()).containsExactly(lifetimes[row]);
      assertThat(tables[row].events()).containsExactly(failed[row] ? 1 : 0);
    }
  }

  @Test
  void countsMoreCellsThanAByteHolds() {
    int many = 200;
    int[] few = IntStream.range(0, many).map(row -> row % 4).toArray();
    CategoryColumn rows = CategoryColumn.of(IntStream.range(0, many).toArray());
    EventTable[] tables = EventTableCounter.byGroup(
        byDay(few, new boolean[many]).withCategories(rows, CategoryColumn.none()), many);
    for (int row = 0; row < many; row++) {
      assertThat(tables[row].times()).containsExactly(row % 4);
      assertThat(tables[row].rows()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOrderOfTimesWhoseKeysHaveAllBits() {
    double[] times = {5, Double.MIN_VALUE, 1, 2};
    EventTable table = EventTableCounter.byGroup(byTime(times, new boolean[4], false), 1)[0];
    assertThat(table.times()).containsExactly(Double.MIN_VALUE, 1, 2, 5);
  }

  @Test
  void countsTimesThatLieFarApart() {
    double[] times =
        random.doubles(ROWS, 0, 20).map(power -> Math.rint(Math.exp(power))).toArray();
    double[] wide = times.clone();
    times[0] = 1;
    wide[0] = Double.MIN_VALUE;
    EventTable[] near = counted(byTime(times, events, false));
    EventTable[] far = counted(byTime(wide, events, false));
    int cell = cells.category(0);
    assertThat(far[cell].times()[0]).isEqualTo(Double.MIN_VALUE);
    assertThat(far[(cell + 1) % CELLS].atRisk()).containsExactly(near[(cell + 1) % CELLS].atRisk());
  }

  @Test
  void findsTiesBeforeItCounts() {
    double[] times = {0.3, 0.1 + 0.2, 5, 5 + 1e-9, 5 + 2e-8};
    boolean[] all = {true, false, true, true, true};
    EventTable table = EventTableCounter.byGroup(byTime(times, all, true), 1)[0];
    assertThat(table.times()).containsExactly(0.3, 5);
    assertThat(table.events()).containsExactly(1, 3);
    assertThat(table.censored()).containsExactly(1, 0);
    assertThat(table.atRisk()).containsExactly(5, 3);
  }
}
