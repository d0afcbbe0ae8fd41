package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.RowCells;
import io.github.avnfh.core.csv.TranslatedRow;
import io.github.avnfh.core.dictionary.JoinedParts.HipParts;
import io.github.avnfh.core.dictionary.JoinedParts.Part;
import io.github.avnfh.core.dictionary.JoinedParts.PatientParts;
import io.github.avnfh.core.dictionary.Meaning.Level;
import io.github.avnfh.core.dictionary.ProcedureFile.Procedure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cohort from tables by a dictionary: first the parts of patients and hips, which are
 * joined, then, row by row, visits, images, treatments and events.
 *
 * <p>Every table is passed twice and none is kept as a whole. Texts are translated into those of
 * the cohort's own files, and all checks are those of the files; problems name the table, the line
 * and the column from which a text came.
 */
final class DictionaryReader {
  private static final String DAY = "day";
  private static final String DATE = "date";
  private static final List<String> AGES = List.of("age_years", "birth_date", "birth_year");

  private final Dictionary dictionary;
  private final Function<String, CsvInput> inputs;
  private final CohortAssembler assembler;
  private final VisitFile visitFile;
  private final EventFile eventFile;
  private final ProcedureFile procedureFile;
  private final Problems problems = new Problems();
  private final Set<Problem> following = new LinkedHashSet<>();
  private final Map<String, SourcePlan.MissingCellCounter> missing = new TreeMap<>();
  private final JoinedParts parts = new JoinedParts(problems);
  private final Map<String, JoinedRecord> visits = new LinkedHashMap<>();
  private final Map<String, JoinedRecord> images = new LinkedHashMap<>();
  private boolean hasRefused;

  private final IdentityHashMap<CohortFile, FileRows> rowsOf = new IdentityHashMap<>();

  /** Reads from tables that are given again for each passage. */
  DictionaryReader(
      Dictionary dictionary,
      Function<String, CsvInput> inputs,
      CohortAssembler assembler,
      VisitFile visitFile) {
    this.dictionary = dictionary;
    this.inputs = inputs;
    this.assembler = assembler;
    this.visitFile = visitFile;
    this.eventFile = new EventFile(assembler);
    this.procedureFile = new ProcedureFile(assembler);
  }

  /** The texts of one record from several rows, by the column of the cohort's file. */
  private static final class JoinedRecord {
    private final Map<String, Part> cells = new LinkedHashMap<>();
    private final Part first;
    private final boolean refused;

    JoinedRecord(Part first, boolean refused) {
      this.first = first;
      this.refused = refused;
    }
  }

  CohortReading read() {
    List<SourcePlan> plans = dictionary.sources().stream().map(this::plan).toList();
    if (lacks(Meaning.PATIENT) || lacks(AGES.toArray(String[]::new))) {
      return reading();
    }
    boolean hipsBySide = plans.stream().noneMatch(SourcePlan::tellsOfHips);
    record();
    for (SourcePlan plan : plans) {
      Optional<PlainVisits> plain =
          plan.givesOnlyKeys() && !hipsBySide ? plainVisits(plan) : Optional.empty();
      pass(plan, plain, PlainVisits::namesKnownPatient, row -> readParts(plan, row, hipsBySide));
    }
    emitPatients();
    emitHips();
    boolean joinsVisits = SourcePlan.joinedLevels(plans).contains(Level.VISIT);
    for (SourcePlan plan : plans) {
      if (plan.tellsOfVisits()) {
        RecordWriter visitRows = new RecordWriter(plan, visitFile);
        Optional<PlainVisits> plain = joinsVisits ? Optional.empty() : plainVisits(plan);
        pass(plan, plain, PlainVisits::take, row -> readRecords(plan, row, visitRows, joinsVisits));
      } else if (hasRefused) {
        pass(
            plan,
            Optional.empty(),
            PlainVisits::take,
            row ->
                plan.patient(row).ifPresent(id -> followRefused(plan, row, id, plan.sides(row))));
      }
    }
    emit(visits, visitFile);
    emit(images, new ImagingFile(assembler));
    if (problems.isEmpty() && parts.patients().isEmpty()) {
      plans.forEach(plan -> plan.input().reportNoRows(problems));
    }
    return reading();
  }

  /**
   * Reports that no line of the dictionary has one of the meanings, without which none is a
   * patient.
   */
  private boolean lacks(String... meanings) {
    boolean lacks =
        dictionary.lines().stream().noneMatch(line -> List.of(meanings).contains(line.means()));
    if (lacks) {
      problems.add(Problem.ofFile(
          dictionary.sources().stream().findFirst().orElse("dictionary"),
          1,
          meanings[0],
          "is the meaning of no column; a line of the dictionary that means "
              + String.join(" or ", meanings) + " was expected"));
    }
    return lacks;
  }

  private CohortReading reading() {
    List<MissingCells> counts = new ArrayList<>();
    missing.forEach((source, cells) -> counts.addAll(cells.missing(source)));
    return ImmutableCohortReading.builder()
        .accepted(assembler.finish())
        .addAllProblems(problems.list().stream().distinct().toList())
        .addAllFollowing(unreported())
        .addAllMissing(counts)
        .build();
  }

  private List<Problem> unreported() {
    Set<String> reported = new HashSet<>();
    problems.list().forEach(problem -> reported.add(problem.file() + ":" + problem.line()));
    return following.stream()
        .filter(problem -> reported.add(problem.file() + ":" + problem.line()))
        .toList();
  }

  private SourcePlan plan(String source) {
    return SourcePlan.of(
        source,
        dictionary.linesOf(source),
        inputs.apply(source),
        missing.computeIfAbsent(source, name -> new SourcePlan.MissingCellCounter()));
  }

  private Optional<PlainVisits> plainVisits(SourcePlan plan) {
    return PlainVisits.of(plan, visitFile, parts, assembler);
  }

  /** Passes a table: the first row and each that is not plain go to the action. */
  private void pass(
      SourcePlan plan,
      Optional<PlainVisits> plain,
      BiPredicate<PlainVisits, RowCells> taker,
      Consumer<CsvRow> action) {
    boolean[] isChecked = {false};
    boolean[] isComplete = {false};
    Consumer<CsvRow> other = row -> {
      if (!isChecked[0]) {
        isChecked[0] = true;
        plan.check(row, problems);
        isComplete[0] =
            plain.isPresent() && plain.get().columns().stream().allMatch(row::hasColumn);
      }
      plan.choose(row);
      action.accept(row);
    };
    if (plain.isPresent()) {
      plan.input()
          .forEachRow(
              problems,
              plain.get().columns(),
              row -> isComplete[0] && taker.test(plain.get(), row),
              other);
    } else {
      plan.input().forEachPassingRow(problems, other);
    }
  }

  /** Notes the kinds of data for which the dictionary has a line, filled or not. */
  private void record() {
    for (DictionaryLine line : dictionary.lines()) {
      Meaning meaning = Meaning.known(line.means());
      String column = meaning.column();
      switch (meaning.level()) {
        case VISIT -> assembler.record(DataKind.VISITS);
        case IMAGES -> assembler.record(DataKind.IMAGES);
        case EVENT -> assembler.record(DataKind.ADVERSE_EVENTS);
        case TREATMENT -> assembler.record(DataKind.TREATMENTS);
        case PATIENT, HIP -> recordColumn(column, meaning);
        default -> {}
      }
    }
  }

  private void recordColumn(String column, Meaning meaning) {
    if (column.startsWith("arthroplasty")) {
      assembler.record(DataKind.ARTHROPLASTIES);
    } else if (column.startsWith("lost_")) {
      assembler.record(DataKind.LOSSES);
    } else if (column.startsWith("death_")) {
      assembler.record(DataKind.DEATHS);
    } else if (column.equals("satisfaction")) {
      assembler.record(DataKind.SATISFACTION);
    } else if (meaning.isRepeated()) {
      assembler.record(DataKind.TREATMENTS);
    }
  }

  private void readParts(SourcePlan plan, CsvRow row, boolean hipsBySide) {
    plan.reportUnread(row);
    Optional<String> id = plan.patient(row);
    if (id.isEmpty()) {
      return;
    }
    if (plan.givesOnlyKeys() && !hipsBySide && parts.knows(id.get())) {
      return;
    }
    Part key = new Part(id.get(), plan.source(), row.line(), plan.patientColumn());
    PatientParts patient = parts.patient(key);
    List<Side> sides = plan.sides(row);
    for (SourcePlan.Cell cell : plan.cells(Level.PATIENT)) {
      Optional<Part> part = plan.read(cell, row);
      part.ifPresent(known -> parts.add(patient, cell.meaning(), cell.line().several(), known));
      if (part.isEmpty() && plan.isActive(cell) && AGES.contains(cell.meaning().column())) {
        patient.noteWithoutAge(new Part("", plan.source(), row.line(), cell.column()));
      }
    }
    if (sides.isEmpty() && plan.namesSide(row)) {
      patient.noteUnreadSide();
    }
    boolean told = hipsBySide && plan.hasSide();
    if (told) {
      sides.forEach(side -> parts.hip(patient, side, key));
    }
    for (SourcePlan.Cell cell : plan.cells(Level.HIP)) {
      Optional<Part> part = plan.read(cell, row);
      if (part.isEmpty()) {
        continue;
      }
      List<Side> ofCell = plan.sides(cell, row, sides);
      if (ofCell.isEmpty() && plan.concernsBothHips(cell)) {
        parts.addToAll(patient, cell.meaning(), cell.line().several(), part.get());
      }
      for (Side side : ofCell) {
        if (cell.tellsOf(side, patient)) {
          parts.add(
              parts.hip(patient, side, key), cell.meaning(), cell.line().several(), part.get());
        }
      }
    }
    if (plan.hasActive(Level.HIP)) {
      sides.forEach(side -> parts.hip(patient, side, key));
    }
  }

  private void emitPatients() {
    PatientFile file = new PatientFile(assembler);
    SatisfactionFile answers = new SatisfactionFile(assembler);
    for (PatientParts patient : parts.patients()) {
      parts.finish(patient);
      if (!take(file, patient.key(), patient.cells())) {
        patient.refuse();
        hasRefused = true;
      }
      Optional<Part> answer = Optional.ofNullable(patient.cells().get("satisfaction"));
      answer.ifPresent(part -> take(
          answers,
          part,
          Map.of(
              CohortFile.PATIENT,
              keyFor(patient.key(), patient.isRefused()),
              "satisfaction",
              part)));
    }
  }

  private void emitHips() {
    HipFile file = HipFile.of(assembler);
    for (PatientParts patient : parts.patients()) {
      for (HipParts hip : patient.hips().values()) {
        hip.cells().put(CohortFile.PATIENT, keyFor(hip.key(), patient.isRefused()));
        if (!take(file, hip.key(), hip.cells())) {
          hip.refuse();
          hasRefused = true;
        }
      }
    }
    for (PatientParts patient : parts.patients()) {
      for (HipParts hip : patient.hips().values()) {
        for (Map<String, Part> cells : hip.treatments()) {
          cells.put(CohortFile.PATIENT, keyFor(hip.key(), hip.isRefused()));
          take(procedureFile, hip.key(), cells);
        }
      }
    }
  }

  /** Returns the key of a row, reported where its patient or hip was, and notes the row then. */
  private Part keyFor(Part key, boolean refused) {
    if (refused) {
      follow(key.source(), key.line(), key.column());
    }
    return refused ? key.reported() : key;
  }

  private void follow(String source, long line, String column) {
    following.add(Problem.of(
        source, line, column, "names a patient or a hip that was left out for another problem"));
  }

  /** The columns of a file of the cohort, and a row of each source, which is filled again. */
  private final class FileRows {
    private final CohortFile file;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, TranslatedRow> rows = new HashMap<>();
    private final @Nullable Part[] cells;

    FileRows(CohortFile file) {
      this.file = file;
      this.columns = file.columns();
      columns.forEach(column -> places.put(column, places.size()));
      this.cells = new @Nullable Part[columns.size()];
    }

    private TranslatedRow row(String from) {
      return rows.computeIfAbsent(
          from,
          source -> TranslatedRow.of(
              CsvInput.absent(source, CsvFormat.withDefaults()).withWithheld(file::withholds),
              columns,
              parts::label,
              problems));
    }

    boolean take(Part from, Map<String, Part> filled) {
      filled.forEach((column, part) -> {
        Integer place = places.get(column);
        if (place != null) {
          cells[place] = part;
        }
      });
      TranslatedRow row = row(from.source());
      row.begin(from.source(), from.line());
      for (int i = 0; i < cells.length; i++) {
        Part part = cells[i];
        cells[i] = null;
        if (part == null) {
          row.add("");
        } else if (part.isReported()) {
          row.addReported();
        } else {
          row.add(part.text(), part.source(), part.line(), part.column());
        }
      }
      file.take(row.row());
      return row.row().isSound();
    }
  }

  /**
   * Notes a row of a patient who was left out, or of hips that all were; its cells do not matter.
   */
  private void followRefused(SourcePlan plan, CsvRow row, String patient, List<Side> sides) {
    boolean areLeftOut = parts.isRefused(patient)
        || (!sides.isEmpty() && sides.stream().allMatch(side -> parts.isRefused(patient, side)));
    if (areLeftOut) {
      follow(plan.source(), row.line(), plan.patientColumn());
    }
  }

  /** Gives a row to a file of the cohort, and tells whether it was taken. */
  private boolean take(CohortFile file, Part from, Map<String, Part> cells) {
    return rowsOf.computeIfAbsent(file, FileRows::new).take(from, cells);
  }

  private void readRecords(
      SourcePlan plan, CsvRow row, RecordWriter visitRows, boolean joinsVisits) {
    Optional<String> id = plan.patient(row);
    if (id.isEmpty()) {
      return;
    }
    List<Side> sides = plan.sides(row);
    if (!plan.givesOnlyKeys()) {
      followRefused(plan, row, id.get(), sides);
    }
    for (SourcePlan.Visit visit : plan.visits(Level.VISIT)) {
      for (Side side : plan.sides(visit, row, sides)) {
        if (joinsVisits) {
          join(plan, row, id.get(), side, visit, Level.VISIT, visits);
        } else {
          visitRows.write(row, id.get(), side, visit);
        }
      }
    }
    for (SourcePlan.Visit visit : plan.visits(Level.IMAGES)) {
      for (Side side : plan.sides(visit, row, sides)) {
        join(plan, row, id.get(), side, visit, Level.IMAGES, images);
      }
    }
    if (plan.hasActive(Level.TREATMENT)) {
      treatments(plan, row, id.get(), sides);
    }
    if (plan.hasActive(Level.EVENT)) {
      event(plan, row, id.get());
    }
  }

  /** Takes what was done to the patient once, and what was done to a hip for each side. */
  private void treatments(SourcePlan plan, CsvRow row, String patient, List<Side> sides) {
    Map<String, Part> cells = plan.treatmentCells(row, parts);
    if (cells.isEmpty()) {
      return;
    }
    Part key = new Part(patient, plan.source(), row.line(), plan.patientColumn());
    cells.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(patient)));
    if (Procedure.isOfPatient(text(cells, Procedure.COLUMN))) {
      if (countDay(patient, cells)) {
        take(procedureFile, key, cells);
      }
      return;
    }
    Part side = new Part("", plan.source(), row.line(), plan.label(CohortFile.SIDE));
    if (sides.isEmpty()) {
      cells.put(CohortFile.SIDE, plan.namesSide(row) ? side.reported() : side);
      take(procedureFile, key, cells);
    }
    for (Side one : sides) {
      cells.put(CohortFile.SIDE, side.withText(one.code()));
      cells.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(patient, one)));
      take(procedureFile, key, cells);
    }
  }

  /** Adds the cells of a row to the record of its key. */
  private void join(
      SourcePlan plan,
      CsvRow row,
      String patient,
      Side side,
      SourcePlan.Visit visit,
      Level level,
      Map<String, JoinedRecord> records) {
    Map<String, Part> cells = plan.record(row, visit, side, parts);
    if (cells.isEmpty()) {
      return;
    }
    Part when = plan.when(visit, row, side);
    cells.put(CohortFile.PATIENT, when.withText(patient));
    if (parts.isRefused(patient, side)) {
      follow(plan.source(), row.line(), plan.patientColumn());
    }
    cells.put(CohortFile.SIDE, when.withText(side.code()));
    cells.put(CohortFile.VISIT, when);
    if (level == Level.IMAGES) {
      cells.putIfAbsent("modality", when.withText("combined"));
      cells.putIfAbsent("reader", when.withText("record"));
    }
    addNominalDay(plan, visit, side, cells, when);
    String key = key(cells, level);
    JoinedRecord record = records.computeIfAbsent(
        key, first -> new JoinedRecord(when, parts.isRefused(patient, side)));
    cells.forEach((column, part) -> parts.merge(record.cells, column, part, "visit", ""));
  }

  private static String key(Map<String, Part> cells, Level level) {
    StringBuilder key = new StringBuilder();
    for (String column : List.of(CohortFile.PATIENT, CohortFile.SIDE, CohortFile.VISIT)) {
      key.append(text(cells, column)).append('\u0000');
    }
    if (text(cells, CohortFile.VISIT).equals("UNS")) {
      key.append(text(cells, DAY)).append(text(cells, DATE)).append('\u0000');
    }
    if (level == Level.IMAGES) {
      key.append(text(cells, "modality")).append('\u0000').append(text(cells, "reader"));
    }
    return key.toString();
  }

  private static String text(Map<String, Part> cells, String column) {
    return Optional.ofNullable(cells.get(column)).map(Part::text).orElse("");
  }

  /** Where no line tells when a visit took place, it stands on its planned day. */
  private static void addNominalDay(
      SourcePlan plan, SourcePlan.Visit visit, Side side, Map<String, Part> cells, Part when) {
    if (plan.tellsDay(visit, side)) {
      return;
    }
    Timepoint.parse(when.text())
        .nominalDay()
        .ifPresent(day -> cells.putIfAbsent(DAY, when.withText(Integer.toString(day))));
  }

  private void emit(Map<String, JoinedRecord> records, CohortFile file) {
    for (JoinedRecord record : records.values()) {
      if (record.refused) {
        record.cells.computeIfPresent(CohortFile.PATIENT, (column, part) -> part.reported());
      }
      take(file, record.first, record.cells);
    }
    records.clear();
  }

  private void event(SourcePlan plan, CsvRow row, String patient) {
    Map<String, Part> cells = plan.eventCells(row);
    if (cells.isEmpty()) {
      return;
    }
    Part key = new Part(patient, plan.source(), row.line(), plan.patientColumn());
    cells.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(patient)));
    if (countDay(patient, cells)) {
      take(eventFile, key, cells);
    }
  }

  /** Counts the day of a date from the first treatment, and tells whether that is not refused. */
  private boolean countDay(String patient, Map<String, Part> cells) {
    Optional<Part> date = Optional.ofNullable(cells.remove(DATE));
    date.ifPresent(part ->
        parts.daysFromIndex(patient, part).ifPresent(day -> cells.put(DAY, part.withText(day))));
    return cells.containsKey(DAY) || date.isEmpty();
  }

  /** Where the cells of a visit of one side stand, which is found once for all rows. */
  private static final class VisitLayout {
    private final SourcePlan.Cell[][] cells;
    private final String[] labels;
    private final boolean tellsDay;

    VisitLayout(SourcePlan plan, SourcePlan.Visit visit, Side side, CohortFile file) {
      this.cells = plan.byColumn(visit, side, file);
      this.labels = SourcePlan.labels(cells);
      this.tellsDay = plan.tellsDay(visit, side);
    }
  }

  /** Writes the visits of a source, which come once each, as rows of the cohort's file. */
  private final class RecordWriter {
    private final SourcePlan plan;
    private final CohortFile file;
    private final List<String> columns;
    private final TranslatedRow translated;
    private final IdentityHashMap<SourcePlan.Visit, Map<Side, VisitLayout>> layouts =
        new IdentityHashMap<>();
    private final Map<String, String> nominalDays = new HashMap<>();
    private String[] labels = {};

    RecordWriter(SourcePlan plan, CohortFile file) {
      this.plan = plan;
      this.file = file;
      this.columns = file.columns();
      this.translated = TranslatedRow.of(
          plan.input().withFormat(CsvFormat.withDefaults()).withWithheld(file::withholds),
          columns,
          this::label,
          problems);
    }

    private String label(String column) {
      int index = columns.indexOf(column);
      boolean known = index >= 0 && index < labels.length && !labels[index].isEmpty();
      if (!known && column.equals(DATE)) {
        return label(DAY);
      }
      return known ? labels[index] : plan.label(column);
    }

    void write(CsvRow row, String patient, Side side, SourcePlan.Visit visit) {
      VisitLayout layout = layouts
          .computeIfAbsent(visit, first -> new EnumMap<>(Side.class))
          .computeIfAbsent(side, first -> new VisitLayout(plan, visit, first, file));
      if (!plan.isFilled(row, layout.cells)) {
        plan.countMissing(row, layout.cells);
        return;
      }
      Part when = plan.when(visit, row, side);
      labels = layout.labels;
      translated.begin(row.line());
      for (int i = 0; i < layout.cells.length; i++) {
        switch (columns.get(i)) {
          case CohortFile.PATIENT -> addPatient(patient, side, row.line());
          case CohortFile.SIDE -> translated.add(side.code());
          case CohortFile.VISIT -> addVisit(when);
          default -> addCell(row, layout, i, when);
        }
      }
      file.take(translated.row());
    }

    private void addPatient(String patient, Side side, long line) {
      if (parts.isRefused(patient, side)) {
        follow(plan.source(), line, plan.patientColumn());
        translated.addReported();
      } else {
        translated.add(patient);
      }
    }

    private void addVisit(Part when) {
      if (when.isReported()) {
        translated.addReported();
      } else {
        translated.add(when.text());
      }
    }

    private void addCell(CsvRow row, VisitLayout layout, int column, Part when) {
      String text = "";
      for (SourcePlan.Cell cell : layout.cells[column]) {
        String read = plan.isActive(cell) ? plan.text(cell, row) : "";
        if (plan.isActive(cell) && plan.wasReported()) {
          translated.addReported();
          return;
        }
        if (!read.isEmpty() && !text.isEmpty() && !read.equals(text)) {
          translated.refuse(
              read, "differs from another column with the same meaning; one value was expected");
          return;
        }
        text = read.isEmpty() ? text : read;
      }
      boolean nominal = text.isEmpty()
          && !layout.tellsDay
          && columns.get(column).equals(DAY)
          && !when.isReported();
      translated.add(
          nominal ? nominalDays.computeIfAbsent(when.text(), RecordWriter::nominalDay) : text);
    }

    private static String nominalDay(String visit) {
      var day = Timepoint.parse(visit).nominalDay();
      return day.isPresent() ? Integer.toString(day.getAsInt()) : "";
    }
  }
}
