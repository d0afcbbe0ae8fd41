package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.OutcomeFigure;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.staging.response.ChangeFinding;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.staging.response.ResponseRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the hips on images, by stage at baseline. */
final class ResponseSection {
  private static final double MINIMAL_LESION_CHANGE = 2;
  static final ResponseRule RULE = ResponseRule.study(MINIMAL_LESION_CHANGE);

  private ResponseSection() {}

  static Map<Hip, ImagingResponse> assess(Cohort cohort) {
    Map<Hip, ImagingResponse> responses = new LinkedHashMap<>();
    cohort.hips().forEach(hip -> responses.put(hip, RULE.assess(hip)));
    return responses;
  }

  static Section of(Cohort cohort, Map<Hip, ImagingResponse> responses) {
    String title = "Radiological outcome";
    Map<Hip, ImagingResponse.Outcome> outcomes = new LinkedHashMap<>();
    responses.forEach((hip, response) -> outcomes.put(hip, response.outcome()));
    if (!cohort.isRecorded(DataKind.IMAGES)) {
      return Section.notRecorded(title, "Images");
    }
    if (outcomes.values().stream().noneMatch(ResponseSection::isJudged)) {
      return Section.notRecorded(title, "Findings on images at two visits that allow a judgment");
    }
    Grouping stages = BaselineGroupings.byStage(cohort.hips());
    return Section.of(
            title,
            List.of(rule()),
            table(cohort, outcomes, stages, BaselineGroupings.title(stages) + " at baseline"),
            table(cohort, outcomes, BaselineGroupings.byCause(cohort.hips()), "cause"))
        .withKeyResults(List.of(keyResult(outcomes)))
        .withRules(rules(responses.values(), outcomes))
        .with(OutcomeFigure.of(outcomes));
  }

  private static List<Rule> rules(
      Collection<ImagingResponse> responses, Map<Hip, ImagingResponse.Outcome> outcomes) {
    Stream<Rule> counted = responses.stream()
        .flatMap(response -> response.observations().stream())
        .filter(observation -> RULE.counts(observation.change()))
        .sorted(Comparator.comparing(ChangeFinding::change))
        .map(observation -> observation.reason().rule());
    List<Hip> judged = judged(outcomes.keySet(), outcomes);
    return Stream.concat(
            counted,
            ClusteredOutcomes.ofHips(
                judged, hip -> outcomes.get(hip) == ImagingResponse.Outcome.PROGRESSED)
                .proportion()
                .explanation()
                .rules()
                .stream())
        .toList();
  }

  private static String keyResult(Map<Hip, ImagingResponse.Outcome> outcomes) {
    List<Hip> judged = judged(outcomes.keySet(), outcomes);
    return "On images, of " + Counted.of(judged.size(), "hip")
        + " that could be judged, in % (95 % interval by patient): progressed "
        + byPatient(judged, outcomes, ImagingResponse.Outcome.PROGRESSED).printed() + ", improved "
        + byPatient(judged, outcomes, ImagingResponse.Outcome.IMPROVED).printed() + ".";
  }

  private static List<Hip> judged(
      Collection<Hip> hips, Map<Hip, ImagingResponse.Outcome> outcomes) {
    return hips.stream()
        .filter(hip -> Optional.ofNullable(outcomes.get(hip))
            .filter(ResponseSection::isJudged)
            .isPresent())
        .toList();
  }

  private static Cell byPatient(
      List<Hip> judged,
      Map<Hip, ImagingResponse.Outcome> outcomes,
      ImagingResponse.Outcome outcome) {
    return Estimates.percentByPatient(judged, hip -> outcomes.get(hip) == outcome);
  }

  private static Table table(
      Cohort cohort, Map<Hip, ImagingResponse.Outcome> outcomes, Grouping grouping, String by) {
    Table.Builder table = Table.builder()
        .name("response_by_" + grouping.name())
        .title("Radiological outcome by " + by)
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of(grouping.name(), capitalized(grouping.name()), Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT));
    for (ImagingResponse.Outcome outcome : ImagingResponse.Outcome.values()) {
      table.addColumns(Column.of(outcome.code(), capitalized(outcome.words()), Kind.PROPORTION));
    }
    table.addColumns(
        Column.of("arthroplasty", "Arthroplasty", Kind.PROPORTION),
        Column.of(
            "progressed_by_patient", "Progressed, % (95 % interval), by patient", Kind.ESTIMATE),
        Column.of("improved_by_patient", "Improved, % (95 % interval), by patient", Kind.ESTIMATE));
    grouping
        .groups(cohort.hips())
        .forEach((label, hips) -> table.addRows(row(cohort, label, hips, outcomes)));
    table.addRows(row(cohort, "all", cohort.hips(), outcomes));
    return table
        .addFootnotes(
            "Improved, stable and progressed are proportions of the hips that could be judged. By patient: Wilson's limits on"
                + " the effective number of hips, with t on the patients less one.",
            "Arthroplasty is counted apart from the outcome on images and is no fourth outcome; its denominator is the hips that"
                + " were followed.")
        .build();
  }

  private static String rule() {
    return "A hip progressed if its Steinberg stage advanced, a crescent was new, or the depression deepened by more than"
        + " 2 mm (2.0 mm is no event); otherwise it improved if the lesion shrank by at least "
        + MINIMAL_LESION_CHANGE
        + " percentage points of head volume (declared here; no published minimal detectable"
        + " change was found); otherwise it was stable. First and last images before an arthroplasty are compared,"
        + " and progression at any visit is progression.";
  }

  private static List<Cell> row(
      Cohort cohort, String label, List<Hip> hips, Map<Hip, ImagingResponse.Outcome> outcomes) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(label), Cell.count(hips.size())));
    List<Hip> judged = judged(hips, outcomes);
    for (ImagingResponse.Outcome outcome : ImagingResponse.Outcome.values()) {
      List<Hip> of = isJudged(outcome) ? judged : hips;
      cells.add(Estimates.proportion(of, hip -> outcomes.get(hip) == outcome));
    }
    cells.add(Estimates.proportion(
        AnalyzedCohort.followed(cohort, hips), hip -> hip.arthroplasty().isPresent()));
    cells.add(byPatient(judged, outcomes, ImagingResponse.Outcome.PROGRESSED));
    cells.add(byPatient(judged, outcomes, ImagingResponse.Outcome.IMPROVED));
    return cells;
  }

  static boolean isJudged(ImagingResponse.Outcome outcome) {
    return outcome != ImagingResponse.Outcome.NOT_EVALUABLE;
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
