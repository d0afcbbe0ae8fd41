package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RiskSetCursorProperties {
  private static final double SPARSE = 1e-3;

  private int[] cells = new int[0];
  private double[] times = new double[0];
  private boolean[] events = new boolean[0];
  private EventTable[] tables = new EventTable[0];

  private void draw(int rows, int cellCount, int timeCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    times = random.ints(rows, 0, timeCount).mapToDouble(time -> time * SPARSE).toArray();
    cells = random.ints(rows, 0, cellCount).toArray();
    events = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      events[row] = random.nextInt(3) == 0;
    }
    int[] places = new int[rows];
    TimeGrid grid = TimeGrid.ofTimes(times, true, places);
    tables = EventTableCounter.byGroup(
        SurvivalColumns.of(grid, places, events)
            .withCategories(CategoryColumn.of(cells), CategoryColumn.none()),
        cellCount);
  }

  /** Each column of a cursor: those at risk and the events of each cell, then the time. */
  private List<double[]> columns(int room) {
    RiskSetCursor cursor = new RiskSetCursor(tables);
    List<double[]> columns = new ArrayList<>();
    double[][] atRisk = new double[tables.length][room];
    double[][] failed = new double[tables.length][room];
    int size = cursor.fill(atRisk, failed);
    while (size > 0) {
      for (int place = 0; place < size; place++) {
        double[] column = new double[2 * tables.length + 1];
        column[2 * tables.length] = place == size - 1 ? cursor.time() : 0;
        for (int cell = 0; cell < tables.length; cell++) {
          column[cell] = atRisk[cell][place];
          column[tables.length + cell] = failed[cell][place];
        }
        columns.add(column);
      }
      assertThat(size).isLessThanOrEqualTo(room);
      size = cursor.fill(atRisk, failed);
    }
    return columns;
  }

  /** What the rows themselves say of a time. */
  private double[] counted(double time) {
    double[] column = new double[2 * tables.length + 1];
    column[2 * tables.length] = time;
    for (int row = 0; row < times.length; row++) {
      column[cells[row]] += times[row] >= time ? 1 : 0;
      column[tables.length + cells[row]] += times[row] == time && events[row] ? 1 : 0;
    }
    return column;
  }

  @Property(tries = 60)
  void tellsWhatTheRowsOfEachCellTell(
      @ForAll @IntRange(min = 1, max = 1_000) int rows,
      @ForAll @IntRange(min = 2, max = 34) int cellCount,
      @ForAll @IntRange(min = 1, max = 2_000) int timeCount,
      @ForAll @IntRange(min = 1, max = 70) int room,
      @ForAll long seed) {
    draw(rows, cellCount, timeCount, seed);
    double[] expected = new double[rows];
    int size = 0;
    for (int row = 0; row < rows; row++) {
      expected[size] = times[row];
      size += events[row] ? 1 : 0;
    }
    double[] eventTimes = Arrays.stream(expected, 0, size).sorted().distinct().toArray();
    List<double[]> columns = columns(room);
    assertThat(columns).hasSameSizeAs(eventTimes);
    for (int i = 0; i < eventTimes.length; i++) {
      double[] counted = counted(eventTimes[i]);
      boolean last = (i + 1) % room == 0 || i == eventTimes.length - 1;
      counted[2 * cellCount] = last ? eventTimes[i] : 0;
      assertThat(columns.get(i)).containsExactly(counted);
    }
  }

  @Property(tries = 50)
  void showsEveryEventOnceAmongThoseAtRisk(
      @ForAll @IntRange(min = 1, max = 2_000) int rows,
      @ForAll @IntRange(min = 1, max = 3_000) int timeCount,
      @ForAll long seed) {
    draw(rows, 3, timeCount, seed);
    List<double[]> columns = columns(7);
    for (int cell = 0; cell < 3; cell++) {
      int own = cell;
      double failed = columns.stream().mapToDouble(column -> column[3 + own]).sum();
      assertThat(failed).isEqualTo(Arrays.stream(tables[cell].events()).sum());
      assertThat(columns).allMatch(column -> column[3 + own] <= column[own]);
    }
  }
}
