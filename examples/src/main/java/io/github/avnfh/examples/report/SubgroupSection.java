package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.ForestFigure;
import io.github.avnfh.examples.figure.Illustration;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Responders;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.staging.response.ImagingResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Subgroups: by stage, by the size of the lesion, by cause. The study announced the first two, and
 * bands of lesion size; without a protocol the size is told by Steinberg's grade.
 */
final class SubgroupSection {
  private static final String TITLE = "Subgroups";

  private final Cohort cohort;
  private final Analysis analysis;
  private final Set<Hip> judged;
  private final Set<Hip> progressed;
  private final Instrument pain;

  private SubgroupSection(Cohort cohort, Map<Hip, ImagingResponse> responses, Analysis analysis) {
    this.cohort = cohort;
    this.analysis = analysis;
    this.judged = hips(responses, ResponseSection::isJudged);
    this.progressed = hips(responses, outcome -> outcome == ImagingResponse.Outcome.PROGRESSED);
    this.pain = last(Instruments.PAIN_VAS_CM).isPresent()
            || last(Instruments.PAIN_VAS_MM).isEmpty()
        ? Instruments.PAIN_VAS_CM
        : Instruments.PAIN_VAS_MM;
  }

  private static Set<Hip> hips(
      Map<Hip, ImagingResponse> responses, Predicate<ImagingResponse.Outcome> condition) {
    return responses.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue().outcome()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Timepoint> last(Instrument instrument) {
    return ScoreSection.lastScored(cohort, instrument, analysis);
  }

  private boolean isEmpty() {
    return judged.isEmpty()
        && last(Instruments.HARRIS_HIP_SCORE).isEmpty()
        && last(pain).isEmpty()
        && AnalyzedCohort.followed(cohort, cohort.hips()).isEmpty();
  }

  static Section of(Cohort cohort, Map<Hip, ImagingResponse> responses, Analysis analysis) {
    SubgroupSection section = new SubgroupSection(cohort, responses, analysis);
    if (section.isEmpty()) {
      return Section.notRecorded(TITLE, "Changes of scores, outcomes on images, arthroplasties");
    }
    return analysis.isStudy() ? section.ofStudy() : section.withoutProtocol();
  }

  private Section withoutProtocol() {
    if (groupings().isEmpty()) {
      return Section.notRecorded(TITLE, "Stages, grades and causes");
    }
    Section section = Section.of(
        TITLE,
        List.of("None was powered for a comparison: an interval says more than a p value here."),
        tables());
    return last(Instruments.HARRIS_HIP_SCORE).isPresent() ? section.with(figure()) : section;
  }

  private Illustration figure() {
    Cohort until = AnalyzedCohort.until(cohort, analysis.horizon());
    Map<String, List<Hip>> subgroups = new LinkedHashMap<>();
    Grouping stages = BaselineGroupings.byStage(until.hips());
    if (!stages.labels().equals(List.of(BaselineGroupings.NOT_RECORDED))) {
      name(subgroups, "Stage", stages, until.hips());
    }
    size(until.hips())
        .ifPresent(
            size -> name(subgroups, analysis.isStudy() ? "Lesion" : "Grade", size, until.hips()));
    return ForestFigure.of(until, analysis.policy(), subgroups);
  }

  private static void name(
      Map<String, List<Hip>> subgroups, String word, Grouping grouping, List<Hip> hips) {
    grouping.groups(hips).forEach((label, own) -> subgroups.put(word + " " + label, own));
  }

  private Section ofStudy() {
    return Section.of(
            TITLE,
            List.of(
                "Subgroups by stage and by lesion size (below 30 % against 30 to 50 %, where 30 % and 50 % lie in the upper"
                    + " band) were announced before the analysis; those by cause were not. None was powered for a comparison:"
                    + " an interval says more than a p value here.",
                bands()),
            tables())
        .with(figure());
  }

  private List<Table> tables() {
    List<Measure> proportions = proportions();
    Table outcomes = table("subgroups", "Outcome by subgroup", measures()).build();
    return proportions.isEmpty()
        ? List.of(outcomes)
        : List.of(
            outcomes,
            table("subgroup_proportions", "Proportions by subgroup, in %", proportions)
                .addFootnotes(
                    "Wilson's limits on the effective number of hips, with t on the patients less one.")
                .build());
  }

  private Table.Builder table(String name, String title, List<Measure> measures) {
    Table.Builder table = Table.builder()
        .name(name)
        .title(title + visits())
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("by", "By", Kind.TEXT),
            Column.of("group", "Group", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT))
        .addAllColumns(measures.stream().map(Measure::column).toList())
        .addFootnotes(
            "Intervals are by patient. A group of a single patient has none.",
            "Proportions are of the hips that could be judged: with both scores, with images, followed.");
    for (Grouping grouping : groupings()) {
      grouping
          .groups(cohort.hips())
          .forEach((label, hips) -> table.addRows(row(grouping.name(), label, hips, measures)));
    }
    return table;
  }

  /** The proportions of the table of outcomes, each with limits by patient. */
  private List<Measure> proportions() {
    List<Measure> proportions = new ArrayList<>();
    last(Instruments.HARRIS_HIP_SCORE)
        .ifPresent(visit -> proportions.add(proportion(
            "responders",
            "Gained over 20 points",
            hips -> Optional.of(respondersOf(
                    ChangeRow.of(hips, Instruments.HARRIS_HIP_SCORE, visit, analysis.policy())))
                .filter(responders -> responders.judged() > 0)
                .map(responders -> responders.proportion().percent(1))
                .orElseGet(() -> Estimates.notEstimable(Kind.ESTIMATE)))));
    if (!judged.isEmpty()) {
      proportions.add(proportion(
          "progressed",
          "Progressed on images",
          hips -> Estimates.percentByPatient(
              hips.stream().filter(judged::contains).toList(), progressed::contains)));
    }
    if (!AnalyzedCohort.followed(cohort, cohort.hips()).isEmpty()) {
      proportions.add(proportion(
          "arthroplasty",
          "Arthroplasty",
          hips -> Estimates.percentByPatient(
              AnalyzedCohort.followed(cohort, hips), hip -> hip.arthroplasty().isPresent())));
    }
    return proportions;
  }

  private static Measure proportion(
      String name, String words, Function<List<Hip>, Cell> byPatient) {
    return new Measure(
        Column.of(name, words + " (95 % interval), by patient", Kind.ESTIMATE), byPatient);
  }

  private static Responders respondersOf(ChangeRow harris) {
    return harris.paired().responders(StudyRules.MORE_THAN_20_POINTS);
  }

  /** A column of the table: what is told of the hips of a subgroup. */
  private record Measure(Column column, Function<List<Hip>, Cell> cell) {}

  /** What is recorded of any hip. */
  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    last(Instruments.HARRIS_HIP_SCORE)
        .ifPresent(visit ->
            addChange(measures, Instruments.HARRIS_HIP_SCORE, visit, "Harris Hip Score, change"));
    last(pain)
        .ifPresent(visit ->
            addChange(measures, pain, visit, "VAS [" + pain.quantity().unit() + "], change"));
    last(Instruments.HARRIS_HIP_SCORE)
        .ifPresent(visit -> measures.add(new Measure(
            Column.of("responders", "Gained over 20 points", Kind.PROPORTION),
            hips -> responders(
                ChangeRow.of(hips, Instruments.HARRIS_HIP_SCORE, visit, analysis.policy())))));
    if (!judged.isEmpty()) {
      measures.add(new Measure(
          Column.of("progressed", "Progressed on images", Kind.PROPORTION),
          hips -> Estimates.proportion(
              hips.stream().filter(judged::contains).toList(), progressed::contains)));
    }
    if (!AnalyzedCohort.followed(cohort, cohort.hips()).isEmpty()) {
      measures.add(new Measure(
          Column.of("arthroplasty", "Arthroplasty", Kind.PROPORTION),
          hips -> Estimates.proportion(
              AnalyzedCohort.followed(cohort, hips), hip -> hip.arthroplasty().isPresent())));
    }
    return measures;
  }

  private void addChange(
      List<Measure> measures, Instrument instrument, Timepoint visit, String words) {
    measures.add(new Measure(
        Column.of(instrument.code() + "_hips", "Hips with both", Kind.COUNT),
        hips ->
            Cell.count(ChangeRow.of(hips, instrument, visit, analysis.policy()).hips())));
    measures.add(new Measure(
        Column.of(instrument.code(), words + " (95 % interval)", Kind.ESTIMATE),
        hips -> ChangeRow.of(hips, instrument, visit, analysis.policy()).byPatient()));
  }

  private List<Grouping> groupings() {
    List<Grouping> groupings = new ArrayList<>(List.of(BaselineGroupings.byStage(cohort.hips())));
    size(cohort.hips()).ifPresent(groupings::add);
    groupings.add(BaselineGroupings.byCause(cohort.hips()));
    if (!analysis.isStudy()) {
      groupings.removeIf(
          grouping -> grouping.labels().equals(List.of(BaselineGroupings.NOT_RECORDED)));
    }
    return groupings;
  }

  /** The hips by the size of their lesions: in the study's bands, or by grade where any has one. */
  private Optional<Grouping> size(List<Hip> hips) {
    return size(hips, analysis);
  }

  static Optional<Grouping> size(List<Hip> hips, Analysis analysis) {
    if (analysis.isStudy()) {
      return Optional.of(BaselineGroupings.byLesion(hips));
    }
    return hips.stream().anyMatch(hip -> hip.baselineGrade().isPresent())
        ? Optional.of(BaselineGroupings.byGrade(hips))
        : Optional.empty();
  }

  /** One visit, or one for each of the two scores where their last visits differ. */
  private String visits() {
    Optional<String> harris = last(Instruments.HARRIS_HIP_SCORE).map(ScoreSection::visit);
    Optional<String> vas = last(pain).map(ScoreSection::visit);
    if (harris.isPresent() && vas.isPresent() && !harris.equals(vas)) {
      return " (Harris Hip Score at " + harris.get() + ", VAS at " + vas.get() + ")";
    }
    return harris.or(() -> vas).map(visit -> " at " + visit).orElse("");
  }

  private static List<Cell> row(String by, String label, List<Hip> hips, List<Measure> measures) {
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(by),
        Cell.text(label),
        Cell.count(hips.size()),
        Cell.count(Estimates.patients(hips).stream().distinct().count())));
    measures.forEach(measure -> cells.add(measure.cell().apply(hips)));
    return cells;
  }

  private static Cell responders(ChangeRow harris) {
    Count gained = respondersOf(harris).count();
    return Estimates.proportion(gained.count(), gained.total());
  }

  /** The difference between the two bands of lesion size, where both hold enough hips. */
  private String bands() {
    Map<String, List<Hip>> groups = BaselineGroupings.byLesion(cohort.hips()).groups(cohort.hips());
    List<Hip> small = groups.getOrDefault(BaselineGroupings.BELOW_30, List.of());
    List<Hip> large = groups.getOrDefault(BaselineGroupings.FROM_30_TO_50, List.of());
    return last(Instruments.HARRIS_HIP_SCORE)
        .flatMap(visit -> difference(small, large, visit))
        .map(SubgroupSection::words)
        .orElse("The bands of lesion size cannot be compared: one of them holds too few hips with"
            + " both scores.");
  }

  private Optional<Comparison.Result> difference(
      List<Hip> small, List<Hip> large, Timepoint visit) {
    List<PairedScores.HipChange> first = changes(small, visit);
    List<PairedScores.HipChange> second = changes(large, visit);
    if (patients(first) < 2 || patients(second) < 2) {
      return Optional.empty();
    }
    List<PairedScores.HipChange> all = new ArrayList<>(first);
    all.addAll(second);
    boolean[] inSecond = new boolean[all.size()];
    Arrays.fill(inSecond, first.size(), all.size(), true);
    List<PatientId> patients =
        all.stream().map(change -> change.hip().patient()).toList();
    ClusteredSample values = ClusteredSample.of(
        all.stream().mapToDouble(change -> change.change().difference()).toArray(), patients);
    return Optional.of(Comparison.withDefaults().ofDifference(values, inSecond));
  }

  private static long patients(List<PairedScores.HipChange> changes) {
    return changes.stream().map(change -> change.hip().patient()).distinct().count();
  }

  private List<PairedScores.HipChange> changes(List<Hip> hips, Timepoint visit) {
    return ChangeRow.of(hips, Instruments.HARRIS_HIP_SCORE, visit, analysis.policy())
        .paired()
        .changes();
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
