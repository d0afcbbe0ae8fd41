package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.AdverseEvent.Relation;
import io.github.avnfh.core.cohort.AdverseEvent.Severity;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.View;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables that hold a cohort: a row for each thing that the sheets read, days and no dates. */
final class CohortTables {
  private static final String ARTHROPLASTY = "arthroplasty_day";
  private static final List<String> HIP_COLUMNS = List.of(
      Sheet.PATIENT,
      "side",
      "etiology",
      "steinberg_stage",
      "steinberg_grade",
      "prior_surgery",
      ARTHROPLASTY,
      "last_seen_day",
      "local_infection",
      "persistent_complaint",
      "conservative_therapy_months");
  private static final List<String> EVENT_COLUMNS =
      List.of(Sheet.PATIENT, "term", "day", "severity", "relation");
  private static final List<String> VISIT_COLUMNS = List.of(Sheet.PATIENT, Sheet.SIDE, Sheet.VISIT);
  private static final List<String> IMAGING_COLUMNS =
      List.of(Sheet.PATIENT, "side", "visit", "day", "modality", "view", "reader");

  private final Cohort cohort;
  private final List<Instrument> instruments;

  CohortTables(Cohort cohort, List<Instrument> instruments) {
    this.cohort = cohort;
    this.instruments = instruments;
  }

  /** Returns the text of each file by its name, in the order of reading. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        Sheet.PATIENTS,
        filled(
            PatientRows.columns(),
            column -> PatientRows.isAlwaysWritten(column, cohort),
            cohort.patients().stream().map(PatientRows::row)));
    texts.put(
        Sheet.HIPS,
        filled(
            HIP_COLUMNS, this::isAlwaysWritten, cohort.hips().stream().map(CohortTables::cells)));
    if (cohort.isRecorded(DataKind.VISITS)) {
      texts.put(Sheet.VISITS, visits());
    }
    if (cohort.isRecorded(DataKind.IMAGES)) {
      texts.put(Sheet.IMAGING, table(joined(IMAGING_COLUMNS, FindingsCells.columns()), images()));
    }
    if (cohort.isRecorded(DataKind.TREATMENTS)) {
      List<String> columns = ProcedureRows.columns();
      texts.put(
          Sheet.PROCEDURES,
          filled(columns, columns.subList(0, 4)::contains, ProcedureRows.of(cohort)));
    }
    if (cohort.isRecorded(DataKind.ADVERSE_EVENTS)) {
      texts.put(
          Sheet.EVENTS, filled(EVENT_COLUMNS, EVENT_COLUMNS.subList(0, 3)::contains, events()));
    }
    if (cohort.isRecorded(DataKind.SATISFACTION)) {
      texts.put(Sheet.SATISFACTION, table(List.of(Sheet.PATIENT, "satisfaction"), answers()));
    }
    return Collections.unmodifiableMap(texts);
  }

  private boolean isAlwaysWritten(String column) {
    return column.equals(ARTHROPLASTY)
        ? cohort.isRecorded(DataKind.ARTHROPLASTIES)
        : HIP_COLUMNS.indexOf(column) < HIP_COLUMNS.indexOf("local_infection");
  }

  /** Leaves out the columns that hold nothing, apart from those that are always written. */
  private String filled(List<String> columns, Predicate<String> always, Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    int[] kept = IntStream.range(0, columns.size())
        .filter(column -> always.test(columns.get(column))
            || all.stream().anyMatch(cells -> !cells.get(column).isEmpty()))
        .toArray();
    return table(only(kept, columns), all.stream().map(cells -> only(kept, cells)));
  }

  private static List<String> only(int[] kept, List<String> cells) {
    return Arrays.stream(kept).mapToObj(cells::get).toList();
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

  private static List<String> cells(Hip hip) {
    return List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        hip.etiology().code(),
        hip.baselineStage().code(),
        hip.baselineGrade().map(SteinbergGrade::code).orElse(""),
        ScreeningCells.flag(hip.priorSurgery()),
        days(hip.arthroplasty().map(Arthroplasty::day)),
        days(hip.lastSeenDay()),
        ScreeningCells.flag(hip.localInfection()),
        ScreeningCells.flag(hip.persistentComplaint()),
        CsvOutput.number(hip.conservativeTherapyMonths()));
  }

  private static String days(Optional<Integer> day) {
    return day.map(number -> Integer.toString(number)).orElse("");
  }

  private String visits() {
    Map<String, Function<Visit, String>> cells = VisitCells.of(instruments, cohort.hips());
    return table(
        joined(VISIT_COLUMNS, List.copyOf(cells.keySet())),
        cohort.hips().stream()
            .flatMap(hip -> hip.visits().stream().map(visit -> cells(hip, visit, cells))));
  }

  private static List<String> cells(
      Hip hip, Visit visit, Map<String, Function<Visit, String>> cells) {
    List<String> whose = List.of(
        hip.id().patient().value(), hip.id().side().code(), visit.timepoint().code());
    return joined(whose, cells.values().stream().map(cell -> cell.apply(visit)).toList());
  }

  private Stream<List<String>> images() {
    return cohort.hips().stream()
        .flatMap(hip -> hip.imageReadings().stream().map(images -> cells(hip, images)));
  }

  private static List<String> cells(Hip hip, ImageReading images) {
    List<String> where = List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        images.timepoint().code(),
        Integer.toString(images.day()),
        images.modality().code(),
        images.view().map(View::code).orElse(""),
        images.reader());
    return joined(where, FindingsCells.of(images.findings()));
  }

  private Stream<List<String>> events() {
    return cohort.adverseEvents().stream().map(CohortTables::cells);
  }

  private static List<String> cells(AdverseEvent event) {
    return List.of(
        event.patient().value(),
        event.term(),
        Integer.toString(event.day()),
        event.severity().map(Severity::code).orElse(""),
        event.relation().map(Relation::code).orElse(""));
  }

  private Stream<List<String>> answers() {
    return cohort.satisfaction().entrySet().stream()
        .map(answer -> List.of(answer.getKey().value(), answer.getValue().code()));
  }
}
