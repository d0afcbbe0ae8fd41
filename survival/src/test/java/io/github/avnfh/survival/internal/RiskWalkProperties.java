package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RiskWalkProperties {
  private static final double SPARSE = 1e-3;

  /** Each column of a walk: the time, then those at risk and the events of each cell. */
  private static List<double[]> columns(RiskWalk walk, int cells, int room) {
    List<double[]> columns = new ArrayList<>();
    double[][] atRisk = new double[cells][room];
    double[][] events = new double[cells][room];
    int size = walk.fill(atRisk, events);
    while (size > 0) {
      for (int place = 0; place < size; place++) {
        double[] column = new double[2 * cells + 1];
        column[2 * cells] = place == size - 1 ? walk.time() : 0;
        for (int cell = 0; cell < cells; cell++) {
          column[cell] = atRisk[cell][place];
          column[cells + cell] = events[cell][place];
        }
        columns.add(column);
      }
      assertThat(size).isLessThanOrEqualTo(room);
      size = walk.fill(atRisk, events);
    }
    return columns;
  }

  private static Counted counted(int rows, int cells, int times, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] exits =
        random.ints(rows, 0, times).mapToDouble(time -> time * SPARSE).toArray();
    boolean[] events = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      events[row] = random.nextInt(3) == 0;
    }
    RowNumbers numbers = RowNumbers.of(random.ints(rows, 0, cells).toArray(), cells);
    return new TimeExits(exits, events, true).counted(numbers, cells);
  }

  @Property(tries = 150)
  void theOrderOfRowsTellsTheSameAsTheTimesOfCells(
      @ForAll @IntRange(min = 1, max = 3_000) int rows,
      @ForAll @IntRange(min = 2, max = 34) int cells,
      @ForAll @IntRange(min = 1, max = 4_000) int times,
      @ForAll @IntRange(min = 1, max = 70) int room,
      @ForAll long seed) {
    Counted counted = counted(rows, cells, times, seed);
    List<double[]> byOrder = columns(counted.walk(0, cells), cells, room);
    List<double[]> byTimes = columns(new TallyWalk(counted.tallies()), cells, room);
    assertThat(byOrder).hasSameSizeAs(byTimes);
    for (int i = 0; i < byOrder.size(); i++) {
      assertThat(byOrder.get(i)).containsExactly(byTimes.get(i));
    }
  }

  @Property(tries = 50)
  void everyEventIsSeenOnceAmongThoseAtRisk(
      @ForAll @IntRange(min = 1, max = 2_000) int rows,
      @ForAll @IntRange(min = 1, max = 3_000) int times,
      @ForAll long seed) {
    Counted counted = counted(rows, 3, times, seed);
    List<double[]> columns = columns(counted.walk(0, 3), 3, 7);
    for (int cell = 0; cell < 3; cell++) {
      int own = cell;
      double seen = columns.stream().mapToDouble(column -> column[3 + own]).sum();
      assertThat(seen).isEqualTo(Arrays.stream(counted.tallies()[cell].events()).sum());
      assertThat(columns).allMatch(column -> column[3 + own] <= column[own]);
    }
  }
}
