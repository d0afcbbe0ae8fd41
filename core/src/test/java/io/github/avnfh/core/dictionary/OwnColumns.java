package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the columns of the cohort's own files mean, in the terms of a dictionary. */
final class OwnColumns {
  private static final Map<String, String> KEYS =
      Map.of("patient_id", "patient", "side", "side", "visit", "visit");
  private static final Map<String, Map<String, String>> NAMES = Map.of(
      "visits.csv", Map.of("day", "visit_day", "status", "visit_status"),
      "imaging.csv", Map.of("day", "images_day"),
      "procedures.csv",
          Map.of(
              "day", "procedure_day",
              "number", "injection_number",
              "reason", "injection_reason",
              "site", "aspiration_site"),
      "events.csv",
          Map.of(
              "term", "event_term",
              "day", "event_day",
              "severity", "event_severity",
              "relation", "event_relation"));
  private static final Set<String> NO_SCORES = Set.of("missed_reason", "data_origin");

  private OwnColumns() {}

  /** Returns the header of a dictionary with the columns that {@link #lines} fills. */
  static String header() {
    return "source,column,means,rows\n";
  }

  /** Returns the lines for the columns of one of the files, which stands in a source. */
  static String lines(String source, String file, List<String> columns, String rows) {
    CsvOutput csv = CsvOutput.withHeader("source", "column", "means", "rows");
    columns.forEach(column -> csv.row(source, column, means(file, column), rows));
    return csv.text().substring(csv.text().indexOf('\n') + 1);
  }

  /** A table must not say that a hip was last seen before its treatment. */
  static boolean isReadThroughDictionary(Cohort cohort) {
    return cohort.hips().stream().allMatch(hip -> hip.lastSeenDay().orElse(0) >= 0);
  }

  /** A dictionary joins the hips of a patient, the left one first; the rest keeps its order. */
  static void assertSame(Cohort read, Cohort cohort) {
    assertThat(read.patients().equals(cohort.patients())).isTrue();
    assertThat(Set.copyOf(read.hips()).equals(Set.copyOf(cohort.hips()))).isTrue();
    assertThat(read.adverseEvents().equals(cohort.adverseEvents())).isTrue();
    assertThat(read.aspirations().equals(cohort.aspirations())).isTrue();
    assertThat(read.preparations().equals(cohort.preparations())).isTrue();
    assertThat(read.satisfaction().equals(cohort.satisfaction())).isTrue();
    assertThat(read.origin()).isEqualTo(cohort.origin());
    assertThat(read.recorded()).isEqualTo(cohort.recorded());
  }

  private static String means(String file, String column) {
    String key = KEYS.getOrDefault(column, "");
    if (!key.isEmpty()) {
      return key;
    }
    String name = NAMES.getOrDefault(file, Map.of()).getOrDefault(column, column);
    boolean score = file.equals("visits.csv") && name.equals(column) && !NO_SCORES.contains(column);
    return score ? "score:" + column : name;
  }
}
