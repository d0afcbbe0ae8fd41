package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Corrupts the files of a cohort at random, 300 times, or as often as the system property
 * {@code avnfh.corruptions} says.
 */
@Timeout(1800)
class CohortCorruptionTest {
  private static final int CORRUPTIONS = Integer.getInteger("avnfh.corruptions", 300);
  private static final Pattern BLANK = Pattern.compile("(\"\"|[,;\\s])*");
  private static final Pattern REACHES = Pattern.compile("nothing up to line (\\d+) was taken");
  private static final Pattern IDENTIFIER_OR_DATE =
      Pattern.compile("Q[A-Z]-77\\d\\d|20(21|22|23)-\\d\\d-\\d\\d|\\b6060[1-4]\\b");
  private static final Pattern AGE = Pattern.compile("\\b(97|103|109|113)\\b");
  private static final Map<String, byte[]> WHOLE = new TreeMap<>();

  @BeforeAll
  static void readTheWholeFiles() throws IOException {
    for (String file : CohortFile.FILES) {
      try (var stream = CohortCorruptionTest.class.getResourceAsStream("to_corrupt/" + file)) {
        WHOLE.put(file, stream == null ? new byte[0] : stream.readAllBytes());
      }
    }
  }

  private static CohortReading read(Map<String, byte[]> files, boolean strict) {
    return CohortReader.withDefaults()
        .withFormat(CsvFormat.withDefaults().withStrict(strict))
        .read(file -> Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new));
  }

  @Test
  void startsFromWholeFiles() {
    Cohort cohort = read(WHOLE, true).orThrow();
    assertThat(cohort).hasToString("Cohort{SYNTHETIC, 4 patients, 5 hips}");
    CohortFile.FILES.forEach(
        file -> assertThat(lines(WHOLE, file).size() - 2).as(file).isEqualTo(taken(cohort, file)));
  }

  @Test
  void accountsForEveryRowOfCorruptedFilesAndTellsNothingOfAPatient() {
    int unsound = 0;
    for (int seed = 0; seed < CORRUPTIONS; seed++) {
      Random random = new Random(seed);
      Map<String, byte[]> files = new HashMap<>(WHOLE);
      files.computeIfPresent(
          CohortFile.FILES.get(random.nextInt(CohortFile.FILES.size())),
          (file, bytes) -> Corruption.corrupted(bytes, random));
      unsound += check(files, random.nextBoolean(), seed) ? 0 : 1;
    }
    assertThat(unsound).isGreaterThan(CORRUPTIONS / 2);
  }

  private static boolean check(Map<String, byte[]> files, boolean strict, int seed) {
    try {
      CohortReading reading = read(files, strict);
      CohortFile.FILES.forEach(file -> checkRows(reading, file, lines(files, file)));
      checkSilence(reading);
      return reading.problems().isEmpty();
    } catch (RuntimeException | AssertionError unexpected) {
      return fail("corruption with seed " + seed + ", strict " + strict, unexpected);
    }
  }

  private static List<String> lines(Map<String, byte[]> files, String file) {
    byte[] bytes = files.getOrDefault(file, new byte[0]);
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\r\n|[\r\n]", -1));
  }

  private static int taken(Cohort cohort, String file) {
    return switch (file) {
      case CohortFile.PATIENTS -> cohort.patients().size();
      case CohortFile.HIPS -> cohort.hips().size();
      case CohortFile.VISITS ->
        cohort.hips().stream().mapToInt(hip -> hip.visits().size()).sum();
      case CohortFile.IMAGING ->
        cohort.hips().stream().mapToInt(hip -> hip.imageReadings().size()).sum();
      case CohortFile.PROCEDURES ->
        cohort.aspirations().size()
            + cohort.preparations().size()
            + cohort.hips().stream()
                .mapToInt(hip -> hip.decompressions().size() + hip.injections().size())
                .sum();
      case CohortFile.EVENTS -> cohort.adverseEvents().size();
      default -> cohort.satisfaction().size();
    };
  }

  /** Every line below the header is taken, reported, or stands where nothing was read any more. */
  private static void checkRows(CohortReading reading, String file, List<String> lines) {
    Map<Integer, Integer> reported = new TreeMap<>();
    int end = lines.size();
    for (Problem problem : reading.problems()) {
      int line = (int) problem.line();
      if (!problem.file().equals(file) || problem.message().startsWith("no row follows")) {
        continue;
      }
      if (line == 1 || problem.message().endsWith("nothing from there on was read")) {
        end = Math.min(end, line - 1);
      } else {
        Matcher reaches = REACHES.matcher(problem.message());
        reported.merge(line, reaches.find() ? Integer.parseInt(reaches.group(1)) : line, Math::max);
      }
    }
    int header = 0;
    while (header < lines.size() && BLANK.matcher(lines.get(header)).matches()) {
      header++;
    }
    int told = reported.entrySet().stream()
        .mapToInt(rows -> filled(lines, rows.getKey() - 1, rows.getValue()))
        .sum();
    assertThat(taken(reading.accepted(), file) + told)
        .as("rows of %s taken and told", file)
        .isEqualTo(filled(lines, header + 1, end));
  }

  private static int filled(List<String> lines, int from, int end) {
    return (int) lines.subList(Math.min(from, end), end).stream()
        .filter(line -> !BLANK.matcher(line).matches())
        .count();
  }

  private static void checkSilence(CohortReading reading) {
    List<String> said = new ArrayList<>();
    Cohort cohort = reading.accepted();
    Stream.of(
            Stream.of(reading, cohort),
            reading.problems().stream(),
            cohort.patients().stream(),
            cohort.hips().stream(),
            cohort.hips().stream().map(Hip::visits),
            cohort.hips().stream().map(Hip::imageReadings),
            cohort.hips().stream().map(Hip::decompressions),
            cohort.hips().stream().map(Hip::injections),
            cohort.aspirations().stream(),
            cohort.preparations().stream(),
            cohort.adverseEvents().stream())
        .flatMap(things -> things)
        .map(Object::toString)
        .forEach(said::add);
    try {
      reading.orThrow();
    } catch (CohortFormatException refused) {
      said.add(refused.getMessage());
      said.add(refused.toString());
    }
    for (String text : said) {
      assertThat(IDENTIFIER_OR_DATE.matcher(text).find()).as(text).isFalse();
    }
    reading.problems().stream()
        .filter(problem -> problem.file().equals(CohortFile.PATIENTS))
        .map(problem -> problem.column() + " " + problem.message())
        .forEach(text -> assertThat(AGE.matcher(text).find()).as(text).isFalse());
  }
}
