package io.github.avnfh.examples.stage;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.staging.Level;
import io.github.avnfh.staging.Reading;
import java.util.stream.Collectors;

/** The table of stages: a row for each hip and visit, in the order of the input. */
final class StageTable {
  private final CsvOutput table =
      CsvOutput.withHeader("patient_id", "side", "visit", "stage", "grade", "reasons", "missing");
  private long rows;

  void add(StagedHip hip) {
    Reading<?, ?> reading = hip.reading();
    table.row(
        hip.hip().patient().value(),
        hip.hip().side().code(),
        hip.visit(),
        decided(reading.stage()),
        decided(reading.grade()),
        reading.reasons().stream()
            .map(reason -> reason.rule().id())
            .collect(Collectors.joining(";")),
        String.join(";", reading.missing()));
    rows++;
  }

  private static String decided(Level<?> level) {
    return level.decided().map(Coded::code).orElse("");
  }

  long rows() {
    return rows;
  }

  String text() {
    return table.text();
  }
}
