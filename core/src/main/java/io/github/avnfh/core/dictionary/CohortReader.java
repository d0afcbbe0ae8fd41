package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a cohort from the files of a folder: {@code patients.csv} and {@code hips.csv}, and where
 * they are there {@code visits.csv}, {@code imaging.csv}, {@code procedures.csv},
 * {@code events.csv} and {@code satisfaction.csv}.
 *
 * <p>What a missing file would hold is not recorded; a file with a header and no row records that
 * there was none ({@link Cohort#recorded()}). The same holds for the columns of a loss, a death and
 * an arthroplasty.
 *
 * <p>Tables with other columns are read through a {@link Dictionary}, which says what they mean.
 *
 * <p>The layouts stand in the README of this module. The order of rows does not matter, except that
 * patients and hips keep it. Every row is taken or reported.
 *
 * <pre>{@code
 * CohortWriter.withDefaults().write(cohort, Path.of("cohort"));
 * Cohort read = CohortReader.withDefaults().read(Path.of("cohort")).orThrow();
 * read.hips().size(); // 58
 * }</pre>
 */
public final class CohortReader {
  /** The instruments whose scores are read unless others are named. */
  public static final List<Instrument> INSTRUMENTS =
      List.of(Instruments.PAIN_VAS_CM, Instruments.PAIN_VAS_MM, Instruments.HARRIS_HIP_SCORE);

  private static final Logger LOG = LoggerFactory.getLogger(CohortReader.class);

  private final CsvFormat format;
  private final List<Instrument> instruments;
  private final Optional<Dictionary> dictionary;

  private CohortReader(
      CsvFormat format, List<Instrument> instruments, Optional<Dictionary> dictionary) {
    this.format = format;
    this.instruments = instruments;
    this.dictionary = dictionary;
  }

  /**
   * Returns a reader of tables whose columns a dictionary explains, for the Harris Hip Score and
   * pain on both visual analog scales.
   *
   * @param dictionary what the columns mean
   * @return the reader
   */
  public static CohortReader with(Dictionary dictionary) {
    CohortReader plain = withDefaults();
    return new CohortReader(
        plain.format,
        plain.instruments,
        Optional.of(Objects.requireNonNull(dictionary, "dictionary")));
  }

  /**
   * Returns a reader of files with a decimal point, for the Harris Hip Score and pain on both
   * visual analog scales.
   *
   * @return the reader
   */
  public static CohortReader withDefaults() {
    return new CohortReader(CsvFormat.withDefaults(), INSTRUMENTS, Optional.empty());
  }

  /**
   * Returns this reader for files that are written in another way.
   *
   * @param written how the files are written
   * @return the reader
   */
  public CohortReader withFormat(CsvFormat written) {
    return new CohortReader(written, instruments, dictionary);
  }

  /**
   * Returns this reader for other instruments, each of which has a column named by its code in
   * {@code visits.csv}.
   *
   * @param taken the instruments whose scores are read
   * @return the reader
   */
  public CohortReader withInstruments(List<Instrument> taken) {
    return new CohortReader(format, List.copyOf(taken), dictionary);
  }

  /**
   * Reads the files of a folder.
   *
   * @param folder the folder that holds the files
   * @return the cohort and the problems
   */
  public CohortReading read(Path folder) {
    if (dictionary.isPresent()) {
      return read(dictionary.get().sources().stream()
          .map(source -> CsvInput.of(folder.resolve(source), format))
          .toList());
    }
    if (!Files.isDirectory(folder)) {
      return ImmutableCohortReading.builder()
          .accepted(CohortAssembler.ofFiles().finish())
          .addProblems(Problem.ofFile(
              folder.toString(),
              1,
              CohortFile.PATIENT,
              "the folder is not there; a folder with patients.csv and hips.csv was expected"))
          .build();
    }
    return read(
        file -> CsvInput.of(folder.resolve(file), format),
        file -> Files.exists(folder.resolve(file)));
  }

  /**
   * Reads files from wherever the caller keeps them, such as the resources of a program.
   *
   * @param files gives the bytes of the file of that name, or nothing where there is no such file;
   *     the streams are closed; a table that a dictionary explains is asked for twice at most
   * @return the cohort and the problems
   */
  public CohortReading read(Function<String, Optional<InputStream>> files) {
    if (dictionary.isPresent()) {
      return read(dictionary.get(), file -> reopened(file, files));
    }
    Map<String, InputStream> streams = new HashMap<>();
    CohortFile.FILES.forEach(
        file -> files.apply(file).ifPresent(stream -> streams.put(file, stream)));
    return read(
        file -> Optional.ofNullable(streams.remove(file))
            .map(stream -> CsvInput.of(file, stream, format))
            .orElseGet(() -> CsvInput.absent(file, format)),
        streams::containsKey);
  }

  /**
   * Reads tables that the caller has: the sources that the dictionary names, each of which is
   * passed twice at most, or without a dictionary those named as the files are.
   *
   * <pre>{@code
   * Map<String, Object> patient = Map.of("patient_id", "P01", "sex", "F", "age_years", 41);
   * Map<String, Object> left = Map.of(
   *     "patient_id", "P01", "side", "L", "etiology", "idiopathic", "steinberg_stage", "II");
   * Cohort one = CohortReader.withDefaults()
   *     .read(List.of(
   *         CsvInput.ofRows("patients.csv", List.of(patient)),
   *         CsvInput.ofRows("hips.csv", List.of(left))))
   *     .orThrow();
   * one.hips().size(); // 1
   * }</pre>
   *
   * @param sources the tables, told by their names
   * @return the cohort and the problems
   * @throws IllegalArgumentException if two sources have one name, or if there is no dictionary and
   *     one is not named as a file
   */
  public CohortReading read(List<CsvInput> sources) {
    Objects.requireNonNull(sources, "sources");
    Map<String, CsvInput> byName = new LinkedHashMap<>();
    for (CsvInput source : sources) {
      Objects.requireNonNull(source, "source");
      if (byName.put(source.name(), source) != null) {
        throw new IllegalArgumentException(
            "sources of a cohort [distinct names] must be " + sources.size() + ", but are fewer");
      }
    }
    Function<String, CsvInput> named = name ->
        Optional.ofNullable(byName.get(name)).orElseGet(() -> CsvInput.absent(name, format));
    if (dictionary.isPresent()) {
      return read(dictionary.get(), named);
    }
    if (!CohortFile.FILES.containsAll(byName.keySet())) {
      throw new IllegalArgumentException("source of a cohort [name] must be one of "
          + String.join(", ", CohortFile.FILES) + " without a dictionary, but one was another");
    }
    return read(named, byName::containsKey);
  }

  /** The stream that shows that there is such a file is the first to be read. */
  private CsvInput reopened(String file, Function<String, Optional<InputStream>> files) {
    Deque<InputStream> first = new ArrayDeque<>();
    files.apply(file).ifPresent(first::add);
    return first.isEmpty()
        ? CsvInput.absent(file, format)
        : CsvInput.of(
            file, () -> first.isEmpty() ? files.apply(file).orElseThrow() : first.remove(), format);
  }

  private CohortReading read(Dictionary meanings, Function<String, CsvInput> source) {
    CohortAssembler assembler = CohortAssembler.ofTables();
    CsvFormat own = CsvFormat.withDefaults();
    return new DictionaryReader(
            meanings,
            name -> {
              CsvInput input = source.apply(name);
              return input.withFormat(meanings.format(name, input.format()));
            },
            assembler,
            VisitFile.of(assembler, instruments, own))
        .read();
  }

  private CohortReading read(Function<String, CsvInput> source, Predicate<String> isThere) {
    CohortAssembler assembler = CohortAssembler.ofFiles();
    Problems problems = new Problems();
    Stream.of(new PatientFile(assembler), HipFile.of(assembler))
        .forEach(file -> readRows(file, source, problems));
    Stream.of(
            VisitFile.of(assembler, instruments, format),
            new ImagingFile(assembler),
            new ProcedureFile(assembler),
            new EventFile(assembler),
            new SatisfactionFile(assembler))
        .filter(file -> isThere.test(file.file()))
        .forEach(file -> {
          file.kind().ifPresent(assembler::record);
          read(file, source, problems);
        });
    Cohort cohort = assembler.finish();
    LOG.debug(
        "{} patients, {} hips, {} problems",
        cohort.patients().size(),
        cohort.hips().size(),
        problems.size());
    return ImmutableCohortReading.builder()
        .accepted(cohort)
        .addAllProblems(problems.list())
        .build();
  }

  /** Reads a file that must have rows. */
  private static void readRows(
      CohortFile file, Function<String, CsvInput> source, Problems problems) {
    int before = problems.size();
    if (read(file, source, problems) == 0 && problems.size() == before) {
      CsvInput.absent(file.file(), CsvFormat.withDefaults())
          .withRequired(file.required())
          .reportNoRows(problems);
    }
  }

  private static long read(CohortFile file, Function<String, CsvInput> source, Problems problems) {
    return source
        .apply(file.file())
        .withRequired(file.required())
        .withOptional(file.optional())
        .withWithheld(file::withholds)
        .forEachPassingRow(problems, row -> {
          file.recordColumns(row::hasColumn);
          file.take(row);
        });
  }
}
