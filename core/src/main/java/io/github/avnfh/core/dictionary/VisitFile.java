package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code visits.csv}: a row per hip and visit. */
record VisitFile(CohortAssembler assembler, List<ScoreCells> instruments) implements CohortFile {
  private static final int CACHED_SCORES = 1 << 12;

  private static final DayCells DAY = DayCells.named("");
  private static final String REASON = "missed_reason";

  /** A visit keeps its scores in the order of their codes, so they are read in that order. */
  static VisitFile of(CohortAssembler assembler, List<Instrument> instruments, CsvFormat format) {
    return new VisitFile(
        assembler,
        instruments.stream()
            .sorted(Comparator.comparing(Instrument::code))
            .map(instrument -> ScoreCells.of(instrument, format))
            .toList());
  }

  @Override
  public String file() {
    return VISITS;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.VISITS);
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, SIDE, VISIT);
  }

  @Override
  public List<String> optional() {
    List<String> columns =
        new ArrayList<>(List.of(DAY.dayColumn(), DAY.dateColumn(), STATUS, REASON, ORIGIN));
    instruments.stream().map(ScoreCells::column).forEach(columns::add);
    return columns;
  }

  @Override
  public void take(CsvRow row) {
    Optional<CohortAssembler.HipEntry> hip = assembler.hip(row);
    Optional<Timepoint> timepoint = assembler.timepoint(row);
    Optional<VisitStatus> stated = assembler.status(row);
    Optional<String> reason =
        row.optional(REASON, text -> OneLine.check("reason of a missed visit", text));
    List<Score> scores = scores(row);
    assembler.origin(row);
    if (hip.isEmpty() || timepoint.isEmpty()) {
      return;
    }
    OptionalInt day = day(row, hip.get(), timepoint.get(), stated);
    if (!row.isSound() || day.isEmpty()) {
      return;
    }
    VisitStatus status = status(row, hip.get(), day.getAsInt(), stated);
    if (row.isSound()) {
      try {
        Visit visit = Visit.of(timepoint.get(), day.getAsInt(), status, scores);
        hip.get().add(reason.isEmpty() ? visit : missed(visit, reason.get()), row);
      } catch (IllegalArgumentException e) {
        row.report(STATUS, String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Adds a visit that took place while the hip had not been replaced and the patient lived, or
   * returns false for one that needs a closer look.
   */
  static boolean add(
      CohortAssembler.HipEntry hip, Timepoint timepoint, int day, List<Score> scores, long line) {
    if (hip.isReplacedBefore(day) || hip.isDeadBefore(day)) {
      return false;
    }
    try {
      return hip.addIfNew(Visit.of(timepoint, day, VisitStatus.DONE, scores), line);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Score> scores(CsvRow row) {
    List<Score> scores = List.of();
    for (ScoreCells instrument : instruments) {
      Optional<Score> score = instrument.read(row);
      scores = score.isPresent() ? joined(scores, score.get()) : scores;
    }
    return scores;
  }

  /** Most visits have two scores at most, and there are many visits. */
  private static List<Score> joined(List<Score> scores, Score next) {
    return switch (scores.size()) {
      case 0 -> List.of(next);
      case 1 -> List.of(scores.get(0), next);
      default -> Stream.concat(scores.stream(), Stream.of(next)).toList();
    };
  }

  private static Visit missed(Visit visit, String reason) {
    return Visit.builder()
        .timepoint(visit.timepoint())
        .day(visit.day())
        .status(visit.status())
        .addAllScores(visit.scores())
        .missedReason(reason)
        .build();
  }

  private static VisitStatus status(
      CsvRow row, CohortAssembler.HipEntry hip, int day, Optional<VisitStatus> stated) {
    boolean replaced = hip.isReplacedBefore(day);
    VisitStatus status =
        stated.orElse(replaced ? VisitStatus.AFTER_ARTHROPLASTY : VisitStatus.DONE);
    if (replaced && status == VisitStatus.DONE) {
      row.report(
          STATUS, "says done, but the hip was replaced before; after_arthroplasty was expected");
    } else if (!replaced && status == VisitStatus.AFTER_ARTHROPLASTY) {
      row.report(
          STATUS,
          "says after_arthroplasty, but hips.csv gives no earlier arthroplasty; done was expected");
    } else if (status.tookPlace() && hip.isDeadBefore(day)) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; a visit of a living patient was expected");
    }
    return status;
  }

  private static OptionalInt day(
      CsvRow row, CohortAssembler.HipEntry hip, Timepoint timepoint, Optional<VisitStatus> status) {
    boolean seen =
        status.isEmpty() || status.get().tookPlace() || timepoint.nominalDay().isEmpty();
    if (seen) {
      return DAY.required(row, hip.indexDate());
    }
    OptionalInt day = DAY.read(row, hip.indexDate());
    return day.isPresent() ? day : timepoint.nominalDay();
  }

  /** The column of an instrument; texts that come again soon are one value. */
  record ScoreCells(String column, Function<String, Score> scores) {
    static ScoreCells of(Instrument instrument, CsvFormat format) {
      return new ScoreCells(
          instrument.code(),
          CsvRow.caching(CACHED_SCORES, text -> Score.of(instrument, format.number(text))));
    }

    /** Reads the score of a row, if it has one. */
    Optional<Score> read(CsvRow row) {
      return row.optional(column, scores);
    }
  }

  /** Writes the visits of a cohort. */
  static String text(Cohort cohort, List<Instrument> instruments) {
    Map<String, Function<Visit, String>> cells = cells(instruments, cohort.hips());
    return CohortFile.text(
        cohort,
        CohortFile.joined(List.of(PATIENT, SIDE, VISIT), List.copyOf(cells.keySet())),
        cohort.hips().stream()
            .flatMap(hip -> hip.visits().stream().map(visit -> row(hip, visit, cells))));
  }

  private static List<String> row(
      Hip hip, Visit visit, Map<String, Function<Visit, String>> cells) {
    List<String> key = List.of(
        hip.id().patient().value(), hip.id().side().code(), visit.timepoint().code());
    return CohortFile.joined(
        key, cells.values().stream().map(cell -> cell.apply(visit)).toList());
  }

  /** The columns in their order, with what each holds. */
  static Map<String, Function<Visit, String>> cells(List<Instrument> instruments) {
    Map<String, Function<Visit, String>> cells = new LinkedHashMap<>();
    cells.put(DAY.dayColumn(), visit -> Integer.toString(visit.day()));
    cells.put(CohortFile.STATUS, visit -> visit.status().code());
    for (Instrument instrument : instruments) {
      cells.put(
          instrument.code(),
          visit ->
              visit.score(instrument).map(Score::points).map(CsvOutput::number).orElse(""));
    }
    cells.put(REASON, visit -> visit.missedReason().orElse(""));
    return cells;
  }

  /** Leaves out the reasons why visits were missed where there are none. */
  static Map<String, Function<Visit, String>> cells(List<Instrument> instruments, List<Hip> hips) {
    Map<String, Function<Visit, String>> cells = cells(instruments);
    boolean reasons = hips.stream()
        .flatMap(hip -> hip.visits().stream())
        .anyMatch(visit -> visit.missedReason().isPresent());
    if (!reasons) {
      cells.remove(REASON);
    }
    return cells;
  }
}
