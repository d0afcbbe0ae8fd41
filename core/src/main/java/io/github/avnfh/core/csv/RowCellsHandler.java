package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the characters of a record into a buffer that the next record takes over. */
final class RowCellsHandler extends AbstractBaseCsvCallbackHandler<RowCellsHandler> {
  private static final int ASCII = 0x7F;
  private static final int MOST_CHARACTERS = 1 << 26;

  private char[] characters = new char[1 << 10];
  private int[] ends = new int[32];
  private int fields;
  private boolean plain;

  RowCellsHandler() {}

  @Override
  protected void handleBegin(long startingLineNumber) {
    fields = 0;
    plain = true;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    int from = start(index);
    RowSize.check(index, length);
    reserve(index, from + length);
    int all = 0;
    for (int i = 0; i < length; i++) {
      char character = buffer[offset + i];
      characters[from + i] = character;
      all |= character;
    }
    ends[index] = from + length;
    fields = index + 1;
    plain &= (!quoted && all <= ASCII) || isPlainText(from, from + length);
  }

  /** Quotes may hide line breaks, and a replacement character bytes that are not UTF-8. */
  private boolean isPlainText(int from, int to) {
    for (int i = from; i < to; i++) {
      char character = characters[i];
      if (character == '\n' || character == '\r' || character == CsvCells.REPLACEMENT) {
        return false;
      }
    }
    return true;
  }

  private void reserve(int index, int length) {
    if (length > MOST_CHARACTERS) {
      throw RowSize.tooManyCharacters();
    }
    if (index == ends.length) {
      ends = Arrays.copyOf(ends, 2 * index);
    }
    if (length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(length, 2 * characters.length));
    }
  }

  @Override
  protected RowCellsHandler buildRecord() {
    return this;
  }

  private int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  /** Tells whether the record has so many fields, in one line and in UTF-8. */
  boolean isPlain(int columns) {
    return plain && fields == columns;
  }

  /** Tells whether no field holds a character but blanks, as in a line of separators only. */
  boolean isBlank() {
    int end = start(fields);
    for (int i = 0; i < end; i++) {
      if (characters[i] > ' ' || characters[i] == '\n' || characters[i] == '\r') {
        return false;
      }
    }
    return true;
  }

  long line() {
    return getStartingLineNumber();
  }

  int length(int field) {
    return ends[field] - start(field);
  }

  char charAt(int field, int index) {
    return characters[start(field) + index];
  }

  String text(int field) {
    return new String(characters, start(field), length(field));
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(fields);
    for (int field = 0; field < fields; field++) {
      texts.add(text(field));
    }
    return texts;
  }

  /** Returns the cells for a closer look, apart from the rows that follow. */
  CsvCells cells() {
    CsvCells cells = new CsvCells();
    cells.begin(line());
    for (int field = 0; field < fields; field++) {
      cells.add(characters, start(field), length(field));
    }
    return cells;
  }
}
