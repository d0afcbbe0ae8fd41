package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/**
 * A cohort for a system that speaks FHIR, and the same cohort from what it sends back.
 *
 * <p>A cohort has days and no dates; the date of the first treatment is an argument, the same for
 * every patient.
 */
public final class WriteFhir {
  private WriteFhir() {}

  /**
   * Writes the Bundle of the SYNTHETIC cohort, reads it, and prints whether that is the same.
   *
   * @param arguments a file that is not there yet, and the date of the first treatment such as
   *     {@code 2026-01-31}
   * @throws IOException if the file is there already or cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    LocalDate dayZero = LocalDate.parse(arguments[1]);
    Cohort cohort = BundledCohort.read();
    Files.writeString(file, FhirBundle.of(cohort, dayZero), StandardOpenOption.CREATE_NEW);
    Cohort same = FhirReader.read(Files.readString(file), dayZero);
    System.out.println(same + (same.equals(cohort) ? " is the same" : " differs"));
  }
}
