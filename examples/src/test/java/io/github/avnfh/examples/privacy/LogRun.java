package io.github.avnfh.examples.privacy;

import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.dictionary.CohortWriter;
import java.nio.file.Path;

/** Reads and writes a cohort, so that its log can be listened to. */
final class LogRun {
  private LogRun() {}

  public static void main(String... folder) {
    CohortReading reading = Subjects.accepted();
    CohortWriter.withDefaults().write(reading.orThrow(), Path.of(folder[0]));
  }
}
