package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.study.Cohort;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a cohort from the files of a folder: {@code patients.csv}, {@code hips.csv},
 * {@code visits.csv} and {@code imaging.csv}, and where they are there {@code procedures.csv},
 * {@code events.csv} and {@code satisfaction.csv}.
 *
 * <p>The layouts stand in the README of this module. The order of rows does not matter, except that
 * patients and hips keep it. Every row is taken or reported.
 *
 * <pre>{@code
 * Cohort cohort = CohortReader.withDefaults().read(Path.of("cohort")).orThrow();
 * }</pre>
 */
public final class CohortReader {
  private static final Logger LOG = LoggerFactory.getLogger(CohortReader.class);

  private final CsvFormat format;
  private final List<Instrument> instruments;

  private CohortReader(CsvFormat format, List<Instrument> instruments) {
    this.format = format;
    this.instruments = instruments;
  }

  /**
   * Returns a reader of files with a decimal point, for the Harris Hip Score and pain on both
   * visual analog scales.
   *
   * @return the reader
   */
  public static CohortReader withDefaults() {
    return new CohortReader(
        CsvFormat.withDefaults(),
        List.of(Instruments.PAIN_VAS_CM, Instruments.PAIN_VAS_MM, Instruments.HARRIS_HIP_SCORE));
  }

  /**
   * Returns this reader for files that are written in another way.
   *
   * @param written how the files are written
   * @return the reader
   */
  public CohortReader withFormat(CsvFormat written) {
    return new CohortReader(written, instruments);
  }

  /**
   * Returns this reader for other instruments, each of which has a column named by its code in
   * {@code visits.csv}.
   *
   * @param taken the instruments whose scores are read
   * @return the reader
   */
  public CohortReader withInstruments(List<Instrument> taken) {
    return new CohortReader(format, List.copyOf(taken));
  }

  /**
   * Reads the files of a folder.
   *
   * @param folder the folder that holds the files
   * @return the cohort and the problems
   */
  public CohortReading read(Path folder) {
    return read(
        sheet -> CsvInput.of(folder.resolve(sheet.file()), format),
        file -> Files.exists(folder.resolve(file)));
  }

  /**
   * Reads files from wherever the caller keeps them, such as the resources of a program.
   *
   * @param files gives the bytes of the file of that name, or nothing where there is no such file;
   *     the streams are closed
   * @return the cohort and the problems
   */
  public CohortReading read(Function<String, Optional<InputStream>> files) {
    Map<String, InputStream> streams = new HashMap<>();
    Sheet.FILES.forEach(file -> files.apply(file).ifPresent(stream -> streams.put(file, stream)));
    return read(
        sheet -> {
          InputStream stream = streams.get(sheet.file());
          return stream == null
              ? CsvInput.absent(sheet.file(), format)
              : CsvInput.of(sheet.file(), stream, format);
        },
        streams::containsKey);
  }

  private CohortReading read(Function<Sheet, CsvInput> source, Predicate<String> isThere) {
    CohortDraft draft = new CohortDraft();
    Problems problems = new Problems();
    Stream.of(new PatientSheet(draft), new HipSheet(draft))
        .forEach(sheet -> readRows(source.apply(sheet), sheet, problems));
    Stream.of(VisitSheet.of(draft, instruments), new ExaminationSheet(draft))
        .forEach(sheet -> read(source.apply(sheet), sheet, problems));
    Stream.of(new ProcedureSheet(draft), new EventSheet(draft), new SatisfactionSheet(draft))
        .filter(sheet -> isThere.test(sheet.file()))
        .forEach(sheet -> read(source.apply(sheet), sheet, problems));
    Cohort cohort = draft.finish();
    LOG.debug(
        "{} patients, {} hips, {} problems",
        cohort.patients().size(),
        cohort.hips().size(),
        problems.size());
    return ImmutableCohortReading.builder()
        .sound(cohort)
        .addAllProblems(problems.list())
        .build();
  }

  private static void readRows(CsvInput input, Sheet sheet, Problems problems) {
    int before = problems.size();
    if (read(input, sheet, problems) == 0 && problems.size() == before) {
      input.withRequired(sheet.required()).reportNoRows(problems);
    }
  }

  private static long read(CsvInput input, Sheet sheet, Problems problems) {
    Predicate<String> withheld = sheet::withholds;
    return input
        .withRequired(sheet.required())
        .withOptional(sheet.optional())
        .forEachPassingRow(problems, row -> {
          row.withhold(withheld);
          sheet.take(row);
        });
  }
}
