package io.github.avnfh.survival.internal;

/**
 * When each row left, and whether with the event. What is held is what the times need: two bytes
 * for days of a lifetime, doubles for times, or places in a grid that is already known.
 */
public sealed interface Exits permits DayExits, PlacedExits, TimeExits {
  /**
   * Returns the number of rows.
   *
   * @return the number of rows
   */
  int rows();

  /**
   * Returns the distinct times, as the tie rule left them.
   *
   * @return the grid
   */
  TimeGrid grid();

  /**
   * Returns the place of a row's last time.
   *
   * @param row a row from 0
   * @return its place in the grid
   */
  int place(int row);

  /**
   * Tells whether every whole day is its own place, without finding any place.
   *
   * @return true for days of a modest range
   */
  boolean isByDay();

  /**
   * Returns the last time of a row, which the tie rule may not have seen: no earlier than its place
   * and before the next one.
   *
   * @param row a row from 0
   * @return the time
   */
  double time(int row);

  /**
   * Tells whether a row ended with the event.
   *
   * @param row a row from 0
   * @return true for an event, false for a censored row
   */
  boolean event(int row);

  /**
   * Returns the same rows with events and censoring exchanged.
   *
   * @return new exits
   */
  Exits reversed();

  /**
   * Counts rows that all weigh 1 and were observed from the start.
   *
   * @param cells the cell of each row, such as its group
   * @param count the number of cells
   * @return what happened in each cell
   */
  Counted counted(RowNumbers cells, int count);

  /**
   * Returns some of the rows, with the same grid.
   *
   * @param rows the rows
   * @return new exits
   */
  default Exits only(int[] rows) {
    int[] places = new int[rows.length];
    boolean[] events = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      places[i] = place(rows[i]);
      events[i] = event(rows[i]);
    }
    return new PlacedExits(grid(), places, events);
  }
}
