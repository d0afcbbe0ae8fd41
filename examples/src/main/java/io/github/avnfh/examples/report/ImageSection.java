package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import io.github.avnfh.staging.response.ImagingChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edema and the size of the lesion: what images show beside the stage. */
final class ImageSection {
  private ImageSection() {}

  static Section of(Cohort cohort) {
    String title = "Edema and lesion size";
    if (!cohort.isRecorded(DataKind.IMAGES)) {
      return Section.notRecorded(title, "Images");
    }
    List<Timepoint> later = AgreedFinding.visits(cohort.hips()).stream()
        .filter(visit -> !visit.equals(Timepoint.baseline()))
        .toList();
    List<String> paragraphs = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    Map<Timepoint, Map<Hip, Presence>> edema = new LinkedHashMap<>();
    later.forEach(visit -> edema.put(visit, assessed(cohort.hips(), visit)));
    if (edema.values().stream().anyMatch(hips -> !hips.isEmpty())) {
      tables.add(edema(cohort, edema));
    } else {
      paragraphs.add("Edema at baseline and later: not recorded.");
    }
    if (LesionCourse.of(cohort.hips(), later).hips() > 0) {
      tables.add(lesions(cohort, later));
    } else {
      paragraphs.add("Lesion size at baseline and later: not recorded.");
    }
    if (!tables.isEmpty()) {
      paragraphs.add(
          0,
          "Images after an arthroplasty do not count. Where readers differ and no consensus is recorded, the hip"
              + " counts as not assessed.");
    }
    return Section.of(title, paragraphs, tables);
  }

  private static Table edema(Cohort cohort, Map<Timepoint, Map<Hip, Presence>> byVisit) {
    Table.Builder table = Table.builder()
        .name("edema_by_visit")
        .title("Bone marrow edema by visit, in hips with edema at baseline")
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("assessed", "Hips assessed", Kind.COUNT),
            Column.of("gone", "Edema gone", Kind.PROPORTION),
            Column.of("by_patient", "% (95 % interval), by patient", Kind.ESTIMATE),
            Column.of("naive", "% (95 % interval), naive, exact", Kind.ESTIMATE))
        .addFootnotes(
            "The denominator holds the hips with edema at baseline that were assessed at the visit; a hip replaced before it"
                + " is not among them.");
    byVisit.forEach((visit, assessed) -> table.addRows(edema(visit, assessed)));
    return table.build();
  }

  private static List<Cell> edema(Timepoint visit, Map<Hip, Presence> assessed) {
    List<Boolean> gone =
        assessed.values().stream().map(each -> each == Presence.PRESENT).toList();
    Count count = Count.of((int) gone.stream().filter(each -> each).count(), assessed.size());
    return List.of(
        Cell.text(ScoreSection.visit(visit)),
        Cell.count(assessed.size()),
        Estimates.proportion(count.count(), count.total()),
        ClusteredOutcomes.of(gone, Estimates.patients(List.copyOf(assessed.keySet())))
            .proportion()
            .percent(1),
        Estimates.exactPercent(count));
  }

  /** Whether edema at baseline is gone, in the hips of which that can be told. */
  static Map<Hip, Presence> assessed(List<Hip> hips, Timepoint visit) {
    Map<Hip, Presence> assessed = new LinkedHashMap<>();
    hips.stream().filter(ImageSection::edemaAtBaseline).forEach(hip -> {
      Presence gone = resolution(hip, visit);
      if (gone != Presence.NOT_ASSESSED) {
        assessed.put(hip, gone);
      }
    });
    return assessed;
  }

  private static boolean edemaAtBaseline(Hip hip) {
    return AgreedFinding.of(hip, Timepoint.baseline(), findings -> Optional.of(findings.edema()))
        .filter(edema -> edema == Presence.PRESENT)
        .isPresent();
  }

  static Presence resolution(Hip hip, Timepoint visit) {
    List<ImageReading> pair = hip.imageReadings().stream()
        .filter(image ->
            image.timepoint().equals(Timepoint.baseline()) || image.timepoint().equals(visit))
        .filter(image ->
            hip.arthroplasty().filter(replaced -> image.day() > replaced.day()).isEmpty())
        .toList();
    return ResponseSection.RULE.assess(pair).presence(ImagingChange.EDEMA_RESOLUTION);
  }

  private static Table lesions(Cohort cohort, List<Timepoint> visits) {
    Timepoint last = visits.get(visits.size() - 1);
    Table.Builder table = Table.builder()
        .name("lesion_by_stage")
        .title("Lesion size by stage, from baseline to the last images up to "
            + ScoreSection.visit(last))
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips with both", Kind.COUNT),
            Column.of("before", "Baseline, mean ± SD", Kind.MEAN_SD).withUnit("% of head volume"),
            Column.of("after", "Last, mean ± SD", Kind.MEAN_SD).withUnit("% of head volume"),
            Column.of(
                "reduction",
                "Smaller by, % of the lesion (95 % interval), by patient",
                Kind.ESTIMATE),
            Column.of("p", "p, by patient", Kind.NUMBER),
            Column.of("naive", "the same, naive", Kind.ESTIMATE),
            Column.of("p_naive", "p, naive", Kind.NUMBER))
        .addFootnotes("The mean over hips of each hip's own reduction; a negative one is growth."
            + " A lesion of 0 % at baseline cannot shrink and is left out.");
    BaselineGroupings.byStage(cohort.hips())
        .groups(cohort.hips())
        .forEach((stage, hips) -> table.addRows(lesion(stage, LesionCourse.of(hips, visits))));
    table.addRows(lesion("all", LesionCourse.of(cohort.hips(), visits)));
    return table.build();
  }

  private static List<Cell> lesion(String stage, LesionCourse course) {
    Optional<Comparison.Result> reduction = course.reduction();
    return List.of(
        Cell.text(stage),
        Cell.count(course.hips()),
        SummaryStatistics.of(course.before()).meanSd(1),
        SummaryStatistics.of(course.after()).meanSd(1),
        Estimates.interval(reduction.map(Comparison.Result::clustered), 1),
        Estimates.pValue(reduction.map(Comparison.Result::clustered).flatMap(Estimates::pValueOf)),
        Estimates.interval(reduction.map(Comparison.Result::naive), 1),
        Estimates.pValue(reduction.map(Comparison.Result::naive).flatMap(Estimates::pValueOf)));
  }
}
