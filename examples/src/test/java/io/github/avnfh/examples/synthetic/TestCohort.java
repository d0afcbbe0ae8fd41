package io.github.avnfh.examples.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one cohort, bundled or made, for tests to count in. */
final class TestCohort {
  static final List<String> FILES = List.of(
      "patients.csv",
      "hips.csv",
      "visits.csv",
      "imaging.csv",
      "procedures.csv",
      "events.csv",
      "satisfaction.csv");

  private final String name;
  private final Map<String, String> files;
  private final Map<String, Row> hips;

  private TestCohort(String name, Map<String, String> files) {
    this.name = name;
    this.files = files;
    this.hips = rows("hips.csv").stream()
        .collect(Collectors.toUnmodifiableMap(Row::hip, Function.identity()));
  }

  static TestCohort bundled() {
    Map<String, String> files = new LinkedHashMap<>();
    FILES.forEach(file -> files.put(file, resource(file)));
    return new TestCohort("bundled", files);
  }

  static TestCohort of(StudyMargins margins, long seed) {
    return new TestCohort(
        "seed " + seed, SyntheticCohort.generate(margins, seed).files());
  }

  /** The bundled cohort and others by Table 3. */
  static Stream<TestCohort> byTable() {
    return Stream.concat(
        Stream.of(bundled()), Stream.of(1L, 2L, -3L).map(seed -> of(StudyMargins.table3(), seed)));
  }

  static Stream<TestCohort> byText() {
    return Stream.of(SyntheticCohort.BUNDLED_SEED, 5L, Long.MIN_VALUE)
        .map(seed -> of(StudyMargins.text(), seed));
  }

  static Stream<TestCohort> all() {
    return Stream.concat(byTable(), byText());
  }

  private static String resource(String file) {
    try (InputStream in = SyntheticCohort.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> files() {
    return files;
  }

  List<Row> rows(String file) {
    return Row.of(Objects.requireNonNull(files.get(file), file));
  }

  List<Row> visits(String visit) {
    return rows("visits.csv").stream().filter(row -> row.is("visit", visit)).toList();
  }

  /** The row in {@code hips.csv} of the hip that another file's row is about. */
  Row hip(Row row) {
    return Objects.requireNonNull(hips.get(row.hip()), "hip");
  }

  boolean isReplaced(Row row) {
    return !hip(row).is("arthroplasty_day", "");
  }

  /** What a reader saw apart from the other one, or all readers agreed on. */
  List<Row> readBy(String reader) {
    return rows("imaging.csv").stream()
        .filter(image -> image.is("reader", reader))
        .toList();
  }

  /** The images of each hip as all readers agreed, in the order of the file. */
  List<List<Row>> images() {
    return List.copyOf(readBy("consensus").stream()
        .collect(Collectors.groupingBy(Row::hip, LinkedHashMap::new, Collectors.toList()))
        .values());
  }

  @Override
  public String toString() {
    return name;
  }
}
