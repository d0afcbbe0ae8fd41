package io.github.avnfh.examples.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a cohort that no one was observed for: every row says {@code SYNTHETIC}.
 *
 * <p>Data are drawn from a seed and then adjusted until they print exactly what the study printed:
 * counts exactly, means and standard deviations (divisor one less than the number) to the printed
 * digit. What the study does not print is filled in and is no patient's result:
 *
 * <ul>
 *   <li>pain at 1 and 18 months, and the Harris Hip Score at 1, 3 and 18 months, between their
 *       neighbors in time;
 *   <li>scores of replaced hips after the arthroplasty, which count in the printed means, with
 *       visit status {@code after_arthroplasty};
 *   <li>edema in all hips at baseline; stage III lesions smaller by about 1 % on average over the
 *       hips that were not replaced; joint spaces that stay as they were;
 *   <li>the treatment: every hip gets all three injections, on the days of the visits, with volumes
 *       within the limits of the protocol; cells are not counted; all events are mild and probably
 *       related; everybody meets every criterion;
 *   <li>two readers at baseline, who differ a little from the consensus and from each other;
 *   <li>body, blood, sides, days, extents, and which hip it was that progressed: the study prints
 *       progression by cause with three numbers of which one, 88 % of 19 idiopathic hips, fits no
 *       count and is not followed. One idiopathic hip progressed here ({@link StudyMargins}).
 * </ul>
 *
 * <p>The same margins and seed give the same bytes on every machine, in every locale, on every
 * release of the JDK. The bundled files were made, from the folder of the project after {@code mvn
 * package}, by
 *
 * <pre>{@code
 * java -cp examples/target/avnfh.jar io.github.avnfh.examples.synthetic.SyntheticCohort \
 *     examples/src/main/resources/io/github/avnfh/examples/synthetic
 * }</pre>
 */
public final class SyntheticCohort {
  /** The seed of the bundled cohort. */
  public static final long BUNDLED_SEED = 4658;

  private final Map<String, String> files;

  private SyntheticCohort(Map<String, String> files) {
    this.files = Collections.unmodifiableMap(files);
  }

  /**
   * Makes a cohort.
   *
   * @param margins what the cohort has to print
   * @param seed any number; another seed gives another cohort with the same margins
   * @return the cohort
   * @throws IllegalStateException if no data were found that meet the margins
   */
  public static SyntheticCohort generate(StudyMargins margins, long seed) {
    Draws draws = new Draws(seed);
    List<Subject> subjects = new Enrollment(margins, draws.split()).subjects();
    List<SubjectHip> hips = new ArrayList<>();
    subjects.forEach(subject -> hips.addAll(subject.hips));
    List<SubjectHip> replaced = new Allocation(margins, draws.split()).deal(hips);
    new Replacement(draws.split()).schedule(hips, replaced);
    LesionCourse lesions = new LesionCourse(draws.split());
    margins.stages().forEach(stage -> lesions.fill(hips, stage));
    new ImagingCourse(margins, draws.split()).fill(hips);
    new ScoreCourse(margins, draws.split()).fill(hips);
    PatientReports reports = new PatientReports(margins, draws.split());
    subjects.forEach(new BaselineChecks(draws.split())::fill);
    subjects.forEach(new TreatmentCourse(draws.split())::fill);
    new BlindedReaders(draws.split()).fill(hips);
    return new SyntheticCohort(write(subjects, reports));
  }

  private static Map<String, String> write(List<Subject> subjects, PatientReports reports) {
    CohortTables tables = new CohortTables(subjects);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("patients.csv", tables.patients());
    files.put("hips.csv", tables.hips());
    files.put("visits.csv", tables.visits());
    files.put("imaging.csv", tables.imaging());
    files.put("procedures.csv", TreatmentTable.of(subjects));
    files.put("events.csv", tables.events(reports.events(subjects)));
    files.put("satisfaction.csv", tables.satisfaction(reports.satisfaction(subjects)));
    return files;
  }

  /**
   * Returns the files.
   *
   * @return the text of each file by its name, in the order of reading; lines end in a line feed
   */
  public Map<String, String> files() {
    return files;
  }

  /**
   * Writes the files as UTF-8, over any of the same name; a link is not followed.
   *
   * @param folder an existing folder
   * @throws UncheckedIOException if a file cannot be written, or its place holds a link
   */
  public void writeTo(Path folder) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      try {
        Files.writeString(
            folder.resolve(file.getKey()),
            file.getValue(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING,
            LinkOption.NOFOLLOW_LINKS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Writes the bundled cohort: Table 3's reading, the bundled seed.
   *
   * @param arguments the folder to write into, which must exist
   * @throws IllegalArgumentException if there is not exactly one argument
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "arguments [folder to write into] must be 1, but were " + arguments.length);
    }
    generate(StudyMargins.table3(), BUNDLED_SEED).writeTo(Path.of(arguments[0]));
  }

  @Override
  public String toString() {
    return "SyntheticCohort" + files.keySet();
  }
}
