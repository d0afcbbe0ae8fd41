package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.AdverseEvent.Relation;
import io.github.avnfh.core.cohort.AdverseEvent.Severity;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code events.csv}: a row per adverse event. */
record EventFile(CohortAssembler assembler) implements CohortFile {
  private static final String DAY = "day";
  private static final List<String> REQUIRED = List.of(PATIENT, "term", DAY);
  private static final List<String> JUDGED = List.of("severity", "relation");

  @Override
  public String file() {
    return EVENTS;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.ADVERSE_EVENTS);
  }

  @Override
  public List<String> required() {
    return REQUIRED;
  }

  @Override
  public List<String> optional() {
    return CohortFile.joined(JUDGED, List.of(ORIGIN));
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    Optional<String> term = row.required("term", text -> OneLine.check("adverse event term", text));
    OptionalInt day = row.requiredWholeNumber(DAY, Timepoint.DAY);
    Optional<Severity> severity = row.optional("severity", Severity::parse);
    Optional<Relation> relation = row.optional("relation", Relation::parse);
    assembler.origin(row);
    if (patient.isPresent() && day.isPresent() && patient.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY, "lies after the death of the patient; an event of a living patient was expected");
    }
    if (row.isSound()) {
      assembler.add(
          AdverseEvent.builder()
              .patient(patient.orElseThrow().id())
              .term(term.orElseThrow())
              .day(day.orElseThrow())
              .severity(severity)
              .relation(relation)
              .build(),
          row);
    }
  }

  /** Writes the adverse events of a cohort. */
  static String text(Cohort cohort) {
    return CohortFile.filledText(
        cohort,
        CohortFile.joined(REQUIRED, JUDGED),
        REQUIRED::contains,
        cohort.adverseEvents().stream().map(EventFile::row));
  }

  private static List<String> row(AdverseEvent event) {
    return List.of(
        event.patient().value(),
        event.term(),
        Integer.toString(event.day()),
        event.severity().map(Severity::code).orElse(""),
        event.relation().map(Relation::code).orElse(""));
  }
}
