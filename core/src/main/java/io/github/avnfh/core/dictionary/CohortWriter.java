package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a cohort as the files that {@link CohortReader} reads, without loss: what was written
 * reads back to an equal cohort.
 *
 * <p>Patients, hips and events keep their order; days are written and no dates, numbers at full
 * precision. {@code procedures.csv}, {@code events.csv} and {@code satisfaction.csv} are written
 * only where there is something to write, the column {@code data_origin} only where the cohort
 * declares its origin, and so are the columns that few cohorts fill.
 *
 * <pre>{@code
 * CohortWriter.withDefaults().write(cohort, Path.of("copy"));
 * Cohort same = CohortReader.withDefaults()
 *     .withInstruments(CohortWriter.instruments(cohort))
 *     .read(Path.of("copy"))
 *     .orThrow();
 * same.equals(cohort); // true
 * }</pre>
 */
public final class CohortWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CohortWriter.class);

  private CohortWriter() {}

  /**
   * Returns a writer of UTF-8 with commas, a decimal point and {@code \n} at the line ends.
   *
   * @return the writer
   */
  public static CohortWriter withDefaults() {
    return new CohortWriter();
  }

  /**
   * Returns the instruments whose scores a cohort holds, each of which has a column in
   * {@code visits.csv}.
   *
   * @param cohort the cohort
   * @return the instruments in the order of their codes
   */
  public static List<Instrument> instruments(Cohort cohort) {
    return cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .flatMap(visit -> visit.scores().stream())
        .map(Score::instrument)
        .distinct()
        .sorted(Comparator.comparing(Instrument::code))
        .toList();
  }

  /**
   * Returns the text of each file, for callers who keep it elsewhere than in a folder.
   *
   * @param cohort the cohort, with at least one patient and one hip
   * @return the text by the name of the file, in the order of reading
   * @throws IllegalArgumentException if the files could not be read back: the cohort has no patient
   *     or no hip; two of its instruments have one code, or an instrument the code of another
   *     column; a visit was done, images were taken, or a treatment was given after the
   *     arthroplasty of the hip, or a visit after an arthroplasty that came later or never; a visit
   *     took place, images were taken, a treatment was given, a hip was replaced, marrow was
   *     aspirated or an adverse event came after the death of the patient; or two adverse events
   *     are equal. The day of the arthroplasty or death still counts as before.
   */
  public Map<String, String> texts(Cohort cohort) {
    List<Instrument> instruments = instruments(cohort);
    checkSome(cohort.patients().size(), "patients");
    checkSome(cohort.hips().size(), "hips");
    checkColumns(instruments);
    cohort.hips().forEach(CohortWriter::checkHistory);
    cohort.hips().forEach(hip -> checkEnd(cohort.patientOf(hip), hip));
    checkEvents(cohort);
    return written(cohort, instruments);
  }

  private static Map<String, String> written(Cohort cohort, List<Instrument> instruments) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(CohortFile.PATIENTS, PatientFile.text(cohort));
    texts.put(CohortFile.HIPS, HipFile.text(cohort));
    if (cohort.isRecorded(DataKind.VISITS)) {
      texts.put(CohortFile.VISITS, VisitFile.text(cohort, instruments));
    }
    if (cohort.isRecorded(DataKind.IMAGES)) {
      texts.put(CohortFile.IMAGING, ImagingFile.text(cohort));
    }
    if (cohort.isRecorded(DataKind.TREATMENTS)) {
      texts.put(CohortFile.PROCEDURES, ProcedureFile.text(cohort));
    }
    if (cohort.isRecorded(DataKind.ADVERSE_EVENTS)) {
      texts.put(CohortFile.EVENTS, EventFile.text(cohort));
    }
    if (cohort.isRecorded(DataKind.SATISFACTION)) {
      texts.put(CohortFile.SATISFACTION, SatisfactionFile.text(cohort));
    }
    return Collections.unmodifiableMap(texts);
  }

  private static void checkSome(int count, String what) {
    if (count == 0) {
      throw new IllegalArgumentException(
          what + " of a cohort to write [count] must be 1 or more, but were 0");
    }
  }

  private static void checkColumns(List<Instrument> instruments) {
    List<String> codes = instruments.stream().map(Instrument::code).toList();
    long distinct = codes.stream().distinct().count();
    if (distinct < codes.size()) {
      throw new IllegalArgumentException(
          "instruments of a cohort to write [distinct codes] must be " + codes.size()
              + ", but were " + distinct);
    }
    VisitFile bare = VisitFile.of(CohortAssembler.ofFiles(), List.of(), CsvFormat.withDefaults());
    for (String code : codes) {
      if (bare.required().contains(code) || bare.optional().contains(code)) {
        throw new IllegalArgumentException(
            "instrument [code] must not name another column of visits.csv, but was " + code);
      }
    }
  }

  private static void checkHistory(Hip hip) {
    for (Visit visit : hip.visits()) {
      boolean replaced = hip.isReplacedBefore(visit.day());
      VisitStatus contradiction = replaced ? VisitStatus.DONE : VisitStatus.AFTER_ARTHROPLASTY;
      if (visit.status() == contradiction) {
        throw new IllegalArgumentException("visit of a hip that was " + (replaced ? "" : "not ")
            + "replaced before [status] must be another, but was " + contradiction.code());
      }
    }
    if (hip.imageReadings().stream().anyMatch(images -> hip.isReplacedBefore(images.day()))) {
      throw new IllegalArgumentException(
          "examination of a hip [day] must not lie after its arthroplasty, but does");
    }
    boolean late = hip.injections().stream().anyMatch(done -> hip.isReplacedBefore(done.day()))
        || hip.decompressions().stream().anyMatch(done -> hip.isReplacedBefore(done.day()));
    if (late) {
      throw new IllegalArgumentException(
          "treatment of a hip [day] must not lie after its arthroplasty, but does");
    }
  }

  private static void checkEnd(Patient patient, Hip hip) {
    int death = patient.deathDay().map(day -> day - hip.indexDay()).orElse(Integer.MAX_VALUE);
    boolean late = hip.imageReadings().stream().anyMatch(images -> images.day() > death)
        || hip.visits().stream()
            .anyMatch(visit -> visit.status().tookPlace() && visit.day() > death);
    if (late) {
      throw new IllegalArgumentException(
          "visit or images of a hip [day] must not lie after the patient's death, but do");
    }
    boolean treated = hip.arthroplasty().filter(done -> done.day() > death).isPresent()
        || hip.decompressions().stream().anyMatch(done -> done.day() > death)
        || hip.injections().stream().anyMatch(done -> done.day() > death);
    if (treated) {
      throw new IllegalArgumentException(
          "treatment or arthroplasty of a hip [day] must not lie after the patient's death,"
              + " but does");
    }
  }

  private static void checkEvents(Cohort cohort) {
    checkEvents(cohort.adverseEvents());
    Map<PatientId, Integer> deaths = new HashMap<>();
    cohort
        .patients()
        .forEach(patient -> patient.deathDay().ifPresent(day -> deaths.put(patient.id(), day)));
    boolean late = cohort.adverseEvents().stream()
        .anyMatch(event -> event.day() > deaths.getOrDefault(event.patient(), event.day()));
    if (late) {
      throw new IllegalArgumentException(
          "adverse event [day] must not lie after the patient's death, but does");
    }
    boolean aspirated = cohort.aspirations().stream()
        .anyMatch(done -> done.day() > deaths.getOrDefault(done.patient(), done.day()));
    if (aspirated) {
      throw new IllegalArgumentException(
          "aspiration [day] must not lie after the patient's death, but does");
    }
  }

  private static void checkEvents(List<AdverseEvent> events) {
    int distinct = new HashSet<>(events).size();
    if (distinct < events.size()) {
      throw new IllegalArgumentException("adverse events of a cohort to write [distinct] must be "
          + events.size() + ", but were " + distinct);
    }
  }

  /**
   * Writes the files into a folder, which is made if it is not there.
   *
   * <p>Files of the same names are replaced; a {@code procedures.csv}, {@code events.csv} or
   * {@code satisfaction.csv} that the cohort has no use for is deleted, since it would be read as a
   * part of it. All files are written whole in a fresh folder inside before the first takes its
   * place; a link, a device or a folder in the place of a file is refused.
   *
   * @param cohort the cohort, with at least one patient and one hip
   * @param folder the folder
   * @throws IllegalArgumentException if the files could not be read back, see {@link #texts}
   * @throws UncheckedIOException if a file cannot be written, or its place holds no regular file
   */
  public void write(Cohort cohort, Path folder) {
    Map<String, String> texts = texts(cohort);
    try {
      StagedFiles.replace(folder, CohortFile.FILES, texts);
    } catch (IOException e) {
      throw new UncheckedIOException("files of a cohort [folder] must be writable", e);
    }
    LOG.debug(
        "{} patients, {} hips written", cohort.patients().size(), cohort.hips().size());
  }

  @Override
  public String toString() {
    return "CohortWriter{}";
  }
}
