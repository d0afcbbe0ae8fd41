package io.github.avnfh.core.csv;

import io.github.avnfh.core.cohort.DataKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the files that make a cohort: its columns, and what becomes of a row. */
interface Sheet {
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

  CohortDraft draft();

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

  /** Returns all columns. */
  default List<String> columns() {
    return Stream.concat(required().stream(), optional().stream()).toList();
  }

  /** Tells whether no message may repeat the text of a cell that cannot be read. */
  default boolean withholds(String text) {
    return draft().isIdentifier(text);
  }

  /** Takes what a row holds, or reports why not. */
  void take(CsvRow row);
}
