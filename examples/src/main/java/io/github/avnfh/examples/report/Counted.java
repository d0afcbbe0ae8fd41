package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;

/** What a table counts, in words. */
final class Counted {
  private Counted() {}

  static String patients(Cohort cohort) {
    return of(cohort.patients().size(), "patient");
  }

  static String hips(Cohort cohort) {
    return of(cohort.hips().size(), "hip");
  }

  static String of(int count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
