package io.github.avnfh.core.csv;

import io.github.avnfh.core.AdverseEvent;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Visit;
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
  public List<String> required() {
    return List.of(PATIENT, "term", DAY);
  }

  @Override
  public List<String> optional() {
    return List.of(ORIGIN);
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientId> patient = draft.patient(row);
    Optional<String> term = row.required("term", text -> OneLine.check("adverse event term", text));
    OptionalInt day = row.requiredWholeNumber(DAY, Visit.DAY);
    draft.origin(row);
    if (row.isSound()) {
      draft.add(AdverseEvent.of(patient.orElseThrow(), term.orElseThrow(), day.orElseThrow()));
    }
  }
}
