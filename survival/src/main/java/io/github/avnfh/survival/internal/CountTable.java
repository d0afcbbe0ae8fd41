package io.github.avnfh.survival.internal;

/** How many rows of each cell left at each place, with the event and without, while counting. */
final class CountTable {
  private static final int PLACES_PER_ROW = 16;

  private final TimeGrid grid;
  private final int cells;
  private final int[] counts;

  CountTable(int cells, TimeGrid grid) {
    this.grid = grid;
    this.cells = cells;
    this.counts = new int[cells * stride()];
  }

  /** Tells whether going through the table costs no more than putting the rows in order. */
  static boolean suits(int rows, int cells, TimeGrid grid) {
    long size = 2L * cells * grid.size();
    return size <= Math.min((long) PLACES_PER_ROW * rows, Integer.MAX_VALUE >> 2);
  }

  /** The table: for each cell and place the events, then the censored. */
  int[] counts() {
    return counts;
  }

  /** How many numbers there are for each cell. */
  int stride() {
    return 2 * grid.size();
  }

  Tally[] tallies() {
    Tally[] tallies = new Tally[cells];
    for (int cell = 0; cell < cells; cell++) {
      tallies[cell] = tally(cell * stride());
    }
    return tallies;
  }

  private Tally tally(int from) {
    int size = 0;
    for (int i = from; i < from + stride(); i += 2) {
      size += counts[i] + counts[i + 1] > 0 ? 1 : 0;
    }
    double[] times = new double[size];
    double[] events = new double[size];
    double[] censored = new double[size];
    int next = 0;
    for (int place = 0; place < grid.size(); place++) {
      int failed = counts[from + 2 * place];
      int left = counts[from + 2 * place + 1];
      if (failed + left > 0) {
        times[next] = grid.time(place);
        events[next] = failed;
        censored[next++] = left;
      }
    }
    return Tally.ofCounts(times, events, censored);
  }
}
