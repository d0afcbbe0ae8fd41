package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns and corrupts one table that holds all forms of two patients, 100 times each. */
class TableCorruptionTest {
  private static final int TIMES = 100;
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");
  private static final Pattern BLANK = Pattern.compile("(\"\"|[,;\\s])*");
  private static final Pattern SECRET = Pattern.compile("Q[AB]-77\\d\\d|\\d\\d[.]\\d\\d[.]202\\d");
  private static final String EXPORT = """
      record;form;sex;age;hip;cause;stage;op;month;seen;pain;edema
      QA-7731;patient;1;97;;;;;;;;
      QB-7742;patient;2;103;;;;;;;;
      QA-7731;hip;;;1;alcohol;2;17.03.2021;;;;
      QA-7731;hip;;;2;alcohol;3;18.04.2021;;;;
      QB-7742;hip;;;1;trauma;1;10.05.2022;;;;
      QA-7731;visit;;;1;;;;M6;18.09.2021;3.5;
      QA-7731;visit;;;1;;;;M12;17.03.2022;2;
      QA-7731;visit;;;2;;;;M6;18.10.2021;NI;
      QB-7742;visit;;;1;;;;M6;10.11.2022;4;
      QA-7731;mri;;;1;;;;M6;20.09.2021;;1
      QB-7742;mri;;;1;;;;M6;12.11.2022;;0
      """;

  private static final Dictionary DICTIONARY = Dictionary.parse("dictionary.csv", """
      source,column,means,codes,missing,dates,rows
      export.csv,record,patient,,,,
      export.csv,form,condition,,,,
      export.csv,hip,side,1=L;2=R,,,
      export.csv,month,visit,,,,
      export.csv,sex,sex,1=F;2=M,NI,,form=patient
      export.csv,age,age_years,,NI,,form=patient
      export.csv,cause,etiology,,NI,,form=hip
      export.csv,stage,steinberg_stage,1=I;2=II;3=III,NI,,form=hip
      export.csv,op,index_date,,NI,dd.MM.yyyy,form=hip
      export.csv,seen,visit_date,,NI,dd.MM.yyyy,form=visit
      export.csv,pain,score:vas,,NI,,form=visit
      export.csv,seen,images_date,,NI,dd.MM.yyyy,form=mri
      export.csv,,modality,=mri,,,form=mri
      export.csv,,reader,=R1,,,form=mri
      export.csv,edema,edema,,NI,,form=mri
      """);

  private static CohortReading read(byte[] export) {
    return CohortReader.with(DICTIONARY)
        .read(file -> Optional.of(file)
            .filter("export.csv"::equals)
            .map(name -> new ByteArrayInputStream(export)));
  }

  private static CohortReading read(String export) {
    return read(export.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void doesNotCareInWhichOrderTheRowsOfAllFormsCome() {
    Cohort cohort = read(EXPORT).orThrow();
    assertThat(rows(cohort)).isEqualTo(11);
    List<String> lines = new ArrayList<>(EXPORT.lines().toList());
    for (int seed = 0; seed < TIMES; seed++) {
      Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
      Cohort turned = read(String.join("\n", lines)).orThrow();
      assertThat(turned.patients().containsAll(cohort.patients())).isTrue();
      assertThat(turned.hips().containsAll(cohort.hips())).isTrue();
      assertThat(rows(turned)).isEqualTo(11);
    }
  }

  @Test
  void losesNoRowOfACorruptedTableInSilenceAndTellsNothingOfAPatient() {
    int unsound = 0;
    for (int seed = 0; seed < TIMES; seed++) {
      byte[] whole = EXPORT.getBytes(StandardCharsets.UTF_8);
      unsound += isSound(Corruption.corrupted(whole, new Random(seed)), seed) ? 0 : 1;
    }
    assertThat(unsound).isBetween(TIMES / 2, TIMES - 1);
  }

  /** What the row is, and whose, is told by its first two cells, without which all is unclear. */
  @ParameterizedTest
  @ValueSource(strings = {"@@", "99999"})
  void reportsOneUnreadableCellAtThatCellOnly(String unreadable) {
    List<List<String>> table = new ArrayList<>();
    EXPORT.lines().forEach(line -> table.add(Arrays.asList(line.split(";", -1))));
    List<String> header = table.get(0);
    int reported = 0;
    for (int line = 1; line < table.size(); line++) {
      for (int column = 2; column < header.size(); column++) {
        String whole = table.get(line).set(column, unreadable);
        List<Problem> problems = read(String.join(
                "\n", table.stream().map(row -> String.join(";", row)).toList()))
            .problems();
        table.get(line).set(column, whole);
        String place = (line + 1) + " " + header.get(column);
        assertThat(problems)
            .as(place)
            .hasSizeBetween(whole.isEmpty() ? 0 : 1, 1)
            .allMatch(problem -> place.equals(problem.line() + " " + problem.column()));
        reported += problems.size();
      }
    }
    assertThat(reported).isGreaterThan(80);
  }

  @Test
  void listsOnceEachRowThatIsLeftOutWithItsPatientOrHip() {
    assertThat(following(EXPORT.replace("patient;1;97", "patient;1;997")))
        .containsExactly("4 record", "5 record", "7 record", "8 record", "9 record", "11 record");
    assertThat(following(EXPORT.replace("2;alcohol;3", "2;alcohol;9").replace("18.10", "soon")))
        .isEmpty();
    assertThat(following(EXPORT.replace("2;alcohol;3", "2;alcohol;9"))).containsExactly("9 record");
    assertThat(following(EXPORT)).isEmpty();
  }

  /**
   * A row that says nothing but what earlier rows say of a patient who is left out is left out too.
   */
  @Test
  void listsRowsThatOnlyRepeatCells() {
    String dictionary = """
        source,column,means
        hips.csv,Nr,patient
        hips.csv,Age,age_years
        hips.csv,Side,side
        hips.csv,Stage,steinberg_stage
        """;
    String hips = """
        Nr,Age,Side,Stage
        1,400,L,II
        1,400,L,II
        1,,R,II
        2,40,L,IX
        2,40,L,
        2,40,R,II
        2,40,R,II
        """;
    CohortReading reading = CohortReader.with(Dictionary.parse("dictionary.csv", dictionary))
        .read(name -> Optional.of(new ByteArrayInputStream(hips.getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(2L, 5L);
    assertThat(reading.following()).extracting(Problem::line).containsExactly(3L, 4L, 6L);
    assertThat(reading.accepted().hips()).hasSize(1);
  }

  private static List<String> following(String export) {
    return read(export).following().stream()
        .map(problem -> problem.line() + " " + problem.column())
        .toList();
  }

  private static boolean isSound(byte[] export, int seed) {
    try {
      CohortReading reading = read(export);
      boolean sound = reading.problems().isEmpty();
      if (sound) {
        assertThat(rows(reading.accepted())).isEqualTo(filled(export) - 1);
      }
      assertThat(reading.problems())
          .extracting(Problem::text)
          .noneMatch(text -> SECRET.matcher(text).find());
      return sound;
    } catch (RuntimeException | AssertionError unexpected) {
      return fail("corruption with seed " + seed, unexpected);
    }
  }

  /** A line that repeats another says the same once more. */
  private static int filled(byte[] export) {
    return (int) LINE_BREAK
        .splitAsStream(new String(export, StandardCharsets.UTF_8))
        .filter(line -> !BLANK.matcher(line).matches())
        .distinct()
        .count();
  }

  private static int rows(Cohort cohort) {
    return cohort.patients().size()
        + cohort.hips().stream()
            .mapToInt(hip -> 1 + hip.visits().size() + hip.imageReadings().size())
            .sum();
  }
}
