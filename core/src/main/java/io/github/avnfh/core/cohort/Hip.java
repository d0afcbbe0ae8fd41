package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.internal.ListStyle;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A hip with its history: the cause, the stage at enrollment, treatments, visits, images, and
 * whether it was replaced.
 *
 * <p>Nothing but the stage prints.
 *
 * <pre>{@code
 * Hip hip = Hip.builder()
 *     .id(HipId.of(PatientId.of("P01"), Side.LEFT))
 *     .etiology(Etiology.CORTICOSTEROID)
 *     .baselineStage(SteinbergStage.STAGE_II)
 *     .baselineGrade(SteinbergGrade.B)
 *     .addDecompressions(CoreDecompression.builder().day(0).build())
 *     .lastSeenDay(731)
 *     .build();
 * hip.lastKnownDay(); // 731
 * hip.toString();     // Hip{baselineStage=STAGE_II, baselineGrade=B}
 * }</pre>
 */
@ListStyle
@Value.Immutable
public sealed interface Hip extends WithHip permits ImmutableHip {
  /** Duration of conservative therapy before enrollment, in months. */
  Quantity CONSERVATIVE_THERAPY = Quantity.of("conservative therapy", "months", 0, 600);

  /** Day of the first treatment of the hip, in days from that of the patient. */
  Quantity FIRST_TREATMENT = Quantity.of(
      "first treatment of a hip", "days from that of the patient", 0, Timepoint.DAY.high());

  /**
   * Returns which hip of which patient this is.
   *
   * @return the identifier
   */
  @Value.Parameter
  @Value.Redacted
  HipId id();

  /**
   * Returns the cause of the necrosis.
   *
   * @return the etiology
   */
  @Value.Parameter
  @Value.Redacted
  Etiology etiology();

  /**
   * Returns the Steinberg stage at enrollment as the study recorded it.
   *
   * @return the stage
   */
  @Value.Parameter
  SteinbergStage baselineStage();

  /**
   * Returns the stages at enrollment that were recorded in other systems than Steinberg's.
   *
   * @return the stages in the order of their systems, at most one of each system
   */
  @Value.Parameter
  @Value.Redacted
  List<RecordedStage> recordedStages();

  /**
   * Returns the day of the first treatment of this hip, counted from the first treatment of the
   * patient: 0 unless the hips of a patient were treated at different times. All other days of a
   * hip are counted from the first treatment of the hip itself.
   *
   * @return whole days, 0 or more
   */
  @Value.Default
  @Value.Parameter
  @Value.Redacted
  default int indexDay() {
    return 0;
  }

  /**
   * Returns the Steinberg grade at enrollment, if it was recorded.
   *
   * @return the grade
   */
  @Value.Parameter
  Optional<SteinbergGrade> baselineGrade();

  /**
   * Returns whether the hip had been operated on before, if that was recorded.
   *
   * @return true after earlier surgery on the same hip
   */
  @Value.Parameter
  @Value.Redacted
  Optional<Boolean> priorSurgery();

  /**
   * Returns whether the hip was infected at enrollment, if that was looked for.
   *
   * @return true with an infection of the hip
   */
  @Value.Parameter
  @Value.Redacted
  Optional<Boolean> localInfection();

  /**
   * Returns whether pain or limitation of the hip persisted at enrollment despite conservative
   * therapy, if that was asked.
   *
   * @return true if it persisted
   */
  @Value.Parameter
  @Value.Redacted
  Optional<Boolean> persistentComplaint();

  /**
   * Returns how long the hip had been treated conservatively before enrollment, if that was asked.
   *
   * @return the duration in months
   */
  @Value.Parameter
  @Value.Redacted
  OptionalDouble conservativeTherapyMonths();

  /**
   * Returns the core decompressions, in the order of their days.
   *
   * @return the operations, at most one a day
   */
  @Value.Parameter
  @Value.Redacted
  List<CoreDecompression> decompressions();

  /**
   * Returns the injections, in the order of their numbers.
   *
   * @return the injections, each number once
   */
  @Value.Parameter
  @Value.Redacted
  List<Injection> injections();

  /**
   * Returns the visits, in the order of their days and then of their timepoints.
   *
   * @return the visits
   */
  @Value.Parameter
  @Value.Redacted
  List<Visit> visits();

  /**
   * Returns the readings of images, in the order of their days, timepoints, modalities and readers.
   *
   * @return the readings
   */
  @Value.Parameter
  @Value.Redacted
  List<ImageReading> imageReadings();

  /**
   * Returns the replacement of the hip, if there was one.
   *
   * @return the arthroplasty
   */
  @Value.Parameter
  @Value.Redacted
  Optional<Arthroplasty> arthroplasty();

  /**
   * Returns the day on which the hip was last known to be in place or replaced, if it was recorded.
   *
   * @return whole days from the first treatment
   */
  @Value.Parameter
  @Value.Redacted
  Optional<Integer> lastSeenDay();

  /**
   * Returns the stage at enrollment in a system, if it was recorded.
   *
   * @param system a staging system
   * @return the stage
   */
  default Optional<RecordedStage> recordedStage(StageSystem system) {
    Objects.requireNonNull(system, "system");
    return recordedStages().stream().filter(stage -> stage.system() == system).findFirst();
  }

  /**
   * Tells whether the hip had been replaced before a day.
   *
   * @param day whole days from the first treatment
   * @return true from the day after the arthroplasty on, false on the day of the arthroplasty
   *     itself
   */
  default boolean isReplacedBefore(int day) {
    return arthroplasty().isPresent() && arthroplasty().get().day() < day;
  }

  /**
   * Returns the readings of images of the hip itself, taken up to the day of its arthroplasty.
   *
   * @return the readings in their order
   */
  default List<ImageReading> ownImageReadings() {
    return imageReadings().stream()
        .filter(images -> !isReplacedBefore(images.day()))
        .toList();
  }

  /**
   * Returns the visit of a timepoint, if there is one.
   *
   * @param timepoint the planned moment
   * @return the first visit of that timepoint
   */
  default Optional<Visit> visit(Timepoint timepoint) {
    return visits().stream()
        .filter(visit -> visit.timepoint().equals(timepoint))
        .findFirst();
  }

  /**
   * Returns the last day of which anything is known: the last seen day, a visit that took place, an
   * image, a treatment, or the arthroplasty, whichever comes last.
   *
   * @return whole days from the first treatment, at least 0
   */
  default int lastKnownDay() {
    return Stream.of(
            visits().stream().filter(visit -> visit.status().tookPlace()).map(Visit::day),
            imageReadings().stream().map(ImageReading::day),
            decompressions().stream().map(CoreDecompression::day),
            injections().stream().map(Injection::day),
            arthroplasty().stream().map(Arthroplasty::day),
            lastSeenDay().stream())
        .flatMap(days -> days)
        .reduce(0, Math::max);
  }

  /**
   * Refuses a last seen day or a duration outside its range, two visits of one planned moment or
   * two unscheduled ones on one day, two readings of one moment by one reader on one kind of
   * images, two decompressions on one day, and two injections of one number.
   *
   * @return this hip, with its history in order
   * @throws IllegalArgumentException if the hip contradicts itself
   */
  @Value.Check
  default Hip check() {
    lastSeenDay().ifPresent(day -> Timepoint.DAY.check(day));
    CONSERVATIVE_THERAPY.check(conservativeTherapyMonths());
    if (indexDay() < 0 || !Timepoint.DAY.allows(indexDay())) {
      throw new IllegalArgumentException(
          "first treatment of a hip [days from that of the patient] must lie in 0.."
              + (int) Timepoint.DAY.high() + ", but was " + indexDay());
    }
    HipHistory.check(this);
    return HipHistory.inOrder(this);
  }

  /**
   * Returns a hip that was enrolled, replaced and last seen like this one, with a history of its
   * own.
   *
   * @param decompressions the core decompressions
   * @param injections the injections
   * @param visits the visits
   * @param examinations the readings of images
   * @return the hip, with its history in order
   * @throws IllegalArgumentException if the hip contradicts itself
   */
  default Hip withHistory(
      List<CoreDecompression> decompressions,
      List<Injection> injections,
      List<Visit> visits,
      List<ImageReading> examinations) {
    return ImmutableHip.of(
        id(),
        etiology(),
        baselineStage(),
        recordedStages().size() < 2
            ? recordedStages()
            : recordedStages().stream().sorted().toList(),
        indexDay(),
        baselineGrade(),
        priorSurgery(),
        localInfection(),
        persistentComplaint(),
        CONSERVATIVE_THERAPY.check(conservativeTherapyMonths()),
        decompressions,
        injections,
        visits,
        examinations,
        arthroplasty(),
        lastSeenDay());
  }

  /**
   * Returns the names of the columns in which a table holds hips, without their history.
   *
   * @return all columns, of which the first four, the patient, side, etiology and Steinberg stage,
   *     are required
   */
  static List<String> columns() {
    return Builder.Cells.CODES.columns();
  }

  /**
   * Makes a hip of a map by the names of the columns: who it is, what was found at enrollment, and
   * how it ended. Visits, images and treatments are rows of their own, see
   * {@link #withHistory(List, List, List, List)}.
   *
   * <pre>{@code
   * Hip made = Hip.ofCodes(Map.of(
   *     "patient_id", "P01", "side", "L", "etiology", "idiopathic", "steinberg_stage", "II",
   *     "arthroplasty_day", 400));
   * made.arthroplasty().map(Arthroplasty::day); // Optional[400]
   * }</pre>
   *
   * @param codes by {@link #columns()}, each as {@link Codes} allows
   * @return the hip
   * @throws IllegalArgumentException if a code is unknown, one that is required is missing, what
   *     stands under one is refused, or the hip contradicts itself
   */
  static Hip ofCodes(Map<String, ? extends @Nullable Object> codes) {
    Objects.requireNonNull(codes, "codes");
    Object patient = codes.get("patient_id");
    return Builder.Cells.CODES
        .withWithheld(text -> patient != null && text.equals(patient.toString().strip()))
        .read(codes, Builder.Cells::hip);
  }

  /**
   * Returns the hip as texts by the names of the columns, the patient's identifier included and the
   * history left out.
   *
   * @return what is known, in the order of the columns; {@link #ofCodes(Map)} makes of it a hip
   *     that is equal but for visits, images and treatments
   */
  default Map<String, String> codes() {
    return Builder.Cells.CODES.texts(Builder.Cells.of(this));
  }

  /**
   * Starts a hip.
   *
   * @return a builder; id, etiology and baseline stage are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds hips. */
  final class Builder extends ImmutableHip.Builder {
    Builder() {}

    /**
     * Takes what a row of a table tells of how a hip was at enrollment, apart from which hip it is,
     * its etiology, its Steinberg stage and its days.
     *
     * @param row a row with columns of {@link Hip#columns()}, which is unsound afterwards if
     *     something could not be read
     * @return this builder
     */
    public Builder read(CsvRow row) {
      Objects.requireNonNull(row, "row");
      return baselineGrade(row.optional("steinberg_grade", SteinbergGrade::parse))
          .priorSurgery(row.flag("prior_surgery"))
          .localInfection(row.flag("local_infection"))
          .persistentComplaint(row.flag("persistent_complaint"))
          .conservativeTherapyMonths(
              row.number("conservative_therapy_months", CONSERVATIVE_THERAPY))
          .addAllRecordedStages(row.optional("recorded_stages", Cells::stages).orElse(List.of()));
    }

    /** How a table holds hips. */
    private static final class Cells {
      private static final Codes CODES = Codes.of(
          "hip",
          List.of(
              "patient_id",
              "side",
              "etiology",
              "steinberg_stage",
              "steinberg_grade",
              "prior_surgery",
              "arthroplasty_day",
              "last_seen_day",
              "local_infection",
              "persistent_complaint",
              "conservative_therapy_months",
              "index_day",
              "recorded_stages"));

      private Cells() {}

      static Optional<Hip> hip(CsvRow row) {
        Optional<PatientId> patient = row.required("patient_id", PatientId::of);
        Optional<Side> side = row.required("side", Side::parse);
        Optional<Etiology> etiology = row.required("etiology", Etiology::parse);
        Optional<SteinbergStage> stage = row.required("steinberg_stage", SteinbergStage::parse);
        int indexDay = row.wholeNumber("index_day", FIRST_TREATMENT).orElse(0);
        OptionalInt replaced = row.wholeNumber("arthroplasty_day", Timepoint.DAY);
        OptionalInt seen = row.wholeNumber("last_seen_day", Timepoint.DAY);
        Builder hip = Hip.builder().read(row);
        if (!row.isSound()) {
          return Optional.empty();
        }
        replaced.ifPresent(day -> hip.arthroplasty(Arthroplasty.onDay(day)));
        seen.ifPresent(hip::lastSeenDay);
        return Optional.of(hip.id(HipId.of(patient.orElseThrow(), side.orElseThrow()))
            .etiology(etiology.orElseThrow())
            .baselineStage(stage.orElseThrow())
            .indexDay(indexDay)
            .build());
      }

      /** Reads stages of several systems with blanks between them, in the order of the systems. */
      static List<RecordedStage> stages(String text) {
        List<RecordedStage> stages = Arrays.stream(text.split(" +", -1))
            .map(RecordedStage::parse)
            .sorted()
            .toList();
        long systems = stages.stream().map(RecordedStage::system).distinct().count();
        if (systems < stages.size()) {
          throw new IllegalArgumentException("recorded stages of a hip [distinct systems] must be "
              + stages.size() + ", but were " + systems);
        }
        return stages;
      }

      static List<String> of(Hip hip) {
        return List.of(
            hip.id().patient().value(),
            hip.id().side().code(),
            hip.etiology().code(),
            hip.baselineStage().code(),
            hip.baselineGrade().map(SteinbergGrade::code).orElse(""),
            flag(hip.priorSurgery()),
            day(hip.arthroplasty().map(Arthroplasty::day)),
            day(hip.lastSeenDay()),
            flag(hip.localInfection()),
            flag(hip.persistentComplaint()),
            CsvOutput.number(hip.conservativeTherapyMonths()),
            hip.indexDay() == 0 ? "" : Integer.toString(hip.indexDay()),
            hip.recordedStages().stream()
                .map(RecordedStage::code)
                .collect(Collectors.joining(" ")));
      }

      private static String day(Optional<Integer> day) {
        return day.map(number -> Integer.toString(number)).orElse("");
      }

      private static String flag(Optional<Boolean> answer) {
        return answer.map(yes -> yes ? "1" : "0").orElse("");
      }
    }
  }
}
