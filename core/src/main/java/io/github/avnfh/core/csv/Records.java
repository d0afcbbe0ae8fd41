package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records of a text in CSV, whose separator is told by its first line. */
final class Records {
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LARGEST_CELL = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String SEPARATORS = ",;\t";
  private static final String COMMENT = "#";

  /** The line in which a spreadsheet names the separator, before the header. */
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=([,;\t])\"?", Pattern.CASE_INSENSITIVE);

  private Records() {}

  /** Returns the records; of comments neither the separator nor a quote is one. */
  static <T> Iterator<T> of(Reader text, boolean comments, CsvCallbackHandler<T> handler)
      throws IOException {
    text.mark(LONGEST_HEADER);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return CsvReader.builder()
        .fieldSeparator(separator(text, comments))
        .commentStrategy(comments ? CommentStrategy.SKIP : CommentStrategy.NONE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LARGEST_CELL)
        .build(handler, text)
        .iterator();
  }

  /** Tells whether a character separates cells in some files. */
  static boolean isSeparator(char character) {
    return character == ',' || character == ';' || character == '\t';
  }

  /** Returns the separator, and passes over a line that names it but for its end. */
  private static char separator(Reader text, boolean comments) throws IOException {
    text.mark(LONGEST_HEADER);
    String first = line(text, LONGEST_HEADER - 1);
    String header = first;
    int left = LONGEST_HEADER - first.length() - 2;
    while (comments && left > 0 && (header.isEmpty() || header.startsWith(COMMENT))) {
      header = line(text, left);
      left -= header.length() + 1;
    }
    text.reset();
    Matcher declared = DECLARATION.matcher(first);
    if (declared.matches()) {
      for (int read = 0; read < first.length(); read++) {
        text.read();
      }
      return declared.group(1).charAt(0);
    }
    return mostFrequent(header);
  }

  /** Reads to the end of a line, but no more than so many characters. */
  private static String line(Reader text, int most) throws IOException {
    StringBuilder line = new StringBuilder();
    int left = most;
    int character = 0;
    while (left-- > 0) {
      character = text.read();
      if (character < 0 || character == '\n' || character == '\r') {
        break;
      }
      line.append((char) character);
    }
    return line.toString();
  }

  /** Counts outside of quotes; a comma stands for none. */
  private static char mostFrequent(String line) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      int separator = SEPARATORS.indexOf(line.charAt(i));
      if (separator >= 0 && !quoted) {
        counts[separator]++;
      }
    }
    int most = 0;
    for (int separator = 1; separator < counts.length; separator++) {
      most = counts[separator] > counts[most] ? separator : most;
    }
    return SEPARATORS.charAt(most);
  }

  /**
   * How large a row may be; what is larger is no table that a person wrote, or a quote left open.
   */
  static final class RowSize {
    /** A spreadsheet has as many columns, and 32,767 characters in a cell. */
    private static final int MOST_CELLS = 1 << 14;

    private static final int MOST_CHARACTERS_OF_A_CELL = 1 << 20;

    private RowSize() {}

    /** A row that is too large, told from other faults by its type. */
    static final class TooLarge extends CsvParseException {
      private static final long serialVersionUID = 1L;

      TooLarge(String message) {
        super(message);
      }
    }

    /** Refuses one more cell of so many characters where that is too much. */
    static void check(int cells, int characters) {
      if (cells == MOST_CELLS) {
        throw new TooLarge("the row that begins here or below has more columns than can be read; "
            + MOST_CELLS + " at most were expected; nothing from there on was read");
      }
      if (characters > MOST_CHARACTERS_OF_A_CELL) {
        throw tooManyCharacters();
      }
    }

    static TooLarge tooManyCharacters() {
      return new TooLarge(
          "a cell here or below is larger than can be read, perhaps for a quote left"
              + " open; " + MOST_CHARACTERS_OF_A_CELL
              + " characters at most were expected; nothing from there on was read");
    }

    /** Returns why records could not be told apart, without the text of a cell. */
    static String refusal(CsvParseException e) {
      if (e instanceof TooLarge) {
        return String.valueOf(e.getMessage());
      }
      return String.valueOf(e.getMessage()).contains("buffer")
          ? String.valueOf(tooManyCharacters().getMessage())
          : "a quote that opens here or below does not close rightly; nothing from there on was read";
    }
  }
}
