package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * No number of a report rests on what was not recorded: files, columns and visits are taken away
 * from a cohort in which everything happened, and what depends on them is gone.
 */
class NotRecordedProperties {
  private static final List<String> FILES =
      List.of("visits.csv", "imaging.csv", "events.csv", "satisfaction.csv");
  private static final Map<String, String> COLUMNS = Map.of(
      "vas", "visits.csv",
      "hhs", "visits.csv",
      "edema", "imaging.csv",
      "lesion_percent", "imaging.csv",
      "arthroplasty_day", "hips.csv",
      "last_seen_day", "hips.csv",
      "lost_day", "patients.csv",
      "death_day", "patients.csv");
  private static final List<String> VISITS = List.of("BL", "M6", "M12", "M24");

  @Provide
  static Arbitrary<Set<String>> gone() {
    List<String> all = new ArrayList<>(FILES);
    all.addAll(COLUMNS.keySet().stream().sorted().toList());
    all.addAll(VISITS);
    return Arbitraries.of(all).set().ofMaxSize(6);
  }

  private static Map<String, String> without(Set<String> gone) {
    Map<String, String> files = new HashMap<>(SixPatients.FILES);
    files.keySet().removeAll(gone);
    COLUMNS.forEach((column, file) -> {
      if (gone.contains(column)) {
        files.computeIfPresent(file, (name, text) -> withoutColumn(text, column));
      }
    });
    if (gone.contains("lost_day")) {
      files.computeIfPresent("patients.csv", (name, text) -> withoutColumn(text, "lost_reason"));
    }
    for (String file : List.of("visits.csv", "imaging.csv")) {
      files.computeIfPresent(
          file,
          (name, text) -> text.lines()
              .filter(line ->
                  VISITS.stream().noneMatch(visit -> gone.contains(visit) && cell(line, visit)))
              .collect(Collectors.joining("\n", "", "\n")));
    }
    return files;
  }

  private static boolean cell(String line, String visit) {
    return line.split(",", -1)[2].equals(visit);
  }

  private static String withoutColumn(String text, String column) {
    int index =
        Arrays.asList(text.lines().findFirst().orElseThrow().split(",", -1)).indexOf(column);
    return text.lines()
        .map(line -> line.split(",", -1))
        .map(cells -> IntStream.range(0, cells.length)
            .filter(i -> i != index)
            .mapToObj(i -> cells[i])
            .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Cohort read(Map<String, String> files) {
    return CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .map(ByteArrayInputStream::new))
        .orThrow();
  }

  private static Map<String, Table> tables(StudyReport report) {
    return report.sections().stream()
        .flatMap(section -> section.tables().stream())
        .collect(Collectors.toMap(Table::name, table -> table));
  }

  @Property(tries = 30)
  void restsNoNumberOnWhatWasNotRecorded(
      @ForAll("gone") Set<String> gone, @ForAll boolean isStudy) {
    Map<String, String> files = without(gone);
    Analysis analysis = isStudy ? Analysis.study() : Analysis.withoutProtocol();
    StudyReport report = StudyReport.of(read(files), analysis);
    Map<String, Table> tables = tables(report);
    String text = MarkdownPage.of(report);
    String subgroups =
        Optional.ofNullable(tables.get("subgroups")).map(Table::csv).orElse("");
    boolean images = files.containsKey("imaging.csv");
    boolean visits = files.containsKey("visits.csv");
    if (!visits || gone.contains("hhs")) {
      assertThat(tables)
          .doesNotContainKeys("hhs_by_visit", "hhs_change", "responders", "sensitivity");
      assertThat(subgroups).doesNotContain("hhs", "responders");
    }
    if (!visits || gone.contains("vas")) {
      assertThat(tables).doesNotContainKeys("vas_by_visit", "vas_change");
      assertThat(subgroups).doesNotContain("vas");
    }
    if (!visits) {
      assertThat(tables).doesNotContainKeys("visit_flow");
      assertThat(text).contains("Scores: not recorded.");
    }
    if (!images) {
      assertThat(tables)
          .doesNotContainKeys("response_by_stage", "response_by_cause", "progression_by_stage")
          .doesNotContainKeys("edema_by_visit", "lesion_by_stage", "agreement");
      assertThat(text).contains("Images: not recorded.").doesNotContain("Progressed");
    }
    if (images && gone.contains("edema")) {
      assertThat(tables).doesNotContainKeys("edema_by_visit");
      assertThat(text).contains("Edema at baseline and later: not recorded.");
    }
    if (images && gone.contains("lesion_percent")) {
      assertThat(tables).doesNotContainKeys("lesion_by_stage");
    }
    if (!files.containsKey("events.csv")) {
      assertThat(tables).doesNotContainKeys("safety");
      assertThat(text).contains("Adverse events: not recorded.").doesNotContain("hematoma");
    }
    if (!files.containsKey("satisfaction.csv")) {
      assertThat(tables).doesNotContainKeys("satisfaction");
      assertThat(text).contains("Satisfaction: not recorded.");
    }
    String flow =
        Optional.ofNullable(tables.get("participant_flow")).orElseThrow().csv();
    assertThat(flow.contains("lost to follow-up,,\n")).isEqualTo(gone.contains("lost_day"));
    assertThat(flow.contains("died,,\n")).isEqualTo(gone.contains("death_day"));
    if (gone.containsAll(List.of("arthroplasty_day", "last_seen_day"))) {
      assertThat(tables)
          .doesNotContainKeys("survival_by_stage", "survival_tests", "survival_differences");
      assertThat(subgroups).doesNotContain("arthroplasty");
      assertThat(flow).contains("hip replaced,,\n");
    }
    if (!isStudy) {
      assertThat(text)
          .doesNotContain(
              "announced", "the study", "eviations from", "riterion", "indow", "rotocol");
    }
  }

  /** Denominators are never 0, and counts never exceed them. */
  @Property(tries = 30)
  void givesEveryShareTheDenominatorOfThoseJudged(
      @ForAll("gone") Set<String> gone, @ForAll boolean isStudy) {
    Analysis analysis = isStudy ? Analysis.study() : Analysis.withoutProtocol();
    tables(StudyReport.of(read(without(gone)), analysis)).values().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(List::stream)
        .filter(cell -> !cell.isMissing())
        .forEach(cell -> {
          List<String> parts = cell.parts();
          if (cell.kind() == Kind.PROPORTION) {
            assertThat(Integer.parseInt(parts.get(1)))
                .isPositive()
                .isGreaterThanOrEqualTo(Integer.parseInt(parts.get(0)));
          } else if (cell.kind() == Kind.ESTIMATE) {
            double estimate = Double.parseDouble(parts.get(0));
            assertThat(Double.parseDouble(parts.get(1))).isLessThanOrEqualTo(estimate + 1e-9);
            assertThat(Double.parseDouble(parts.get(2))).isGreaterThanOrEqualTo(estimate - 1e-9);
          }
        });
  }

  /**
   * The number of hips beside a mean is that of its scores, counted in the file itself: all but the
   * one that a hip had after its arthroplasty, where arthroplasties are recorded.
   */
  @Property(tries = 30)
  void setsBesideEachMeanTheNumberOfItsScores(@ForAll("gone") Set<String> gone) {
    Map<String, String> files = without(gone);
    Optional.ofNullable(
            tables(StudyReport.of(read(files), Analysis.withoutProtocol())).get("hhs_by_visit"))
        .ifPresent(table -> {
          List<String> lines =
              Optional.ofNullable(files.get("visits.csv")).orElseThrow().lines().toList();
          int hhs = Arrays.asList(lines.get(0).split(",", -1)).indexOf("hhs");
          long scores = lines.stream()
              .skip(1)
              .filter(line -> !line.startsWith("E,"))
              .filter(line -> gone.contains("arthroplasty_day") || !line.startsWith("A,R,M24,"))
              .filter(line -> !line.split(",", -1)[hhs].isEmpty())
              .count();
          assertThat(table.rows().stream()
                  .mapToLong(row -> Long.parseLong(row.get(1).parts().get(0)))
                  .sum())
              .isEqualTo(scores);
        });
  }
}
