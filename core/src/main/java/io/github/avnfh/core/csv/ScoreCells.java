package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Visit;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The column of an instrument; equal scores that come again soon are one value. */
final class ScoreCells {
  private static final int PLACES = 1 << 10;

  private final Instrument instrument;
  private final Score[] recent = new Score[PLACES];

  ScoreCells(Instrument instrument) {
    this.instrument = instrument;
    Arrays.fill(recent, Score.of(instrument, instrument.quantity().low()));
  }

  String column() {
    return instrument.code();
  }

  /** Adds the score of a row, if it has one. */
  void read(CsvRow row, Visit.Builder visit) {
    OptionalDouble points = row.number(instrument.code(), instrument.quantity());
    if (points.isPresent()) {
      visit.addScores(score(points.getAsDouble()));
    }
  }

  private Score score(double points) {
    int bits = Double.hashCode(points);
    int place = (bits ^ (bits >>> 10) ^ (bits >>> 20)) & (PLACES - 1);
    if (recent[place].points() != points) {
      recent[place] = Score.of(instrument, points);
    }
    return recent[place];
  }
}
