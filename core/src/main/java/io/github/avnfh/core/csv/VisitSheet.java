package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code visits.csv}: a row per hip and visit. */
record VisitSheet(CohortDraft draft, List<ScoreCells> instruments) implements Sheet {
  private static final DayCells DAY = DayCells.named("");
  private static final String REASON = "missed_reason";

  /** A visit keeps its scores in the order of their codes, so they are read in that order. */
  static VisitSheet of(CohortDraft draft, List<Instrument> instruments, CsvFormat format) {
    return new VisitSheet(
        draft,
        instruments.stream()
            .sorted(Comparator.comparing(Instrument::code))
            .map(instrument -> ScoreCells.of(instrument, format.decimalComma()))
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
    Optional<HipDraft> hip = draft.hip(row);
    Optional<Timepoint> timepoint = draft.timepoint(row);
    Optional<VisitStatus> stated = draft.status(row);
    Optional<String> reason =
        row.optional(REASON, text -> OneLine.check("reason of a missed visit", text));
    List<Score> scores = scores(row);
    draft.origin(row);
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
      } catch (IllegalArgumentException refused) {
        row.report(STATUS, String.valueOf(refused.getMessage()));
      }
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
      CsvRow row, HipDraft hip, int day, Optional<VisitStatus> stated) {
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
      CsvRow row, HipDraft hip, Timepoint timepoint, Optional<VisitStatus> status) {
    boolean seen =
        status.isEmpty() || status.get().tookPlace() || timepoint.nominalDay().isEmpty();
    if (seen) {
      return DAY.required(row, hip.indexDate());
    }
    OptionalInt day = DAY.read(row, hip.indexDate());
    return day.isPresent() ? day : timepoint.nominalDay();
  }
}
