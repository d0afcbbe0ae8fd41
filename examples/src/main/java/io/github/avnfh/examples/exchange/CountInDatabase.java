package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.LogRank;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Curves and tests by patient from hips that stay in a database, or in files that it reads.
 *
 * <p>The database counts: hips by group, day and event, and patients by what became of both hips.
 * These counts are all that curves, their errors and the log-rank test by patient need, however
 * many hips there are. Any database with a JDBC driver will do; DuckDB reads CSV and Parquet where
 * they lie, with {@code jdbc:duckdb:} and a query such as
 *
 * <pre>{@code
 * SELECT patient, side AS hip, stage AS grp, day AS days, event FROM 'hips.parquet'
 * }</pre>
 */
public final class CountInDatabase {
  private static final String HIPS = """
      WITH hips AS (%s)
      SELECT grp AS "group", days AS "day", SUM(event) AS "events",
        CASE WHEN COUNT(CASE WHEN event IN (0, 1) THEN 1 END) = COUNT(*)
          THEN COUNT(*) - SUM(event) END AS "censored"
      FROM hips GROUP BY grp, days ORDER BY grp, days""";
  private static final String PAIRS = """
      WITH hips AS (%s)
      SELECT group_a AS "group_a", day_a AS "day_a", cause_a AS "cause_a",
        group_b AS "group_b", day_b AS "day_b", cause_b AS "cause_b",
        CASE WHEN MIN(hips) = 2 AND MAX(hips) = 2 THEN COUNT(*) END AS "patients"
      FROM (
        SELECT grp AS group_a, days AS day_a, event AS cause_a,
          LEAD(grp) OVER (PARTITION BY patient ORDER BY hip) AS group_b,
          LEAD(days) OVER (PARTITION BY patient ORDER BY hip) AS day_b,
          LEAD(event) OVER (PARTITION BY patient ORDER BY hip) AS cause_b,
          COUNT(patient) OVER (PARTITION BY patient) AS hips
        FROM hips) pairs
      WHERE day_b IS NOT NULL
      GROUP BY group_a, day_a, cause_a, group_b, day_b, cause_b""";

  private CountInDatabase() {}

  /**
   * Prints the survival of each group at a day, and the log-rank test.
   *
   * @param arguments the address of the database, such as {@code jdbc:duckdb:}; a query of the
   *     columns patient, hip (which tells the hips of a patient apart), grp, days, and event (0 or
   *     1); and the day
   * @throws SQLException if the database refuses the address
   */
  public static void main(String... arguments) throws SQLException {
    try (Connection database = DriverManager.getConnection(arguments[0])) {
      EventCounts counts = counts(database, arguments[1]);
      int day = Integer.parseInt(arguments[2]);
      System.out.println(counts.rows() + " hips");
      KaplanMeier.withDefaults().estimate(counts).curves().forEach(curve -> print(curve, day));
      LogRank.withDefaults()
          .test(counts)
          .tests()
          .forEach(test -> test.chiSquare()
              .ifPresent(found -> System.out.println(
                  text("log-rank, %s: %.11g", test.variance().code(), found.statistic()))));
    }
  }

  /**
   * Lets a database count hips and pairs of hips.
   *
   * @param database an open connection, which is only read
   * @param hips a query as above
   * @return the counts
   * @throws IllegalArgumentException if the database refuses the query, a row cannot be counted, a
   *     patient has more than two hips, or several hips have no patient
   */
  public static EventCounts counts(Connection database, String hips) {
    Problems problems = new Problems();
    var days = DayCount.read(query(database, HIPS, hips), problems);
    var pairs = PairCount.read(query(database, PAIRS, hips), problems);
    problems.list().stream().map(Problem::text).findFirst().ifPresent(problem -> {
      throw new IllegalArgumentException(problem);
    });
    return EventCounts.of(days).withPairs(pairs);
  }

  private static CsvInput query(Connection database, String sql, String hips) {
    return CsvInput.ofQuery("hips", () -> {
      Statement statement = database.createStatement();
      statement.closeOnCompletion();
      return statement.executeQuery(sql.replace("%s", hips));
    });
  }

  private static void print(SurvivalCurve curve, int day) {
    System.out.println(curve.group()
        + curve
            .at(day)
            .estimate()
            .map(at -> text(": %.6f (%.6f to %.6f)", at.survival(), at.lower(), at.upper()))
            .orElse(": no hip was followed so long"));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
