package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a cohort as a Bundle of FHIR fills them, row by row. */
final class FhirTables {
  /** Columns that a table has even where no row fills them. */
  private static final Map<String, List<String>> REQUIRED = Map.of(
      "visits.csv", List.of("patient_id", "side", "visit", "day", "status"),
      "imaging.csv", List.of("patient_id", "side", "visit", "day", "modality", "reader"),
      "procedures.csv", List.of("patient_id", "side", "procedure", "day", "number"),
      "events.csv", List.of("patient_id", "term", "day"),
      "satisfaction.csv", List.of("patient_id", "satisfaction"));

  private static final String ORIGIN = "data_origin";

  private final LocalDate dayZero;
  private final Map<String, List<Row>> tables = new LinkedHashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>(REQUIRED);
  private final Map<String, Row> hips = new HashMap<>();

  FhirTables(LocalDate dayZero) {
    this.dayZero = dayZero;
    tables.put("patients.csv", new ArrayList<>());
    tables.put("hips.csv", new ArrayList<>());
  }

  /** A row of a table of the cohort, where it was read, and the date that becomes its day. */
  static final class Row {
    final Map<String, String> cells = new LinkedHashMap<>();
    Optional<LocalDate> date = Optional.empty();
    boolean deceased;
    private final String path;

    Row(String path) {
      this.path = path;
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Gives a kind of data that was recorded its table or column, even where none of it happened;
   * tells whether there is such a kind.
   */
  boolean record(String kind) {
    switch (kind) {
      case "visits" -> tables.put("visits.csv", new ArrayList<>());
      case "images" -> tables.put("imaging.csv", new ArrayList<>());
      case "treatments" -> tables.put("procedures.csv", new ArrayList<>());
      case "adverse_events" -> tables.put("events.csv", new ArrayList<>());
      case "satisfaction" -> tables.put("satisfaction.csv", new ArrayList<>());
      case "arthroplasties" -> columns.put("hips.csv", List.of("arthroplasty_day"));
      case "losses", "deaths" ->
        columns
            .computeIfAbsent("patients.csv", table -> new ArrayList<>())
            .add(kind.equals("losses") ? "lost_day" : "death_day");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Adds a row to a table, if that was recorded. */
  Optional<Row> add(String table, String path) {
    return Optional.ofNullable(tables.get(table)).map(rows -> {
      Row row = new Row(path);
      rows.add(row);
      return row;
    });
  }

  /** Keeps a row of hips.csv under its patient and side. */
  void keepHip(Row row) {
    hips.put(row.cell("side") + row.cell("patient_id"), row);
  }

  /** Returns the hip of a patient and a side. */
  Optional<Row> hip(String side, String patient) {
    return Optional.ofNullable(hips.get(side + patient));
  }

  /**
   * Reads the rows as the files of a cohort.
   *
   * @throws IllegalArgumentException if they are no cohort; the message names the resource
   */
  Cohort cohort(String origin) {
    Map<String, byte[]> texts = new HashMap<>();
    tables.forEach((table, rows) -> {
      rows.forEach(row -> complete(table, row, origin));
      texts.put(table, text(table, rows).getBytes(StandardCharsets.UTF_8));
    });
    CohortReading reading = CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(texts.get(file)).map(ByteArrayInputStream::new));
    reading.problems().stream().findFirst().ifPresent(problem -> {
      throw new IllegalArgumentException(
          place(problem) + " " + problem.column() + ": " + problem.message());
    });
    return reading.accepted();
  }

  private void complete(String table, Row row, String origin) {
    if (row.deceased != row.cells.containsKey("death_day")) {
      throw new IllegalArgumentException(row.path + ".deceasedBoolean must be true where the day of"
          + " the death is known, and absent elsewhere, but is not");
    }
    row.cells.put(ORIGIN, origin);
    row.date.ifPresent(date -> {
      Row hip = hip(row.cell("side"), row.cell("patient_id")).orElse(row);
      String index = hip.cells.getOrDefault("index_day", "0");
      long day = ChronoUnit.DAYS.between(dayZero, date) - Long.parseLong(index);
      row.cells.put(table.equals("hips.csv") ? "arthroplasty_day" : "day", Long.toString(day));
    });
  }

  private String text(String table, List<Row> rows) {
    Set<String> header = new LinkedHashSet<>(columns.getOrDefault(table, List.of()));
    rows.forEach(row -> header.addAll(row.cells.keySet()));
    CsvOutput csv = CsvOutput.withHeader(header.toArray(String[]::new));
    rows.forEach(row -> csv.row(header.stream().map(row::cell).toList()));
    return csv.text();
  }

  /** Line 2 of a table is its first row. */
  private String place(Problem problem) {
    List<Row> rows = tables.getOrDefault(problem.file(), List.of());
    int row = (int) problem.line() - 2;
    return row >= 0 && row < rows.size() ? rows.get(row).path : "Bundle";
  }
}
