package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import java.io.InputStream;
import java.util.Optional;

/** The SYNTHETIC cohort that comes with the program. */
public final class BundledCohort {
  private BundledCohort() {}

  /**
   * Reads the cohort.
   *
   * @return 46 patients and 58 hips that a program made up
   */
  public static Cohort read() {
    return CohortReader.withDefaults().read(BundledCohort::file).orThrow();
  }

  /**
   * Opens one of its files.
   *
   * @param name the name of the file, such as {@code hips.csv}
   * @return its bytes, to be closed by the caller; nothing if there is no such file
   */
  public static Optional<InputStream> file(String name) {
    return Optional.ofNullable(BundledCohort.class.getResourceAsStream(name));
  }
}
