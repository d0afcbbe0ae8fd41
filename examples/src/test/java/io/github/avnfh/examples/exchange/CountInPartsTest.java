package io.github.avnfh.examples.exchange;

import io.github.avnfh.survival.EventCounts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is counted in parts gives the curves and tests of its rows. */
class CountInPartsTest {
  /** Counts the parts of a table {@code registry} in any order. */
  static EventCounts counted(Connection database) {
    return HipRegistry.shuffledParts().stream()
        .map(part -> CountInDatabase.counts(
            database,
            "SELECT patient, side AS hip, stage AS grp, days, event FROM registry WHERE MOD(patient, "
                + HipRegistry.PARTS + ") = " + part))
        .reduce(EventCounts::merge)
        .orElseThrow();
  }

  static Connection filled(Path folder, HipRegistry hips) throws Exception {
    Path file = folder.resolve("hips.csv");
    hips.write(file, patient -> true);
    Connection database = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TABLE registry (patient INT, side CHAR(1), stage VARCHAR(3), days INT,"
              + " event INT) AS SELECT * FROM CSVREAD('" + file + "')");
    } catch (SQLException e) {
      database.close();
      throw e;
    }
    return database;
  }

  @Test
  void givesTheAnswersOfTheRowsInAnyOrderOfTheParts(@TempDir Path folder) throws Exception {
    HipRegistry hips = HipRegistry.of(10_000);
    try (Connection database = filled(folder, hips)) {
      hips.assertAnswers(counted(database));
    }
  }
}
