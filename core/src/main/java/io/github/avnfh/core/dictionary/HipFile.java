package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** {@code hips.csv}: a row per hip. */
record HipFile(
    CohortAssembler assembler,
    Function<String, Etiology> etiologies,
    Function<String, SteinbergStage> stages)
    implements CohortFile {
  private static final int CACHED = 1 << 8;
  private static final int REQUIRED = 4;

  /** What files hold since the first version. */
  private static final int ALWAYS_WRITTEN = 8;

  private static final DayCells ARTHROPLASTY = DayCells.named("arthroplasty_");
  private static final DayCells LAST_SEEN = DayCells.named("last_seen_");
  private static final Map<String, DataKind> KINDS = Map.of(
      ARTHROPLASTY.dayColumn(), DataKind.ARTHROPLASTIES,
      ARTHROPLASTY.dateColumn(), DataKind.ARTHROPLASTIES);

  static HipFile of(CohortAssembler assembler) {
    return new HipFile(
        assembler,
        CsvRow.caching(CACHED, Etiology::parse),
        CsvRow.caching(CACHED, SteinbergStage::parse));
  }

  @Override
  public String file() {
    return HIPS;
  }

  @Override
  public List<String> required() {
    return Hip.columns().subList(0, REQUIRED);
  }

  @Override
  public List<String> optional() {
    List<String> columns = Hip.columns();
    return CohortFile.joined(
        columns.subList(REQUIRED, columns.size()),
        List.of("index_date", ARTHROPLASTY.dateColumn(), LAST_SEEN.dateColumn(), ORIGIN));
  }

  @Override
  public Map<String, DataKind> kindsByColumn() {
    return KINDS;
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    Optional<Side> side = assembler.side(row);
    Optional<Etiology> etiology = row.required("etiology", etiologies);
    Optional<SteinbergStage> stage = row.required("steinberg_stage", stages);
    Hip.Builder hip = Hip.builder().read(row);
    Optional<LocalDate> indexDate = row.date("index_date");
    int indexDay = row.wholeNumber("index_day", Hip.FIRST_TREATMENT).orElse(0);
    Optional<Arthroplasty> arthroplasty = arthroplasty(row, indexDate);
    if (arthroplasty.isPresent()
        && patient
            .filter(of -> of.isDeadBefore(arthroplasty.get().day() + indexDay))
            .isPresent()) {
      row.report(
          ARTHROPLASTY.dayColumn(),
          "lies after the death of the patient; an arthroplasty of a living patient was expected");
    }
    Optional<Integer> lastSeen = lastSeen(row, indexDate);
    assembler.origin(row);
    if (row.isSound()) {
      hip.id(HipId.of(patient.orElseThrow().id(), side.orElseThrow()))
          .etiology(etiology.orElseThrow())
          .baselineStage(stage.orElseThrow())
          .indexDay(indexDay)
          .arthroplasty(arthroplasty)
          .lastSeenDay(lastSeen);
      assembler.add(
          new CohortAssembler.HipEntry(patient.get(), hip.build(), indexDate, row.line()), row);
    }
  }

  private static Optional<Arthroplasty> arthroplasty(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = ARTHROPLASTY.read(row, indexDate);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Arthroplasty.onDay(day.getAsInt()));
    } catch (IllegalArgumentException e) {
      row.report(ARTHROPLASTY.dayColumn(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Integer> lastSeen(CsvRow row, Optional<LocalDate> indexDate) {
    OptionalInt day = LAST_SEEN.read(row, indexDate);
    if (day.isPresent() && day.getAsInt() < 0 && !assembler.readsOwnFiles()) {
      row.report(
          row.isEmpty(LAST_SEEN.dateColumn()) ? LAST_SEEN.dayColumn() : LAST_SEEN.dateColumn(),
          "lies before the first treatment of the hip; day 0 or later was expected");
      return Optional.empty();
    }
    return day.isPresent() ? Optional.of(day.getAsInt()) : Optional.empty();
  }

  /** Writes the hips of a cohort, with days and no dates. */
  static String text(Cohort cohort) {
    return CohortFile.filledText(
        cohort,
        Hip.columns(),
        column -> column.equals(ARTHROPLASTY.dayColumn())
            ? cohort.isRecorded(DataKind.ARTHROPLASTIES)
            : Hip.columns().indexOf(column) < ALWAYS_WRITTEN,
        cohort.hips().stream().map(hip -> CohortFile.cells(Hip.columns(), hip.codes())));
  }
}
