package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code hips.csv}: a row per hip. */
record HipFile(
    CohortAssembler assembler,
    Function<String, Etiology> etiologies,
    Function<String, SteinbergStage> stages)
    implements CohortFile {
  private static final int CACHED = 1 << 8;
  private static final String CONSERVATIVE = "conservative_therapy_months";
  private static final Quantity INDEX = Quantity.of(
      "first treatment of a hip", "days from that of the patient", 0, Timepoint.DAY.high());
  private static final String INDEX_DAY = "index_day";
  private static final String RECORDED_STAGES = "recorded_stages";
  private static final DayCells ARTHROPLASTY = DayCells.named("arthroplasty_");
  private static final DayCells LAST_SEEN = DayCells.named("last_seen_");
  private static final List<String> WRITTEN = List.of(
      PATIENT,
      SIDE,
      "etiology",
      "steinberg_stage",
      "steinberg_grade",
      "prior_surgery",
      ARTHROPLASTY.dayColumn(),
      LAST_SEEN.dayColumn(),
      "local_infection",
      "persistent_complaint",
      CONSERVATIVE,
      INDEX_DAY,
      RECORDED_STAGES);
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
        INDEX_DAY,
        RECORDED_STAGES,
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
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    Optional<Side> side = assembler.side(row);
    Optional<Etiology> etiology = row.required("etiology", etiologies);
    Optional<SteinbergStage> stage = row.required("steinberg_stage", stages);
    Hip.Builder hip = found(row);
    Optional<LocalDate> indexDate = row.date("index_date");
    int indexDay = row.wholeNumber(INDEX_DAY, INDEX).orElse(0);
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

  private static Hip.Builder found(CsvRow row) {
    return Hip.builder()
        .baselineGrade(row.optional("steinberg_grade", SteinbergGrade::parse))
        .priorSurgery(row.flag("prior_surgery"))
        .localInfection(row.flag("local_infection"))
        .persistentComplaint(row.flag("persistent_complaint"))
        .conservativeTherapyMonths(row.number(CONSERVATIVE, Hip.CONSERVATIVE_THERAPY))
        .addAllRecordedStages(row.optional(RECORDED_STAGES, HipFile::stages).orElse(List.of()));
  }

  /** Reads stages of several systems with blanks between them, in the order of the systems. */
  private static List<RecordedStage> stages(String text) {
    List<RecordedStage> stages =
        Arrays.stream(text.split(" +", -1)).map(RecordedStage::parse).sorted().toList();
    long systems = stages.stream().map(RecordedStage::system).distinct().count();
    if (systems < stages.size()) {
      throw new IllegalArgumentException("recorded stages of a hip [distinct systems] must be "
          + stages.size() + ", but were " + systems);
    }
    return stages;
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
        WRITTEN,
        column -> column.equals(ARTHROPLASTY.dayColumn())
            ? cohort.isRecorded(DataKind.ARTHROPLASTIES)
            : WRITTEN.indexOf(column) < WRITTEN.indexOf("local_infection"),
        cohort.hips().stream().map(HipFile::row));
  }

  private static List<String> row(Hip hip) {
    return List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        hip.etiology().code(),
        hip.baselineStage().code(),
        hip.baselineGrade().map(SteinbergGrade::code).orElse(""),
        CohortFile.flag(hip.priorSurgery()),
        CohortFile.day(hip.arthroplasty().map(Arthroplasty::day)),
        CohortFile.day(hip.lastSeenDay()),
        CohortFile.flag(hip.localInfection()),
        CohortFile.flag(hip.persistentComplaint()),
        CsvOutput.number(hip.conservativeTherapyMonths()),
        hip.indexDay() == 0 ? "" : Integer.toString(hip.indexDay()),
        hip.recordedStages().stream().map(RecordedStage::code).collect(Collectors.joining(" ")));
  }
}
