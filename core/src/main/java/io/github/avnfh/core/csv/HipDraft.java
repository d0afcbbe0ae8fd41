package io.github.avnfh.core.csv;

import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.study.Hip;
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

  private final HipId id;
  private final Hip.Builder hip;
  private final Optional<LocalDate> indexDate;
  private final Optional<Arthroplasty> arthroplasty;
  private final GivenOnce<Visit> visits = new GivenOnce<>(VISITS, VisitKey::of);
  private final List<Examination> examinations = new ArrayList<>();
  private final Map<Object, Long> lines = new HashMap<>();

  HipDraft(
      HipId id,
      Hip.Builder hip,
      Optional<LocalDate> indexDate,
      Optional<Arthroplasty> arthroplasty) {
    this.id = id;
    this.hip = hip;
    this.indexDate = indexDate;
    this.arthroplasty = arthroplasty;
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

  HipId id() {
    return id;
  }

  boolean isOf(PatientId patient, Side side) {
    return id.side() == side && id.patient().equals(patient);
  }

  Optional<LocalDate> indexDate() {
    return indexDate;
  }

  boolean isReplacedBefore(int day) {
    return arthroplasty.isPresent() && arthroplasty.get().day() < day;
  }

  void add(Visit visit, CsvRow row) {
    visits
        .add(visit, row.line())
        .ifPresent(earlier -> reportTwice(Sheet.VISIT, earlier, row, "visit"));
  }

  void add(Examination examination, CsvRow row) {
    VisitKey visit = VisitKey.of(examination.timepoint(), examination.day());
    if (isNew(
        new ExaminationKey(visit, examination.modality(), examination.reader()), row, "reading")) {
      examinations.add(examination);
    }
  }

  void add(CoreDecompression decompression, CsvRow row) {
    if (isNew(new TreatmentKey(Procedure.DECOMPRESSION, decompression.day()), row, "treatment")) {
      hip.addDecompressions(decompression);
    }
  }

  void add(Injection injection, CsvRow row) {
    if (isNew(new TreatmentKey(Procedure.INJECTION, injection.number()), row, "treatment")) {
      hip.addInjections(injection);
    }
  }

  private boolean isNew(Object key, CsvRow row, String what) {
    Long earlier = lines.putIfAbsent(key, row.line());
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

  Hip finish() {
    return hip.arthroplasty(arthroplasty)
        .addAllVisits(visits.things())
        .addAllExaminations(examinations)
        .build();
  }
}
