package io.github.avnfh.survival.internal;

import java.util.Optional;

/** Exits on whole days of less than ninety years: the day and the event in two bytes. */
public final class DayExits implements Exits {
  /** The last day that fits. */
  private static final int LAST = Character.MAX_VALUE >> 1;

  // the day, and in the lowest bit whether the row was censored
  private final char[] cells;
  private final TimeGrid grid;

  private DayExits(char[] cells, int last) {
    this.cells = cells;
    this.grid = TimeGrid.ofEveryDayTo(last);
  }

  /**
   * Copies days and events.
   *
   * @param days days
   * @param events for each row whether it ended with the event
   * @return the exits, or nothing where a day is negative or does not fit
   */
  public static Optional<DayExits> of(int[] days, boolean[] events) {
    char[] cells = new char[days.length];
    int outside = 0;
    int last = 0;
    for (int row = 0; row < cells.length; row++) {
      int day = days[row];
      outside |= day | (LAST - day);
      last = Math.max(last, day);
      cells[row] = (char) (day << 1 | (events[row] ? 0 : 1));
    }
    return outside < 0 ? Optional.empty() : Optional.of(new DayExits(cells, last));
  }

  @Override
  public int rows() {
    return cells.length;
  }

  @Override
  public TimeGrid grid() {
    return grid;
  }

  @Override
  public int place(int row) {
    return cells[row] >> 1;
  }

  @Override
  public boolean isByDay() {
    return true;
  }

  @Override
  public double time(int row) {
    return place(row);
  }

  @Override
  public boolean event(int row) {
    return (cells[row] & 1) == 0;
  }

  @Override
  public Exits reversed() {
    char[] exchanged = new char[cells.length];
    for (int row = 0; row < cells.length; row++) {
      exchanged[row] = (char) (cells[row] ^ 1);
    }
    return new DayExits(exchanged, grid.size() - 1);
  }

  @Override
  public Counted counted(RowNumbers groups, int count) {
    return CountTable.suits(rows(), count, grid)
        ? Counted.of(fromTable(groups, count).tallies())
        : PlaceKeys.counted(this, groups, count);
  }

  private CountTable fromTable(RowNumbers groups, int count) {
    CountTable table = new CountTable(count, grid);
    int[] counts = table.counts();
    int stride = table.stride();
    byte[] narrow = groups.narrow();
    if (narrow.length > 0) {
      for (int row = 0; row < cells.length; row++) {
        counts[narrow[row] * stride + cells[row]]++;
      }
    } else {
      for (int row = 0; row < cells.length; row++) {
        counts[groups.of(row) * stride + cells[row]]++;
      }
    }
    return table;
  }
}
