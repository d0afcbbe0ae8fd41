package io.github.avnfh.survival.internal;

/**
 * Counts rows by putting their places in order, where a table of all places would be mostly empty.
 */
final class PlaceKeys {
  private PlaceKeys() {}

  static Counted counted(Exits exits, RowNumbers cells, int count) {
    KeyTallies counter = new KeyTallies(count);
    long[] keys = new long[exits.rows()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = counter.key(exits.place(row), cells.of(row), exits.event(row));
    }
    TimeGrid grid = exits.grid();
    return counter.counted(
        LongOrder.sorted(keys, counter.shift()), place -> grid.time((int) place));
  }
}
