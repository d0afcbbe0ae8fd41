package io.github.avnfh.core.csv;

/**
 * The cells of one row as characters, for tables too long to make a text of every cell.
 *
 * <p>Cells are known by the index of their column among those asked for, and keep the blanks around
 * them. They hold until the next row comes, which takes their place.
 *
 * <pre>{@code
 * int[] left = {0};
 * Predicate<RowCells> plain = cells -> cells.holds(0, "L") && ++left[0] > 0;
 * byte[] file = "side,vas\nL,3.5\nR,2\nL,4\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withRequired(List.of("side", "vas"))
 *     .forEachRow(new Problems(), List.of("side"), plain,
 *         row -> System.out.println("not taken: " + row.text("side")));
 * // not taken: Optional[R]
 * int taken = left[0]; // 2
 * }</pre>
 */
public final class RowCells {
  private final RowCellsHandler row;
  private final int[] fields;

  RowCells(RowCellsHandler row, int[] fields) {
    this.row = row;
    this.fields = fields;
  }

  /**
   * Returns the line on which the row begins.
   *
   * @return the line, counted from 1
   */
  public long line() {
    return row.line();
  }

  /**
   * Returns the number of characters of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the number of characters, 0 for an empty cell
   * @throws IllegalArgumentException if there is no such column
   */
  public int length(int column) {
    return row.length(field(column));
  }

  /**
   * Returns a character of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @param index the place of the character, from 0
   * @return the character
   * @throws IllegalArgumentException if there is no such column or character
   */
  public char charAt(int column, int index) {
    int field = field(column);
    int length = row.length(field);
    if (index < 0 || index >= length) {
      throw new IllegalArgumentException(
          "character of a cell [index] must lie in 0 to below " + length + ", but was " + index);
    }
    return row.charAt(field, index);
  }

  /**
   * Returns the text of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the text, empty for an empty cell
   * @throws IllegalArgumentException if there is no such column
   */
  public String text(int column) {
    return row.text(field(column));
  }

  /**
   * Tells whether a cell holds exactly a text.
   *
   * @param column the index of the column among those asked for, from 0
   * @param text the text
   * @return true if every character is the same
   * @throws IllegalArgumentException if there is no such column
   */
  public boolean holds(int column, String text) {
    int field = field(column);
    int length = row.length(field);
    boolean same = length == text.length();
    for (int index = 0; same && index < length; index++) {
      same = row.charAt(field, index) == text.charAt(index);
    }
    return same;
  }

  private int field(int column) {
    if (column < 0 || column >= fields.length) {
      throw new IllegalArgumentException("column of a row [index] must lie in 0 to below "
          + fields.length + ", but was " + column);
    }
    return fields[column];
  }

  @Override
  public String toString() {
    return "RowCells{" + fields.length + " columns}";
  }
}
