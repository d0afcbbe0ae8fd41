package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import java.util.Optional;

/** The column of an instrument; texts that come again soon are one value. */
record ScoreCells(String column, Remembered<Score> scores) {
  private static final int PLACES = 1 << 12;

  static ScoreCells of(Instrument instrument, boolean decimalComma) {
    return new ScoreCells(
        instrument.code(),
        new Remembered<>(
            PLACES, text -> Score.of(instrument, CellText.number(text, decimalComma))));
  }

  /** Reads the score of a row, if it has one. */
  Optional<Score> read(CsvRow row) {
    return row.optional(column, scores);
  }
}
