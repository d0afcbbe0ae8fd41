package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.exchange.TimeToEventDataset.FirstDay;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.survival.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A cohort for a statistician who works with CDISC's data sets.
 *
 * <p>Writes ADSL and ADTTE of the time to arthroplasty, each as SAS transport file and as
 * Dataset-JSON, into a new folder. The time of creation is an argument, so that the same cohort
 * gives the same bytes. In R:
 *
 * <pre>{@code
 * hips <- foreign::read.xport("adtte.xpt")
 * survfit(Surv(AVAL, CNSR == 0) ~ BLSTAGE, hips, cluster = USUBJID)
 * }</pre>
 */
public final class WriteCdisc {
  private WriteCdisc() {}

  /**
   * Writes the four files of the SYNTHETIC cohort and prints what they hold.
   *
   * @param arguments a folder that is not there yet, and the time of creation such as
   *     {@code 2026-01-31T12:00:00}
   * @throws IOException if the folder is there already or cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectory(Path.of(arguments[0]));
    LocalDateTime created = LocalDateTime.parse(arguments[1]);
    Cohort cohort = BundledCohort.read();
    Endpoint death = Endpoint.on(
        "death", hip -> cohort.deathDayOf(hip).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    AnalysisDataset hips = TimeToEventDataset.of(
            "AVNFH", Endpoint.arthroplasty(), "TTTHA", FirstDay.DAY_0)
        .censoredBy(death)
        .of(cohort);
    for (AnalysisDataset data : List.of(SubjectLevelDataset.of("AVNFH", cohort), hips)) {
      String name = data.name().toLowerCase(Locale.ROOT);
      Files.write(folder.resolve(name + ".xpt"), SasTransport.of(data, created));
      Files.writeString(folder.resolve(name + ".json"), DatasetJson.of(data, created));
      System.out.println(data);
    }
  }
}
