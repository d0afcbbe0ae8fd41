package io.github.avnfh.examples.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.dictionary.Dictionary;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry in a database gives the cohort that the same rows in files give. */
class DatabaseTest {
  private static final Dictionary DICTIONARY = Dictionary.parse("dictionary.csv", """
      source,column,means,visit,side,codes,missing,unit,dates
      hips,ID,patient,,,,,,
      hips,SEX,sex,,,1=M;2=F,,,
      hips,AGE,age_years,,,,,,
      hips,HIP,side,,,,,,
      hips,CAUSE,etiology,,,,,,
      hips,STAGE,steinberg_stage,,,,,,
      hips,TREATED,index_date,,,,,,yyyy-MM-dd
      hips,SEEN,last_seen_date,,,,,,yyyy-MM-dd
      hips,OPERATED_BEFORE,prior_surgery,,,,,,
      hips,REMARK,ignored,,,,,,
      visits,ID,patient,,,,,,
      visits,HIP,side,,,,,,
      visits,MONTHS,visit,,,,,months,
      visits,VAS,score:vas,,,,,,
      """);
  private static final String HIPS = "SELECT * FROM hips ORDER BY id, hip";
  private static final String VISITS = "SELECT * FROM visits ORDER BY id, hip, months";

  private Connection registry;

  @BeforeEach
  void fill() throws SQLException {
    registry = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = registry.createStatement()) {
      statement.execute("CREATE TABLE hips (id VARCHAR, sex INT, age SMALLINT, hip CHAR(1),"
          + " cause VARCHAR, stage VARCHAR, treated DATE, seen TIMESTAMP, operated_before BOOLEAN,"
          + " remark VARCHAR)");
      statement.execute("INSERT INTO hips VALUES ('P1', 1, 41, 'L', 'alcohol', 'II', '2024-01-10',"
          + " '2026-01-11 14:05:00', FALSE, 'a, \"b\"; c'), ('P1', 1, 41, 'R', 'alcohol', 'III',"
          + " '2024-02-10', '2026-01-11 00:00:00', TRUE, NULL), ('P2', 2, 30, 'L', 'idiopathic',"
          + " 'I', '2024-03-01', NULL, NULL, '')");
      statement.execute(
          "CREATE TABLE visits (id VARCHAR, hip CHAR(1), months INT, vas DECIMAL(4,2))");
      statement.execute("INSERT INTO visits VALUES ('P1', 'L', 0, 7.50), ('P1', 'L', 6, 3.25),"
          + " ('P2', 'L', 0, 8), ('P2', 'L', 12, NULL)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    registry.close();
  }

  private CsvInput query(String name, String sql) {
    return CsvInput.ofQuery(name, () -> {
      Statement statement = registry.createStatement();
      statement.closeOnCompletion();
      return statement.executeQuery(sql);
    });
  }

  private static CsvInput file(String name, String text) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  @Test
  void givesTheCohortOfTheSameRowsInFiles() {
    Cohort fromFiles = CohortReader.with(DICTIONARY)
        .read(List.of(file("hips", """
            ID,SEX,AGE,HIP,CAUSE,STAGE,TREATED,SEEN,OPERATED_BEFORE,REMARK
            P1,1,41,L,alcohol,II,2024-01-10,2026-01-11,0,"a, ""b""; c"
            P1,1,41,R,alcohol,III,2024-02-10,2026-01-11,1,
            P2,2,30,L,idiopathic,I,2024-03-01,,,
            """), file("visits", """
            ID,HIP,MONTHS,VAS
            P1,L,0,7.5
            P1,L,6,3.25
            P2,L,0,8
            P2,L,12,
            """)))
        .orThrow();
    Cohort fromDatabase = CohortReader.with(DICTIONARY)
        .read(List.of(query("hips", HIPS), query("visits", VISITS)))
        .orThrow();
    assertThat(fromDatabase).isEqualTo(fromFiles);
    assertThat(fromDatabase.hips()).hasSize(3);
    assertThat(fromDatabase.hips().get(0).lastKnownDay()).isEqualTo(732);
  }

  @Test
  void tellsWhatIsWrongByQueryRowAndColumn() throws SQLException {
    try (Statement statement = registry.createStatement()) {
      statement.execute("UPDATE visits SET vas = 35 WHERE months = 6");
    }
    CohortReading reading =
        CohortReader.with(DICTIONARY).read(List.of(query("hips", HIPS), query("visits", VISITS)));
    assertThat(reading.problems())
        .extracting(Problem::text)
        .containsExactly(
            "visits:3: column VAS: pain on the visual analog scale [cm] must lie in 0.0..10.0, but"
                + " was 35.0");
  }

  /** On the day of the treatment a hip is seen; one that was last seen before it cannot be. */
  @ParameterizedTest
  @CsvSource({"2024-03-02, 0", "2024-03-01, 0", "2024-02-29, 1"})
  void refusesALastVisitBeforeTheFirstTreatment(String seen, int problems) throws SQLException {
    try (Statement statement = registry.createStatement()) {
      statement.execute("UPDATE hips SET seen = '" + seen + "' WHERE id = 'P2'");
    }
    CohortReading reading = CohortReader.with(DICTIONARY)
        .read(
            List.of(query("hips", HIPS), query("visits", "SELECT * FROM visits WHERE id = 'P1'")));
    assertThat(reading.problems()).hasSize(problems);
    assertThat(reading.problems())
        .allMatch(
            problem -> problem.text().startsWith("hips:4: column SEEN: lies before the first"));
  }

  @Test
  void reportsAQueryThatTheDatabaseRefuses() {
    Problems problems = new Problems();
    query("hips", "SELECT nothing FROM nowhere").forEachRow(problems, row -> {});
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly(
            "hips:1: column 1: the file cannot be read; a readable CSV file was" + " expected");
  }

  /** The connection fails after 40,000 rows of 50,000; rows come to the reader in batches. */
  @Test
  void reportsRowsThatBreakOff() {
    Problems problems = new Problems();
    List<String> seen = new ArrayList<>();
    String many = "SELECT x AS months FROM SYSTEM_RANGE(1, 50000)";
    CsvInput.ofQuery("visits", () -> failing(registry.createStatement().executeQuery(many), 40_000))
        .forEachRow(problems, row -> seen.add(row.text("MONTHS").orElseThrow()));
    assertThat(seen).hasSizeBetween(10_000, 40_000);
    assertThat(seen.get(seen.size() - 1)).isEqualTo(Integer.toString(seen.size()));
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly("visits:" + (seen.size() + 2)
            + ": column 1: the file breaks off; nothing from there on was read");
  }

  private static ResultSet failing(ResultSet rows, int after) {
    int[] left = {after};
    return (ResultSet) Proxy.newProxyInstance(
        DatabaseTest.class.getClassLoader(),
        new Class<?>[] {ResultSet.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("next") && left[0]-- == 0) {
            throw new SQLException("gone");
          }
          try {
            return method.invoke(rows, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** Twice, because patients and hips are joined before visits are read. */
  @Test
  void closesEveryResultSet() throws SQLException {
    List<ResultSet> opened = new ArrayList<>();
    CsvInput hips = CsvInput.ofQuery("hips", () -> {
      ResultSet rows = registry.createStatement().executeQuery(HIPS);
      opened.add(rows);
      return rows;
    });
    CohortReader.with(DICTIONARY).read(List.of(hips, query("visits", VISITS))).orThrow();
    assertThat(opened).isNotEmpty();
    for (ResultSet rows : opened) {
      assertThat(rows.isClosed()).isTrue();
    }
  }
}
