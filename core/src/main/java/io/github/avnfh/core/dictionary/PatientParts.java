package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.RecordParts.Layout;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patient and the hips, whose parts come from several rows, each part once or equal.
 *
 * <p>Days are counted from the first treatment of each hip, those of a patient from the first
 * treatment of any hip of the patient.
 */
final class PatientParts {
  private static final String INDEX_DATE = "index_date";
  private static final String STEINBERG_STAGE = "steinberg_stage";
  private static final String GRADES = "ABC";
  private static final String AGE = "age_years";
  private static final String[] STAGES = Stream.of(StageSystem.values())
      .map(system -> Meaning.STAGE + system.code())
      .toArray(String[]::new);

  private final Part key;
  private final Layouts layouts;
  private final Problems problems;
  private RecordParts cells;
  private final List<HipParts> hips = new ArrayList<>(1);
  private Optional<RecordParts> ofAllHips = Optional.empty();
  private Optional<Part> withoutAge = Optional.empty();
  private Optional<LocalDate> index = Optional.empty();
  private boolean isIndexReported;
  private boolean refused;
  private boolean hasUnreadSide;

  /** Starts a patient whom a row names. */
  PatientParts(Part key, Layouts layouts, Problems problems) {
    this.key = key;
    this.layouts = layouts;
    this.problems = problems;
    this.cells = new RecordParts(layouts.patient());
    cells.put(CohortFile.PATIENT, key);
  }

  /** The columns of a patient, a hip and a treatment. */
  record Layouts(Layout patient, Layout hip, Layout treatment) {}

  /** A hip of the patient. */
  static final class HipParts {
    private final Part key;
    private final Side side;
    private RecordParts cells;
    private Map<String, List<Part>> times = Map.of();
    private List<RecordParts> treatments = List.of();
    private boolean refused;

    private HipParts(Part key, Side side, Layout layout) {
      this.key = key;
      this.side = side;
      this.cells = new RecordParts(layout);
      cells.put(CohortFile.SIDE, key.withText(side.code()));
    }

    Part key() {
      return key;
    }

    RecordParts cells() {
      return cells;
    }

    private void addTime(String column, Part time) {
      if (times.isEmpty()) {
        times = new LinkedHashMap<>();
      }
      times.computeIfAbsent(column, first -> new ArrayList<>()).add(time);
    }

    /** Notes that the hip is left out for what was reported. */
    void refuse() {
      refused = true;
    }

    boolean isRefused() {
      return refused;
    }

    /** Returns the decompressions and injections as rows of the cohort's file. */
    List<RecordParts> treatments() {
      return treatments;
    }

    Optional<LocalDate> indexDate() {
      return cells.find(INDEX_DATE).filter(part -> !part.isReported()).map(Part::date);
    }
  }

  Part key() {
    return key;
  }

  RecordParts cells() {
    return cells;
  }

  /** Returns the hips, the left one first. */
  List<HipParts> hips() {
    return hips;
  }

  /** Returns the hip of a side, if a row gave something of it. */
  Optional<HipParts> hip(Side side) {
    for (HipParts hip : hips) {
      if (hip.side == side) {
        return Optional.of(hip);
      }
    }
    return Optional.empty();
  }

  /** Returns the hip of a side, a new one where it was not met before. */
  HipParts hip(Side side, Part row) {
    Optional<HipParts> known = hip(side);
    if (known.isPresent()) {
      return known.get();
    }
    HipParts hip = new HipParts(row, side, layouts.hip());
    hips.add(side == Side.LEFT ? 0 : hips.size(), hip);
    return hip;
  }

  /** Adds what is known of the patient. */
  void add(Meaning meaning, String several, Part part) {
    cells.merge(meaning.column(), part, several, problems);
  }

  /** Adds what holds for all hips of the patient. */
  void addToAll(Meaning meaning, String several, Part part) {
    if (ofAllHips.isEmpty()) {
      ofAllHips = Optional.of(new RecordParts(layouts.hip()));
    }
    add(ofAllHips.get(), meaning, several, part);
  }

  /** Adds what is known of a hip. */
  void add(HipParts hip, Meaning meaning, String several, Part part) {
    if (meaning.isRepeated()) {
      hip.addTime(meaning.column(), part);
    } else {
      add(hip.cells, meaning, several, part);
    }
  }

  /** The letter of a grade may follow a Steinberg stage, as in IIB. */
  private void add(RecordParts hip, Meaning meaning, String several, Part part) {
    if (!meaning.name().equals(STEINBERG_STAGE) || part.isReported()) {
      hip.merge(meaning.column(), part, several, problems);
      return;
    }
    String stage = part.text();
    int last = stage.length() - 1;
    boolean isGraded = GRADES.indexOf(stage.charAt(last)) >= 0;
    hip.merge(
        STEINBERG_STAGE,
        isGraded ? part.withText(stage.substring(0, last)) : part,
        several,
        problems);
    if (isGraded) {
      hip.merge("steinberg_grade", part.withText(stage.substring(last)), several, problems);
    }
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
    for (HipParts hip : hips) {
      if (hip.side == side) {
        return refused || hip.refused;
      }
    }
    return refused || hasUnreadSide;
  }

  /** Finds the date of the first treatment of any hip. */
  private Optional<LocalDate> indexDate() {
    Optional<LocalDate> first = Optional.empty();
    for (HipParts hip : hips) {
      Optional<LocalDate> date = hip.indexDate();
      boolean isEarlier = date.isPresent() && (first.isEmpty() || date.get().isBefore(first.get()));
      first = isEarlier ? date : first;
    }
    return first;
  }

  /** Completes the patient and the hips, once all tables were read. */
  void finish() {
    for (HipParts hip : hips) {
      if (ofAllHips.isPresent()) {
        hip.cells.mergeAll(ofAllHips.get(), problems);
      }
      joinStages(hip.cells);
      checkArthroplasty(hip.cells);
      hip.cells.putIfAbsent("etiology", hip.key.withText("unknown"));
      hip.cells.putIfAbsent(STEINBERG_STAGE, hip.key.withText("unknown"));
      hip.times.forEach((column, times) -> addTreatments(hip, column, times));
    }
    index = indexDate();
    isIndexReported = hasUnreadSide;
    for (HipParts hip : hips) {
      Optional<Part> date = hip.cells.find(INDEX_DATE);
      isIndexReported |= date.isPresent() && date.get().isReported();
    }
    if (hips.size() > 1) {
      hips.forEach(this::addIndexDay);
    }
    cells.putIfAbsent("sex", key.withText("U"));
    addAge();
    addDay("death_date", "death_day");
    addDay("lost_date", "lost_day");
  }

  /** Forgets the parts once they were taken; later rows need the date of the treatment only. */
  void release() {
    cells = RecordParts.NONE;
    ofAllHips = Optional.empty();
    for (HipParts hip : hips) {
      hip.cells = RecordParts.NONE;
      hip.times = Map.of();
      hip.treatments = List.of();
    }
  }

  private void addIndexDay(HipParts hip) {
    Optional<LocalDate> own = hip.indexDate();
    if (own.isPresent() && own.get().isAfter(index.orElseThrow())) {
      Part date = hip.cells.find(INDEX_DATE).orElseThrow();
      hip.cells.put("index_day", date.withText(days(index.get(), own.get())));
    }
  }

  /** Joins the stages of several systems into one text. */
  private static void joinStages(RecordParts hip) {
    List<Part> stages = List.of();
    for (String column : STAGES) {
      Optional<Part> stage = hip.remove(column);
      if (stage.isPresent()) {
        String system = column.substring(Meaning.STAGE.length());
        Part named = stage.get().withText(system + ":" + stage.get().text());
        stages = Stream.concat(stages.stream(), Stream.of(named)).toList();
      }
    }
    if (!stages.isEmpty()) {
      boolean reported = stages.stream().anyMatch(Part::isReported);
      Part first = stages.get(0);
      hip.put(
          "recorded_stages",
          reported
              ? first.reported()
              : first.withText(String.join(" ", stages.stream().map(Part::text).toList())));
    }
  }

  private void checkArthroplasty(RecordParts hip) {
    Optional<Part> said = hip.remove("arthroplasty");
    if (said.isEmpty() || said.get().isReported()) {
      return;
    }
    boolean dated = hip.has("arthroplasty_day") || hip.has("arthroplasty_date");
    Part part = said.get();
    if (part.text().equals("1") != dated) {
      report(
          part,
          dated
              ? "says that the hip was not replaced, but an arthroplasty is dated; they must agree"
              : "says that the hip was replaced, but not when; a date of the arthroplasty was"
                  + " expected");
      hip.put("arthroplasty_day", part.reported());
    }
  }

  private void addTreatments(HipParts hip, String column, List<Part> parts) {
    boolean injections = column.startsWith("injection");
    List<Part> times = parts.stream()
        .filter(part -> !part.isReported())
        .sorted(Comparator.comparing(Part::text, RecordParts::order))
        .toList();
    List<RecordParts> treatments = new ArrayList<>(hip.treatments);
    String earlier = "";
    int number = 0;
    for (Part time : times) {
      if (!time.text().equals(earlier)) {
        earlier = time.text();
        number++;
        RecordParts treatment = new RecordParts(layouts.treatment());
        treatment.put(CohortFile.SIDE, hip.cells.find(CohortFile.SIDE).orElseThrow());
        treatment.put("procedure", time.withText(injections ? "injection" : "decompression"));
        treatment.put(column.endsWith("_date") ? "date" : "day", time);
        if (injections) {
          treatment.put("number", time.withText(Integer.toString(number)));
        }
        treatments.add(treatment);
      }
    }
    hip.treatments = treatments;
  }

  private void addAge() {
    Optional<Part> date = cells.remove("birth_date");
    Optional<Part> year = cells.remove("birth_year");
    Optional<Part> born = date.isPresent() ? date : year;
    if (cells.has(AGE)) {
      return;
    }
    if (born.isEmpty()) {
      reportWithoutAge();
      return;
    }
    Part part = born.get();
    if (part.isReported()) {
      cells.put(AGE, part);
    } else if (index.isEmpty()) {
      reportWithoutIndex(part);
      cells.put(AGE, part.reported());
    } else {
      long years = date.isPresent()
          ? ChronoUnit.YEARS.between(part.date(), index.get())
          : index.get().getYear() - new BigDecimal(part.text()).intValue();
      cells.put(AGE, part.withText(Long.toString(years)));
    }
  }

  /** Reports a patient of whom no row tells the age, at the first cell that could have. */
  private void reportWithoutAge() {
    Part place = withoutAge.orElse(key);
    report(
        place,
        withoutAge.isPresent()
            ? "gives no age of the patient, nor does another row; an age, or a date or year of"
                + " birth, was expected"
            : "names a patient of whom no row gives the age; an age, or a date or year of birth,"
                + " was expected");
    cells.put(AGE, place.reported());
  }

  private void addDay(String dates, String days) {
    Optional<Part> date = cells.remove(dates);
    if (date.isEmpty()) {
      return;
    }
    Part part = date.get();
    if (part.isReported() || index.isEmpty()) {
      reportWithoutIndex(part);
      cells.put(days, part.reported());
    } else {
      cells.merge(days, part.withText(days(index.get(), part.date())), "", problems);
    }
  }

  /** Counts the days from the first treatment, or reports that it is not known. */
  Optional<String> daysFromIndex(Part date) {
    if (date.isReported() || index.isEmpty()) {
      reportWithoutIndex(date);
      return Optional.empty();
    }
    return Optional.of(days(index.get(), date.date()));
  }

  /** Reports a date that cannot be counted, unless it or the date to count from was reported. */
  private void reportWithoutIndex(Part date) {
    if (!date.isReported() && !isIndexReported) {
      report(date, "can be read only if the date of the first treatment of the patient is known");
    }
  }

  private void report(Part part, String message) {
    problems.add(Problem.of(part.source(), part.line(), part.column(), message));
  }

  private static String days(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return Long.toString(Math.max(Math.min(days, 10 * (long) Timepoint.DAY.high()), -99_999));
  }
}
