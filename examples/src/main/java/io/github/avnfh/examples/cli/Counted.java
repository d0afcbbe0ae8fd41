package io.github.avnfh.examples.cli;

import io.github.avnfh.core.cohort.Cohort;
import java.util.OptionalInt;

/** What is counted, in words: one hip, two hips. */
public final class Counted {
  private Counted() {}

  /**
   * Counts the patients of a cohort.
   *
   * @param cohort the cohort
   * @return the number and the word
   */
  public static String patients(Cohort cohort) {
    return of(cohort.patients().size(), "patient");
  }

  /**
   * Counts the hips of a cohort.
   *
   * @param cohort the cohort
   * @return the number and the word
   */
  public static String hips(Cohort cohort) {
    return of(cohort.hips().size(), "hip");
  }

  /**
   * Counts hips, and their patients where these are known.
   *
   * @param hips the number of hips
   * @param patients the number of patients
   * @return such as {@code 58 hips of 46 patients}, or {@code 58 hips}
   */
  public static String hips(int hips, OptionalInt patients) {
    return of(hips, "hip")
        + (patients.isPresent() ? " of " + of(patients.getAsInt(), "patient") : "");
  }

  /**
   * Returns a number with the word for what is counted.
   *
   * @param count how many
   * @param unit the word for one
   * @return the number and the word, with an s unless it is one
   */
  public static String of(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
