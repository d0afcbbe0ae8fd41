package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A cohort that is being put together from the rows of its files. */
final class CohortAssembler {
  private static final int CACHED = 1 << 8;

  private final boolean files;
  private final PatientIndex index;
  private final List<Patient> patients = new ArrayList<>();
  private final Deque<HipEntry> hips = new ArrayDeque<>();
  private final Map<AdverseEvent, Long> events = new LinkedHashMap<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<MarrowAspiration>> aspirations =
      new LinkedHashMap<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<CellPreparation>> preparations =
      new LinkedHashMap<>();
  private final Map<PatientId, Entry<Satisfaction>> satisfaction = new LinkedHashMap<>();
  private final Function<String, Side> sides = CsvRow.caching(CACHED, Side::parse);
  private final Function<String, Timepoint> timepoints = CsvRow.caching(CACHED, Timepoint::parse);
  private final Function<String, VisitStatus> statuses = CsvRow.caching(CACHED, VisitStatus::parse);
  private final Function<String, DataOrigin> origins = CsvRow.caching(CACHED, DataOrigin::parse);
  private final Set<DataKind> recorded = EnumSet.noneOf(DataKind.class);
  private Optional<DataOrigin> origin = Optional.empty();

  /** A value and the line on which it was given. */
  record Entry<T>(T value, long line) {}

  private CohortAssembler(boolean files) {
    this.files = files;
    this.index = new PatientIndex(!files);
  }

  /** An assembler of the rows of the cohort's own files, which problems name. */
  static CohortAssembler ofFiles() {
    return new CohortAssembler(true);
  }

  /** An assembler of the rows of any tables, whose patients are joined to come once each. */
  static CohortAssembler ofTables() {
    return new CohortAssembler(false);
  }

  /** Tells whether the rows are those of the cohort's own files, which hold days as they are. */
  boolean readsOwnFiles() {
    return files;
  }

  /** Notes an identifier, whether or not the rest of its row can be read. */
  PatientIndex.Entry note(PatientId id) {
    return index.note(id);
  }

  /** Finds the entry of a patient by the identifier. */
  Optional<PatientIndex.Entry> entry(String id) {
    return index.named(id);
  }

  boolean isIdentifier(String text) {
    return index.holds(text);
  }

  void add(PatientIndex.Entry known, Patient patient, CsvRow row) {
    if (known.give(patient, row.line()).isEmpty()) {
      patients.add(patient);
    } else {
      reportTwice(known.line(), row, "patient");
    }
  }

  void add(HipEntry hip, CsvRow row) {
    Optional<HipEntry> earlier = hip.patient().give(hip);
    if (earlier.isPresent()) {
      reportTwice(earlier.get().line(), row, "hip");
    } else {
      hips.add(hip);
    }
  }

  void add(AdverseEvent event, CsvRow row) {
    Long earlier = events.putIfAbsent(event, row.line());
    if (earlier != null) {
      row.report(
          CohortFile.PATIENT,
          "and all other cells repeat the adverse event of line " + earlier
              + "; each event once was expected");
    }
  }

  void add(MarrowAspiration done, CsvRow row) {
    addOnce(aspirations, Map.entry(done.patient(), done.day()), done, row, "patient and day");
  }

  void add(CellPreparation done, CsvRow row) {
    addOnce(preparations, Map.entry(done.patient(), done.day()), done, row, "patient and day");
  }

  void add(PatientId patient, Satisfaction level, CsvRow row) {
    addOnce(satisfaction, patient, level, row, "patient");
  }

  private static <K, V> void addOnce(
      Map<K, Entry<V>> known, K key, V value, CsvRow row, String what) {
    Entry<V> earlier = known.putIfAbsent(key, new Entry<>(value, row.line()));
    if (earlier != null) {
      reportTwice(earlier.line(), row, what);
    }
  }

  private static void reportTwice(long earlier, CsvRow row, String what) {
    row.report(
        CohortFile.PATIENT,
        "names a " + what + " that line " + earlier + " gave already; one row each was expected");
  }

  /** Reads the patient of a row, who must be in the file of patients. */
  Optional<PatientIndex.Entry> patient(CsvRow row) {
    Optional<PatientIndex.Entry> named = index.named(row);
    if (named.isPresent() && !named.get().isGiven()) {
      row.report(
          CohortFile.PATIENT,
          "names a patient without a valid row in patients.csv; a patient of that file was expected");
      return Optional.empty();
    }
    return named;
  }

  /** Reads the hip of a row, which must be in the file of hips. */
  Optional<HipEntry> hip(CsvRow row) {
    Optional<PatientIndex.Entry> patient = index.named(row);
    Optional<Side> side = row.required(CohortFile.SIDE, sides);
    if (patient.isEmpty() || side.isEmpty()) {
      return Optional.empty();
    }
    Optional<HipEntry> hip = patient.get().hip(side.get());
    if (hip.isEmpty()) {
      row.report(
          CohortFile.PATIENT,
          files
              ? "and side name a hip without a valid row in hips.csv; a hip of that file was expected"
              : "and side name a hip of which no row gives more; a hip with data was expected");
    }
    return hip;
  }

  /** Reads on which side of the body the hip of the row lies. */
  Optional<Side> side(CsvRow row) {
    return row.required(CohortFile.SIDE, sides);
  }

  /** Reads the planned moment of the row. */
  Optional<Timepoint> timepoint(CsvRow row) {
    return row.required(CohortFile.VISIT, timepoints);
  }

  /** Reads the status of a visit, if the row has one. */
  Optional<VisitStatus> status(CsvRow row) {
    return row.optional(CohortFile.STATUS, statuses);
  }

  /** Notes the origin of the data; all rows of a cohort must agree. */
  void origin(CsvRow row) {
    Optional<DataOrigin> stated = row.optional(CohortFile.ORIGIN, origins);
    if (origin.isEmpty()) {
      origin = stated;
    } else if (stated.isPresent() && origin.get() != stated.get()) {
      row.report(
          CohortFile.ORIGIN, "differs from the rows before; one origin for all rows was expected");
    }
  }

  /** Notes a kind of data that has a file or a column, filled or not. */
  void record(DataKind kind) {
    recorded.add(kind);
  }

  /** Builds the cohort, releasing its parts hip by hip to save memory. */
  Cohort finish() {
    index.clear();
    Cohort.Builder cohort = Cohort.builder();
    cohort.origin(origin.orElse(DataOrigin.UNDECLARED));
    cohort.addAllDeclaredAsRecorded(recorded).addAllPatients(patients);
    while (!hips.isEmpty()) {
      cohort.addHips(hips.removeFirst().finish());
    }
    aspirations.values().forEach(done -> cohort.addAspirations(done.value()));
    preparations.values().forEach(done -> cohort.addPreparations(done.value()));
    satisfaction.forEach((patient, level) -> cohort.putSatisfaction(patient, level.value()));
    return cohort.addAllAdverseEvents(events.keySet()).build();
  }

  /** A hip that is being read, with its visits, images and treatments. */
  static final class HipEntry {
    private static final Comparator<Visit> VISITS = Comparator.comparing(Visit::timepoint);

    private final PatientIndex.Entry patient;
    private final Hip enrolled;
    private final Optional<LocalDate> indexDate;
    private final long line;
    private final UniqueByKey<Visit> visits = new UniqueByKey<>(VISITS, Visit::key);
    private Optional<More> more = Optional.empty();

    /** Starts the draft of a hip without visits, which a row gave. */
    HipEntry(PatientIndex.Entry patient, Hip enrolled, Optional<LocalDate> indexDate, long line) {
      this.patient = patient;
      this.enrolled = enrolled;
      this.indexDate = indexDate;
      this.line = line;
    }

    /** Images and treatments, of hips that have them. */
    private static final class More {
      private final List<ImageReading> imageReadings = new ArrayList<>();
      private final List<CoreDecompression> decompressions = new ArrayList<>();
      private final List<Injection> injections = new ArrayList<>();
      private final Map<Object, Long> lines = new HashMap<>();
    }

    /** A decompression is told by its day, an injection by its number. */
    private record TreatmentKey(ProcedureFile.Procedure procedure, int dayOrNumber) {}

    private record ImageKey(Visit.Key visit, Modality modality, String reader) {}

    PatientIndex.Entry patient() {
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
      return enrolled.isReplacedBefore(day);
    }

    boolean isDeadBefore(int day) {
      return patient.isDeadBefore(day + enrolled.indexDay());
    }

    void add(Visit visit, CsvRow row) {
      visits
          .add(visit, row.line())
          .ifPresent(earlier -> reportTwice(CohortFile.VISIT, earlier, row, "visit"));
    }

    /** Adds a visit, or returns false where an earlier row gave it already. */
    boolean addIfNew(Visit visit, long at) {
      return visits.add(visit, at).isEmpty();
    }

    void add(ImageReading images, CsvRow row) {
      if (isNew(
          new ImageKey(
              Visit.Key.of(images.timepoint(), images.day()), images.modality(), images.reader()),
          row,
          "reading")) {
        more().imageReadings.add(images);
      }
    }

    void add(CoreDecompression decompression, CsvRow row) {
      if (isNew(
          new TreatmentKey(ProcedureFile.Procedure.DECOMPRESSION, decompression.day()),
          row,
          "treatment")) {
        more().decompressions.add(decompression);
      }
    }

    void add(Injection injection, CsvRow row) {
      if (isNew(
          new TreatmentKey(ProcedureFile.Procedure.INJECTION, injection.number()),
          row,
          "treatment")) {
        more().injections.add(injection);
      }
    }

    private boolean isNew(Object key, CsvRow row, String what) {
      Long earlier = more().lines.putIfAbsent(key, row.line());
      if (earlier != null) {
        reportTwice(
            key instanceof TreatmentKey ? ProcedureFile.Procedure.COLUMN : CohortFile.VISIT,
            earlier,
            row,
            what);
      }
      return earlier == null;
    }

    private static void reportTwice(String column, long earlier, CsvRow row, String what) {
      row.report(
          column,
          "names a " + what + " of this hip that line " + earlier
              + " gave already; one row each was expected");
    }

    private More more() {
      if (more.isEmpty()) {
        more = Optional.of(new More());
      }
      return more.get();
    }

    Hip finish() {
      if (more.isEmpty()) {
        return enrolled.withHistory(List.of(), List.of(), visits.items(), List.of());
      }
      More others = more.get();
      return enrolled.withHistory(
          others.decompressions, others.injections, visits.items(), others.imageReadings);
    }
  }
}
