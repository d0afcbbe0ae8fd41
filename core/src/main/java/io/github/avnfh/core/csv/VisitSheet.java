package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.VisitStatus;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** {@code visits.csv}: a row per hip and visit. */
record VisitSheet(CohortDraft draft, List<Instrument> instruments) implements Sheet {
  private static final DayCells DAY = DayCells.named("");
  private static final String STATUS = "status";
  private static final String REASON = "missed_reason";

  @Override
  public String file() {
    return VISITS;
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, "side", "visit");
  }

  @Override
  public List<String> optional() {
    List<String> columns =
        new ArrayList<>(List.of(DAY.dayColumn(), DAY.dateColumn(), STATUS, REASON, ORIGIN));
    instruments.stream().map(Instrument::code).forEach(columns::add);
    return columns;
  }

  @Override
  public void take(CsvRow row) {
    Optional<HipDraft> hip = draft.hip(row);
    Optional<Timepoint> timepoint = row.required("visit", Timepoint::parse);
    Optional<VisitStatus> status = row.optional(STATUS, VisitStatus::parse);
    Optional<String> reason =
        row.optional(REASON, text -> OneLine.check("reason of a missed visit", text));
    List<Score> scores = scores(row);
    draft.origin(row);
    if (hip.isEmpty() || timepoint.isEmpty()) {
      return;
    }
    OptionalInt day = day(row, hip.get(), timepoint.get(), status);
    if (row.isSound() && day.isPresent()) {
      add(
          row,
          hip.get(),
          Visit.builder().timepoint(timepoint.get()).addAllScores(scores).missedReason(reason),
          day.getAsInt(),
          status);
    }
  }

  private void add(
      CsvRow row, HipDraft hip, Visit.Builder visit, int day, Optional<VisitStatus> stated) {
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
    } else {
      build(row, visit.day(day).status(status)).ifPresent(built -> hip.add(built, row));
    }
  }

  private static Optional<Visit> build(CsvRow row, Visit.Builder visit) {
    try {
      return Optional.of(visit.build());
    } catch (IllegalArgumentException refused) {
      row.report(STATUS, String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private static OptionalInt day(
      CsvRow row, HipDraft hip, Timepoint timepoint, Optional<VisitStatus> status) {
    boolean seen = status.isEmpty()
        || status.get() == VisitStatus.DONE
        || status.get() == VisitStatus.AFTER_ARTHROPLASTY
        || timepoint.nominalDay().isEmpty();
    if (seen) {
      return DAY.required(row, hip.indexDate());
    }
    OptionalInt day = DAY.read(row, hip.indexDate());
    return day.isPresent() ? day : timepoint.nominalDay();
  }

  private List<Score> scores(CsvRow row) {
    List<Score> scores = new ArrayList<>();
    for (Instrument instrument : instruments) {
      OptionalDouble points = row.number(instrument.code(), instrument.quantity());
      points.ifPresent(value -> scores.add(Score.of(instrument, value)));
    }
    return scores;
  }
}
