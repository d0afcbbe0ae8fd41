package io.github.avnfh.survival.internal;

import org.jspecify.annotations.Nullable;

/**
 * Exits at times that are doubles.
 *
 * <p>Counting puts time, cell and event of each row in order as one number. Which place each row
 * has in the grid is only found when somebody asks for it.
 */
public final class TimeExits implements Exits {
  private final double[] times;
  private final boolean[] events;
  private final boolean tieRule;
  private volatile @Nullable PlacedExits placed;

  /**
   * Takes the columns, which the caller does not change afterwards.
   *
   * @param times the times, finite and neither negative nor minus zero
   * @param events whether the row ended with the event
   * @param tieRule true if times that differ by rounding only are to be one
   */
  public TimeExits(double[] times, boolean[] events, boolean tieRule) {
    this.times = times;
    this.events = events;
    this.tieRule = tieRule;
  }

  @Override
  public int rows() {
    return times.length;
  }

  private PlacedExits placed() {
    PlacedExits known = placed;
    if (known == null) {
      // two threads may both sort; they find the same
      int[] places = new int[times.length];
      known = new PlacedExits(TimeGrid.ofTimes(times, tieRule, places), places, events);
      placed = known;
    }
    return known;
  }

  @Override
  public TimeGrid grid() {
    return placed().grid();
  }

  @Override
  public int place(int row) {
    return placed().place(row);
  }

  @Override
  public boolean isByDay() {
    return false;
  }

  @Override
  public double time(int row) {
    return times[row];
  }

  @Override
  public boolean event(int row) {
    return events[row];
  }

  @Override
  public Exits reversed() {
    return new TimeExits(times, PlacedExits.exchanged(events), tieRule);
  }

  @Override
  public Counted counted(RowNumbers cells, int count) {
    KeyTallies counter = new KeyTallies(count);
    TimeKeys code = TimeKeys.of(times);
    if (!counter.fits(code.bits())) {
      return placed().counted(cells, count);
    }
    long[] keys = new long[times.length];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = counter.key(code.key(times[row]), cells.of(row), events[row]);
    }
    keys = LongOrder.sorted(keys, counter.shift());
    if (tieRule) {
      code.merge(keys, counter.shift());
    }
    return counter.counted(keys, code::time);
  }
}
