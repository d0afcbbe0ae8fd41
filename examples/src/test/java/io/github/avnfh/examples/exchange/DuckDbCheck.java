package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.LogRank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV and Parquet as DuckDB reads them; run by the profile {@code duckdb} only. */
class DuckDbCheck {
  @Test
  void countsFilesOfCsvAndParquetAsTheirRows(@TempDir Path folder) throws Exception {
    assumeThat(DriverManager.drivers().map(driver -> driver.getClass().getPackageName()))
        .as("the driver, which the profile duckdb brings")
        .contains("org.duckdb");
    Random random = new Random(11);
    StringBuilder csv = new StringBuilder("patient,side,stage,day,event\n");
    List<Integer> patients = new ArrayList<>();
    List<String> stages = new ArrayList<>();
    int[] days = new int[3000];
    boolean[] events = new boolean[days.length];
    for (int row = 0; row < days.length; row++) {
      patients.add(row / 2);
      stages.add(random.nextBoolean() ? "II" : "III");
      days[row] = 1 + random.nextInt(900);
      events[row] = random.nextInt(3) == 0;
      csv.append(row / 2).append(row % 2 == 0 ? ",L," : ",R,").append(stages.get(row));
      csv.append(',').append(days[row]).append(',').append(events[row] ? 1 : 0).append('\n');
    }
    FollowUp rows = FollowUp.ofDays(days, events)
        .groups(stages, List.of("II", "III"))
        .clusters(patients)
        .build();
    Path file = Files.writeString(folder.resolve("hips.csv"), csv);
    Path parquet = folder.resolve("hips.parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("COPY (FROM '" + file + "') TO '" + parquet + "' (FORMAT parquet)");
      for (Path each : List.of(file, parquet)) {
        EventCounts counts = CountInDatabase.counts(
            database,
            "SELECT patient, side AS hip, stage AS grp, day AS days, event FROM '" + each + "'");
        assertThat(counts.lines()).isEqualTo(rows.counts().lines());
        assertThat(counts.pairs()).contains(rows.pairs());
        assertThat(LogRank.withDefaults().test(counts).tests())
            .isEqualTo(LogRank.withDefaults().test(rows).tests());
      }
    }
  }
}
