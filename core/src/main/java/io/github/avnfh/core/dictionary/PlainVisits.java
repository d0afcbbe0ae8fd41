package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Score;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.RowCells;
import io.github.avnfh.core.dictionary.Meaning.Level;
import io.github.avnfh.core.dictionary.SourcePlan.Cell;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the plain rows of a long table of visits: a visit of a hip in each row, every key and value
 * in a column of its own.
 *
 * <p>The lines of the dictionary become readers of columns once, which keep what their texts mean,
 * and most rows become visits without a text of any cell. A row that is not plain, such as one with
 * a cell that cannot be read, of a patient who was left out, or of a hip that was replaced before,
 * is refused before anything of it was taken; {@link DictionaryReader} reads it then and reports.
 */
final class PlainVisits {
  private static final int FEW = 1 << 8;
  private static final int MANY = 1 << 12;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  private final SourcePlan plan;
  private final JoinedParts parts;
  private final CohortAssembler assembler;
  private final List<String> columns = new ArrayList<>();
  private final Cell patient;
  private final int patientColumn;
  private final ColumnReader<Side> side;
  private final Optional<ColumnReader<Timepoint>> visit;
  private final Optional<Timepoint> fixed;
  private final Optional<ColumnReader<Integer>> day;
  private final Optional<ColumnReader<LocalDate>> date;
  private final Optional<ColumnReader<VisitStatus>> status;
  private final Optional<ColumnReader<String>> reason;
  private final List<ColumnReader<Score>> scores;
  private final Score[] points;
  private final boolean tellsDay;
  private String key = "";
  private Optional<PatientParts> named = Optional.empty();
  private Optional<PatientIndex.Entry> entry = Optional.empty();

  private PlainVisits(
      SourcePlan plan, VisitFile file, JoinedParts parts, CohortAssembler assembler) {
    this.plan = plan;
    this.parts = parts;
    this.assembler = assembler;
    SourcePlan.Visit cells = plan.visits(Level.VISIT).get(0);
    this.fixed = cells.fixed();
    this.patient = plan.onlyKey(Meaning.PATIENT).orElseThrow();
    this.patientColumn = column(patient);
    this.side = reader(plan.onlyKey(Meaning.SIDE).orElseThrow(), FEW, Side::parse);
    this.visit = plan.onlyKey(Meaning.VISIT)
        .filter(own -> fixed.isEmpty())
        .map(own -> reader(own, FEW, Timepoint::parse));
    this.day = value(cells, "day", MANY, PlainVisits::wholeDay);
    this.date = value(cells, "date", MANY, LocalDate::parse);
    this.status = value(cells, CohortFile.STATUS, FEW, VisitStatus::parse);
    this.reason = value(cells, "missed_reason", FEW, text -> text);
    this.scores = file.instruments().stream()
        .flatMap(
            instrument -> value(cells, instrument.column(), MANY, instrument.scores()).stream())
        .toList();
    this.points = new Score[scores.size()];
    this.tellsDay = plan.tellsDay(cells, Side.LEFT);
  }

  /** Returns a reader of plain rows, or nothing where rows of the source need more. */
  static Optional<PlainVisits> of(
      SourcePlan plan, VisitFile file, JoinedParts parts, CohortAssembler assembler) {
    List<SourcePlan.Visit> visits = plan.visits(Level.VISIT);
    boolean isLong = visits.size() == 1
        && plan.onlyKey(Meaning.PATIENT).isPresent()
        && plan.onlyKey(Meaning.SIDE).isPresent()
        && (visits.get(0).fixed().isPresent() || plan.onlyKey(Meaning.VISIT).isPresent())
        && visits.get(0).cells().stream()
            .allMatch(cell -> !cell.isConstant() && cell.line().side().isEmpty())
        && areDistinct(visits.get(0));
    boolean hasVisitsOnly = Stream.of(Level.IMAGES, Level.TREATMENT, Level.EVENT)
        .allMatch(level -> plan.cells(level).isEmpty());
    return isLong && hasVisitsOnly && !plan.input().format().comments()
        ? Optional.of(new PlainVisits(plan, file, parts, assembler))
        : Optional.empty();
  }

  private static boolean areDistinct(SourcePlan.Visit visit) {
    return visit.cells().stream()
            .map(cell -> cell.meaning().column())
            .distinct()
            .count()
        == visit.cells().size();
  }

  private static int wholeDay(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("day of the plainest form [digits] was expected");
    }
    return (int) Timepoint.DAY.check(Integer.parseInt(text));
  }

  /** What the text of a cell says: a value, that it is missing, or that it needs a closer look. */
  private record Content<T>(boolean isPlain, Optional<T> value) {
    static <T> Content<T> missing() {
      return new Content<>(true, Optional.empty());
    }

    static <T> Content<T> other() {
      return new Content<>(false, Optional.empty());
    }
  }

  /** A column, what its texts mean, and where it stands among the columns asked for. */
  private record ColumnReader<T>(Cell cell, int column, Function<String, Content<T>> contents) {
    Content<T> key(RowCells row) {
      return row.length(column) == 0 ? Content.missing() : row.read(column, contents);
    }

    /** Reads a value, and notes a code for a missing one. */
    Content<T> value(RowCells row, SourcePlan plan) {
      if (row.length(column) == 0) {
        return Content.missing();
      }
      Content<T> content = row.read(column, contents);
      if (content.isPlain() && content.value().isEmpty()) {
        plan.miss(cell, row.text(column), row.line());
      }
      return content;
    }
  }

  private static <T> Content<T> content(Cell cell, String text, Function<String, T> parser) {
    if (Character.isWhitespace(text.charAt(0))
        || Character.isWhitespace(text.charAt(text.length() - 1))) {
      return Content.other();
    }
    if (Vocabulary.has(cell.line().missing(), text)) {
      return Content.missing();
    }
    try {
      String translated = text.startsWith("#") ? "" : cell.translator().translate(text);
      return translated.isEmpty()
          ? Content.other()
          : new Content<>(true, Optional.of(parser.apply(translated)));
    } catch (IllegalArgumentException e) {
      return Content.other();
    }
  }

  private int column(Cell cell) {
    columns.add(cell.column());
    return columns.size() - 1;
  }

  private <T> ColumnReader<T> reader(Cell cell, int kept, Function<String, T> parser) {
    return new ColumnReader<>(
        cell, column(cell), CsvRow.caching(kept, text -> content(cell, text, parser)));
  }

  private <T> Optional<ColumnReader<T>> value(
      SourcePlan.Visit visit, String column, int kept, Function<String, T> parser) {
    return visit.cells().stream()
        .filter(cell -> cell.meaning().column().equals(column))
        .findFirst()
        .map(cell -> reader(cell, kept, parser));
  }

  /** Returns the columns that rows are asked for, in their order. */
  List<String> columns() {
    return columns;
  }

  /** Tells whether a row names a patient that an earlier row named, as plainly. */
  private boolean namesKnownPatient(RowCells row) {
    return row.length(patientColumn) > 0
        && (row.holds(patientColumn, key) || find(row.text(patientColumn)));
  }

  private boolean find(String text) {
    named = content(patient, text, known -> known).value().flatMap(parts::known);
    entry = Optional.empty();
    key = named.isPresent() ? text : "";
    return named.isPresent();
  }

  /** Takes the visit of a row, or returns false for a row that is not plain. */
  boolean take(RowCells row) {
    if (!namesKnownPatient(row)) {
      return false;
    }
    Optional<Side> ofHip = side.key(row).value();
    Optional<Timepoint> moment = visit.isPresent() ? visit.get().key(row).value() : fixed;
    if (ofHip.isEmpty() || moment.isEmpty() || named.orElseThrow().isRefused(ofHip.get())) {
      return false;
    }
    if (entry.isEmpty()) {
      entry = assembler.entry(named.get().key().text());
    }
    Optional<CohortAssembler.HipEntry> hip = entry.flatMap(known -> known.hip(ofHip.get()));
    return hip.isPresent() && take(row, hip.get(), moment.get());
  }

  private boolean take(RowCells row, CohortAssembler.HipEntry hip, Timepoint moment) {
    int found = 0;
    for (int i = 0; i < scores.size(); i++) {
      Content<Score> content = scores.get(i).value(row, plan);
      if (!content.isPlain()) {
        return false;
      }
      if (content.value().isPresent()) {
        points[found++] = content.value().get();
      }
    }
    Content<Integer> counted = read(day, row);
    Content<LocalDate> dated = read(date, row);
    Content<VisitStatus> stated = read(status, row);
    Content<String> reasoned = read(reason, row);
    boolean isPlain = counted.isPlain() && dated.isPlain() && stated.isPlain();
    if (!isPlain
        || stated.value().filter(told -> told != VisitStatus.DONE).isPresent()
        || !reasoned.equals(Content.missing())) {
      return false;
    }
    boolean tellsNothing = found == 0
        && counted.value().isEmpty()
        && dated.value().isEmpty()
        && stated.value().isEmpty();
    if (tellsNothing) {
      return true;
    }
    OptionalInt on = day(hip, moment, counted.value(), dated.value());
    return on.isPresent() && VisitFile.add(hip, moment, on.getAsInt(), scores(found), row.line());
  }

  /** Returns the scores of the row, most of which have one or two. */
  private List<Score> scores(int found) {
    return switch (found) {
      case 0 -> List.of();
      case 1 -> List.of(points[0]);
      case 2 -> List.of(points[0], points[1]);
      default -> List.of(Arrays.copyOf(points, found));
    };
  }

  private <T> Content<T> read(Optional<ColumnReader<T>> column, RowCells row) {
    return column.isPresent() ? column.get().value(row, plan) : Content.missing();
  }

  private OptionalInt day(
      CohortAssembler.HipEntry hip,
      Timepoint moment,
      Optional<Integer> counted,
      Optional<LocalDate> dated) {
    if (dated.isPresent()) {
      long days = hip.indexDate().isPresent()
          ? ChronoUnit.DAYS.between(hip.indexDate().get(), dated.get())
          : Long.MAX_VALUE;
      return Timepoint.DAY.allows((double) days)
              && counted.filter(other -> other != days).isEmpty()
          ? OptionalInt.of((int) days)
          : OptionalInt.empty();
    }
    return counted.isPresent()
        ? OptionalInt.of(counted.get())
        : tellsDay ? OptionalInt.empty() : moment.nominalDay();
  }
}
