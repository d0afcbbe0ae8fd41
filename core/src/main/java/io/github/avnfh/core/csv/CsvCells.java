package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a row as characters without the blanks around them, filled again for the next row;
 * texts and numbers are made of them on demand.
 */
final class CsvCells {
  /** No cell. */
  static final int NONE = -1;

  /** What a decoder puts in the place of bytes that are not UTF-8. */
  static final char REPLACEMENT = '\uFFFD';

  private static final int MOST_CELLS = 1 << 14;
  private static final int MOST_CHARACTERS = 1 << 26;

  private char[] characters = new char[256];
  private int[] ends = new int[32];
  private int size;
  private long line;
  private long lineBreaks;
  private int broken = NONE;
  private int undecoded = NONE;

  /** Forgets the cells; what follows is added to a row that begins on a line. */
  void begin(long at) {
    line = at;
    size = 0;
    lineBreaks = 0;
    broken = NONE;
    undecoded = NONE;
  }

  void add(char[] buffer, int offset, int length) {
    int from = offset;
    int to = offset + length;
    for (int i = from; i < to; i++) {
      char character = buffer[i];
      if (character <= '\r' || character == REPLACEMENT) {
        note(character, i > from && buffer[i - 1] == '\r');
      }
    }
    while (from < to && Character.isWhitespace(buffer[to - 1])) {
      to--;
    }
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    append(buffer, from, to - from);
  }

  private void note(char character, boolean afterReturn) {
    if (character == REPLACEMENT) {
      undecoded = undecoded == NONE ? size : undecoded;
    } else if (character == '\r' || character == '\n') {
      lineBreaks += afterReturn && character == '\n' ? 0 : 1;
      broken = broken == NONE ? size : broken;
    }
  }

  private void append(char[] buffer, int from, int length) {
    int start = start(size);
    if (size == MOST_CELLS || start + length > MOST_CHARACTERS) {
      throw new CsvParseException("row [cells and characters] must be of a size that can be held");
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(2 * characters.length, start + length));
    }
    System.arraycopy(buffer, from, characters, start, length);
    ends[size] = start + length;
    size++;
  }

  /** Returns these cells apart from the rows that follow. */
  CsvCells copy() {
    CsvCells copy = new CsvCells();
    copy.characters = Arrays.copyOf(characters, start(size));
    copy.ends = Arrays.copyOf(ends, size);
    copy.size = size;
    copy.line = line;
    copy.lineBreaks = lineBreaks;
    copy.broken = broken;
    copy.undecoded = undecoded;
    return copy;
  }

  int size() {
    return size;
  }

  /** Returns the line on which the row begins. */
  long line() {
    return line;
  }

  /** Counts the line breaks inside the cells, which add to the lines of the row. */
  long lineBreaks() {
    return lineBreaks;
  }

  /** Returns the first cell with a line break. */
  int broken() {
    return broken;
  }

  /** Returns the first cell with bytes that are not UTF-8. */
  int undecoded() {
    return undecoded;
  }

  private int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  boolean isEmpty(int cell) {
    return start(cell) == ends[cell];
  }

  String text(int cell) {
    return new String(characters, start(cell), ends[cell] - start(cell));
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(size);
    for (int cell = 0; cell < size; cell++) {
      texts.add(text(cell));
    }
    return texts;
  }

  /** Mixes the characters of a cell into a number. */
  int mixed(int cell) {
    int mixed = 0;
    for (int i = start(cell); i < ends[cell]; i++) {
      mixed = 31 * mixed + characters[i];
    }
    return mixed;
  }

  boolean holds(int cell, String text) {
    int start = start(cell);
    if (text.length() != ends[cell] - start) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != characters[start + i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number in a cell, or no number where its text is not of the plainest form. */
  double number(int cell, char decimalSign) {
    return PlainNumber.decimal(characters, start(cell), ends[cell], decimalSign);
  }

  /** Returns the whole number in a cell, or none where its text is not of the plainest form. */
  int wholeNumber(int cell) {
    return PlainNumber.whole(characters, start(cell), ends[cell]);
  }
}
