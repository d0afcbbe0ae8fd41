package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.examples.exchange.AnalysisDataset.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The patients of a cohort as CDISC's data set ADSL, a row for each patient.
 *
 * <p>What is of a hip, such as its stage, stands in the data sets by hip, with the same
 * {@code USUBJID}.
 *
 * @see <a href="https://www.cdisc.org/standards/foundational/adam">CDISC Analysis Data Model Team.
 *     Analysis Data Model Implementation Guide, version 1.3. CDISC, 2021</a>
 */
public final class SubjectLevelDataset {
  private SubjectLevelDataset() {}

  /**
   * Makes the data set.
   *
   * @param study the identifier of the study
   * @param cohort a cohort
   * @return ADSL, patients in the order of the cohort
   */
  public static AnalysisDataset of(String study, Cohort cohort) {
    Objects.requireNonNull(study, "study");
    AnalysisDataset data = AnalysisDataset.of(
        "ADSL",
        "Subject Level Analysis Dataset",
        2,
        List.of(
            Variable.text("STUDYID", "Study Identifier"),
            Variable.text("USUBJID", "Unique Subject Identifier"),
            Variable.text("SUBJID", "Subject Identifier for the Study"),
            Variable.integer("AGE", "Age"),
            Variable.text("AGEU", "Age Units"),
            Variable.text("SEX", "Sex"),
            Variable.number("HEIGHTBL", "Height at Baseline (cm)"),
            Variable.number("WEIGHTBL", "Weight at Baseline (kg)"),
            Variable.integer("NHIPS", "Number of Hips in the Study"),
            Variable.text("DTHFL", "Subject Death Flag")));
    for (Patient patient : cohort.patients()) {
      data.add(
          study,
          subject(study, patient),
          patient.id().value(),
          patient.ageYears(),
          "YEARS",
          patient.sex().code(),
          cell(patient.heightCm()),
          cell(patient.weightKg()),
          cohort.hipsOf(patient).size(),
          patient.deathDay().isPresent() ? "Y" : "");
    }
    return data;
  }

  /** The same in every data set of a study, and different in different studies. */
  static String subject(String study, Patient patient) {
    return study + "-" + patient.id().value();
  }

  private static Object cell(OptionalDouble number) {
    return number.isPresent() ? (Object) number.getAsDouble() : Optional.empty();
  }
}
