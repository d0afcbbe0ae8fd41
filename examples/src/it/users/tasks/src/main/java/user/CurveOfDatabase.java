package user;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import java.sql.Connection;

/** Survival of hips that a database counts. */
class CurveOfDatabase {
  private CurveOfDatabase() {}


  static KaplanMeierEstimate answer(Connection registry) {
    CsvInput counts = CsvInput.ofQuery("registry", () -> registry.createStatement().executeQuery("""
        SELECT stage AS "group", days AS "day", SUM(replaced) AS "events",
            COUNT(*) - SUM(replaced) AS "censored"
        FROM hips GROUP BY stage, days ORDER BY stage, days"""));
    Problems problems = new Problems();
    EventCounts read = EventCounts.of(DayCount.read(counts, problems));
    return KaplanMeier.withDefaults().estimate(read);
  }
}
