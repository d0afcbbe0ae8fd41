package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.internal.Quoted;
import io.github.avnfh.core.study.protocol.EligibilityCriterion.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a protocol from CSV, a row per item.
 *
 * <p>Columns {@code item} and {@code name} are required; {@code from}, {@code to} and {@code note}
 * may be there. An item is one of
 *
 * <ul>
 *   <li>{@code protocol}: the name of the protocol, once;
 *   <li>{@code include}, {@code exclude}: what a patient or a hip must be, or must not be: a range
 *       with its ends, both included ({@code age_years, platelets_per_uL,
 *       conservative_therapy_months, steinberg_stage}), or something that is so
 *       ({@code able_to_attend, willing, persistent_complaint, prior_surgery, local_infection,
 *       systemic_infection, severe_coagulopathy, active_malignancy, pregnant});
 *   <li>{@code visit}: a planned moment such as {@code M6}, with the first and the last day of its
 *       window; without days every visit has the window that {@link VisitSchedule#halfway(List)}
 *       gives;
 *   <li>{@code instrument}, {@code images}, {@code modality}: the code of an instrument that is
 *       asked at every visit, a visit with images, and a kind of images that will do;
 *   <li>{@code injection}: the visit of a planned injection, with the days of its window; the note
 *       says {@code by decision} where it is not given to all, and {@code with decompression};
 *   <li>{@code horizon}: the months after which survival and progression are told.
 * </ul>
 *
 * <pre>{@code
 * String table = """
 *     item,name,from,to
 *     protocol,mine,,
 *     include,age_years,18,60
 *     include,steinberg_stage,I,II
 *     exclude,pregnant,,
 *     visit,BL,,
 *     visit,M12,,
 *     instrument,hhs,,
 *     """;
 * InputStream file = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
 * Problems problems = new Problems();
 * CsvInput input = CsvInput.of("protocol.csv", file, CsvFormat.withDefaults());
 * Protocol mine =
 *     ProtocolReader.read(input, List.of(Instruments.HARRIS_HIP_SCORE), problems).orElseThrow();
 * mine.criteria().size();                          // 3
 * mine.criteria().get(0).rule().statement();       // Age at enrollment [years] lies in 18 to 60
 * mine.visits().visitOn(300).orElseThrow().dueDay(); // 365
 * }</pre>
 */
public final class ProtocolReader {
  private static final String ITEM = "item";
  private static final String NAME = "name";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String NOTE = "note";
  private static final String DESCENDS = "lies below from; a range that ascends was expected";
  private static final int MOST_MONTHS = 1200;

  private static final Map<String, Function<Patient, Optional<Boolean>>> OF_PATIENTS = Map.of(
      "able_to_attend", patient -> patient.screening().ableToAttend(),
      "willing", patient -> patient.screening().willing(),
      "systemic_infection", patient -> patient.screening().systemicInfection(),
      "severe_coagulopathy", patient -> patient.screening().severeCoagulopathy(),
      "active_malignancy", patient -> patient.screening().activeMalignancy(),
      "pregnant", StudyCriteria::pregnant);
  private static final Map<String, Function<Hip, Optional<Boolean>>> OF_HIPS = Map.of(
      "persistent_complaint", Hip::persistentComplaint,
      "prior_surgery", Hip::priorSurgery,
      "local_infection", Hip::localInfection);
  private static final Map<String, Measured<Patient>> NUMBERS_OF_PATIENTS = Map.of(
      "age_years",
      new Measured<>(Patient.AGE, patient -> OptionalDouble.of(patient.ageYears())),
      "platelets_per_uL",
      new Measured<>(Patient.PLATELETS, Patient::plateletsPerMicroliter));
  private static final Map<String, Measured<Hip>> NUMBERS_OF_HIPS = Map.of(
      "conservative_therapy_months",
      new Measured<>(Hip.CONSERVATIVE_THERAPY, Hip::conservativeTherapyMonths));
  private static final String STAGE = "steinberg_stage";

  /** A number that a criterion may bound. */
  private record Measured<T>(Quantity quantity, Function<T, OptionalDouble> value) {
    String title() {
      return quantity.name() + " [" + quantity.unit() + "]";
    }
  }

  /** A range that holds both of its ends, of which one may be open. */
  private record Range(OptionalDouble from, OptionalDouble to) {
    Optional<Boolean> holds(OptionalDouble value) {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(value.getAsDouble() >= from.orElse(Double.NEGATIVE_INFINITY)
              && value.getAsDouble() <= to.orElse(Double.POSITIVE_INFINITY));
    }
  }

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final Protocol.Builder protocol = Protocol.builder();
  private final List<PlannedVisit> windows = new ArrayList<>();
  private final List<Timepoint> visits = new ArrayList<>();
  private int injections;
  private final Set<Item> taken = EnumSet.noneOf(Item.class);

  private ProtocolReader(List<Instrument> instruments) {
    instruments.forEach(instrument -> this.instruments.put(instrument.code(), instrument));
  }

  /** What a row of the file says. */
  private enum Item implements Coded {
    PROTOCOL,
    INCLUDE,
    EXCLUDE,
    VISIT,
    INSTRUMENT,
    IMAGES,
    MODALITY,
    INJECTION,
    HORIZON;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a protocol.
   *
   * @param input the table
   * @param instruments the instruments that the protocol may name by their codes
   * @param problems takes what is wrong with it, by line and column
   * @return the protocol, or nothing if anything is wrong with it
   */
  public static Optional<Protocol> read(
      CsvInput input, List<Instrument> instruments, Problems problems) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(instruments, "instruments");
    instruments.forEach(instrument -> Objects.requireNonNull(instrument, "instrument"));
    Objects.requireNonNull(problems, "problems");
    CsvInput table = input.withRequired(List.of(ITEM, NAME)).withOptional(List.of(FROM, TO, NOTE));
    ProtocolReader reader = new ProtocolReader(instruments);
    CsvRow[] last = new CsvRow[1];
    long rows = table.forEachRow(problems, row -> {
      last[0] = row;
      reader.take(row);
    });
    if (rows == 0 && problems.isEmpty()) {
      table.reportNoRows(problems);
    }
    return problems.isEmpty() && rows > 0 ? reader.build(last[0]) : Optional.empty();
  }

  private void take(CsvRow row) {
    Optional<Item> item =
        row.required(ITEM, text -> Coded.parse(Item.values(), text, "an item of a protocol"));
    Optional<String> name = row.required(NAME, text -> text);
    if (item.isEmpty() || name.isEmpty()) {
      return;
    }
    try {
      take(item.get(), name.get(), row);
    } catch (IllegalArgumentException e) {
      row.report(NAME, String.valueOf(e.getMessage()));
    }
  }

  private void take(Item item, String name, CsvRow row) {
    switch (item) {
      case PROTOCOL -> once(item, row, () -> protocol.name(name));
      case INCLUDE -> criterion(Kind.INCLUSION, name, row).ifPresent(protocol::addCriteria);
      case EXCLUDE -> criterion(Kind.EXCLUSION, name, row).ifPresent(protocol::addCriteria);
      case VISIT -> visit(Timepoint.parse(name), row);
      case INSTRUMENT -> protocol.addInstruments(instrument(name));
      case IMAGES -> protocol.addImaging(Timepoint.parse(name));
      case MODALITY -> protocol.addModalities(Modality.parse(name));
      case INJECTION -> injection(Timepoint.parse(name), row);
      case HORIZON -> {
        int months = horizon(name);
        once(item, row, () -> protocol.horizonMonths(months));
      }
    }
  }

  /** Takes what a protocol has one of. */
  private void once(Item item, CsvRow row, Runnable taking) {
    if (taken.add(item)) {
      taking.run();
    } else {
      row.report(NAME, "names a second " + item.code() + "; one was expected");
    }
  }

  private Instrument instrument(String code) {
    return Optional.ofNullable(instruments.get(code))
        .orElseThrow(() -> new IllegalArgumentException(Quoted.of(code)
            + " is not an instrument; one of " + String.join(", ", instruments.keySet())
            + " was expected"));
  }

  private static int horizon(String text) {
    int months = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "horizon [months] must lie in 1.." + MOST_MONTHS + ", but was " + Quoted.of(text));
    }
    return months;
  }

  private void visit(Timepoint timepoint, CsvRow row) {
    visits.add(timepoint);
    window(row).ifPresent(window -> windows.add(PlannedVisit.of(timepoint, window)));
  }

  private static Optional<DayWindow> window(CsvRow row) {
    OptionalInt from = row.wholeNumber(FROM, Timepoint.DAY);
    OptionalInt to = row.wholeNumber(TO, Timepoint.DAY);
    if (from.isPresent() != to.isPresent()) {
      row.report(
          from.isPresent() ? TO : FROM, "is empty; both days of a window or none were expected");
    }
    return from.isPresent() && to.isPresent()
        ? Optional.of(DayWindow.of(from.getAsInt(), to.getAsInt()))
        : Optional.empty();
  }

  private void injection(Timepoint timepoint, CsvRow row) {
    String note = row.text(NOTE).orElse("");
    int due = timepoint
        .nominalDay()
        .orElseThrow(() -> new IllegalArgumentException(
            "planned injection [visit] must have a number of months, but was unscheduled"));
    injections++;
    protocol.addInjections(PlannedInjection.builder()
        .number(injections)
        .timepoint(timepoint)
        .window(window(row).orElseGet(() -> DayWindow.of(due, due)))
        .condition(
            note.contains("by decision")
                ? PlannedInjection.Condition.BY_DECISION
                : PlannedInjection.Condition.ALWAYS)
        .withDecompression(note.contains("with decompression"))
        .build());
  }

  private static Optional<EligibilityCriterion> criterion(Kind kind, String name, CsvRow row) {
    boolean inclusion = kind == Kind.INCLUSION;
    if (OF_PATIENTS.containsKey(name) || OF_HIPS.containsKey(name)) {
      refuseRange(row);
      Rule rule = rule(kind, name, name.replace('_', ' ') + (inclusion ? " is so" : " is not so"));
      return Optional.of(
          OF_PATIENTS.containsKey(name)
              ? EligibilityCriterion.ofPatients(
                  kind,
                  rule,
                  (patient, cohort) -> answer(
                      inclusion, Objects.requireNonNull(OF_PATIENTS.get(name)).apply(patient)))
              : EligibilityCriterion.ofHips(
                  kind,
                  rule,
                  (hip, cohort) -> answer(
                      inclusion, Objects.requireNonNull(OF_HIPS.get(name)).apply(hip))));
    }
    if (NUMBERS_OF_PATIENTS.containsKey(name)) {
      Measured<Patient> number = Objects.requireNonNull(NUMBERS_OF_PATIENTS.get(name));
      return range(number.quantity(), row)
          .map(range -> EligibilityCriterion.ofPatients(
              kind,
              rangeRule(kind, name, number.title(), row),
              (patient, cohort) -> answer(inclusion, range.holds(number.value().apply(patient)))));
    }
    if (NUMBERS_OF_HIPS.containsKey(name)) {
      Measured<Hip> number = Objects.requireNonNull(NUMBERS_OF_HIPS.get(name));
      return range(number.quantity(), row)
          .map(range -> EligibilityCriterion.ofHips(
              kind,
              rangeRule(kind, name, number.title(), row),
              (hip, cohort) -> answer(inclusion, range.holds(number.value().apply(hip)))));
    }
    if (name.equals(STAGE)) {
      return stages(kind, row);
    }
    throw new IllegalArgumentException(Quoted.of(name) + " is not a criterion; one of "
        + String.join(", ", names()) + " was expected");
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.of(OF_PATIENTS, OF_HIPS, NUMBERS_OF_PATIENTS, NUMBERS_OF_HIPS)
                .flatMap(map -> map.keySet().stream()),
            Stream.of(STAGE))
        .sorted()
        .toList();
  }

  private static Answer answer(boolean inclusion, Optional<Boolean> recorded) {
    return inclusion ? Answer.demanding(recorded) : Answer.forbidding(recorded);
  }

  private static void refuseRange(CsvRow row) {
    for (String end : List.of(FROM, TO)) {
      if (!row.isEmpty(end)) {
        row.report(
            end, "has no place with a criterion that is so or not; an empty cell was expected");
      }
    }
  }

  private static Rule rule(Kind kind, String name, String statement) {
    String id =
        (kind == Kind.INCLUSION ? "IN-" : "EX-") + name.toUpperCase(Locale.ROOT).replace('_', '-');
    return Rule.of(
        id,
        "1.0",
        statement.substring(0, 1).toUpperCase(Locale.ROOT) + statement.substring(1),
        Sources.ANALYST);
  }

  private static Optional<Range> range(Quantity quantity, CsvRow row) {
    OptionalDouble from = row.number(FROM, quantity);
    OptionalDouble to = row.number(TO, quantity);
    if (from.orElse(0) > to.orElse(Double.POSITIVE_INFINITY)) {
      row.report(TO, DESCENDS);
    }
    return hasEnd(row) ? Optional.of(new Range(from, to)) : Optional.empty();
  }

  private static boolean hasEnd(CsvRow row) {
    boolean open = row.isEmpty(FROM) && row.isEmpty(TO);
    if (open) {
      row.report(FROM, "is empty, and so is to; at least one end of the range was expected");
    }
    return !open;
  }

  private static Rule rangeRule(Kind kind, String name, String title, CsvRow row) {
    return rule(
        kind,
        name,
        title + (kind == Kind.INCLUSION ? " lies in " : " does not lie in ") + words(row));
  }

  private static String words(CsvRow row) {
    Optional<String> from = row.text(FROM);
    Optional<String> to = row.text(TO);
    if (to.isEmpty()) {
      return from.orElseThrow() + " or more";
    }
    return from.isEmpty() ? to.get() + " or less" : from.get() + " to " + to.get();
  }

  private static Optional<EligibilityCriterion> stages(Kind kind, CsvRow row) {
    SteinbergStage from = row.optional(FROM, SteinbergStage::parse).orElse(SteinbergStage.STAGE_0);
    SteinbergStage to = row.optional(TO, SteinbergStage::parse).orElse(SteinbergStage.STAGE_VI);
    if (!hasEnd(row)) {
      return Optional.empty();
    }
    if (from.compareTo(to) > 0) {
      row.report(TO, DESCENDS);
    }
    Rule rule = rangeRule(kind, STAGE, "Steinberg stage", row);
    return Optional.of(EligibilityCriterion.ofHips(kind, rule, (hip, cohort) -> {
      SteinbergStage stage = hip.baselineStage();
      return answer(
          kind == Kind.INCLUSION,
          Optional.of(stage)
              .filter(SteinbergStage::isKnown)
              .map(known -> known.compareTo(from) >= 0 && known.compareTo(to) <= 0));
    }));
  }

  private Optional<Protocol> build(CsvRow last) {
    try {
      if (!taken.contains(Item.PROTOCOL) || visits.isEmpty()) {
        throw new IllegalArgumentException(
            "protocol [items] must have a name and one visit or more, but has "
                + (taken.contains(Item.PROTOCOL) ? "no visit" : "no name"));
      }
      if (!windows.isEmpty() && windows.size() < visits.size()) {
        throw new IllegalArgumentException("visits of a protocol [windows] must all have one, or"
            + " none, but " + windows.size() + " of " + visits.size() + " have one");
      }
      VisitSchedule schedule = windows.isEmpty()
          ? VisitSchedule.halfway(visits)
          : VisitSchedule.of("the file of the protocol", windows);
      return Optional.of(protocol
          .source(Sources.ANALYST)
          .visits(schedule)
          .processing(Processing.builder().build())
          .build());
    } catch (IllegalArgumentException e) {
      last.report(NAME, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
