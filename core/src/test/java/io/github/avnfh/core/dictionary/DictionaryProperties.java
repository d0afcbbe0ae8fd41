package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Cohorts that are written as tables of several layouts, with codes, units and dates of the table's
 * own, and read back by the dictionary that explains them.
 */
class DictionaryProperties {
  private static final List<Timepoint> MOMENTS =
      List.of(Timepoint.baseline(), Timepoint.ofMonths(6), Timepoint.ofMonths(12));
  private static final List<String> DATES =
      List.of("yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yy", "dd-MMM-yyyy", "MMM dd yyyy");

  /** How the hips are laid out in tables. */
  private enum Layout {
    ROW_PER_VISIT,
    ROW_PER_HIP,
    ROW_PER_PATIENT,
    TABLE_PER_FORM,
    ROW_PER_OPERATION
  }

  /** A table with what its dictionary says. */
  private static final class Sheet {
    private final String name;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    Sheet(String name) {
      this.name = name;
    }

    /**
     * Explains a column by the rest of its line: means, visit, side, codes, missing, unit, dates,
     * rows.
     */
    void explain(String column, String... rest) {
      lines.put(column + (rest.length > 7 ? rest[7] : ""), line(column, rest));
    }

    private String line(String column, String... rest) {
      List<String> cells = new ArrayList<>(List.of(name, column));
      cells.addAll(Arrays.asList(rest));
      while (cells.size() < Dictionary.COLUMNS.size()) {
        cells.add("");
      }
      CsvOutput csv = CsvOutput.withHeader(Dictionary.COLUMNS.toArray(String[]::new));
      csv.row(cells);
      return csv.text().lines().skip(1).findFirst().orElseThrow();
    }

    List<String> columns() {
      return rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    }

    byte[] bytes() {
      CsvOutput csv = CsvOutput.withHeader(columns().toArray(String[]::new));
      rows.forEach(row ->
          csv.row(columns().stream().map(column -> row.getOrDefault(column, "")).toList()));
      return csv.text().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A cohort as it is meant, and as tables. */
  private static final class Written {
    private final Random random;
    private final Layout layout;
    private final String dates;
    private final boolean millimeters;
    private final Map<String, String> sexes = new LinkedHashMap<>();
    private final Map<String, String> sides = new LinkedHashMap<>();
    private final Map<String, String> causes = new LinkedHashMap<>();
    private final List<Patient> patients = new ArrayList<>();
    private final List<Hip> hips = new ArrayList<>();
    private final Map<Hip, LocalDate> index = new LinkedHashMap<>();
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    Written(Random random, Layout layout) {
      this.random = random;
      this.layout = layout;
      this.dates = DATES.get(random.nextInt(DATES.size()));
      this.millimeters = random.nextBoolean();
      codes(sexes, List.of("F", "M", "U"));
      codes(sides, List.of("L", "R"));
      codes(causes, Arrays.stream(Etiology.values()).map(Etiology::code).toList());
      for (int number = 1 + random.nextInt(4); number > 0; number--) {
        add(PatientId.of("P" + number));
      }
      write();
    }

    private void codes(Map<String, String> codes, List<String> words) {
      int offset = random.nextInt(3);
      words.forEach(word -> codes.put(
          word, random.nextBoolean() || offset > 0 ? (codes.size() + offset) + "x" : word));
    }

    private void add(PatientId id) {
      Patient patient = Patient.builder()
          .id(id)
          .sex(any(Sex.values()))
          .ageYears(18 + random.nextInt(60))
          .build();
      patients.add(patient);
      LocalDate treated = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(3000));
      for (Side side :
          random.nextBoolean() ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.RIGHT)) {
        Hip hip = hip(HipId.of(id, side));
        hips.add(hip);
        index.put(hip, treated);
      }
    }

    private <E> E any(E[] values) {
      return List.of(values).get(random.nextInt(values.length));
    }

    private Hip hip(HipId id) {
      Hip.Builder hip = Hip.builder();
      hip.id(id).etiology(any(Etiology.values())).baselineStage(any(SteinbergStage.values()));
      if (random.nextInt(3) == 0) {
        hip.arthroplasty(Arthroplasty.onDay(400 + random.nextInt(1000)));
      }
      for (Timepoint moment : MOMENTS) {
        if (random.nextInt(4) > 0) {
          hip.addVisits(visit(moment));
        }
      }
      return hip.build();
    }

    private Visit visit(Timepoint moment) {
      Visit.Builder visit = Visit.builder()
          .timepoint(moment)
          .day(moment.nominalDay().orElseThrow())
          .status(VisitStatus.DONE)
          .addScores(Score.of(Instruments.PAIN_VAS_CM, random.nextInt(101) / 10.0));
      if (random.nextBoolean()) {
        visit.addScores(Score.of(Instruments.HARRIS_HIP_SCORE, random.nextInt(101)));
      }
      return visit.build();
    }

    private Sheet sheet(String name) {
      return sheets.computeIfAbsent(name, Sheet::new);
    }

    private String codes(Map<String, String> codes) {
      return codes.entrySet().stream()
          .map(code -> code.getValue() + "=" + code.getKey())
          .collect(Collectors.joining(";"));
    }

    private String date(LocalDate date) {
      return DateTimeFormatter.ofPattern(dates, Locale.ENGLISH).format(date);
    }

    private void write() {
      for (Hip hip : hips) {
        switch (layout) {
          case ROW_PER_VISIT -> perVisit(hip);
          case ROW_PER_HIP -> wide(row(sheet("hips"), hip, true), sheet("hips"), hip, "");
          case ROW_PER_PATIENT -> perPatient(hip);
          case TABLE_PER_FORM -> perForm(hip);
          case ROW_PER_OPERATION -> perOperation(hip);
        }
      }
    }

    private void perVisit(Hip hip) {
      Sheet sheet = sheet("visits");
      visits(sheet, hip, true);
      if (hip.visits().isEmpty()) {
        row(sheet, hip, true);
      }
    }

    private void visits(Sheet sheet, Hip hip, boolean withParts) {
      for (Visit visit : hip.visits()) {
        Map<String, String> row = row(sheet, hip, withParts);
        explainScores(sheet, "", "", "");
        sheet.explain("Moment", "visit", "", "", "a0=BL;a6=M6;a12=M12");
        row.put("Moment", "a" + visit.timepoint().months().orElseThrow());
        scores(row, visit, "");
      }
    }

    private void explainScores(Sheet sheet, String ending, String visit, String side) {
      sheet.explain("VAS" + ending, "score:vas", visit, side, "", "-99", millimeters ? "mm" : "");
      sheet.explain("HHS" + ending, "score:hhs", visit, side, "", "-99");
    }

    private void scores(Map<String, String> row, Visit visit, String ending) {
      row.putIfAbsent("VAS" + ending, "");
      row.putIfAbsent("HHS" + ending, "");
      for (Score score : visit.scores()) {
        boolean pain = score.instrument().equals(Instruments.PAIN_VAS_CM);
        double points = score.points() * (pain && millimeters ? 10 : 1);
        row.put((pain ? "VAS" : "HHS") + ending, CsvOutput.number(Math.round(points * 10) / 10.0));
      }
    }

    private void wide(Map<String, String> row, Sheet sheet, Hip hip, String side) {
      for (Timepoint moment : MOMENTS) {
        String ending = " " + moment.code() + side;
        explainScores(sheet, ending, moment.code(), side.strip());
        row.putIfAbsent("VAS" + ending, "");
        row.putIfAbsent("HHS" + ending, "");
        hip.visit(moment).ifPresent(visit -> scores(row, visit, ending));
      }
    }

    private Map<String, String> row(Sheet sheet, Hip hip, boolean withParts) {
      Map<String, String> row = new LinkedHashMap<>();
      sheet.rows.add(row);
      sheet.explain("Nr", "patient");
      row.put("Nr", hip.id().patient().value());
      sheet.explain("Side", "side", "", "", codes(sides));
      row.put("Side", code(sides, hip.id().side().code()));
      if (withParts) {
        patientParts(sheet, row, hip);
        hipParts(sheet, row, hip, "");
      }
      return row;
    }

    private static String code(Map<String, String> codes, String word) {
      return Objects.requireNonNull(codes.get(word));
    }

    private void patientParts(Sheet sheet, Map<String, String> row, Hip hip) {
      Patient patient = patients.stream()
          .filter(each -> each.id().equals(hip.id().patient()))
          .findFirst()
          .orElseThrow();
      sheet.explain("Sex", "sex", "", "", codes(sexes));
      sheet.explain("Age", "age_years");
      row.put("Sex", code(sexes, patient.sex().code()));
      row.put("Age", Integer.toString(patient.ageYears()));
    }

    private void hipParts(Sheet sheet, Map<String, String> row, Hip hip, String side) {
      sheet.explain("Cause" + side, "etiology", "", side.strip(), codes(causes));
      sheet.explain("Stage" + side, "steinberg_stage", "", side.strip());
      sheet.explain("Treated" + side, "index_date", "", side.strip(), "", "", "", dates);
      sheet.explain("THA" + side, "arthroplasty_date", "", side.strip(), "", "none", "", dates);
      row.put("Cause" + side, code(causes, hip.etiology().code()));
      row.put("Stage" + side, hip.baselineStage().code());
      row.put("Treated" + side, date(treated(hip)));
      row.put("THA" + side, replaced(hip).map(this::date).orElse(""));
    }

    private LocalDate treated(Hip hip) {
      return Objects.requireNonNull(index.get(hip));
    }

    private Optional<LocalDate> replaced(Hip hip) {
      return hip.arthroplasty().map(tha -> treated(hip).plusDays(tha.day()));
    }

    private void perPatient(Hip hip) {
      Sheet sheet = sheet("patients");
      String id = hip.id().patient().value();
      Map<String, String> row = sheet.rows.stream()
          .filter(each -> id.equals(each.get("Nr")))
          .findFirst()
          .orElseGet(() -> {
            Map<String, String> made = new LinkedHashMap<>(Map.of("Nr", id));
            sheet.rows.add(made);
            return made;
          });
      sheet.explain("Nr", "patient");
      patientParts(sheet, row, hip);
      String side = " " + hip.id().side().code();
      hipParts(sheet, row, hip, side);
      wide(row, sheet, hip, side);
    }

    private void perForm(Hip hip) {
      Sheet patient = sheet("demographics");
      Map<String, String> row = new LinkedHashMap<>();
      patient.explain("Nr", "patient");
      row.put("Nr", hip.id().patient().value());
      patientParts(patient, row, hip);
      patient.rows.add(row);
      Sheet registered = sheet("registration");
      hipParts(registered, row(registered, hip, false), hip, "");
      visits(sheet("follow_up"), hip, false);
    }

    private void perOperation(Hip hip) {
      Sheet sheet = sheet("operations");
      Map<String, String> first = row(sheet, hip, true);
      first.remove("Treated");
      first.remove("THA");
      sheet.lines.remove("Treated");
      sheet.lines.remove("THA");
      for (String kind : List.of("index_date", "arthroplasty_date")) {
        String rows = "Kind=" + (kind.startsWith("index") ? "core|cells" : "THA");
        sheet.lines.put(kind, sheet.line("Date", kind, "", "", "", "", "", dates, rows, "first"));
      }
      sheet.explain("Kind", "condition");
      first.put("Kind", "core");
      first.put("Date", date(treated(hip)));
      Map<String, String> later = new LinkedHashMap<>(first);
      later.put("Kind", "cells");
      later.put("Date", date(treated(hip).plusDays(7)));
      sheet.rows.add(later);
      replaced(hip).ifPresent(day -> {
        Map<String, String> replaced = new LinkedHashMap<>(first);
        replaced.put("Kind", "THA");
        replaced.put("Date", date(day));
        sheet.rows.add(replaced);
      });
      visits(sheet("follow_up"), hip, false);
    }

    String dictionary() {
      return String.join(",", Dictionary.COLUMNS) + "\n"
          + sheets.values().stream()
              .filter(sheet -> !sheet.rows.isEmpty())
              .flatMap(sheet -> sheet.lines.values().stream())
              .collect(Collectors.joining("\n"));
    }

    CohortReading read() {
      Dictionary dictionary = Dictionary.parse("dictionary.csv", dictionary());
      return CohortReader.with(dictionary)
          .read(name -> Optional.ofNullable(sheets.get(name))
              .map(sheet -> new ByteArrayInputStream(sheet.bytes())));
    }
  }

  private static Written written(long seed) {
    Random random = new Random(seed);
    return new Written(random, Layout.values()[random.nextInt(Layout.values().length)]);
  }

  @Property(tries = 200)
  void readsBackWhatWasWrittenInAnyLayout(@ForAll long seed) {
    Written written = written(seed);
    CohortReading reading = written.read();
    assertThat(reading.problems()).as(written.dictionary()).isEmpty();
    assertThat(reading.accepted().patients()).containsExactlyInAnyOrderElementsOf(written.patients);
    assertThat(reading.accepted().hips()).containsExactlyInAnyOrderElementsOf(written.hips);
  }

  @Property(tries = 100)
  void dictionariesReadBackEqual(@ForAll long seed) {
    Dictionary dictionary = Dictionary.parse("dictionary.csv", written(seed).dictionary());
    assertThat(Dictionary.parse("copy.csv", dictionary.text())).isEqualTo(dictionary);
  }

  /**
   * An identifier of a patient that is wrong is another patient: no table can know. Where it is not
   * known what kind of row it is, what the row holds is told.
   */
  @Property(tries = 300)
  void tellsOfEveryCellThatCannotBeRead(@ForAll long seed) {
    Written written = written(seed);
    Random random = new Random(seed);
    List<Sheet> filled =
        written.sheets.values().stream().filter(sheet -> !sheet.rows.isEmpty()).toList();
    Sheet sheet = filled.get(random.nextInt(filled.size()));
    List<String> columns =
        sheet.columns().stream().filter(column -> !column.equals("Nr")).toList();
    if (columns.isEmpty()) {
      return;
    }
    String column = columns.get(random.nextInt(columns.size()));
    int row = random.nextInt(sheet.rows.size());
    sheet.rows.get(row).put(column, "#corrupt");
    CohortReading reading = written.read();
    assertThat(reading.problems())
        .as(sheet.name + ":" + (row + 2) + " " + column)
        .extracting(Problem::text)
        .anyMatch(text -> text.startsWith(sheet.name + ":" + (row + 2) + ": column "
            + (column.equals("Kind") ? "Date" : column) + ":"));
  }

  @Property(tries = 100)
  void countsMissingCodesAndReadsThemAsEmptyCells(@ForAll long seed) {
    Written written = written(seed);
    Random random = new Random(seed);
    List<Map<String, String>> rows = written.sheets.values().stream()
        .flatMap(sheet -> sheet.rows.stream())
        .filter(row -> row.keySet().stream().anyMatch(column -> column.startsWith("HHS")))
        .toList();
    if (rows.isEmpty()) {
      return;
    }
    Map<String, String> row = rows.get(random.nextInt(rows.size()));
    String column =
        row.keySet().stream().filter(name -> name.startsWith("HHS")).findFirst().orElseThrow();
    row.put(column, "");
    CohortReading empty = written.read();
    row.put(column, "-99");
    CohortReading missing = written.read();
    assertThat(missing.accepted()).isEqualTo(empty.accepted());
    assertThat(missing.missing()).hasSize(1);
  }
}
