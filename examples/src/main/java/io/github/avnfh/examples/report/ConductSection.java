package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.study.adherence.Deviation;
import io.github.avnfh.core.study.adherence.Deviations;
import io.github.avnfh.core.study.adherence.Eligibility;
import io.github.avnfh.core.study.adherence.ParticipantCount;
import io.github.avnfh.core.study.adherence.ParticipantFlow;
import io.github.avnfh.core.study.adherence.ParticipantFlow.ExclusionReason;
import io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow;
import io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow.Attendance;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who took part; and where a protocol is named, who was eligible, and where the study departed from
 * it.
 */
final class ConductSection {
  private static final String ENROLLED =
      "A patient counts as enrolled unless the cohort says otherwise.";

  private ConductSection() {}

  static Section of(Cohort cohort, Analysis analysis) {
    return analysis
        .protocol()
        .map(protocol -> of(cohort, protocol))
        .orElseGet(() -> Section.of(
            "Participants",
            List.of(ENROLLED + " The analysis is of the enrolled."),
            flow(cohort, ParticipantFlow.of(cohort))));
  }

  private static Section of(Cohort cohort, Protocol protocol) {
    Eligibility eligibility = Eligibility.of(protocol, cohort);
    Deviations deviations = Deviations.of(protocol, cohort);
    ParticipantFlow flow = ParticipantFlow.of(protocol, cohort);
    List<String> paragraphs = new ArrayList<>(List.of(
        ENROLLED
            + " The analysis is of the enrolled. A criterion is met if what it demands is given; unknown is not met, and"
            + " is counted separately.",
        "Of " + eligibility.asked().text() + ", all criteria are known to be met by "
            + eligibility.eligible().text() + ".",
        deviationsInWords(deviations)));
    List<Table> tables = new ArrayList<>(List.of(flow(cohort, flow)));
    if (cohort.isRecorded(DataKind.VISITS)) {
      tables.add(visits(flow));
    } else {
      paragraphs.add("Visits: not recorded.");
    }
    tables.add(eligibility(eligibility));
    tables.add(deviations(deviations));
    return Section.of("Participants and protocol", paragraphs, tables);
  }

  private static String deviationsInWords(Deviations deviations) {
    String judged = deviations.findings().isEmpty()
        ? "No deviation from the protocol was found."
        : Counted.of(deviations.findings().size(), "deviation") + " from the protocol "
            + (deviations.findings().size() == 1 ? "was found." : "were found.");
    String silent = deviations.notJudged().stream()
        .map(Deviation.Kind::words)
        .collect(Collectors.joining("; "));
    return judged + " Windows of the visits: " + deviations.windowsFrom() + "."
        + (silent.isEmpty()
            ? ""
            : " What the cohort does not record at all cannot be judged: whether " + silent + ".");
  }

  private static Table flow(Cohort cohort, ParticipantFlow flow) {
    boolean screening = cohort.patients().stream()
        .anyMatch(patient -> patient.screening().enrolled().isPresent());
    Table.Builder table = Table.builder()
        .name("participant_flow")
        .title("Participant flow")
        .counted(flow.screened().text() + (screening ? " screened" : ""))
        .addColumns(
            Column.of("step", "Step", Kind.TEXT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("hips", "Hips", Kind.COUNT));
    table.addRows(row("screened", flow.screened(), screening));
    table.addRows(row("excluded", flow.excluded(), screening));
    for (ExclusionReason reason : flow.reasons()) {
      String id = reason.criterion().rule().id();
      table.addRows(row("excluded, not met: " + id, reason.notMet(), true));
      table.addRows(row("excluded, unknown: " + id, reason.unknown(), true));
    }
    return table
        .addRows(row("excluded for another reason", flow.excludedOtherwise(), screening))
        .addRows(row("enrolled", flow.enrolled(), true))
        .addRows(row("lost to follow-up", flow.lost(), cohort.isRecorded(DataKind.LOSSES)))
        .addRows(row("died", flow.died(), cohort.isRecorded(DataKind.DEATHS)))
        .addRows(row("hip replaced", flow.replaced(), cohort.isRecorded(DataKind.ARTHROPLASTIES)))
        .build();
  }

  private static List<Cell> row(String step, ParticipantCount count, boolean isRecorded) {
    return isRecorded
        ? List.of(Cell.text(step), Cell.count(count.patients()), Cell.count(count.hips()))
        : List.of(
            Cell.text(step), Estimates.notRecorded(Kind.COUNT), Estimates.notRecorded(Kind.COUNT));
  }

  private static Table visits(ParticipantFlow flow) {
    List<Attendance> seen = Arrays.stream(Attendance.values())
        .filter(each -> each == Attendance.ANALYZED
            || flow.visits().stream().anyMatch(visit -> visit.count(each).hips() > 0))
        .toList();
    Table.Builder table = Table.builder()
        .name("visit_flow")
        .title("Hips at the planned visits")
        .counted(flow.enrolled().text() + " enrolled")
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("patients", "Patients analyzed", Kind.COUNT));
    seen.forEach(each -> table.addColumns(
        Column.of(BaselineGroupings.name(each.words()), "Hips " + each.words(), Kind.COUNT)));
    for (VisitFlow visit : flow.visits()) {
      List<Cell> cells = new ArrayList<>(List.of(
          Cell.text(ScoreSection.visit(visit.timepoint())),
          Cell.count(visit.count(Attendance.ANALYZED).patients())));
      seen.forEach(each -> cells.add(Cell.count(visit.count(each).hips())));
      table.addRows(cells);
    }
    return table.build();
  }

  private static Table eligibility(Eligibility eligibility) {
    Table.Builder table = Table.builder()
        .name("eligibility")
        .title("Eligibility")
        .counted(eligibility.asked().text())
        .addColumns(
            Column.of("criterion", "Criterion", Kind.TEXT),
            Column.of("demands", "What must hold", Kind.TEXT),
            Column.of("unit", "Asked of", Kind.TEXT),
            Column.of("met", "Met", Kind.PROPORTION),
            Column.of("not_met", "Not met", Kind.PROPORTION),
            Column.of("unknown", "Unknown", Kind.PROPORTION));
    for (EligibilityCriterion criterion : eligibility.criteria()) {
      Count met = eligibility.count(criterion, Answer.MET);
      Count notMet = eligibility.count(criterion, Answer.NOT_MET);
      int known = met.count() + notMet.count();
      table.addRows(List.of(
          Cell.text(criterion.rule().id()),
          Cell.text(criterion.rule().statement()),
          Cell.text(unit(criterion)),
          Estimates.proportion(met.count(), known),
          Estimates.proportion(notMet.count(), known),
          Cell.proportion(eligibility.count(criterion, Answer.UNKNOWN))));
    }
    return table
        .addFootnotes(
            "Met and not met are proportions of those of whom it is known, unknown of all.")
        .build();
  }

  /** What a criterion is asked of. */
  static String unit(EligibilityCriterion criterion) {
    return criterion.level() == EligibilityCriterion.Level.PATIENTS ? "patients" : "hips";
  }

  private static Table deviations(Deviations deviations) {
    Table.Builder table = Table.builder()
        .name("deviations")
        .title("Deviations from the protocol")
        .counted(deviations.enrolled().text() + " enrolled")
        .addColumns(
            Column.of("deviation", "Deviation", Kind.TEXT),
            Column.of("times", "Times", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("hips", "Hips", Kind.COUNT));
    Arrays.stream(Deviation.Kind.values())
        .filter(kind -> !deviations.of(kind).isEmpty())
        .forEach(kind -> table.addRows(
            row(kind.words(), deviations.of(kind).size(), deviations.concerned(kind))));
    int judged = Deviation.Kind.values().length - deviations.notJudged().size();
    table.addRows(row(
        "any of the " + judged + " kinds that can be judged",
        deviations.findings().size(),
        concerned(deviations)));
    return table.build();
  }

  private static List<Cell> row(String deviation, int times, ParticipantCount concerned) {
    return List.of(
        Cell.text(deviation),
        Cell.count(times),
        Cell.count(concerned.patients()),
        Cell.count(concerned.hips()));
  }

  private static ParticipantCount concerned(Deviations deviations) {
    List<Deviation> findings = deviations.findings();
    return ParticipantCount.of(
        (int) findings.stream().map(Deviation::patient).distinct().count(), (int) findings.stream()
            .flatMap(finding -> finding.hip().stream())
            .distinct()
            .count());
  }
}
