package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.staging.response.ChangeFinding;
import io.github.avnfh.staging.response.Response;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which rules were used, in which version, and where they stand. */
final class MethodSection {
  private static final String TITLE = "Methods and sources";

  private MethodSection() {}

  static Section of(Cohort cohort, Collection<Response> responses, Analysis analysis) {
    Set<Rule> rules = new LinkedHashSet<>();
    ScoreSection.lastScored(cohort, Instruments.HARRIS_HIP_SCORE, analysis).ifPresent(visit -> {
      rules.add(StudyRules.MORE_THAN_20_POINTS.rule());
      rules.addAll(ScoreSection.respondersOf(cohort, visit, analysis)
          .proportion()
          .explanation()
          .rules());
    });
    rules.addAll(VisitModelSection.rules(cohort));
    responses.stream()
        .flatMap(response -> response.observations().stream())
        .filter(observation -> ResponseSection.RULE.counts(observation.change()))
        .sorted(Comparator.comparing(ChangeFinding::change))
        .map(observation -> observation.reason().rule())
        .forEach(rules::add);
    rules.addAll(survivalRules(cohort));
    rules.addAll(PredictorSection.rules(cohort, analysis));
    String words =
        "Percentages, means and standard deviations are rounded half up in print, once; the CSV files hold every"
            + " digit. Standard deviations have n - 1 in the denominator. Missing values are left out and counted,"
            + " never filled in.";
    return rules.isEmpty()
        ? Section.of(TITLE, List.of(words))
        : Section.of(TITLE, List.of(words), table(rules));
  }

  private static Table table(Set<Rule> rules) {
    Table.Builder table = Table.builder()
        .name("rules")
        .title("Rules and their sources")
        .counted(Counted.of(rules.size(), "rule"))
        .addColumns(
            Column.of("rule", "Rule", Kind.TEXT),
            Column.of("version", "Version", Kind.TEXT),
            Column.of("statement", "Statement", Kind.TEXT),
            Column.of("source", "Source", Kind.TEXT));
    rules.forEach(rule -> table.addRows(List.of(
        Cell.text(rule.id()),
        Cell.text(rule.version()),
        Cell.text(rule.statement()),
        Cell.text(rule.citation().text()))));
    return table.build();
  }

  private static List<Rule> survivalRules(Cohort cohort) {
    List<Hip> followed = AnalyzedCohort.followed(cohort, cohort.hips());
    if (followed.isEmpty()) {
      return List.of();
    }
    FollowUp byStage = SurvivalSection.byStage(followed);
    Stream<Explainable> curves = Stream.of(
        KaplanMeier.withDefaults().estimate(byStage),
        KaplanMeier.withDefaults().estimate(byStage.ignoringClusters()));
    return Stream.concat(curves, ComparisonTable.of(byStage).explained())
        .flatMap(result -> result.explanation().rules().stream())
        .toList();
  }
}
