package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Takes the fields of each record from the tokenizer into the same cells. */
final class CsvCellsHandler extends AbstractBaseCsvCallbackHandler<CsvCells> {
  private final CsvCells cells = new CsvCells();

  @Override
  protected void handleBegin(long startingLineNumber) {
    cells.begin(startingLineNumber);
  }

  @Override
  protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
    cells.add(buf, offset, len);
  }

  @Override
  protected CsvCells buildRecord() {
    return cells;
  }
}
