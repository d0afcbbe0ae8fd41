package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.LogRank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of {@code DATABASES.md} and the program that sends them, on H2. */
class CountInDatabaseTest {
  private static final Pattern SQL =
      Pattern.compile("^```text\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** Patient 1 has both hips; the last hip of patient 3 is replaced on the day of the treatment. */
  private static final String[] REGISTRY = {
    "CREATE TABLE registry (patient_id INT, side CHAR(1), stage VARCHAR(3), treated_on DATE,"
        + " replaced_on DATE, last_seen_on DATE)",
    "INSERT INTO registry VALUES (1, 'L', 'II', DATE '2020-02-28', DATE '2020-03-01',"
        + " DATE '2021-01-01'), (1, 'R', 'III', DATE '2020-01-01', NULL, DATE '2021-01-01'),"
        + " (2, 'L', 'II', DATE '2020-01-01', NULL, DATE '2020-01-31'),"
        + " (3, 'R', 'III', DATE '2020-01-01', DATE '2020-01-01', DATE '2020-01-01')"
  };

  private static final FollowUp FOLLOWED = FollowUp.ofDays(
          new int[] {2, 366, 30, 0}, new boolean[] {true, false, false, true})
      .groups(List.of("II", "III", "II", "III"))
      .clusters(List.of(1, 1, 2, 3))
      .build();

  private static String document() throws IOException {
    return Files.readString(Path.of("DATABASES.md"));
  }

  private static String query(String heading) throws IOException {
    String document = document();
    Matcher block = SQL.matcher(document.substring(document.indexOf("# " + heading + "\n")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static EventCounts counted(String mode, String hips, String... tables)
      throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:;MODE=" + mode);
        Statement statement = database.createStatement()) {
      for (String table : tables) {
        statement.execute(table);
      }
      return CountInDatabase.counts(database, hips);
    }
  }

  @ParameterizedTest
  @CsvSource({"PostgreSQL, PostgreSQL", "SQL Server, MSSQLServer", "Oracle, Oracle"})
  void countsTheHipsOfARegistry(String heading, String mode) throws Exception {
    EventCounts counts = counted(mode, query(heading), REGISTRY);
    assertThat(counts.only(List.of("II", "III")).lines())
        .isEqualTo(FOLLOWED.counts().lines());
    assertThat(counts.pairs()).contains(FOLLOWED.pairs());
    assertThat(LogRank.withDefaults().test(counts.only(List.of("II", "III"))).tests())
        .isEqualTo(LogRank.withDefaults().test(FOLLOWED).tests());
  }

  /** Person 1 has both hips treated and the left one replaced; person 2 was replaced before. */
  @Test
  void countsTheHipsOfACommonDataModel() throws Exception {
    EventCounts counts = counted(
        "PostgreSQL",
        query("OMOP common data model"),
        "CREATE TABLE study_concept (concept_id INT, meaning VARCHAR)",
        "INSERT INTO study_concept VALUES (1, 'treatment'), (2, 'arthroplasty'), (3, 'left'),"
            + " (4, 'right')",
        "CREATE TABLE procedure_occurrence (person_id INT, procedure_concept_id INT,"
            + " modifier_concept_id INT, procedure_date DATE)",
        "INSERT INTO procedure_occurrence VALUES (1, 1, 3, DATE '2020-01-01'),"
            + " (1, 1, 3, DATE '2020-06-01'), (1, 1, 4, DATE '2020-01-11'),"
            + " (1, 2, 3, DATE '2020-12-31'), (2, 1, 3, DATE '2020-01-01'),"
            + " (2, 2, 3, DATE '2019-01-01'), (3, 7, 3, DATE '2020-01-01')",
        "CREATE TABLE observation_period (person_id INT, observation_period_end_date DATE)",
        "INSERT INTO observation_period VALUES (1, DATE '2020-12-01'), (1, DATE '2021-01-10'),"
            + " (2, DATE '2021-01-01'), (3, DATE '2021-01-01')");
    assertThat(counts.rows()).isEqualTo(2);
    FollowUp hips = FollowUp.ofDays(new int[] {365, 365}, new boolean[] {true, false})
        .clusters(List.of(1, 1))
        .build();
    assertThat(counts.lines()).isEqualTo(hips.counts().lines());
    assertThat(counts.pairs()).contains(hips.pairs());
  }

  /** A third hip of one patient; two hips without one; an event that is neither 0 nor 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(1, 'L', 0), (1, 'R', 0), (1, 'X', 0)|patients",
        "(NULL, 'L', 0), (NULL, 'R', 0)|patients",
        "(1, 'L', NULL), (2, 'R', 1)|censored",
        "(1, 'L', 2), (2, 'R', 1)|censored"
      })
  void refusesHipsThatCannotBeCounted(String hips, String column) {
    assertThatThrownBy(() -> counted(
            "Regular",
            "SELECT patient, hip, 'all' AS grp, 5 AS days, event FROM (VALUES " + hips
                + ") AS hips (patient, hip, event)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("hips:2: column " + column + ": ");
  }

  /** The second row has a day before the start, the third more events than can be counted. */
  @Test
  void tellsWhatIsWrongWithLines() {
    Problems problems = new Problems();
    CsvInput lines = CsvInput.ofQuery("registry", () -> {
      Statement statement = DriverManager.getConnection("jdbc:h2:mem:").createStatement();
      return statement.executeQuery("SELECT d AS \"day\", n AS \"events\", 0 AS \"censored\""
          + " FROM (VALUES (5, 1), (-1, 1), (6, 3000000000)) AS counts (d, n)");
    });
    assertThat(DayCount.read(lines, problems)).containsExactly(DayCount.of("all", 5, 1, 0));
    assertThat(problems.list()).extracting(Problem::text).hasSize(2).satisfies(texts -> {
      assertThat(texts.get(0)).startsWith("registry:3: column day: time [days] must lie in 0");
      assertThat(texts.get(1)).startsWith("registry:4: column events: ");
    });
  }

  @Test
  void sendsTheQueriesOfTheDocument() throws Exception {
    String source = Files.readString(
        Path.of("src/main/java/io/github/avnfh/examples/exchange/CountInDatabase.java"));
    Matcher blocks = SQL.matcher(document());
    List<String> first = new ArrayList<>();
    while (first.size() < 2 && blocks.find()) {
      first.add(blocks.group(1).replaceAll("\\s+", " ").strip());
    }
    assertThat(first).hasSize(2);
    String sent = source.replaceAll("\\s+", " ").replace(" ORDER BY grp, days", "");
    assertThat(sent).contains(first.get(0)).contains(first.get(1));
  }

  @Test
  void printsCurvesAndTestsOfAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hips.csv");
    Files.writeString(file, """
        patient,side,stage,days,event
        1,L,II,100,1
        1,R,II,100,0
        2,L,III,50,1
        3,L,III,200,0
        """);
    String hips = "SELECT patient, side AS hip, stage AS grp, CAST(days AS INT) AS days,"
        + " CAST(event AS INT) AS event FROM CSVREAD('" + file + "')";
    assertThat(printed("jdbc:h2:mem:", hips, "100"))
        .startsWith("4 hips\nII: 0.500000 (")
        .contains("\nIII: 0.500000 (", "\nlog-rank, clustered: ", "\nlog-rank, independent: ");
    assertThat(printed("jdbc:h2:mem:", hips, "101"))
        .contains("\nII: no hip was followed so long\n");
  }

  private static String printed(String... arguments) throws SQLException {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      CountInDatabase.main(arguments);
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void refusesAQueryThatTheDatabaseRefuses() {
    assertThatThrownBy(() -> counted("Regular", "SELECT 1 AS nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hips:1");
  }
}
