package io.github.avnfh.survival.internal;

/** Exits as places in a grid that is already known. */
public final class PlacedExits implements Exits {
  private final TimeGrid grid;
  private final int[] places;
  private final boolean[] events;

  /**
   * Takes the columns, which the caller does not change afterwards.
   *
   * @param grid the distinct times
   * @param places the place of each row's last time
   * @param events whether the row ended with the event
   */
  public PlacedExits(TimeGrid grid, int[] places, boolean[] events) {
    this.grid = grid;
    this.places = places;
    this.events = events;
  }

  @Override
  public int rows() {
    return places.length;
  }

  @Override
  public TimeGrid grid() {
    return grid;
  }

  @Override
  public int place(int row) {
    return places[row];
  }

  @Override
  public boolean isByDay() {
    return grid.isOfEveryDay();
  }

  @Override
  public double time(int row) {
    return grid.time(places[row]);
  }

  @Override
  public boolean event(int row) {
    return events[row];
  }

  @Override
  public Exits reversed() {
    return new PlacedExits(grid, places, exchanged(events));
  }

  static boolean[] exchanged(boolean[] events) {
    boolean[] censored = new boolean[events.length];
    for (int row = 0; row < events.length; row++) {
      censored[row] = !events[row];
    }
    return censored;
  }

  @Override
  public Counted counted(RowNumbers groups, int count) {
    if (!CountTable.suits(rows(), count, grid)) {
      return PlaceKeys.counted(this, groups, count);
    }
    CountTable table = new CountTable(count, grid);
    int[] counts = table.counts();
    for (int row = 0; row < places.length; row++) {
      counts[groups.of(row) * table.stride() + (places[row] << 1 | (events[row] ? 0 : 1))]++;
    }
    return Counted.of(table.tallies());
  }
}
