package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.DictionaryLine.Condition;
import io.github.avnfh.core.dictionary.Meaning.Level;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the rows of one source are read: the lines of the dictionary, made ready. */
final class SourcePlan {
  /** What patients are asked once, though it is kept with each hip. */
  private static final Set<String> OF_BOTH_HIPS =
      Set.of("etiology", "last_seen_day", "last_seen_date", "conservative_therapy_months");

  private static final List<Side> LEFT = List.of(Side.LEFT);
  private static final List<Side> RIGHT = List.of(Side.RIGHT);
  private static final List<Side> BOTH = List.of(Side.LEFT, Side.RIGHT);

  private final String source;
  private final CsvInput input;
  private final MissingCellCounter missing;
  private final List<Cell> cells = new ArrayList<>();
  private final Map<Level, List<Cell>> byLevel = new EnumMap<>(Level.class);
  private final Map<Level, List<Visit>> visits = new EnumMap<>(Level.class);
  private final List<List<Condition>> conditions = new ArrayList<>(List.of(List.of()));
  private final List<Cell> patientCells;
  private final List<Cell> sideCells;
  private final List<Cell> visitCells;
  private final String visitColumn;
  private final boolean onlyKeys;
  private boolean[] active = {true};
  private boolean reported;

  private SourcePlan(
      String source, List<DictionaryLine> lines, CsvInput input, MissingCellCounter missing) {
    this.source = source;
    this.input = input.withUnknownIgnored().withWithheld(text -> true);
    this.missing = missing;
    for (DictionaryLine line : lines) {
      Meaning meaning = Meaning.known(line.means());
      Cell cell =
          new Cell(line, meaning, conditions(line), CellTranslator.of(line, input.decimalComma()));
      cells.add(cell);
      byLevel.computeIfAbsent(meaning.level(), level -> new ArrayList<>()).add(cell);
    }
    byLevel.values().forEach(level -> level.sort(Comparator.comparing(Cell::isConstant)));
    this.patientCells = keys(Meaning.PATIENT);
    this.sideCells = keys(Meaning.SIDE);
    this.visitCells = keys(Meaning.VISIT);
    visits.put(Level.VISIT, byVisit(Level.VISIT));
    visits.put(Level.IMAGES, byVisit(Level.IMAGES));
    this.onlyKeys = cells(Level.PATIENT).isEmpty() && cells(Level.HIP).isEmpty() && tellsOfVisits();
    this.visitColumn =
        visitCells.isEmpty() ? CohortFile.VISIT : visitCells.get(0).column();
  }

  /** Which cells of a source hold a code for a missing value, each once however often read. */
  static final class MissingCellCounter {
    private final SortedMap<String, SortedMap<String, BitSet>> missing = new TreeMap<>();

    /** Notes a cell that holds a code for a missing value. */
    void miss(String column, String code, long line) {
      missing
          .computeIfAbsent(column, name -> new TreeMap<>())
          .computeIfAbsent(code, name -> new BitSet())
          .set(Math.toIntExact(line));
    }

    /** Counts the cells that hold a code for a missing value, by column and code. */
    List<MissingCells> missing(String file) {
      List<MissingCells> counts = new ArrayList<>();
      missing.forEach((column, codes) -> codes.forEach(
          (code, lines) -> counts.add(MissingCells.of(file, column, code, lines.cardinality()))));
      return counts;
    }
  }

  /** A line of the dictionary for one column, with the number of its conditions. */
  record Cell(DictionaryLine line, Meaning meaning, int conditions, CellTranslator translator) {
    String column() {
      return line.column();
    }

    boolean isConstant() {
      return line.column().isEmpty();
    }

    /** Tells whether the cell may be of a hip: a constant alone does not say that there is one. */
    boolean tellsOf(Side hip, PatientParts patient) {
      return !isConstant() || line.side().isEmpty() || patient.hip(hip).isPresent();
    }
  }

  /** The cells of one visit: that of the row, or a fixed one. */
  record Visit(Optional<Timepoint> fixed, List<Cell> cells) {}

  static SourcePlan of(
      String source, List<DictionaryLine> lines, CsvInput input, MissingCellCounter missing) {
    return new SourcePlan(source, lines, input, missing);
  }

  private int conditions(DictionaryLine line) {
    int known = conditions.indexOf(line.rows());
    if (known >= 0) {
      return known;
    }
    conditions.add(line.rows());
    return conditions.size() - 1;
  }

  private List<Cell> keys(String means) {
    List<Cell> keys = new ArrayList<>(cells);
    keys.removeIf(cell -> !cell.meaning().name().equals(means));
    return keys;
  }

  private List<Visit> byVisit(Level level) {
    Map<Optional<Timepoint>, List<Cell>> visits = new LinkedHashMap<>();
    for (Cell cell : cells(level)) {
      visits.computeIfAbsent(cell.line().visit(), visit -> new ArrayList<>()).add(cell);
    }
    return visits.entrySet().stream()
        .map(visit -> new Visit(visit.getKey(), visit.getValue()))
        .toList();
  }

  /** Tells of which records several rows may give parts. */
  static Set<Level> joinedLevels(List<SourcePlan> plans) {
    boolean several =
        plans.stream().filter(plan -> !plan.cells(Level.VISIT).isEmpty()).count() > 1
            || plans.stream().anyMatch(SourcePlan::mayTellVisitTwice);
    return several ? EnumSet.of(Level.VISIT, Level.IMAGES) : EnumSet.of(Level.IMAGES);
  }

  private boolean mayTellVisitTwice() {
    List<Visit> all = visits(Level.VISIT);
    Optional<Visit> ofRow =
        all.stream().filter(visit -> visit.fixed().isEmpty()).findFirst();
    long kinds = ofRow
        .map(visit -> visit.cells().stream().map(Cell::conditions).distinct().count())
        .orElse(0L);
    return kinds > 1 || (ofRow.isPresent() && all.size() > 1);
  }

  String source() {
    return source;
  }

  CsvInput input() {
    return input;
  }

  List<Cell> cells(Level level) {
    return byLevel.getOrDefault(level, List.of());
  }

  List<Visit> visits(Level level) {
    return visits.getOrDefault(level, List.of());
  }

  /** Tells whether rows name patients only as the keys of what the second passage reads. */
  boolean givesOnlyKeys() {
    return onlyKeys;
  }

  boolean tellsOfHips() {
    return !cells(Level.HIP).isEmpty();
  }

  boolean tellsOfVisits() {
    return Stream.of(Level.VISIT, Level.IMAGES, Level.TREATMENT, Level.EVENT)
        .anyMatch(level -> !cells(level).isEmpty());
  }

  /** Tells whether what a cell says may hold for both hips of a patient. */
  boolean concernsBothHips(Cell cell) {
    return cell.line().side().isEmpty()
        && (!hasActive(sideCells) || OF_BOTH_HIPS.contains(cell.meaning().column()));
  }

  /** Checks that every column has a line and every line its column. */
  void check(CsvRow row, Problems problems) {
    Set<String> known = new HashSet<>();
    for (Cell cell : cells) {
      known.add(cell.column());
      cell.line().rows().forEach(condition -> known.add(condition.column()));
    }
    for (String column : row.columns()) {
      if (!known.contains(column)) {
        problems.add(Problem.ofFile(
            source,
            1,
            column,
            "has no line in the dictionary; a line was expected, ignored if it is not needed"));
      }
    }
    for (String column : known) {
      if (!column.isEmpty() && !row.hasColumn(column)) {
        problems.add(Problem.ofFile(
            source, 1, column, "is missing from the header; the dictionary has a line for it"));
      }
    }
  }

  /** Finds the lines that apply to a row. */
  void choose(CsvRow row) {
    if (active.length < conditions.size()) {
      active = new boolean[conditions.size()];
      active[0] = true;
    }
    for (int i = 1; i < active.length; i++) {
      active[i] = conditions.get(i).stream().allMatch(condition -> condition.holds(row));
    }
  }

  boolean isActive(Cell cell) {
    return active[cell.conditions()];
  }

  boolean hasActive(Level level) {
    return hasActive(cells(level));
  }

  /** Asked for every row, and therefore without a stream. */
  private boolean hasActive(List<Cell> several) {
    for (Cell cell : several) {
      if (isActive(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the key of a row that is filled: forms of one export have a column each. */
  private Optional<Cell> filledOf(List<Cell> keys, CsvRow row) {
    for (Cell cell : keys) {
      if (isActive(cell) && (cell.isConstant() || isFilled(cell, row))) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  /** Reports filled cells of columns whose lines all apply to other rows. */
  void reportUnread(CsvRow row) {
    if (conditions.size() == 1) {
      return;
    }
    Set<String> read = new HashSet<>();
    Set<String> unread = new LinkedHashSet<>();
    for (Cell cell : cells) {
      if (isActive(cell)) {
        read.add(cell.column());
      } else if (!cell.isConstant() && isFilled(cell, row)) {
        unread.add(cell.column());
      }
    }
    unread.removeAll(read);
    unread.forEach(column -> row.report(
        column,
        "holds a value, but no line of the dictionary for this column applies to this row; an empty"
            + " cell was expected, or a line for such rows, if only one that means ignored"));
  }

  private static boolean isFilled(Cell cell, CsvRow row) {
    return !row.isEmpty(cell.column())
        && (cell.line().missing().isEmpty()
            || !Vocabulary.has(cell.line().missing(), row.text(cell.column()).orElse("")));
  }

  /** Reads the patient of a row, and reports a row that tells something of none. */
  Optional<String> patient(CsvRow row) {
    Optional<Cell> cell = filledOf(patientCells, row);
    String id = cell.map(key -> text(key, row)).orElse("");
    if (!id.isEmpty()) {
      return Optional.of(id);
    }
    reported &= cell.isPresent();
    boolean tells = cells.stream()
        .anyMatch(other -> other.meaning().level() != Level.NONE
            && other.meaning().level() != Level.KEY
            && !other.isConstant()
            && isActive(other)
            && isFilled(other, row));
    if (tells && !reported) {
      row.report(patientColumn(), "is empty; a patient was expected");
    }
    return Optional.empty();
  }

  String patientColumn() {
    return patientCells.isEmpty() ? Meaning.PATIENT : patientCells.get(0).column();
  }

  /** Returns the sides that the row is about, none where columns tell them. */
  List<Side> sides(CsvRow row) {
    reported = false;
    String side = filledOf(sideCells, row).map(key -> text(key, row)).orElse("");
    if (side.isEmpty()) {
      if (hasActive(sideCells) && !reported && tellsOfOneHip(row)) {
        row.report(label(CohortFile.SIDE), "is empty; a side was expected");
      }
      return List.of();
    }
    if (side.equals(Side.LEFT.code())) {
      return LEFT;
    }
    if (side.equals(Side.RIGHT.code())) {
      return RIGHT;
    }
    return side.equals(Vocabulary.BOTH) ? BOTH : List.of(Side.parse(side));
  }

  /** Tells whether a row names a side, though perhaps none that can be read. */
  boolean namesSide(CsvRow row) {
    return filledOf(sideCells, row).isPresent();
  }

  private boolean tellsOfOneHip(CsvRow row) {
    return cells.stream()
        .anyMatch(cell -> EnumSet.of(Level.HIP, Level.VISIT, Level.IMAGES)
                .contains(cell.meaning().level())
            && cell.line().side().isEmpty()
            && !OF_BOTH_HIPS.contains(cell.meaning().column())
            && !cell.isConstant()
            && isActive(cell)
            && isFilled(cell, row));
  }

  /** Returns the sides of a filled cell, and reports a side that the row excludes. */
  List<Side> sides(Cell cell, CsvRow row, List<Side> stated) {
    Optional<Side> own = cell.line().side();
    if (own.isEmpty()) {
      return stated;
    }
    if (stated.isEmpty() || stated.contains(own.get())) {
      return List.of(own.get());
    }
    row.report(
        cell.column(),
        "holds a value of one side, but the row names the other side only; an empty cell was"
            + " expected");
    return List.of();
  }

  /** Returns the sides for which a row may have cells of a visit. */
  List<Side> sides(Visit visit, CsvRow row, List<Side> stated) {
    if (!stated.isEmpty()) {
      for (Cell cell : visit.cells()) {
        if (cell.line().side().isPresent()
            && !stated.contains(cell.line().side().get())
            && isActive(cell)
            && isFilled(cell, row)) {
          sides(cell, row, stated);
        }
      }
      return stated;
    }
    return visit.cells().stream()
        .flatMap(cell -> cell.line().side().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the visit of the row, or the fixed one. */
  Part when(Visit visit, CsvRow row, Side side) {
    String first = visit.cells().get(0).column();
    if (visit.fixed().isPresent()) {
      return new Part(visit.fixed().get().code(), source, row.line(), first);
    }
    if (!hasActive(visitCells)) {
      return new Part("UNS", source, row.line(), first);
    }
    reported = false;
    String text = filledOf(visitCells, row).map(key -> text(key, row)).orElse("");
    Part part = new Part(text, source, row.line(), label(CohortFile.VISIT));
    if (text.isEmpty()) {
      if (!reported) {
        row.report(label(CohortFile.VISIT), "is empty; a planned visit was expected");
      }
      return part.reported();
    }
    return part;
  }

  /** Tells whether some line says on which day a visit took place. */
  boolean tellsDay(Visit visit, Side side) {
    return visit.cells().stream()
        .anyMatch(cell -> cell.meaning().isTimed()
            && (cell.line().side().isEmpty() || cell.line().side().get() == side));
  }

  /** Reads a cell: its text in the form of the cohort's files, nothing where it is empty. */
  Optional<Part> read(Cell cell, CsvRow row) {
    if (!isActive(cell)) {
      return Optional.empty();
    }
    String text = text(cell, row);
    Part part = new Part(text, source, row.line(), cell.column());
    if (reported) {
      return Optional.of(part.reported());
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(part);
  }

  /** Reads a text; {@link #wasReported} tells whether it could not be translated. */
  String text(Cell cell, CsvRow row) {
    reported = false;
    if (cell.isConstant()) {
      return cell.translator().constant();
    }
    Optional<String> text = row.text(cell.column());
    if (text.isEmpty()) {
      return "";
    }
    if (Vocabulary.has(cell.line().missing(), text.get())) {
      miss(cell, text.get(), row.line());
      return "";
    }
    if (row.isSpreadsheetError(cell.column())) {
      row.reportSpreadsheetError(cell.column());
      reported = true;
      return "";
    }
    try {
      return cell.translator().translate(text.get());
    } catch (IllegalArgumentException e) {
      row.refuse(cell.column(), text.get(), String.valueOf(e.getMessage()));
      reported = true;
      return "";
    }
  }

  /** Notes a cell that holds a code for a missing value, once however often it is read. */
  void miss(Cell cell, String code, long line) {
    missing.miss(cell.column(), code, line);
  }

  /** Returns the one column that gives a key, if one does and every row has it. */
  Optional<Cell> onlyKey(String means) {
    List<Cell> keys = keys(means);
    return keys.size() == 1 && conditions.size() == 1 && !keys.get(0).isConstant()
        ? Optional.of(keys.get(0))
        : Optional.empty();
  }

  boolean wasReported() {
    return reported;
  }

  /** Reads the cells of a visit of one side into a record, and tells whether one is filled. */
  boolean readRecord(CsvRow row, Visit visit, Side side, RecordParts record, Problems problems) {
    boolean told = false;
    for (Cell cell : visit.cells()) {
      if (cell.line().side().isEmpty() || cell.line().side().get() == side) {
        told |= read(cell, row, record, problems);
      }
    }
    return told;
  }

  /** Reads the cells of an event or a treatment into a record, and tells whether one is filled. */
  boolean readRecord(CsvRow row, Level level, RecordParts record, Problems problems) {
    boolean told = false;
    for (Cell cell : cells(level)) {
      told |= read(cell, row, record, problems);
    }
    return told;
  }

  /** Reads a cell into a record; a constant alone tells nothing. */
  private boolean read(Cell cell, CsvRow row, RecordParts record, Problems problems) {
    Optional<Part> part = read(cell, row);
    if (part.isEmpty()) {
      return false;
    }
    record.merge(cell.meaning().column(), part.get(), cell.line().several(), problems);
    return !cell.isConstant();
  }

  /** Finds the cells of each column of the cohort's file. */
  Cell[][] byColumn(Visit visit, Side side, CohortFile file) {
    List<String> columns = file.columns();
    Cell[][] byColumn = new Cell[columns.size()][];
    for (int i = 0; i < byColumn.length; i++) {
      String column = columns.get(i);
      byColumn[i] = visit.cells().stream()
          .filter(cell -> cell.meaning().column().equals(column))
          .filter(cell -> cell.line().side().isEmpty() || cell.line().side().get() == side)
          .toArray(Cell[]::new);
    }
    return byColumn;
  }

  /** Tells whether a row has something of a visit. */
  boolean isFilled(CsvRow row, Cell[][] byColumn) {
    for (Cell[] candidates : byColumn) {
      for (Cell cell : candidates) {
        if (!cell.isConstant() && isActive(cell) && isFilled(cell, row)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Counts the missing values of a row that has nothing else of a visit. */
  void countMissing(CsvRow row, Cell[][] byColumn) {
    for (Cell[] candidates : byColumn) {
      for (Cell cell : candidates) {
        if (isActive(cell)) {
          text(cell, row);
        }
      }
    }
  }

  /** Returns the columns by which problems call those of the cohort's file. */
  static String[] labels(Cell[][] byColumn) {
    return Arrays.stream(byColumn)
        .map(candidates -> candidates.length == 0 ? "" : candidates[0].column())
        .toArray(String[]::new);
  }

  String label(String column) {
    return switch (column) {
      case CohortFile.PATIENT -> patientColumn();
      case CohortFile.SIDE -> sideCells.stream().map(Cell::column).findFirst().orElse(column);
      case CohortFile.VISIT -> visitColumn;
      default -> column;
    };
  }
}
