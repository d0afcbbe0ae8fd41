package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.ForestFigure;
import io.github.avnfh.scoring.change.HipChange;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.scoring.compare.Clustered;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.staging.response.Outcome;
import io.github.avnfh.staging.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The subgroups that the study announced: by stage, and by the size of the lesion. */
final class SubgroupSection {
  private final Cohort cohort;
  private final Set<Hip> progressed;
  private final Optional<Timepoint> last;

  private SubgroupSection(Cohort cohort, Map<Hip, Response> responses, Optional<Timepoint> last) {
    this.cohort = cohort;
    this.progressed = responses.entrySet().stream()
        .filter(entry -> entry.getValue().outcome() == Outcome.PROGRESSED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
    this.last = last;
  }

  static Section of(Cohort cohort, Map<Hip, Response> responses) {
    SubgroupSection section =
        new SubgroupSection(cohort, responses, ScoreSection.lastPlanned(cohort));
    return Section.of(
            "Subgroups",
            List.of(
                "Subgroups by stage and by lesion size (below 30 % against 30 to 50 %, where 30 % and 50 % lie in the upper"
                    + " band) were announced before the analysis; those by cause were not. None was powered for a comparison:"
                    + " an interval says more than a p value here.",
                section.bands()),
            section.table())
        .with(ForestFigure.of(cohort, ScoreSection.POLICY));
  }

  private Table table() {
    Table.Builder table = Table.builder()
        .name("subgroups")
        .title("Outcome by subgroup"
            + last.map(visit -> " at " + ScoreSection.visit(visit)).orElse(""))
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("by", "By", Kind.TEXT),
            Column.of("group", "Group", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("hhs", "Harris Hip Score, change (95 % interval)", Kind.ESTIMATE),
            Column.of("vas", "VAS [cm], change (95 % interval)", Kind.ESTIMATE),
            Column.of("responders", "Gained over 20 points", Kind.SHARE),
            Column.of("progressed", "Progressed on images", Kind.SHARE),
            Column.of("arthroplasty", "Arthroplasty", Kind.SHARE))
        .addFootnotes("Intervals are by patient. A group of a single patient has none.");
    for (Grouping grouping : List.of(
        Grouping.byStage(cohort.hips()),
        Grouping.byLesion(cohort.hips()),
        Grouping.byCause(cohort.hips()))) {
      grouping.groups().forEach((label, hips) -> table.addRows(row(grouping.name(), label, hips)));
    }
    return table.build();
  }

  private List<Cell> row(String by, String label, List<Hip> hips) {
    Optional<ChangeRow> harris = change(hips, Instruments.HARRIS_HIP_SCORE);
    return List.of(
        Cell.text(by),
        Cell.text(label),
        Cell.count(hips.size()),
        Cell.count(Estimates.patients(hips).stream().distinct().count()),
        interval(harris),
        interval(change(hips, Instruments.PAIN_VAS_CM)),
        responders(harris),
        Cell.share(Count.of((int) hips.stream().filter(progressed::contains).count(), hips.size())),
        Cell.share(Count.of(
            (int) hips.stream().filter(hip -> hip.arthroplasty().isPresent()).count(),
            hips.size())));
  }

  private Optional<ChangeRow> change(List<Hip> hips, Instrument instrument) {
    return last.map(visit -> ChangeRow.of(hips, instrument, visit));
  }

  private static Cell interval(Optional<ChangeRow> change) {
    return change.map(ChangeRow::byPatient).orElseGet(() -> Estimates.notEstimable(Kind.ESTIMATE));
  }

  private static Cell responders(Optional<ChangeRow> harris) {
    return harris
        .map(row ->
            Cell.share(row.paired().responders(StudyRules.MORE_THAN_20_POINTS).share()))
        .orElseGet(() -> Estimates.notEstimable(Kind.SHARE));
  }

  /** The difference between the two bands of lesion size, where both hold enough hips. */
  private String bands() {
    Map<String, List<Hip>> groups = Grouping.byLesion(cohort.hips()).groups();
    List<Hip> small = groups.getOrDefault(Grouping.BELOW_30, List.of());
    List<Hip> large = groups.getOrDefault(Grouping.FROM_30_TO_50, List.of());
    return last.flatMap(visit -> difference(small, large, visit))
        .map(SubgroupSection::words)
        .orElse("The bands of lesion size cannot be compared: one of them holds too few hips with"
            + " both scores.");
  }

  private static Optional<Comparison.Result> difference(
      List<Hip> small, List<Hip> large, Timepoint visit) {
    List<HipChange> first = changes(small, visit);
    List<HipChange> second = changes(large, visit);
    if (patients(first) < 2 || patients(second) < 2) {
      return Optional.empty();
    }
    List<HipChange> all = new ArrayList<>(first);
    all.addAll(second);
    boolean[] inSecond = new boolean[all.size()];
    Arrays.fill(inSecond, first.size(), all.size(), true);
    List<PatientId> patients =
        all.stream().map(change -> change.hip().patient()).toList();
    Clustered values = Clustered.of(
        all.stream().mapToDouble(change -> change.change().difference()).toArray(), patients);
    return Optional.of(Comparison.withDefaults().ofDifference(values, inSecond));
  }

  private static long patients(List<HipChange> changes) {
    return changes.stream().map(change -> change.hip().patient()).distinct().count();
  }

  private static List<HipChange> changes(List<Hip> hips, Timepoint visit) {
    return ChangeRow.of(hips, Instruments.HARRIS_HIP_SCORE, visit).paired().changes();
  }

  private static String words(Comparison.Result result) {
    return "Hips with lesions of 30 to 50 % changed by "
        + Estimates.interval(Optional.of(result.clustered()), 1).printed()
        + " points of the Harris Hip Score more than those below 30 %, by patient (p "
        + printedP(Estimates.pValue(Estimates.pValueOf(result.clustered())))
        + "); naively "
        + Estimates.interval(Optional.of(result.naive()), 1).printed()
        + " (p " + printedP(Estimates.pValue(Estimates.pValueOf(result.naive()))) + ").";
  }

  private static String printedP(Cell cell) {
    return cell.printed().startsWith("<") || cell.isMissing()
        ? cell.printed()
        : "= " + cell.printed();
  }
}
