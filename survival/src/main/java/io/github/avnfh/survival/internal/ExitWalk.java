package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * A walk through rows whose order is known.
 *
 * <p>Many rows are taken at once. How many of them have left is counted for four cells in four
 * parts of one number, and for all cells in a fifth, so that one addition moves on whatever the
 * row. The count before its time is written down at every row, in a place that only an event moves
 * on: what stays are the counts before events, and the processor had nothing to guess.
 */
final class ExitWalk implements RiskWalk {
  private static final int ROWS = 512;
  private static final int CELLS = 4;
  private static final int PART = 10;
  private static final int COUNT = (1 << PART) - 1;
  private static final int ALL = CELLS * PART;
  private static final int CODE = Long.SIZE - Byte.SIZE;

  private final byte[] codes;
  private final Tally[] tallies;
  private final double[] atRisk;
  // for every four cells and every code: what a row adds to the count
  private final long[][] steps;
  // for every four cells: the count before each event, with its code, and at last that of all
  private final long[][] counts;
  private final int[] firstEvents = new int[ROWS + 1];
  private double[][] toAtRisk = new double[0][0];
  private double[][] toEvents = new double[0][0];
  private int filled;
  private int row;
  private int time;
  private int times;

  ExitWalk(ExitOrder order, Tally[] tallies) {
    int fours = (tallies.length + CELLS - 1) / CELLS;
    this.codes = order.codes();
    this.tallies = tallies;
    this.atRisk = Arrays.stream(tallies).mapToDouble(Tally::rows).toArray();
    this.steps = new long[fours][tallies.length << ExitOrder.FLAGS];
    this.counts = new long[fours][ROWS + 1];
    for (long[] step : steps) {
      Arrays.fill(step, 1L << ALL);
    }
    for (int code = 0; code < steps[0].length; code++) {
      int cell = code >>> ExitOrder.FLAGS;
      steps[cell / CELLS][code] += 1L << (cell % CELLS * PART);
    }
  }

  @Override
  public int fill(double[][] atRiskOf, double[][] eventsOf) {
    toAtRisk = atRiskOf;
    toEvents = eventsOf;
    filled = 0;
    while (filled < toAtRisk[0].length && (time < times || row < codes.length)) {
      if (time < times) {
        handOver(Math.min(times - time, toAtRisk[0].length - filled));
      } else {
        take();
      }
    }
    return filled;
  }

  /** Takes as many rows as there is room for, but all of one time. */
  private void take() {
    int end = Math.min(codes.length, row + ROWS);
    while (end > row && (codes[end - 1] & ExitOrder.LAST) == 0) {
      end--;
    }
    if (end > row) {
      takeUntil(end);
    } else {
      takeTied();
    }
  }

  private void takeUntil(int end) {
    int size = 0;
    for (int four = 0; four < steps.length; four++) {
      size = count(steps[four], counts[four], end);
    }
    row = end;
    time = 0;
    times = 0;
    long before = -1;
    for (int event = 0; event < size; event++) {
      long all = counts[0][event] >>> ALL & COUNT;
      firstEvents[times] = event;
      times += all == before ? 0 : 1;
      before = all;
    }
    firstEvents[times] = size;
    settle();
  }

  private int count(long[] step, long[] before, int end) {
    long count = 0;
    long beforeTime = 0;
    int size = 0;
    for (int next = row; next < end; next++) {
      int code = codes[next];
      before[size] = (long) code << CODE | beforeTime;
      count += step[code];
      size += (code & ExitOrder.EVENT) >>> 1;
      if ((code & ExitOrder.LAST) != 0) {
        beforeTime = count;
      }
    }
    before[ROWS] = count;
    return size;
  }

  /** Lets those go who left, once their events are handed over. */
  private void settle() {
    for (int cell = 0; cell < atRisk.length && time == times; cell++) {
      atRisk[cell] -= left(counts[cell / CELLS][ROWS], cell);
    }
  }

  private static int left(long count, int cell) {
    return (int) (count >>> (cell % CELLS * PART)) & COUNT;
  }

  private void handOver(int size) {
    for (int cell = 0; cell < atRisk.length; cell++) {
      long[] before = counts[cell / CELLS];
      double first = atRisk[cell];
      double[] column = toAtRisk[cell];
      for (int i = 0; i < size; i++) {
        column[filled + i] = first - left(before[firstEvents[time + i]], cell);
      }
      Arrays.fill(toEvents[cell], filled, filled + size, 0);
    }
    for (int i = 0; i < size; i++) {
      for (int event = firstEvents[time + i]; event < firstEvents[time + i + 1]; event++) {
        toEvents[(int) (counts[0][event] >>> (CODE + ExitOrder.FLAGS))][filled + i]++;
      }
    }
    filled += size;
    time += size;
    settle();
  }

  /**
   * Takes all rows of one time, of which there may be any number, and counts that with an event.
   */
  private void takeTied() {
    for (int cell = 0; cell < atRisk.length; cell++) {
      toAtRisk[cell][filled] = atRisk[cell];
      toEvents[cell][filled] = 0;
    }
    int any = 0;
    int code;
    do {
      code = codes[row++];
      int event = (code & ExitOrder.EVENT) >>> 1;
      atRisk[code >>> ExitOrder.FLAGS]--;
      toEvents[code >>> ExitOrder.FLAGS][filled] += event;
      any |= event;
    } while ((code & ExitOrder.LAST) == 0);
    filled += any;
  }

  @Override
  public double time() {
    int cell = 0;
    while (toEvents[cell][filled - 1] == 0) {
      cell++;
    }
    return tallies[cell].timeOf(toAtRisk[cell][filled - 1]);
  }
}
