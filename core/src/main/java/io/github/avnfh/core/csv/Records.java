package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
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

  /** The line in which a spreadsheet names the separator, before the header. */
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=([,;\t])\"?", Pattern.CASE_INSENSITIVE);

  private Records() {}

  static <T> Iterator<T> of(Reader text, CsvCallbackHandler<T> handler) throws IOException {
    text.mark(LONGEST_HEADER);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return CsvReader.builder()
        .fieldSeparator(separator(text))
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
  private static char separator(Reader text) throws IOException {
    text.mark(LONGEST_HEADER);
    String first = firstLine(text);
    text.reset();
    Matcher declared = DECLARATION.matcher(first);
    if (declared.matches()) {
      for (int read = 0; read < first.length(); read++) {
        text.read();
      }
      return declared.group(1).charAt(0);
    }
    return mostFrequent(first);
  }

  private static String firstLine(Reader text) throws IOException {
    StringBuilder line = new StringBuilder();
    int character = text.read();
    while (character >= 0
        && character != '\n'
        && character != '\r'
        && line.length() < LONGEST_HEADER - 1) {
      line.append((char) character);
      character = text.read();
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
}
