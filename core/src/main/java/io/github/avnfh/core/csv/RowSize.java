package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;

/** How large a row may be; what is larger is no table that a person wrote, or a quote left open. */
final class RowSize {
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
    return new TooLarge("a cell here or below is larger than can be read, perhaps for a quote left"
        + " open; " + MOST_CHARACTERS_OF_A_CELL
        + " characters at most were expected; nothing from there on was read");
  }

  /** Returns why records could not be told apart, in our own words. */
  static String refusal(CsvParseException refused) {
    if (refused instanceof TooLarge) {
      return String.valueOf(refused.getMessage());
    }
    return String.valueOf(refused.getMessage()).contains("buffer")
        ? String.valueOf(tooManyCharacters().getMessage())
        : "a quote that opens here or below does not close rightly; nothing from there on was read";
  }
}
