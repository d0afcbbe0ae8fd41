package io.github.avnfh.core.csv;

/**
 * The cells of one row as characters, for tables too long to make a text of every cell.
 *
 * <p>Cells are known by the index of their column among those asked for, and keep the blanks around
 * them. They hold until the next row comes, which takes their place.
 *
 * <pre>{@code
 * Predicate<RowCells> isLeft = cells -> cells.length(0) == 1 && cells.charAt(0, 0) == 'L';
 * byte[] file = "side,vas\nL,3.5\nR,2\nL,4\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withRequired(List.of("side", "vas"))
 *     .forEachRow(new Problems(), List.of("side"), isLeft, row -> System.out.println(row.text("vas")));
 * // Optional[2]
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
   * Returns the number of characters of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the number of characters, 0 for an empty cell
   */
  public int length(int column) {
    return row.length(fields[column]);
  }

  /**
   * Returns a character of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @param index the place of the character, from 0
   * @return the character
   */
  public char charAt(int column, int index) {
    return row.charAt(fields[column], index);
  }

  /**
   * Returns the text of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the text, empty for an empty cell
   */
  public String text(int column) {
    return row.text(fields[column]);
  }

  /**
   * Tells whether a cell holds exactly a text.
   *
   * @param column the index of the column among those asked for, from 0
   * @param text the text
   * @return true if every character is the same
   */
  public boolean holds(int column, String text) {
    int length = length(column);
    boolean same = length == text.length();
    for (int index = 0; same && index < length; index++) {
      same = charAt(column, index) == text.charAt(index);
    }
    return same;
  }

  @Override
  public String toString() {
    return "RowCells{" + fields.length + " columns}";
  }
}
