package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.evidence.Rule;
import java.util.function.BiFunction;
import org.immutables.value.Value;

/**
 * A criterion of eligibility: what is demanded, where that is written, and how it is answered from
 * what was recorded. An exclusion criterion demands an absence, so that {@link Answer#MET} means
 * that it excludes no one; where others say that a patient met an exclusion criterion, the answer
 * here is {@link Answer#NOT_MET}.
 *
 * <pre>{@code
 * EligibilityCriterion adult = EligibilityCriterion.ofPatients(
 *     EligibilityCriterion.Kind.INCLUSION,
 *     Rule.of("MINE-AGE", "1.0", "Age is at least 18 years", Sources.ANALYST),
 *     (patient, everyone) -> Answer.of(patient.ageYears() >= 18));
 * Answer oldEnough = adult.answer(cohort.patients().get(0), cohort); // MET
 * }</pre>
 */
@Value.Immutable
public abstract sealed class EligibilityCriterion permits ImmutableEligibilityCriterion {
  EligibilityCriterion() {}

  /** An inclusion or an exclusion criterion. */
  public enum Kind {
    /** Demands that something is so. */
    INCLUSION,
    /** Demands that something is not so. */
    EXCLUSION
  }

  /** The unit that is judged and counted: the patient or the hip. */
  public enum Level {
    /** Patients. */
    PATIENTS,
    /** Hips. */
    HIPS
  }

  /**
   * Returns whether it is an inclusion or an exclusion criterion.
   *
   * @return the kind
   */
  public abstract Kind kind();

  /**
   * Returns the unit that is judged.
   *
   * @return patients or hips
   */
  public abstract Level level();

  /**
   * Returns the condition for eligibility, with its source.
   *
   * @return the rule, whose statement is true where the criterion is met
   */
  public abstract Rule rule();

  @Value.Redacted
  abstract BiFunction<Patient, Cohort, Answer> ofPatient();

  @Value.Redacted
  abstract BiFunction<Hip, Cohort, Answer> ofHip();

  /**
   * Answers for a patient.
   *
   * @param patient a patient
   * @param cohort the cohort to which the patient belongs
   * @return the answer; every patient meets a criterion of hips
   */
  public Answer answer(Patient patient, Cohort cohort) {
    return ofPatient().apply(patient, cohort);
  }

  /**
   * Answers for a hip, without the criteria of its patient.
   *
   * @param hip a hip
   * @param cohort the cohort to which the hip belongs
   * @return the answer; every hip meets a criterion of patients
   */
  public Answer answer(Hip hip, Cohort cohort) {
    return ofHip().apply(hip, cohort);
  }

  /**
   * Returns a criterion that is asked of patients.
   *
   * @param kind inclusion or exclusion
   * @param rule the condition for eligibility, with its source
   * @param question answers from a patient and its cohort
   * @return the criterion
   */
  public static EligibilityCriterion ofPatients(
      Kind kind, Rule rule, BiFunction<Patient, Cohort, Answer> question) {
    return ImmutableEligibilityCriterion.builder()
        .kind(kind)
        .level(Level.PATIENTS)
        .rule(rule)
        .ofPatient(question)
        .ofHip((hip, cohort) -> Answer.MET)
        .build();
  }

  /**
   * Returns a criterion that is asked of hips.
   *
   * @param kind inclusion or exclusion
   * @param rule the condition for eligibility, with its source
   * @param question answers from a hip and its cohort
   * @return the criterion
   */
  public static EligibilityCriterion ofHips(
      Kind kind, Rule rule, BiFunction<Hip, Cohort, Answer> question) {
    return ImmutableEligibilityCriterion.builder()
        .kind(kind)
        .level(Level.HIPS)
        .rule(rule)
        .ofPatient((patient, cohort) -> Answer.MET)
        .ofHip(question)
        .build();
  }
}
