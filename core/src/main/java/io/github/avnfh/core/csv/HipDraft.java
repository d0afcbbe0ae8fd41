package io.github.avnfh.core.csv;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a hip while its visits and images are being read. */
final class HipDraft {
  private static final Comparator<Visit> VISITS = Comparator.comparing(Visit::timepoint);

  private final PatientDraft patient;
  private final Hip enrolled;
  private final Optional<LocalDate> indexDate;
  private final long line;
  private final GivenOnce<Visit> visits = new GivenOnce<>(VISITS, VisitKey::of);
  private Optional<Beyond> beyond = Optional.empty();

  /** Starts the draft of a hip without visits, which a row gave. */
  HipDraft(PatientDraft patient, Hip enrolled, Optional<LocalDate> indexDate, long line) {
    this.patient = patient;
    this.enrolled = enrolled;
    this.indexDate = indexDate;
    this.line = line;
  }

  /** What is known beyond visits, of hips that have it. */
  private static final class Beyond {
    private final List<ImageReading> examinations = new ArrayList<>();
    private final List<CoreDecompression> decompressions = new ArrayList<>();
    private final List<Injection> injections = new ArrayList<>();
    private final Map<Object, Long> lines = new HashMap<>();
  }

  /**
   * Two planned visits of one moment are one too many; two unscheduled ones only if they fall on
   * one day.
   */
  private record VisitKey(Timepoint timepoint, int dayIfUnscheduled) {
    static VisitKey of(Visit visit) {
      return of(visit.timepoint(), visit.day());
    }

    static VisitKey of(Timepoint timepoint, int day) {
      return new VisitKey(timepoint, timepoint.months().isPresent() ? 0 : day);
    }
  }

  /** A decompression is told by its day, an injection by its number. */
  private record TreatmentKey(Procedure procedure, int told) {}

  private record ExaminationKey(VisitKey visit, Modality modality, String reader) {}

  PatientDraft patient() {
    return patient;
  }

  HipId id() {
    return enrolled.id();
  }

  /** Returns the line that gave the hip. */
  long line() {
    return line;
  }

  Optional<LocalDate> indexDate() {
    return indexDate;
  }

  boolean isReplacedBefore(int day) {
    return enrolled.arthroplasty().filter(done -> done.day() < day).isPresent();
  }

  boolean isDeadBefore(int day) {
    return patient.isDeadBefore(day);
  }

  void add(Visit visit, CsvRow row) {
    visits
        .add(visit, row.line())
        .ifPresent(earlier -> reportTwice(Sheet.VISIT, earlier, row, "visit"));
  }

  void add(ImageReading examination, CsvRow row) {
    VisitKey visit = VisitKey.of(examination.timepoint(), examination.day());
    if (isNew(
        new ExaminationKey(visit, examination.modality(), examination.reader()), row, "reading")) {
      beyond().examinations.add(examination);
    }
  }

  void add(CoreDecompression decompression, CsvRow row) {
    if (isNew(new TreatmentKey(Procedure.DECOMPRESSION, decompression.day()), row, "treatment")) {
      beyond().decompressions.add(decompression);
    }
  }

  void add(Injection injection, CsvRow row) {
    if (isNew(new TreatmentKey(Procedure.INJECTION, injection.number()), row, "treatment")) {
      beyond().injections.add(injection);
    }
  }

  private boolean isNew(Object key, CsvRow row, String what) {
    Long earlier = beyond().lines.putIfAbsent(key, row.line());
    if (earlier != null) {
      reportTwice(key instanceof TreatmentKey ? Procedure.COLUMN : Sheet.VISIT, earlier, row, what);
    }
    return earlier == null;
  }

  private static void reportTwice(String column, long earlier, CsvRow row, String what) {
    row.report(
        column,
        "names a " + what + " of this hip that line " + earlier
            + " gave already; one row each was expected");
  }

  private Beyond beyond() {
    if (beyond.isEmpty()) {
      beyond = Optional.of(new Beyond());
    }
    return beyond.get();
  }

  Hip finish() {
    if (beyond.isEmpty()) {
      return enrolled.withHistory(List.of(), List.of(), visits.things(), List.of());
    }
    Beyond more = beyond.get();
    return enrolled.withHistory(
        more.decompressions, more.injections, visits.things(), more.examinations);
  }
}
