package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.Meaning.Level;
import io.github.avnfh.core.dictionary.PatientParts.HipParts;
import io.github.avnfh.core.dictionary.ProcedureFile.Procedure;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a cohort from tables by a dictionary: first the parts of patients and hips, which are
 * joined, then, row by row, visits, images, treatments and events.
 *
 * <p>No table is kept as a whole; one that tells of patients or hips and of more is passed twice.
 * Texts are translated into those of the cohort's own files, and all checks are those of the files;
 * problems name the table, the line and the column from which a text came.
 */
final class DictionaryReader {
  private static final String DAY = "day";
  private static final String DATE = "date";
  private static final String SATISFACTION = "satisfaction";
  private static final List<String> AGES = List.of("age_years", "birth_date", "birth_year");

  private final Dictionary dictionary;
  private final Function<String, CsvInput> inputs;
  private final CohortAssembler assembler;
  private final VisitFile visitFile;
  private final Problems problems = new Problems();
  private final Set<Problem> following = new LinkedHashSet<>();
  private final Map<String, SourcePlan.MissingCellCounter> missing = new TreeMap<>();
  private final RecordRows patientRows;
  private final RecordRows answerRows;
  private final RecordRows hipRows;
  private final RecordRows treatmentRows;
  private final RecordRows eventRows;
  private final JoinedParts parts;
  private final JoinedVisits visits;
  private final JoinedVisits images;
  private boolean hasRefused;

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
    this.patientRows = rows(new PatientFile(assembler), Level.PATIENT, "patient");
    this.answerRows = rows(new SatisfactionFile(assembler), Level.NONE, SATISFACTION);
    this.hipRows = rows(HipFile.of(assembler), Level.HIP, "hip");
    this.treatmentRows = rows(new ProcedureFile(assembler), Level.TREATMENT, "treatment");
    this.eventRows = rows(new EventFile(assembler), Level.EVENT, "event");
    this.parts = new JoinedParts(
        new PatientParts.Layouts(patientRows.layout(), hipRows.layout(), treatmentRows.layout()),
        problems);
    this.visits =
        new JoinedVisits(Level.VISIT, rows(visitFile, Level.VISIT, "visit"), parts, problems);
    this.images = new JoinedVisits(
        Level.IMAGES, rows(new ImagingFile(assembler), Level.IMAGES, "visit"), parts, problems);
  }

  /** Patients and hips have many columns, of which most tables fill few. */
  private RecordRows rows(CohortFile file, Level level, String record) {
    Stream<String> filled = dictionary.lines().stream()
        .map(line -> Meaning.known(line.means()))
        .filter(meaning -> meaning.level() == level)
        .flatMap(Meaning::fills);
    return level == Level.PATIENT || level == Level.HIP
        ? RecordRows.of(file, record, filled, problems)
        : RecordRows.of(file, record, Stream.concat(file.columns().stream(), filled), problems);
  }

  CohortReading read() {
    List<SourcePlan> plans = dictionary.sources().stream().map(this::plan).toList();
    if (lacks(Meaning.PATIENT) || lacks(AGES.toArray(String[]::new))) {
      return reading();
    }
    reportOtherScores();
    boolean hipsBySide = plans.stream().noneMatch(SourcePlan::tellsOfHips);
    dictionary
        .lines()
        .forEach(line -> Meaning.known(line.means()).records().ifPresent(assembler::record));
    for (SourcePlan plan : plans) {
      if (!plan.givesOnlyKeys() || hipsBySide) {
        pass(plan, Optional.empty(), row -> readParts(plan, row, hipsBySide));
      }
    }
    parts.patients().forEach(this::emit);
    boolean joinsVisits = SourcePlan.joinedLevels(plans).contains(Level.VISIT);
    for (SourcePlan plan : plans) {
      if (plan.tellsOfVisits()) {
        VisitRows visitRows =
            new VisitRows(plan, visitFile, parts, row -> follow(plan, row), problems);
        Optional<PlainVisits> plain =
            joinsVisits ? Optional.empty() : PlainVisits.of(plan, visitFile, parts, assembler);
        pass(plan, plain, row -> readRecords(plan, row, visitRows, joinsVisits));
      } else if (hasRefused) {
        pass(
            plan,
            Optional.empty(),
            row ->
                plan.patient(row).ifPresent(id -> followRefused(plan, row, id, plan.sides(row))));
      }
    }
    visits.emit();
    images.emit();
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

  /** Reports the scores of instruments that are not read, which would be lost. */
  private void reportOtherScores() {
    List<String> read = visitFile.instruments().stream()
        .map(instrument -> Meaning.SCORE + instrument.column())
        .toList();
    dictionary.lines().stream()
        .filter(line -> line.means().startsWith(Meaning.SCORE) && !read.contains(line.means()))
        .forEach(line -> problems.add(Problem.ofFile(
            line.source(),
            1,
            line.column().isEmpty() ? Meaning.SCORE : line.column(),
            "means the score of an instrument that is not read; one of " + String.join(", ", read)
                + ", or ignored, was expected")));
  }

  private CohortReading reading() {
    List<MissingCells> counts = new ArrayList<>();
    missing.forEach((source, cells) -> counts.addAll(cells.missing(source)));
    return ImmutableCohortReading.builder()
        .accepted(assembler.finish())
        .addAllProblems(inOrder(problems.list().stream().distinct()))
        .addAllFollowing(inOrder(unreported()))
        .addAllMissing(counts)
        .build();
  }

  private Stream<Problem> unreported() {
    Set<String> reported = new HashSet<>();
    problems.list().forEach(problem -> reported.add(problem.file() + ":" + problem.line()));
    return following.stream()
        .filter(problem -> reported.add(problem.file() + ":" + problem.line()));
  }

  /** Puts problems in the order in which a person reads the tables: parts are checked by hip. */
  private List<Problem> inOrder(Stream<Problem> found) {
    List<String> sources = List.copyOf(dictionary.sources());
    return found
        .sorted(Comparator.comparingInt((Problem problem) -> sources.indexOf(problem.file()))
            .thenComparingLong(Problem::line))
        .toList();
  }

  private SourcePlan plan(String source) {
    return SourcePlan.of(
        source,
        dictionary.linesOf(source),
        inputs.apply(source),
        missing.computeIfAbsent(source, name -> new SourcePlan.MissingCellCounter()));
  }

  /** Passes a table: the first row and each that is not plain go to the action. */
  private void pass(SourcePlan plan, Optional<PlainVisits> plain, Consumer<CsvRow> action) {
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
      PlainVisits taker = plain.get();
      plan.input()
          .forEachRow(problems, taker.columns(), row -> isComplete[0] && taker.take(row), other);
    } else {
      plan.input().forEachPassingRow(problems, other);
    }
  }

  private void readParts(SourcePlan plan, CsvRow row, boolean hipsBySide) {
    plan.reportUnread(row);
    Optional<String> id = plan.patient(row);
    if (id.isEmpty()) {
      return;
    }
    Part key = new Part(id.get(), plan.source(), row.line(), plan.patientColumn());
    PatientParts patient = parts.patient(key);
    List<Side> sides = plan.sides(row);
    for (SourcePlan.Cell cell : plan.cells(Level.PATIENT)) {
      Optional<Part> part = plan.read(cell, row);
      if (part.isPresent()) {
        patient.add(cell.meaning(), cell.line().several(), part.get());
      } else if (plan.isActive(cell) && AGES.contains(cell.meaning().column())) {
        patient.noteWithoutAge(new Part("", plan.source(), row.line(), cell.column()));
      }
    }
    if (sides.isEmpty() && plan.namesSide(row)) {
      patient.noteUnreadSide();
    }
    if (hipsBySide) {
      sides.forEach(side -> patient.hip(side, key));
    }
    for (SourcePlan.Cell cell : plan.cells(Level.HIP)) {
      Optional<Part> part = plan.read(cell, row);
      if (part.isPresent()) {
        addToHips(plan, cell, row, part.get(), sides, patient, key);
      }
    }
    if (plan.hasActive(Level.HIP)) {
      sides.forEach(side -> patient.hip(side, key));
    }
  }

  private static void addToHips(
      SourcePlan plan,
      SourcePlan.Cell cell,
      CsvRow row,
      Part part,
      List<Side> sides,
      PatientParts patient,
      Part key) {
    List<Side> ofCell = plan.sides(cell, row, sides);
    if (ofCell.isEmpty() && plan.concernsBothHips(cell)) {
      patient.addToAll(cell.meaning(), cell.line().several(), part);
    }
    for (Side side : ofCell) {
      if (cell.tellsOf(side, patient)) {
        patient.add(patient.hip(side, key), cell.meaning(), cell.line().several(), part);
      }
    }
  }

  /** Completes a patient, and takes the patient, the hips, and what was asked and done. */
  private void emit(PatientParts patient) {
    patient.finish();
    if (!patientRows.take(patient.key(), patient.cells())) {
      patient.refuse();
      hasRefused = true;
    }
    patient.cells().find(SATISFACTION).ifPresent(answer -> {
      RecordParts asked = new RecordParts(answerRows.layout());
      asked.put(CohortFile.PATIENT, keyFor(patient.key(), patient.isRefused()));
      asked.put(SATISFACTION, answer);
      answerRows.take(answer, asked);
    });
    for (HipParts hip : patient.hips()) {
      emit(hip, patient);
    }
    patient.release();
  }

  private void emit(HipParts hip, PatientParts patient) {
    hip.cells().put(CohortFile.PATIENT, keyFor(hip.key(), patient.isRefused()));
    if (!hipRows.take(hip.key(), hip.cells())) {
      hip.refuse();
      hasRefused = true;
    }
    for (RecordParts treatment : hip.treatments()) {
      treatment.put(CohortFile.PATIENT, keyFor(hip.key(), hip.isRefused()));
      treatmentRows.take(hip.key(), treatment);
    }
  }

  /** Returns the key of a row, reported where its patient or hip was, and notes the row then. */
  private Part keyFor(Part key, boolean refused) {
    if (refused) {
      follow(key.source(), key.line(), key.column());
    }
    return refused ? key.reported() : key;
  }

  private void follow(SourcePlan plan, CsvRow row) {
    follow(plan.source(), row.line(), plan.patientColumn());
  }

  private void follow(String source, long line, String column) {
    following.add(Problem.of(
        source, line, column, "names a patient or a hip that was left out for another problem"));
  }

  /**
   * Notes a row of a patient who was left out, or of hips that all were; its cells do not matter.
   */
  private void followRefused(SourcePlan plan, CsvRow row, String patient, List<Side> sides) {
    boolean areLeftOut = parts.isRefused(patient)
        || (!sides.isEmpty() && sides.stream().allMatch(side -> parts.isRefused(patient, side)));
    if (areLeftOut) {
      follow(plan, row);
    }
  }

  private void readRecords(SourcePlan plan, CsvRow row, VisitRows visitRows, boolean joinsVisits) {
    if (plan.givesOnlyKeys()) {
      plan.reportUnread(row);
    }
    Optional<String> id = plan.patient(row);
    if (id.isEmpty()) {
      return;
    }
    Part key = new Part(id.get(), plan.source(), row.line(), plan.patientColumn());
    if (!parts.knows(id.get())) {
      emit(parts.patient(key));
    }
    List<Side> sides = plan.sides(row);
    if (!plan.givesOnlyKeys()) {
      followRefused(plan, row, id.get(), sides);
    }
    for (SourcePlan.Visit visit : plan.visits(Level.VISIT)) {
      for (Side side : plan.sides(visit, row, sides)) {
        if (joinsVisits) {
          join(visits, plan, row, id.get(), side, visit);
        } else {
          visitRows.write(row, id.get(), side, visit);
        }
      }
    }
    for (SourcePlan.Visit visit : plan.visits(Level.IMAGES)) {
      for (Side side : plan.sides(visit, row, sides)) {
        join(images, plan, row, id.get(), side, visit);
      }
    }
    if (plan.hasActive(Level.TREATMENT)) {
      treatments(plan, row, key, sides);
    }
    if (plan.hasActive(Level.EVENT)) {
      event(plan, row, key);
    }
  }

  private void join(
      JoinedVisits records,
      SourcePlan plan,
      CsvRow row,
      String patient,
      Side side,
      SourcePlan.Visit visit) {
    if (records.join(plan, row, patient, side, visit) && parts.isRefused(patient, side)) {
      follow(plan, row);
    }
  }

  /** Takes what was done to the patient once, and what was done to a hip for each side. */
  private void treatments(SourcePlan plan, CsvRow row, Part key, List<Side> sides) {
    RecordParts told = new RecordParts(treatmentRows.layout());
    if (!plan.readRecord(row, Level.TREATMENT, told, problems)) {
      return;
    }
    String patient = key.text();
    told.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(patient)));
    if (Procedure.isOfPatient(told.text(Procedure.COLUMN))) {
      if (countDay(patient, told)) {
        treatmentRows.take(key, told);
      }
      return;
    }
    Part side = new Part("", plan.source(), row.line(), plan.label(CohortFile.SIDE));
    if (sides.isEmpty()) {
      told.put(CohortFile.SIDE, plan.namesSide(row) ? side.reported() : side);
      treatmentRows.take(key, told);
    }
    for (Side one : sides) {
      told.put(CohortFile.SIDE, side.withText(one.code()));
      told.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(patient, one)));
      treatmentRows.take(key, told);
    }
  }

  private void event(SourcePlan plan, CsvRow row, Part key) {
    RecordParts told = new RecordParts(eventRows.layout());
    plan.readRecord(row, Level.EVENT, told, problems);
    if (told.isEmpty()) {
      return;
    }
    told.put(CohortFile.PATIENT, keyFor(key, parts.isRefused(key.text())));
    if (countDay(key.text(), told)) {
      eventRows.take(key, told);
    }
  }

  /** Counts the day of a date from the first treatment, and tells whether that is not refused. */
  private boolean countDay(String patient, RecordParts told) {
    Optional<Part> date = told.remove(DATE);
    date.ifPresent(part -> parts
        .known(patient)
        .orElseThrow()
        .daysFromIndex(part)
        .ifPresent(day -> told.put(DAY, part.withText(day))));
    return told.has(DAY) || date.isEmpty();
  }
}
