package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

/** The records of a text in CSV, whose separator is told by its first line. */
final class Records {
  private static final int LONGEST_HEADER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

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
        .build(handler, text)
        .iterator();
  }

  private static char separator(Reader text) throws IOException {
    text.mark(LONGEST_HEADER);
    int commas = 0;
    int semicolons = 0;
    int character = text.read();
    for (int read = 1;
        character >= 0 && character != '\n' && character != '\r' && read < LONGEST_HEADER;
        read++) {
      commas += character == ',' ? 1 : 0;
      semicolons += character == ';' ? 1 : 0;
      character = text.read();
    }
    text.reset();
    return semicolons > commas ? ';' : ',';
  }
}
