package io.github.avnfh.core.csv;

import io.github.avnfh.core.AdverseEvent;
import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Patient;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.DataOrigin;
import io.github.avnfh.core.study.Hip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables that hold a cohort: a row for each thing that the sheets read, days and no dates. */
final class CohortTables {
  private static final List<String> PATIENT_COLUMNS =
      List.of(Sheet.PATIENT, "sex", "age_years", "height_cm", "weight_kg", "platelets_per_uL");
  private static final List<String> HIP_COLUMNS = List.of(
      Sheet.PATIENT,
      "side",
      "etiology",
      "steinberg_stage",
      "steinberg_grade",
      "prior_surgery",
      "arthroplasty_day",
      "last_seen_day");
  private static final List<String> VISIT_COLUMNS =
      List.of(Sheet.PATIENT, "side", "visit", "day", "status");
  private static final List<String> IMAGING_COLUMNS =
      List.of(Sheet.PATIENT, "side", "visit", "day", "modality", "reader");

  private final Cohort cohort;
  private final List<Instrument> instruments;

  CohortTables(Cohort cohort, List<Instrument> instruments) {
    this.cohort = cohort;
    this.instruments = instruments;
  }

  /** Returns the text of each file by its name, in the order of reading. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(Sheet.PATIENTS, table(PATIENT_COLUMNS, patients()));
    texts.put(Sheet.HIPS, table(HIP_COLUMNS, cohort.hips().stream().map(CohortTables::cells)));
    texts.put(Sheet.VISITS, table(visitColumns(), visits()));
    texts.put(Sheet.IMAGING, table(joined(IMAGING_COLUMNS, FindingsCells.columns()), images()));
    if (!cohort.adverseEvents().isEmpty()) {
      texts.put(Sheet.EVENTS, table(List.of(Sheet.PATIENT, "term", "day"), events()));
    }
    if (!cohort.satisfaction().isEmpty()) {
      texts.put(Sheet.SATISFACTION, table(List.of(Sheet.PATIENT, "satisfaction"), answers()));
    }
    return Collections.unmodifiableMap(texts);
  }

  private String table(List<String> columns, Stream<List<String>> rows) {
    CsvOutput csv = CsvOutput.withHeader(declared(columns, Sheet.ORIGIN).toArray(String[]::new));
    rows.map(cells -> declared(cells, cohort.origin().code())).forEach(csv::row);
    return csv.text();
  }

  private List<String> declared(List<String> cells, String origin) {
    return cohort.origin() == DataOrigin.UNDECLARED ? cells : joined(cells, List.of(origin));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private Stream<List<String>> patients() {
    return cohort.patients().stream().map(CohortTables::cells);
  }

  private static List<String> cells(Patient patient) {
    return List.of(
        patient.id().value(),
        patient.sex().code(),
        Integer.toString(patient.ageYears()),
        CsvOutput.number(patient.heightCm()),
        CsvOutput.number(patient.weightKg()),
        CsvOutput.number(patient.plateletsPerMicroliter()));
  }

  private static List<String> cells(Hip hip) {
    return List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        hip.etiology().code(),
        hip.baselineStage().code(),
        hip.baselineGrade().map(SteinbergGrade::code).orElse(""),
        hip.priorSurgery().map(operated -> operated ? "1" : "0").orElse(""),
        days(hip.arthroplasty().map(Arthroplasty::day)),
        days(hip.lastSeenDay()));
  }

  private static String days(Optional<Integer> day) {
    return day.map(number -> Integer.toString(number)).orElse("");
  }

  private List<String> visitColumns() {
    return joined(VISIT_COLUMNS, instruments.stream().map(Instrument::code).toList());
  }

  private Stream<List<String>> visits() {
    return cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream().map(visit -> cells(hip, visit)));
  }

  private List<String> cells(Hip hip, Visit visit) {
    List<String> cells = new ArrayList<>(List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        visit.timepoint().code(),
        Integer.toString(visit.day()),
        visit.status().code()));
    for (Instrument instrument : instruments) {
      cells.add(
          visit.score(instrument).map(Score::points).map(CsvOutput::number).orElse(""));
    }
    return cells;
  }

  private Stream<List<String>> images() {
    return cohort.hips().stream()
        .flatMap(hip -> hip.examinations().stream().map(images -> cells(hip, images)));
  }

  private static List<String> cells(Hip hip, Examination images) {
    List<String> where = List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        images.timepoint().code(),
        Integer.toString(images.day()),
        images.modality().code(),
        images.reader());
    return joined(where, FindingsCells.of(images.findings()));
  }

  private Stream<List<String>> events() {
    return cohort.adverseEvents().stream().map(CohortTables::cells);
  }

  private static List<String> cells(AdverseEvent event) {
    return List.of(event.patient().value(), event.term(), Integer.toString(event.day()));
  }

  private Stream<List<String>> answers() {
    return cohort.satisfaction().entrySet().stream()
        .map(answer -> List.of(answer.getKey().value(), answer.getValue().code()));
  }
}
