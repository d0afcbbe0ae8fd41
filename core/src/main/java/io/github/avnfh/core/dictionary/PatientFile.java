package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Laboratory;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code patients.csv}: a row per patient. */
record PatientFile(CohortAssembler assembler) implements CohortFile {
  private static final String LOST_DAY = "lost_day";
  private static final String LOST_REASON = "lost_reason";
  private static final String DEATH_DAY = "death_day";
  private static final List<String> MEASURES =
      List.of("height_cm", "weight_kg", "platelets_per_uL");
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
  private static final List<String> REQUIRED = List.of(PATIENT, "sex", "age_years");
  private static final List<String> OTHERS = Stream.of(
          MEASURES, LABORATORY, SCREENING, List.of(LOST_DAY, LOST_REASON, DEATH_DAY))
      .flatMap(List::stream)
      .toList();
  private static final Laboratory NOT_MEASURED = Laboratory.notMeasured();
  private static final Screening NOT_RECORDED = Screening.notRecorded();
  private static final Map<String, DataKind> KINDS =
      Map.of(LOST_DAY, DataKind.LOSSES, DEATH_DAY, DataKind.DEATHS);

  @Override
  public String file() {
    return PATIENTS;
  }

  @Override
  public List<String> required() {
    return REQUIRED;
  }

  @Override
  public List<String> optional() {
    return CohortFile.joined(OTHERS, List.of(ORIGIN));
  }

  @Override
  public Map<String, DataKind> kindsByColumn() {
    return KINDS;
  }

  @Override
  public boolean withholds(String text) {
    return true;
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientId> id = row.required(PATIENT, PatientId::of);
    Optional<PatientIndex.Entry> known = id.map(assembler::note);
    Optional<Sex> sex = row.required("sex", Sex::parse);
    OptionalInt age = row.requiredWholeNumber("age_years", Patient.AGE);
    Patient.Builder patient = Patient.builder()
        .heightCm(row.number("height_cm", Patient.HEIGHT))
        .weightKg(row.number("weight_kg", Patient.WEIGHT))
        .plateletsPerMicroliter(row.number("platelets_per_uL", Patient.PLATELETS))
        .laboratory(row.areEmpty(LABORATORY) ? NOT_MEASURED : laboratory(row))
        .screening(row.areEmpty(SCREENING) ? NOT_RECORDED : screening(row));
    addEnd(row, patient);
    assembler.origin(row);
    if (row.isSound()) {
      patient.id(id.orElseThrow()).sex(sex.orElseThrow()).ageYears(age.orElseThrow());
      Optional<Patient> built = build(row, patient);
      if (built.isPresent()) {
        assembler.add(known.orElseThrow(), built.get(), row);
      }
    }
  }

  private static Laboratory laboratory(CsvRow row) {
    return Laboratory.builder()
        .hemoglobinGramsPerDeciliter(row.number("hemoglobin_g_per_dL", Laboratory.HEMOGLOBIN))
        .leukocytesPerMicroliter(row.number("leukocytes_per_uL", Laboratory.LEUKOCYTES))
        .internationalNormalizedRatio(row.number("inr", Laboratory.INR))
        .partialThromboplastinSeconds(row.number("aptt_s", Laboratory.APTT))
        .creatinineMilligramsPerDeciliter(row.number("creatinine_mg_per_dL", Laboratory.CREATININE))
        .alanineAminotransferaseUnitsPerLiter(row.number("alt_U_per_L", Laboratory.ALT))
        .aspartateAminotransferaseUnitsPerLiter(row.number("ast_U_per_L", Laboratory.AST))
        .build();
  }

  private static Screening screening(CsvRow row) {
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

  private static void addEnd(CsvRow row, Patient.Builder patient) {
    row.wholeNumber(LOST_DAY, Timepoint.DAY).ifPresent(patient::lostDay);
    row.wholeNumber(DEATH_DAY, Timepoint.DAY).ifPresent(patient::deathDay);
    patient.lostReason(
        row.optional(LOST_REASON, text -> OneLine.check("reason of a loss to follow-up", text)));
  }

  private static Optional<Patient> build(CsvRow row, Patient.Builder patient) {
    try {
      return Optional.of(patient.build());
    } catch (IllegalArgumentException e) {
      row.report(LOST_DAY, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Writes the patients of a cohort; what few cohorts record only where it is filled. */
  static String text(Cohort cohort) {
    return CohortFile.filledText(
        cohort,
        CohortFile.joined(REQUIRED, OTHERS),
        column -> isAlwaysWritten(column, cohort),
        cohort.patients().stream().map(PatientFile::row));
  }

  private static boolean isAlwaysWritten(String column, Cohort cohort) {
    return switch (column) {
      case LOST_DAY -> cohort.isRecorded(DataKind.LOSSES);
      case DEATH_DAY -> cohort.isRecorded(DataKind.DEATHS);
      default -> REQUIRED.contains(column) || MEASURES.contains(column);
    };
  }

  private static List<String> row(Patient patient) {
    return Stream.of(
            List.of(
                patient.id().value(),
                patient.sex().code(),
                Integer.toString(patient.ageYears()),
                CsvOutput.number(patient.heightCm()),
                CsvOutput.number(patient.weightKg()),
                CsvOutput.number(patient.plateletsPerMicroliter())),
            row(patient.laboratory()),
            row(patient.screening()),
            List.of(
                CohortFile.day(patient.lostDay()),
                patient.lostReason().orElse(""),
                CohortFile.day(patient.deathDay())))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> row(Laboratory readings) {
    return List.of(
        CsvOutput.number(readings.hemoglobinGramsPerDeciliter()),
        CsvOutput.number(readings.leukocytesPerMicroliter()),
        CsvOutput.number(readings.internationalNormalizedRatio()),
        CsvOutput.number(readings.partialThromboplastinSeconds()),
        CsvOutput.number(readings.creatinineMilligramsPerDeciliter()),
        CsvOutput.number(readings.alanineAminotransferaseUnitsPerLiter()),
        CsvOutput.number(readings.aspartateAminotransferaseUnitsPerLiter()));
  }

  private static List<String> row(Screening answers) {
    return Stream.of(
            answers.enrolled(),
            answers.ableToAttend(),
            answers.willing(),
            answers.systemicInfection(),
            answers.severeCoagulopathy(),
            answers.activeMalignancy(),
            answers.pregnant())
        .map(CohortFile::flag)
        .toList();
  }
}
