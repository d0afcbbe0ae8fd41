package io.github.avnfh.core.cohort;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.CopyStyle;
import io.github.avnfh.core.internal.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A patient: who takes part, as found at enrollment, and until when; apart from what is the matter
 * with the hips.
 *
 * <p>Nothing of a patient prints.
 *
 * <pre>{@code
 * Patient patient = Patient.builder()
 *     .id(PatientId.of("P01"))
 *     .sex(Sex.FEMALE)
 *     .ageYears(41)
 *     .build();
 * patient.ageYears(); // 41
 * patient.weightKg(); // OptionalDouble.empty
 * patient.withWeightKg(64).weightKg(); // OptionalDouble[64.0]
 * }</pre>
 */
@CopyStyle
@Value.Immutable
public sealed interface Patient extends WithPatient permits ImmutablePatient {
  /** Age at enrollment, in completed years. */
  Quantity AGE = Quantity.of("age at enrollment", "years", 0, 120);

  /** Standing height, in centimeters. */
  Quantity HEIGHT = Quantity.of("height", "cm", 30, 260);

  /** Body weight, in kilograms. */
  Quantity WEIGHT = Quantity.of("weight", "kg", 2, 400);

  /** Platelet count, per microliter of blood. */
  Quantity PLATELETS = Quantity.of("platelet count", "per microliter", 0, 5_000_000);

  /**
   * Returns the study's identifier of the patient.
   *
   * @return the identifier
   */
  @Value.Redacted
  PatientId id();

  /**
   * Returns the sex.
   *
   * @return the sex as recorded
   */
  @Value.Redacted
  Sex sex();

  /**
   * Returns the age at enrollment.
   *
   * @return the age in completed years
   */
  @Value.Redacted
  int ageYears();

  /**
   * Returns the standing height, if it was measured.
   *
   * @return the height in centimeters
   */
  @Value.Redacted
  OptionalDouble heightCm();

  /**
   * Returns the body weight, if it was measured.
   *
   * @return the weight in kilograms
   */
  @Value.Redacted
  OptionalDouble weightKg();

  /**
   * Returns the platelet count, if it was measured.
   *
   * @return the count per microliter
   */
  @Value.Redacted
  OptionalDouble plateletsPerMicroliter();

  /**
   * Returns the other laboratory readings at baseline.
   *
   * @return the readings, each of which may be missing
   */
  @Value.Default
  @Value.Redacted
  default Laboratory laboratory() {
    return Laboratory.notMeasured();
  }

  /**
   * Returns what was asked before enrollment.
   *
   * @return the answers, each of which may be missing
   */
  @Value.Default
  @Value.Redacted
  default Screening screening() {
    return Screening.notRecorded();
  }

  /**
   * Returns the day on which the patient was lost to follow-up, if that happened.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  Optional<Integer> lostDay();

  /**
   * Returns why the patient was lost to follow-up, if that is known.
   *
   * @return the reason as one line of visible characters
   */
  @Value.Redacted
  Optional<String> lostReason();

  /**
   * Returns the day of the patient's death, if the patient is known to have died.
   *
   * @return whole days from the first treatment, not before the patient was lost
   */
  @Value.Redacted
  Optional<Integer> deathDay();

  /**
   * Refuses impossible readings and days, a loss after death, and a reason without a loss.
   *
   * @return this patient, with a platelet count of minus zero as zero
   * @throws IllegalArgumentException if a value lies outside its range or contradicts another
   */
  @Value.Check
  default Patient check() {
    AGE.check(ageYears());
    HEIGHT.check(heightCm());
    WEIGHT.check(weightKg());
    lostDay().ifPresent(day -> Timepoint.DAY.check(day));
    deathDay().ifPresent(day -> Timepoint.DAY.check(day));
    lostReason().ifPresent(text -> OneLine.check("reason of a loss to follow-up", text));
    if (lostReason().isPresent() && lostDay().isEmpty()) {
      throw new IllegalArgumentException(
          "reason of a loss to follow-up [text] must come with the day of the loss, but does not");
    }
    if (lostDay().isPresent()
        && deathDay().isPresent()
        && lostDay().get() > deathDay().get()) {
      throw new IllegalArgumentException("loss to follow-up [days from the first treatment] must"
          + " not come after death, but does");
    }
    return withPlateletsPerMicroliter(PLATELETS.check(plateletsPerMicroliter()));
  }

  /**
   * Returns the names of the columns in which a table holds patients.
   *
   * @return all columns, of which the first three, the identifier, sex and age, are required
   */
  static List<String> columns() {
    return Builder.Cells.CODES.columns();
  }

  /**
   * Makes a patient of a map by the names of the columns.
   *
   * <pre>{@code
   * Patient made = Patient.ofCodes(Map.of("patient_id", "P01", "sex", "F", "age_years", 41));
   * made.ageYears(); // 41
   * Patient.ofCodes(Map.of("patient_id", "P01", "sex", "F", "age_years", 410));
   * // IllegalArgumentException: age_years of patient: age at enrollment [years] must lie in 0.0..120.0, and this cell does not
   * }</pre>
   *
   * @param codes by {@link #columns()}, each as {@link Codes} allows
   * @return the patient
   * @throws IllegalArgumentException if a code is unknown, one that is required is missing, or what
   *     stands under one is refused, without its text
   */
  static Patient ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return Builder.Cells.CODES.read(codes, Builder.Cells::patient);
  }

  /**
   * Returns the patient as texts by the names of the columns, the identifier included.
   *
   * @return what is known, in the order of the columns; {@link #ofCodes(Map)} makes an equal
   *     patient of it
   */
  default Map<String, String> codes() {
    return Builder.Cells.CODES.texts(Builder.Cells.of(this));
  }

  /**
   * Starts a patient.
   *
   * @return a builder; id, sex and age are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds patients. */
  final class Builder extends ImmutablePatient.Builder {
    Builder() {}

    /**
     * Takes what a row of a table tells of a patient, apart from who it is.
     *
     * @param row a row with columns of {@link Patient#columns()}, which is unsound afterwards if
     *     something could not be read
     * @return this builder
     */
    public Builder read(CsvRow row) {
      Objects.requireNonNull(row, "row");
      row.required("sex", Sex::parse).ifPresent(this::sex);
      row.requiredWholeNumber("age_years", AGE).ifPresent(this::ageYears);
      heightCm(row.number("height_cm", HEIGHT));
      weightKg(row.number("weight_kg", WEIGHT));
      plateletsPerMicroliter(row.number("platelets_per_uL", PLATELETS));
      laboratory(row.areEmpty(Cells.LABORATORY) ? Cells.NOT_MEASURED : Cells.laboratory(row));
      screening(row.areEmpty(Cells.SCREENING) ? Cells.NOT_RECORDED : Cells.screening(row));
      row.wholeNumber("lost_day", Timepoint.DAY).ifPresent(this::lostDay);
      row.wholeNumber("death_day", Timepoint.DAY).ifPresent(this::deathDay);
      return lostReason(row.optional(
          "lost_reason", text -> OneLine.check("reason of a loss to follow-up", text)));
    }

    /** How a table holds patients. */
    private static final class Cells {
      private static final List<String> LABORATORY = List.of(
          "hemoglobin_g_per_dL",
          "leukocytes_per_uL",
          "inr",
          "aptt_s",
          "creatinine_mg_per_dL",
          "alt_U_per_L",
          "ast_U_per_L");
      private static final List<String> SCREENING = List.of(
          "enrolled",
          "able_to_attend",
          "willing",
          "systemic_infection",
          "severe_coagulopathy",
          "active_malignancy",
          "pregnant");
      private static final Codes CODES = Codes.of(
              "patient",
              Stream.of(
                      List.of(
                          "patient_id",
                          "sex",
                          "age_years",
                          "height_cm",
                          "weight_kg",
                          "platelets_per_uL"),
                      LABORATORY,
                      SCREENING,
                      List.of("lost_day", "lost_reason", "death_day"))
                  .flatMap(List::stream)
                  .toList())
          .withWithheld(text -> true);
      private static final Laboratory NOT_MEASURED = Laboratory.notMeasured();
      private static final Screening NOT_RECORDED = Screening.notRecorded();

      private Cells() {}

      static Optional<Patient> patient(CsvRow row) {
        Optional<PatientId> id = row.required("patient_id", PatientId::of);
        Builder patient = Patient.builder().read(row);
        return row.isSound() ? Optional.of(patient.id(id.orElseThrow()).build()) : Optional.empty();
      }

      static Laboratory laboratory(CsvRow row) {
        return Laboratory.builder()
            .hemoglobinGramsPerDeciliter(row.number("hemoglobin_g_per_dL", Laboratory.HEMOGLOBIN))
            .leukocytesPerMicroliter(row.number("leukocytes_per_uL", Laboratory.LEUKOCYTES))
            .internationalNormalizedRatio(row.number("inr", Laboratory.INR))
            .partialThromboplastinSeconds(row.number("aptt_s", Laboratory.APTT))
            .creatinineMilligramsPerDeciliter(
                row.number("creatinine_mg_per_dL", Laboratory.CREATININE))
            .alanineAminotransferaseUnitsPerLiter(row.number("alt_U_per_L", Laboratory.ALT))
            .aspartateAminotransferaseUnitsPerLiter(row.number("ast_U_per_L", Laboratory.AST))
            .build();
      }

      static Screening screening(CsvRow row) {
        return Screening.builder()
            .enrolled(row.flag("enrolled"))
            .ableToAttend(row.flag("able_to_attend"))
            .willing(row.flag("willing"))
            .systemicInfection(row.flag("systemic_infection"))
            .severeCoagulopathy(row.flag("severe_coagulopathy"))
            .activeMalignancy(row.flag("active_malignancy"))
            .pregnant(row.flag("pregnant"))
            .build();
      }

      static List<String> of(Patient patient) {
        return Stream.of(
                List.of(
                    patient.id().value(),
                    patient.sex().code(),
                    Integer.toString(patient.ageYears()),
                    CsvOutput.number(patient.heightCm()),
                    CsvOutput.number(patient.weightKg()),
                    CsvOutput.number(patient.plateletsPerMicroliter())),
                of(patient.laboratory()),
                of(patient.screening()),
                List.of(
                    day(patient.lostDay()),
                    patient.lostReason().orElse(""),
                    day(patient.deathDay())))
            .flatMap(List::stream)
            .toList();
      }

      private static List<String> of(Laboratory readings) {
        return List.of(
            CsvOutput.number(readings.hemoglobinGramsPerDeciliter()),
            CsvOutput.number(readings.leukocytesPerMicroliter()),
            CsvOutput.number(readings.internationalNormalizedRatio()),
            CsvOutput.number(readings.partialThromboplastinSeconds()),
            CsvOutput.number(readings.creatinineMilligramsPerDeciliter()),
            CsvOutput.number(readings.alanineAminotransferaseUnitsPerLiter()),
            CsvOutput.number(readings.aspartateAminotransferaseUnitsPerLiter()));
      }

      private static List<String> of(Screening answers) {
        return Stream.of(
                answers.enrolled(),
                answers.ableToAttend(),
                answers.willing(),
                answers.systemicInfection(),
                answers.severeCoagulopathy(),
                answers.activeMalignancy(),
                answers.pregnant())
            .map(answer -> answer.map(yes -> yes ? "1" : "0").orElse(""))
            .toList();
      }

      private static String day(Optional<Integer> day) {
        return day.map(number -> Integer.toString(number)).orElse("");
      }
    }
  }
}
