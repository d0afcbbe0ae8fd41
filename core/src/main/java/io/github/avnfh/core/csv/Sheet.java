package io.github.avnfh.core.csv;

import java.util.List;

/** One of the files that make a cohort: its columns, and what becomes of a row. */
interface Sheet {
  List<String> FILES = List.of(
      "patients.csv", "hips.csv", "visits.csv", "imaging.csv", "events.csv", "satisfaction.csv");
  String ORIGIN = "data_origin";
  String PATIENT = "patient_id";

  String file();

  List<String> required();

  List<String> optional();

  /** Takes what a row holds, or reports why not. */
  void take(CsvRow row);
}
