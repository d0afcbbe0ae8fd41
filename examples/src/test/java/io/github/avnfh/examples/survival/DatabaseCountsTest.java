package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRank;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A registry that counts its hips and pairs of hips gives the curves and tests of its rows. */
class DatabaseCountsTest {
  private static final int PARTS = 7;
  private static final List<String> STAGES = List.of("I", "II", "III");
  private static final String HIPS = """
      SELECT stage AS "group", days AS "day", SUM(replaced) AS "events",
          COUNT(*) - SUM(replaced) AS "censored"
      FROM hips WHERE MOD(patient, 7) = %d GROUP BY stage, days ORDER BY stage, days""";
  private static final String PAIRS = """
      SELECT a.stage AS "group_a", a.days AS "day_a", a.replaced AS "cause_a",
          b.stage AS "group_b", b.days AS "day_b", b.replaced AS "cause_b", COUNT(*) AS "patients"
      FROM hips a JOIN hips b ON a.patient = b.patient AND a.side < b.side
      WHERE MOD(a.patient, 7) = %d
      GROUP BY a.stage, a.days, a.replaced, b.stage, b.days, b.replaced""";

  private static Connection registry;
  private static FollowUp rows;

  @BeforeAll
  static void fill() throws SQLException {
    registry = DriverManager.getConnection("jdbc:h2:mem:");
    Random random = new Random(7);
    List<Integer> days = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    List<String> stages = new ArrayList<>();
    List<Integer> patients = new ArrayList<>();
    try (Statement statement = registry.createStatement()) {
      statement.execute(
          "CREATE TABLE hips (patient INT, side CHAR(1), stage VARCHAR, days INT, replaced INT)");
    }
    try (PreparedStatement insert =
        registry.prepareStatement("INSERT INTO hips VALUES (?, ?, ?, ?, ?)")) {
      for (int patient = 0; patient < 600; patient++) {
        int shared = random.nextInt(300);
        for (int hip = 0; hip < 1 + patient % 2; hip++) {
          int stage = random.nextInt(3);
          boolean event = random.nextInt(4) <= stage;
          int day = 30 + shared + random.nextInt(200);
          insert.setInt(1, patient);
          insert.setString(2, hip == 0 ? "L" : "R");
          insert.setString(3, STAGES.get(stage));
          insert.setInt(4, day);
          insert.setInt(5, event ? 1 : 0);
          insert.addBatch();
          days.add(day);
          events.add(event);
          stages.add(STAGES.get(stage));
          patients.add(patient);
        }
      }
      insert.executeBatch();
    }
    boolean[] replaced = new boolean[events.size()];
    IntStream.range(0, replaced.length).forEach(i -> replaced[i] = events.get(i));
    rows = FollowUp.ofDays(days.stream().mapToInt(Integer::intValue).toArray(), replaced)
        .groups(stages, STAGES)
        .clusters(patients)
        .build();
  }

  @AfterAll
  static void close() throws SQLException {
    registry.close();
  }

  private static CsvInput query(String sql) {
    return CsvInput.ofQuery("registry", () -> {
      Statement statement = registry.createStatement();
      statement.closeOnCompletion();
      return statement.executeQuery(sql);
    });
  }

  /** In digits that the database reads in every locale. */
  private static String sql(String query, int part) {
    return query.replace("%d", Integer.toString(part));
  }

  private static EventCounts part(int part) {
    Problems problems = new Problems();
    EventCounts counts = EventCounts.of(DayCount.read(query(sql(HIPS, part)), problems))
        .withPairs(PairCount.read(query(sql(PAIRS, part)), problems));
    assertThat(problems.list()).isEmpty();
    return counts;
  }

  private static EventCounts merged(List<Integer> order) {
    return order.stream()
        .map(DatabaseCountsTest::part)
        .reduce(EventCounts::merge)
        .orElseThrow()
        .only(STAGES);
  }

  private static List<Integer> inOrder() {
    return new ArrayList<>(IntStream.range(0, PARTS).boxed().toList());
  }

  @Test
  void givesTheErrorsAndTestsOfItsRows() {
    EventCounts counts = merged(inOrder());
    assertThat(counts.rows()).isEqualTo(rows.size());
    for (String stage : STAGES) {
      SurvivalCurve expected = KaplanMeier.withDefaults().estimate(rows).curve(stage);
      SurvivalCurve found = KaplanMeier.withDefaults().estimate(counts).curve(stage);
      for (int day : new int[] {60, 200, 300}) {
        SurvivalEstimate one = expected.at(day).estimate().orElseThrow();
        SurvivalEstimate other = found.at(day).estimate().orElseThrow();
        assertThat(other.survival()).isCloseTo(one.survival(), within(1e-14));
        assertThat(other.standardError().isPresent())
            .isEqualTo(one.standardError().isPresent());
        assertThat(other.standardError().orElse(0))
            .isCloseTo(one.standardError().orElse(0), within(1e-12));
      }
    }
    ChiSquare expected = LogRank.withDefaults().test(rows).answer().chiSquare().orElseThrow();
    ChiSquare found = LogRank.withDefaults().test(counts).answer().chiSquare().orElseThrow();
    assertThat(found.statistic()).isCloseTo(expected.statistic(), within(1e-11));
    assertThat(expected.statistic()).isGreaterThan(1);
  }

  @Test
  void isTheSameToTheLastBitInAnyOrderOfItsParts() {
    EventCounts first = merged(inOrder());
    List<Integer> shuffled = inOrder();
    Collections.shuffle(shuffled, new Random(3));
    EventCounts second = merged(shuffled);
    assertThat(LogRank.withDefaults().test(second).tests())
        .isEqualTo(LogRank.withDefaults().test(first).tests());
    for (String stage : STAGES) {
      assertThat(KaplanMeier.withDefaults().estimate(second).curve(stage).steps())
          .isEqualTo(KaplanMeier.withDefaults().estimate(first).curve(stage).steps());
    }
  }

  /** The second row has a day before the start, the third more events than can be counted. */
  @Test
  void tellsWhatIsWrongWithItsLines() {
    Problems problems = new Problems();
    List<DayCount> lines = DayCount.read(
        query("SELECT d AS \"day\", n AS \"events\", 0 AS \"censored\""
            + " FROM (VALUES (5, 1), (-1, 1), (6, 3000000000)) AS counts (d, n)"),
        problems);
    assertThat(lines).containsExactly(DayCount.of("all", 5, 1, 0));
    assertThat(problems.list()).extracting(Problem::text).hasSize(2).satisfies(texts -> {
      assertThat(texts.get(0)).startsWith("registry:3: column day: time [days] must lie in 0");
      assertThat(texts.get(1)).startsWith("registry:4: column events: ");
    });
  }
}
