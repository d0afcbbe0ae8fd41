package io.github.avnfh.core.csv;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** {@code hips.csv}: a row per hip. */
record HipSheet(
    CohortDraft draft,
    Function<String, Etiology> etiologies,
    Function<String, SteinbergStage> stages)
    implements Sheet {
  private static final String CONSERVATIVE = "conservative_therapy_months";
  private static final DayCells ARTHROPLASTY = DayCells.named("arthroplasty_");
  private static final DayCells LAST_SEEN = DayCells.named("last_seen_");
  private static final Map<String, DataKind> KINDS = Map.of(
      ARTHROPLASTY.dayColumn(), DataKind.ARTHROPLASTIES,
      ARTHROPLASTY.dateColumn(), DataKind.ARTHROPLASTIES);

  static HipSheet of(CohortDraft draft) {
    return new HipSheet(
        draft, new Remembered<>(Etiology::parse), new Remembered<>(SteinbergStage::parse));
  }

  @Override
  public String file() {
    return HIPS;
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, SIDE, "etiology", "steinberg_stage");
  }

  @Override
  public List<String> optional() {
    return List.of(
        "steinberg_grade",
        "prior_surgery",
        "local_infection",
        "persistent_complaint",
        CONSERVATIVE,
        "index_date",
        ARTHROPLASTY.dayColumn(),
        ARTHROPLASTY.dateColumn(),
        LAST_SEEN.dayColumn(),
        LAST_SEEN.dateColumn(),
        ORIGIN);
  }

  @Override
  public Map<String, DataKind> kindsByColumn() {
    return KINDS;
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientDraft> patient = draft.patient(row);
    Optional<Side> side = draft.side(row);
    Optional<Etiology> etiology = row.required("etiology", etiologies);
    Optional<SteinbergStage> stage = row.required("steinberg_stage", stages);
    Hip.Builder hip = found(row);
    Optional<LocalDate> indexDate = row.date("index_date");
    Optional<Arthroplasty> arthroplasty = arthroplasty(row, indexDate);
    if (arthroplasty.isPresent()
        && patient.filter(of -> of.isDeadBefore(arthroplasty.get().day())).isPresent()) {
      row.report(
          ARTHROPLASTY.dayColumn(),
          "lies after the death of the patient; an arthroplasty of a living patient was expected");
    }
    Optional<Integer> lastSeen = lastSeen(row, indexDate);
    draft.origin(row);
    if (row.isSound()) {
      hip.id(HipId.of(patient.orElseThrow().id(), side.orElseThrow()))
          .etiology(etiology.orElseThrow())
          .baselineStage(stage.orElseThrow())
          .arthroplasty(arthroplasty)
          .lastSeenDay(lastSeen);
      draft.add(new HipDraft(patient.get(), hip.build(), indexDate, row.line()), row);
    }
  }

  private static Hip.Builder found(CsvRow row) {
    return Hip.builder()
        .baselineGrade(row.optional("steinberg_grade", SteinbergGrade::parse))
        .priorSurgery(row.flag("prior_surgery"))
        .localInfection(row.flag("local_infection"))
        .persistentComplaint(row.flag("persistent_complaint"))
        .conservativeTherapyMonths(row.number(CONSERVATIVE, Hip.CONSERVATIVE_THERAPY));
  }

  private static Optional<Arthroplasty> arthroplasty(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = ARTHROPLASTY.read(row, indexDate);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Arthroplasty.onDay(day.getAsInt()));
    } catch (IllegalArgumentException refused) {
      row.report(ARTHROPLASTY.dayColumn(), String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Integer> lastSeen(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = LAST_SEEN.read(row, indexDate);
    return day.isPresent() ? Optional.of(day.getAsInt()) : Optional.empty();
  }
}
