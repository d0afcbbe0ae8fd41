package io.github.avnfh.examples.stage;

import io.github.avnfh.core.csv.CsvOutput;

/** The table of stages: a row for each hip and visit, in the order of the input. */
final class StageTable {
  private final CsvOutput table =
      CsvOutput.withHeader("patient_id", "side", "visit", "stage", "grade", "reasons", "missing");
  private long rows;

  void add(StagedHip hip) {
    StageCells cells = hip.cells();
    table.row(
        hip.hip().patient().value(),
        hip.hip().side().code(),
        hip.visit(),
        cells.stage(),
        cells.grade(),
        cells.reasons(),
        cells.missing());
    rows++;
  }

  long rows() {
    return rows;
  }

  String text() {
    return table.text();
  }
}
