package io.github.avnfh.core.csv;

import io.github.avnfh.core.Timepoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** The two ways to write a day: as days from the first treatment, or as a date. */
record DayCells(String dayColumn, String dateColumn) {

  static DayCells named(String prefix) {
    return new DayCells(prefix + "day", prefix + "date");
  }

  /** Reads the day, which a date gives together with the date of the first treatment. */
  OptionalInt read(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = row.wholeNumber(dayColumn, Timepoint.DAY);
    Optional<LocalDate> date = row.date(dateColumn);
    if (date.isEmpty()) {
      return day;
    }
    if (indexDate.isEmpty()) {
      row.report(dateColumn, "can be read only if hips.csv gives the index_date of the hip");
      return day;
    }
    long counted = ChronoUnit.DAYS.between(indexDate.get(), date.get());
    if (!Timepoint.DAY.allows((double) counted)) {
      row.report(dateColumn, Timepoint.DAY.legalRange() + ", and this date does not");
    } else if (day.isPresent() && day.getAsInt() != counted) {
      row.report(
          dateColumn,
          "does not agree with column " + row.shown(dayColumn)
              + "; both must name one day, or one be empty");
    }
    return OptionalInt.of((int) counted);
  }

  /** Reads a day that must be there. */
  OptionalInt required(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = read(row, indexDate);
    if (day.isEmpty() && row.isEmpty(dayColumn) && row.isEmpty(dateColumn)) {
      String date = row.shown(dateColumn);
      row.report(
          dayColumn,
          "is empty; days from the first treatment were expected"
              + (date.equals(row.shown(dayColumn)) ? "" : ", or a date in column " + date));
    }
    return day;
  }
}
