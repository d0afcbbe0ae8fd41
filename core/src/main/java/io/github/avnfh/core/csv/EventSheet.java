package io.github.avnfh.core.csv;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.AdverseEvent.Relation;
import io.github.avnfh.core.cohort.AdverseEvent.Severity;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.internal.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code events.csv}: a row per adverse event. */
record EventSheet(CohortDraft draft) implements Sheet {
  private static final String DAY = "day";

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
    return List.of(PATIENT, "term", DAY);
  }

  @Override
  public List<String> optional() {
    return List.of("severity", "relation", ORIGIN);
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientDraft> patient = draft.patient(row);
    Optional<String> term = row.required("term", text -> OneLine.check("adverse event term", text));
    OptionalInt day = row.requiredWholeNumber(DAY, Timepoint.DAY);
    Optional<Severity> severity = row.optional("severity", Severity::parse);
    Optional<Relation> relation = row.optional("relation", Relation::parse);
    draft.origin(row);
    if (patient.isPresent() && day.isPresent() && patient.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY, "lies after the death of the patient; an event of a living patient was expected");
    }
    if (row.isSound()) {
      draft.add(
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
}
