package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitsTest {
  private static final int CELLS = 3;
  private static final int ROWS = 3_000;

  private final SplittableRandom random = new SplittableRandom(9);
  private final int[] days = random.ints(ROWS, 0, 500).toArray();
  private final boolean[] events = events(ROWS);
  private final RowNumbers cells = RowNumbers.of(random.ints(ROWS, 0, CELLS).toArray(), CELLS);

  private boolean[] events(int rows) {
    boolean[] drawn = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      drawn[row] = random.nextBoolean();
    }
    return drawn;
  }

  private static void assertSame(Counted one, Counted other) {
    Tally[] actual = one.tallies();
    Tally[] expected = other.tallies();
    assertThat(actual).hasSameSizeAs(expected);
    for (int cell = 0; cell < actual.length; cell++) {
      assertThat(actual[cell].times()).containsExactly(expected[cell].times());
      assertThat(actual[cell].events()).containsExactly(expected[cell].events());
      assertThat(actual[cell].censored()).containsExactly(expected[cell].censored());
      assertThat(actual[cell].atRisk()).containsExactly(expected[cell].atRisk());
      assertThat(actual[cell].rows()).isEqualTo(expected[cell].rows());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32_766, 32_767})
  void holdsShortDaysInTwoBytes(int day) {
    DayExits exits =
        DayExits.of(new int[] {day, 1}, new boolean[] {true, false}).orElseThrow();
    assertThat(exits.place(0)).isEqualTo(day);
    assertThat(exits.event(0)).isTrue();
    assertThat(exits.place(1)).isEqualTo(1);
    assertThat(exits.event(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, 32_768, Integer.MAX_VALUE})
  void leavesOtherDaysToOthers(int day) {
    assertThat(DayExits.of(new int[] {3, day}, new boolean[2])).isEmpty();
  }

  @Test
  void countsTheSameHoweverExitsAreHeld() {
    DayExits few = DayExits.of(days, events).orElseThrow();
    TimeGrid grid = TimeGrid.ofEveryDay(days);
    double[] times = Arrays.stream(days).asDoubleStream().toArray();
    Counted table = few.counted(cells, CELLS);
    assertThat(table.tallies()[0].size()).isGreaterThan(400);
    assertSame(PlaceKeys.counted(few, cells, CELLS), table);
    assertSame(new PlacedExits(grid, days, events).counted(cells, CELLS), table);
    assertSame(new TimeExits(times, events, true).counted(cells, CELLS), table);
    assertSame(few.reversed().reversed().counted(cells, CELLS), table);
  }

  /** A table of all days and cells would have more numbers than an array can hold. */
  @Test
  void countsCellsOfOneRowOverALifetimeOfDays() {
    int pairs = 40_000;
    int[] lifetimes = IntStream.range(0, pairs).map(row -> row * 7 % 32_768).toArray();
    boolean[] failed = events(pairs);
    RowNumbers own = RowNumbers.of(IntStream.range(0, pairs).toArray(), pairs);
    for (Exits exits : List.of(
        DayExits.of(lifetimes, failed).orElseThrow(),
        new PlacedExits(TimeGrid.ofEveryDay(lifetimes), lifetimes, failed))) {
      Tally[] tallies = exits.counted(own, pairs).tallies();
      assertThat(tallies).hasSize(pairs);
      for (int row = 0; row < pairs; row += 1_111) {
        assertThat(tallies[row].times()).containsExactly(lifetimes[row]);
        assertThat(tallies[row].events()).containsExactly(failed[row] ? 1 : 0);
      }
    }
  }

  @Test
  void countsMoreCellsThanAByteHolds() {
    int many = 200;
    int[] few = IntStream.range(0, many).map(row -> row % 4).toArray();
    RowNumbers own = RowNumbers.of(IntStream.range(0, many).toArray(), many);
    Tally[] tallies =
        DayExits.of(few, new boolean[many]).orElseThrow().counted(own, many).tallies();
    for (int row = 0; row < many; row++) {
      assertThat(tallies[row].times()).containsExactly(row % 4);
      assertThat(tallies[row].rows()).isEqualTo(1);
    }
  }

  @Test
  void exchangesEventsAndCensoringAndNothingElse() {
    double[] times = Arrays.stream(days).asDoubleStream().toArray();
    for (Exits exits : List.of(
        DayExits.of(days, events).orElseThrow(),
        new PlacedExits(TimeGrid.ofEveryDay(days), days, events),
        new TimeExits(times, events, true))) {
      Exits reversed = exits.reversed();
      assertThat(reversed.grid().size()).isEqualTo(exits.grid().size());
      for (int row = 0; row < ROWS; row++) {
        assertThat(reversed.place(row)).isEqualTo(exits.place(row));
        assertThat(reversed.event(row)).isNotEqualTo(events[row]);
      }
    }
  }

  @Test
  void keepsTheOrderOfTimesWhoseKeysHaveAllBits() {
    double[] times = {5, Double.MIN_VALUE, 1, 2};
    Tally tally = new TimeExits(times, new boolean[4], false)
        .counted(RowNumbers.none(), 1)
        .tallies()[0];
    assertThat(tally.times()).containsExactly(Double.MIN_VALUE, 1, 2, 5);
  }

  @Test
  void countsTimesTooFarApartForOneKeyByTheirPlaces() {
    double[] times =
        random.doubles(ROWS, 0, 20).map(power -> Math.rint(Math.exp(power))).toArray();
    double[] wide = times.clone();
    times[0] = 1;
    wide[0] = Double.MIN_VALUE;
    Tally[] near = new TimeExits(times, events, false).counted(cells, CELLS).tallies();
    Tally[] far = new TimeExits(wide, events, false).counted(cells, CELLS).tallies();
    int cell = cells.of(0);
    assertThat(far[cell].times()[0]).isEqualTo(Double.MIN_VALUE);
    assertThat(far[(cell + 1) % CELLS].atRisk()).containsExactly(near[(cell + 1) % CELLS].atRisk());
  }

  @Test
  void findsTiesBeforeItCounts() {
    double[] times = {0.3, 0.1 + 0.2, 5, 5 + 1e-9, 5 + 2e-8};
    boolean[] all = {true, false, true, true, true};
    Tally tally = new TimeExits(times, all, true).counted(RowNumbers.none(), 1).tallies()[0];
    assertThat(tally.times()).containsExactly(0.3, 5);
    assertThat(tally.events()).containsExactly(1, 3);
    assertThat(tally.censored()).containsExactly(1, 0);
    assertThat(tally.atRisk()).containsExactly(5, 3);
  }
}
