package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.internal.IsoDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of patients and hips from several tables, forms and rows, each part once or equal.
 *
 * <p>Days are counted from the first treatment of each hip, those of a patient from the first
 * treatment of any hip of the patient.
 */
final class JoinedParts {
  private static final String INDEX_DATE = "index_date";
  private static final String FIRST = "first";
  private static final String LAST = "last";

  private final Problems problems;
  private final Map<String, PatientParts> patients = new LinkedHashMap<>();
  private final List<PatientParts> inOrder = new ArrayList<>();
  private int last = -1;

  JoinedParts(Problems problems) {
    this.problems = problems;
  }

  /** A text in the form of the cohort's files, and where it came from. */
  record Part(String text, String source, long line, String column, boolean isReported) {
    Part(String text, String source, long line, String column) {
      this(text, source, line, column, false);
    }

    /** Reads the text of a date, which was written by us. */
    LocalDate date() {
      return IsoDate.parse(text);
    }

    Part withText(String other) {
      return new Part(other, source, line, column, isReported);
    }

    Part reported() {
      return new Part("", source, line, column, true);
    }
  }

  /** A patient, with what is known of all hips of the patient. */
  static final class PatientParts {
    private final Part key;
    private final Map<String, Part> cells = new LinkedHashMap<>();
    private final Map<String, Part> ofAllHips = new LinkedHashMap<>();
    private final Map<Side, HipParts> hips = new EnumMap<>(Side.class);
    private Optional<Part> withoutAge = Optional.empty();
    private boolean refused;
    private boolean hasUnreadSide;

    PatientParts(Part key) {
      this.key = key;
      cells.put(CohortFile.PATIENT, key);
    }

    Part key() {
      return key;
    }

    Map<String, Part> cells() {
      return cells;
    }

    Map<Side, HipParts> hips() {
      return hips;
    }

    /** Notes a cell that could have told the age and is empty; the first one is kept. */
    void noteWithoutAge(Part place) {
      if (withoutAge.isEmpty()) {
        withoutAge = Optional.of(place);
      }
    }

    /** Notes that a row names a side of this patient that was reported. */
    void noteUnreadSide() {
      hasUnreadSide = true;
    }

    /** Notes that the patient is left out for what was reported. */
    void refuse() {
      refused = true;
    }

    boolean isRefused() {
      return refused;
    }

    /** Tells whether a hip is left out for what was reported of it or of the patient. */
    boolean isRefused(Side side) {
      HipParts hip = hips.get(side);
      return refused || (hip == null ? hasUnreadSide : hip.refused);
    }

    private boolean isIndexReported() {
      return hasUnreadSide
          || hips.values().stream()
              .flatMap(hip -> Optional.ofNullable(hip.cells.get(INDEX_DATE)).stream())
              .anyMatch(Part::isReported);
    }

    /** Returns the date of the first treatment of any hip. */
    Optional<LocalDate> indexDate() {
      Optional<LocalDate> first = Optional.empty();
      for (HipParts hip : hips.values()) {
        Optional<LocalDate> date = hip.indexDate();
        boolean isEarlier =
            date.isPresent() && (first.isEmpty() || date.get().isBefore(first.get()));
        first = isEarlier ? date : first;
      }
      return first;
    }
  }

  /** A hip. */
  static final class HipParts {
    private final Part key;
    private final Map<String, Part> cells = new LinkedHashMap<>();
    private final Map<String, List<Part>> times = new LinkedHashMap<>();
    private final List<Map<String, Part>> treatments = new ArrayList<>();
    private boolean refused;

    HipParts(Part key, Side side) {
      this.key = key;
      cells.put(CohortFile.PATIENT, key);
      cells.put(CohortFile.SIDE, key.withText(side.code()));
    }

    Part key() {
      return key;
    }

    Map<String, Part> cells() {
      return cells;
    }

    /** Notes that the hip is left out for what was reported. */
    void refuse() {
      refused = true;
    }

    boolean isRefused() {
      return refused;
    }

    /** Returns the decompressions and injections as rows of the cohort's file. */
    List<Map<String, Part>> treatments() {
      return treatments;
    }

    Optional<LocalDate> indexDate() {
      return Optional.ofNullable(cells.get(INDEX_DATE))
          .filter(part -> !part.isReported())
          .map(Part::date);
    }
  }

  /** Returns the patient of an identifier, a new one where it was not met before. */
  PatientParts patient(Part key) {
    return patients.computeIfAbsent(key.text(), id -> {
      PatientParts fresh = new PatientParts(key);
      inOrder.add(fresh);
      return fresh;
    });
  }

  /** Returns the patient of an identifier, if a row has named it; most come in the same order. */
  Optional<PatientParts> known(String patient) {
    int next = last + 1 < inOrder.size() ? last + 1 : 0;
    if (next < inOrder.size() && inOrder.get(next).key.text().equals(patient)) {
      last = next;
      return Optional.of(inOrder.get(next));
    }
    return Optional.ofNullable(patients.get(patient));
  }

  /** Tells whether a row has named the patient. */
  boolean knows(String patient) {
    return patients.containsKey(patient);
  }

  /** Tells whether a patient is left out for what was reported of the patient. */
  boolean isRefused(String patient) {
    PatientParts known = patients.get(patient);
    return known != null && known.refused;
  }

  /** Tells whether a hip is left out for what was reported of it or of its patient. */
  boolean isRefused(String patient, Side side) {
    PatientParts known = patients.get(patient);
    return known != null && known.isRefused(side);
  }

  List<PatientParts> patients() {
    return inOrder;
  }

  /** Returns a hip of a patient, a new one where it was not met before. */
  HipParts hip(PatientParts patient, Side side, Part key) {
    return patient.hips.computeIfAbsent(side, first -> new HipParts(key, side));
  }

  void add(PatientParts patient, Meaning meaning, String several, Part part) {
    merge(patient.cells, meaning.column(), part, "patient", several);
  }

  /** Adds what holds for all hips of a patient. */
  void addToAll(PatientParts patient, Meaning meaning, String several, Part part) {
    add(patient.ofAllHips, meaning, several, part);
  }

  void add(HipParts hip, Meaning meaning, String several, Part part) {
    if (meaning.isRepeated()) {
      hip.times.computeIfAbsent(meaning.column(), column -> new ArrayList<>()).add(part);
    } else {
      add(hip.cells, meaning, several, part);
    }
  }

  private void add(Map<String, Part> cells, Meaning meaning, String several, Part part) {
    if (!meaning.name().equals("steinberg_stage") || part.isReported()) {
      merge(cells, meaning.column(), part, "hip", several);
      return;
    }
    List<String> stage = Vocabulary.steinberg(part.text()).orElseThrow();
    merge(cells, "steinberg_stage", part.withText(stage.get(0)), "hip", several);
    if (stage.size() > 1) {
      merge(cells, "steinberg_grade", part.withText(stage.get(1)), "hip", several);
    }
  }

  /** Adds a text to a record, or reports that it contradicts what another row says. */
  void merge(Map<String, Part> cells, String column, Part part, String what, String several) {
    Part earlier = cells.putIfAbsent(column, part);
    if (earlier == null || earlier.isReported() || isSame(earlier.text(), part.text())) {
      return;
    }
    if (part.isReported()) {
      cells.put(column, part);
    } else if (several.equals(FIRST) || several.equals(LAST)) {
      boolean isFirst = order(part.text(), earlier.text()) < 0;
      cells.put(column, isFirst == several.equals(FIRST) ? part : earlier);
    } else if (!several.isEmpty() && isSameRow(part, earlier)) {
      cells.put(column, part.withText(several));
    } else {
      cells.put(column, earlier.reported());
      problems.add(Problem.of(
          part.source(),
          part.line(),
          part.column(),
          "contradicts line " + earlier.line()
              + (earlier.source().equals(part.source()) ? "" : " of " + earlier.source())
              + " about the same " + what + "; equal values or an empty cell were expected"));
    }
  }

  private static boolean isSameRow(Part one, Part other) {
    return one.line() == other.line() && one.source().equals(other.source());
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || (isNumber(one) && isNumber(other) && order(one, other) == 0);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')
        && text.lastIndexOf('-') <= 0
        && text.indexOf('.') == text.lastIndexOf('.')
        && text.chars().anyMatch(Character::isDigit);
  }

  /** Dates are written so that their order is that of the texts. */
  private static int order(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigDecimal(one).compareTo(new BigDecimal(other))
        : one.compareTo(other);
  }

  /** Completes a patient and the hips, once all tables were read. */
  void finish(PatientParts patient) {
    for (HipParts hip : patient.hips.values()) {
      patient.ofAllHips.forEach((column, part) -> merge(hip.cells, column, part, "hip", ""));
      joinStages(hip);
      checkArthroplasty(hip);
      hip.cells.putIfAbsent("etiology", hip.key.withText("unknown"));
      hip.cells.putIfAbsent("steinberg_stage", hip.key.withText("unknown"));
      hip.times.forEach((column, parts) -> addTreatments(hip, column, parts));
    }
    Optional<LocalDate> index = patient.indexDate();
    if (patient.hips.size() > 1) {
      patient.hips.values().forEach(hip -> addIndexDay(hip, index));
    }
    patient.cells.putIfAbsent("sex", patient.key.withText("U"));
    addAge(patient, index);
    addDay(patient, "death", index);
    addDay(patient, "lost", index);
  }

  private static void addIndexDay(HipParts hip, Optional<LocalDate> first) {
    hip.indexDate()
        .filter(date -> date.isAfter(first.orElseThrow()))
        .ifPresent(date -> hip.cells.put(
            "index_day",
            Objects.requireNonNull(hip.cells.get(INDEX_DATE))
                .withText(days(first.orElseThrow(), date))));
  }

  private static void joinStages(HipParts hip) {
    boolean staged = false;
    for (String column : hip.cells.keySet()) {
      staged |= column.startsWith(Meaning.STAGE);
    }
    if (!staged) {
      return;
    }
    List<Part> stages = Stream.of(StageSystem.values())
        .flatMap(system -> Optional.ofNullable(hip.cells.remove(Meaning.STAGE + system.code()))
            .map(
                part -> part.isReported() ? part : part.withText(system.code() + ":" + part.text()))
            .stream())
        .toList();
    if (!stages.isEmpty()) {
      boolean reported = stages.stream().anyMatch(Part::isReported);
      Part first = stages.get(0);
      hip.cells.put(
          "recorded_stages",
          reported
              ? first.reported()
              : first.withText(String.join(" ", stages.stream().map(Part::text).toList())));
    }
  }

  private void checkArthroplasty(HipParts hip) {
    Optional<Part> said = Optional.ofNullable(hip.cells.remove("arthroplasty"));
    boolean dated =
        hip.cells.containsKey("arthroplasty_day") || hip.cells.containsKey("arthroplasty_date");
    if (said.isEmpty() || said.get().isReported() || said.get().text().equals("1") == dated) {
      return;
    }
    Part part = said.get();
    problems.add(Problem.of(
        part.source(),
        part.line(),
        part.column(),
        dated
            ? "says that the hip was not replaced, but an arthroplasty is dated; they must agree"
            : "says that the hip was replaced, but not when; a date of the arthroplasty was"
                + " expected"));
    hip.cells.put("arthroplasty_day", part.reported());
  }

  private static void addTreatments(HipParts hip, String column, List<Part> parts) {
    boolean injections = column.startsWith("injection");
    List<Part> times = parts.stream()
        .filter(part -> !part.isReported())
        .sorted(Comparator.comparing(Part::text, JoinedParts::order))
        .toList();
    String earlier = "";
    int number = 0;
    for (Part time : times) {
      if (!time.text().equals(earlier)) {
        earlier = time.text();
        number++;
        Map<String, Part> cells = new LinkedHashMap<>();
        cells.put(CohortFile.PATIENT, hip.key);
        cells.put(CohortFile.SIDE, Objects.requireNonNull(hip.cells.get(CohortFile.SIDE)));
        cells.put("procedure", time.withText(injections ? "injection" : "decompression"));
        cells.put(column.endsWith("_date") ? "date" : "day", time);
        if (injections) {
          cells.put("number", time.withText(Integer.toString(number)));
        }
        hip.treatments.add(cells);
      }
    }
  }

  private void addAge(PatientParts patient, Optional<LocalDate> index) {
    Optional<Part> date = Optional.ofNullable(patient.cells.remove("birth_date"));
    Optional<Part> year = Optional.ofNullable(patient.cells.remove("birth_year"));
    Optional<Part> born = date.or(() -> year);
    if (patient.cells.containsKey("age_years")) {
      return;
    }
    if (born.isEmpty()) {
      reportWithoutAge(patient);
      return;
    }
    Part part = born.get();
    if (part.isReported()) {
      patient.cells.put("age_years", part);
    } else if (index.isEmpty()) {
      reportWithoutIndex(patient, part);
      patient.cells.put("age_years", part.reported());
    } else {
      long years = date.isPresent()
          ? ChronoUnit.YEARS.between(part.date(), index.get())
          : index.get().getYear() - new BigDecimal(part.text()).intValue();
      patient.cells.put("age_years", part.withText(Long.toString(years)));
    }
  }

  /** Reports a patient of whom no row tells the age, at the first cell that could have. */
  private void reportWithoutAge(PatientParts patient) {
    Part place = patient.withoutAge.orElse(patient.key);
    problems.add(Problem.of(
        place.source(),
        place.line(),
        place.column(),
        patient.withoutAge.isPresent()
            ? "gives no age of the patient, nor does another row; an age, or a date or year of"
                + " birth, was expected"
            : "names a patient of whom no row gives the age; an age, or a date or year of birth,"
                + " was expected"));
    patient.cells.put("age_years", place.reported());
  }

  private void addDay(PatientParts patient, String event, Optional<LocalDate> index) {
    Optional<Part> date = Optional.ofNullable(patient.cells.remove(event + "_date"));
    if (date.isEmpty()) {
      return;
    }
    String column = event + "_day";
    Part part = date.get();
    if (part.isReported() || index.isEmpty()) {
      if (!part.isReported()) {
        reportWithoutIndex(patient, part);
      }
      patient.cells.put(column, part.reported());
    } else {
      merge(patient.cells, column, part.withText(days(index.get(), part.date())), "patient", "");
    }
  }

  /** Reports a date that cannot be counted, unless the date to count from was reported. */
  private void reportWithoutIndex(PatientParts patient, Part part) {
    if (!patient.isIndexReported()) {
      problems.add(Problem.of(
          part.source(),
          part.line(),
          part.column(),
          "can be read only if the date of the first treatment of the patient is known"));
    }
  }

  /** Counts the days from the first treatment of a patient, or reports that it is not known. */
  Optional<String> daysFromIndex(String patient, Part date) {
    if (date.isReported()) {
      return Optional.empty();
    }
    PatientParts known = Objects.requireNonNull(patients.get(patient));
    Optional<LocalDate> index = known.indexDate();
    if (index.isEmpty()) {
      reportWithoutIndex(known, date);
      return Optional.empty();
    }
    return Optional.of(days(index.get(), date.date()));
  }

  private static String days(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return Long.toString(Math.max(Math.min(days, 10 * (long) Timepoint.DAY.high()), -99_999));
  }

  /** A date is named only where a column tells it, which its own place does. */
  String label(String column) {
    return column.equals("date") ? "day" : column;
  }
}
