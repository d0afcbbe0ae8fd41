package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One of the files that make a cohort: its columns, and what becomes of a row. */
interface CohortFile {
  String PATIENTS = "patients.csv";
  String HIPS = "hips.csv";
  String VISITS = "visits.csv";
  String IMAGING = "imaging.csv";
  String PROCEDURES = "procedures.csv";
  String EVENTS = "events.csv";
  String SATISFACTION = "satisfaction.csv";
  List<String> FILES = List.of(PATIENTS, HIPS, VISITS, IMAGING, PROCEDURES, EVENTS, SATISFACTION);

  String ORIGIN = "data_origin";
  String PATIENT = "patient_id";
  String SIDE = "side";
  String VISIT = "visit";
  String STATUS = "status";

  CohortAssembler assembler();

  /** Returns the name of the file. */
  String file();

  List<String> required();

  List<String> optional();

  /** Returns the kind of data that the file records, though it may hold no row. */
  default Optional<DataKind> kind() {
    return Optional.empty();
  }

  /** Returns the kinds of data that single columns record, though no cell of them may be filled. */
  default Map<String, DataKind> kindsByColumn() {
    return Map.of();
  }

  /** Notes what single columns record. */
  default void recordColumns(Predicate<String> isThere) {
    kindsByColumn().forEach((column, kind) -> {
      if (isThere.test(column)) {
        assembler().record(kind);
      }
    });
  }

  /** Returns all columns. */
  default List<String> columns() {
    return Stream.concat(required().stream(), optional().stream()).toList();
  }

  /** Tells whether no message may repeat the text of a cell that cannot be read. */
  default boolean withholds(String text) {
    return assembler().isIdentifier(text);
  }

  /** Takes what a row holds, or reports why not. */
  void take(CsvRow row);

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
        row.report(
            dateColumn,
            "can be read only with the date of the first treatment of the hip (index_date)");
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
                + (date.equals(row.shown(dayColumn)) || !row.hasColumn(dateColumn)
                    ? ""
                    : ", or a date in column " + date));
      }
      return day;
    }
  }

  /** Writes the rows of a file, with the origin of the data where the cohort declares one. */
  static String text(Cohort cohort, List<String> columns, Stream<List<String>> rows) {
    boolean declared = cohort.origin() != DataOrigin.UNDECLARED;
    CsvOutput csv = CsvOutput.withHeader(
        (declared ? joined(columns, List.of(ORIGIN)) : columns).toArray(String[]::new));
    List<String> origin = List.of(cohort.origin().code());
    rows.map(cells -> declared ? joined(cells, origin) : cells).forEach(csv::row);
    return csv.text();
  }

  /** The same without the columns that hold nothing, apart from those that are always written. */
  static String filledText(
      Cohort cohort, List<String> columns, Predicate<String> always, Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    int[] kept = IntStream.range(0, columns.size())
        .filter(column -> always.test(columns.get(column))
            || all.stream().anyMatch(cells -> !cells.get(column).isEmpty()))
        .toArray();
    return text(cohort, only(kept, columns), all.stream().map(cells -> only(kept, cells)));
  }

  private static List<String> only(int[] kept, List<String> cells) {
    return Arrays.stream(kept).mapToObj(cells::get).toList();
  }

  static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Writes texts that stand by the names of their columns. */
  static List<String> cells(List<String> columns, Map<String, String> codes) {
    return columns.stream().map(column -> codes.getOrDefault(column, "")).toList();
  }

  /** Writes yes or no as 1 or 0. */
  static String flag(Optional<Boolean> answer) {
    return answer.map(yes -> yes ? "1" : "0").orElse("");
  }
}
