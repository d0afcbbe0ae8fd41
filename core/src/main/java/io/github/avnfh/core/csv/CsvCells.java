package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The cells of a row as characters without the blanks around them, filled again for the next row;
 * texts and numbers are made of them on demand.
 */
final class CsvCells {
  /** No cell. */
  static final int NONE = -1;

  /** What a decoder puts in the place of bytes that are not UTF-8. */
  static final char REPLACEMENT = '\uFFFD';

  private static final int MOST_CHARACTERS = 1 << 26;

  private final BitSet broken = new BitSet();
  private char[] characters = new char[256];
  private int[] ends = new int[32];
  private int size;
  private int end;
  private long line;
  private long lineBreaks;
  private int separators;
  private int undecoded = NONE;
  private int undecodedAt;

  /** Forgets the cells; what follows is added to a row that begins on a line. */
  void begin(long at) {
    line = at;
    size = 0;
    end = 0;
    lineBreaks = 0;
    broken.clear();
    separators = 0;
    undecoded = NONE;
  }

  void add(char[] buffer, int offset, int length) {
    int start = end;
    reserve(start + length);
    boolean plain = true;
    for (int i = 0; i < length; i++) {
      char character = buffer[offset + i];
      characters[start + i] = character;
      plain &= character > ' ' && character <= '~';
    }
    end = start + (plain ? length : stripped(start, length));
    ends[size] = end;
    size++;
  }

  /** Adds a text that is known to be plain. */
  void add(String given) {
    String text = given.isEmpty() ? given : given.strip();
    int length = text.length();
    int start = end;
    reserve(start + length);
    if (length > 0) {
      text.getChars(0, length, characters, start);
    }
    end = start + length;
    ends[size] = end;
    size++;
  }

  private void reserve(int length) {
    Records.RowSize.check(size, length - end);
    if (length > MOST_CHARACTERS) {
      throw Records.RowSize.tooManyCharacters();
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    if (length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(2 * characters.length, length));
    }
  }

  /** Notes what must not be in a cell, and takes the blanks around it away. */
  private int stripped(int start, int length) {
    int from = start;
    int to = start + length;
    int found = 0;
    for (int i = from; i < to; i++) {
      note(characters[i], i - from, i > from && characters[i - 1] == '\r');
      found += Records.isSeparator(characters[i]) ? 1 : 0;
    }
    separators += broken.get(size) ? found : 0;
    while (from < to && Character.isWhitespace(characters[to - 1])) {
      to--;
    }
    while (from < to && Character.isWhitespace(characters[from])) {
      from++;
    }
    System.arraycopy(characters, from, characters, start, to - from);
    return to - from;
  }

  private void note(char character, int place, boolean afterReturn) {
    if (character == REPLACEMENT && undecoded == NONE) {
      undecoded = size;
      undecodedAt = place + 1;
    } else if (character == '\r' || character == '\n') {
      lineBreaks += afterReturn && character == '\n' ? 0 : 1;
      broken.set(size);
    }
  }

  /** Returns these cells apart from the rows that follow. */
  CsvCells copy() {
    CsvCells copy = new CsvCells();
    copy.characters = Arrays.copyOf(characters, end);
    copy.ends = Arrays.copyOf(ends, size);
    copy.size = size;
    copy.end = end;
    copy.line = line;
    copy.lineBreaks = lineBreaks;
    copy.broken.or(broken);
    copy.separators = separators;
    copy.undecoded = undecoded;
    copy.undecodedAt = undecodedAt;
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

  /** Tells whether a cell holds a line break. */
  boolean isBroken() {
    return !broken.isEmpty();
  }

  /** Returns the first cell with a line break among some, or none. */
  int broken(IntPredicate among) {
    return broken.stream().filter(among).findFirst().orElse(NONE);
  }

  /** Counts the characters in cells with a line break that separate cells in some files. */
  int separatorsInBroken() {
    return separators;
  }

  /** Tells whether no cell holds anything, as in a line of separators only. */
  boolean areBlank() {
    return end == 0 && broken.isEmpty();
  }

  /** Returns the first cell with bytes that are not UTF-8. */
  int undecoded() {
    return undecoded;
  }

  /** Returns which of its characters that is, counted from 1. */
  int undecodedAt() {
    return undecodedAt;
  }

  private int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  boolean isEmpty(int cell) {
    return start(cell) == ends[cell];
  }

  boolean startsWith(int cell, char character) {
    return !isEmpty(cell) && characters[start(cell)] == character;
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

  /** Reads a cell by a parser that keeps what it made of some texts. */
  <T> Optional<T> read(int cell, CellParser.Caching<T> parser) {
    return parser.read(characters, start(cell), ends[cell]);
  }

  boolean holds(int cell, String text) {
    int start = start(cell);
    int length = text.length();
    boolean same = length == ends[cell] - start;
    for (int i = 0; same && i < length; i++) {
      same = text.charAt(i) == characters[start + i];
    }
    return same;
  }

  /** Returns the number in a cell, or no number where its text is not of the plainest form. */
  double number(int cell, char decimalSign) {
    return CellParser.PlainNumber.decimal(characters, start(cell), ends[cell], decimalSign);
  }

  /** Returns the whole number in a cell, or none where its text is not of the plainest form. */
  int wholeNumber(int cell) {
    return CellParser.PlainNumber.whole(characters, start(cell), ends[cell]);
  }

  /** Takes the fields of each record from the tokenizer into the same cells. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvCells> {
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
}
