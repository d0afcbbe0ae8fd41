package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.avnfh.survival.EventCounts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million hips in seven parts as DuckDB reads them from CSV and Parquet, and as H2 holds them in
 * a table; run by the profile {@code duckdb} only.
 */
class DuckDbCheck {
  private static final HipRegistry HIPS =
      HipRegistry.of(Integer.getInteger("avnfh.hips", 1_000_000));

  @TempDir
  private Path folder;

  @BeforeEach
  void needsTheDriver() {
    assumeThat(DriverManager.drivers().map(driver -> driver.getClass().getPackageName()))
        .as("the driver, which the profile duckdb brings")
        .contains("org.duckdb");
  }

  private Path csv(int part) {
    return folder.resolve("hips-" + part + ".csv");
  }

  private Path parquet(int part) {
    return folder.resolve("hips-" + part + ".parquet");
  }

  private static EventCounts counted(Connection database, IntFunction<Path> files) {
    return HipRegistry.shuffledParts().stream()
        .map(part -> CountInDatabase.counts(
            database,
            "SELECT patient, side AS hip, stage AS grp, days, event FROM '" + files.apply(part)
                + "'"))
        .reduce(EventCounts::merge)
        .orElseThrow();
  }

  @Test
  void countsFilesOfCsvAndParquetAsTheirRows() throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      for (int part = 0; part < HipRegistry.PARTS; part++) {
        HIPS.write(csv(part), HipRegistry.part(part));
        statement.execute(
            "COPY (FROM '" + csv(part) + "') TO '" + parquet(part) + "' (FORMAT parquet)");
      }
      EventCounts ofText = counted(database, this::csv);
      HIPS.assertAnswers(ofText);
      EventCounts ofColumns = counted(database, this::parquet);
      assertThat(ofColumns.only(HipRegistry.STAGES).lines())
          .isEqualTo(ofText.only(HipRegistry.STAGES).lines());
      HIPS.assertAnswers(ofColumns);
    }
  }

  @Test
  void countsATableOfTheSameHips() throws Exception {
    try (Connection database = CountInPartsTest.filled(folder, HIPS)) {
      HIPS.assertAnswers(CountInPartsTest.counted(database));
    }
  }
}
