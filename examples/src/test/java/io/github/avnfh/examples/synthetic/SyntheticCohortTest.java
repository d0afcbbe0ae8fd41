package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCohortTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";

  @Test
  void makesTheBundledBytesAgain() {
    Map<String, String> bundled = TestCohort.bundled().files();
    assertThat(bundled()).isEqualTo(bundled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-IQ", "tr-TR", "de-DE", "ar-IQ-u-nu-arab", "th-TH-u-nu-thai"})
  void makesTheSameBytesInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(bundled()).isEqualTo(TestCohort.bundled().files());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void makesAnotherCohortFromAnotherSeed() {
    assertThat(SyntheticCohort.generate(StudyMargins.table3(), 1).files()).isNotEqualTo(bundled());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void saysSyntheticInEveryRowOfEveryFile(TestCohort cohort) {
    assertThat(cohort.files()).containsOnlyKeys(TestCohort.FILES.toArray(String[]::new));
    TestCohort.FILES.forEach(file -> assertThat(cohort.rows(file))
        .isNotEmpty()
        .allMatch(row -> row.is("data_origin", "SYNTHETIC")));
  }

  @Test
  void endsEveryLineInALineFeedAndUsesNoOtherThanAsciiCharacters() {
    assertThat(bundled().values()).allSatisfy(text -> {
      assertThat(text).endsWith("\n").doesNotContain("\r");
      assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    });
  }

  @Test
  void writesItsFilesIntoAFolder(@TempDir Path folder) throws IOException {
    SyntheticCohort.main(new String[] {folder.toString()});
    for (String file : TestCohort.FILES) {
      assertThat(Files.readString(folder.resolve(file), StandardCharsets.UTF_8))
          .isEqualTo(bundled().get(file));
    }
  }

  @Test
  void refusesAFolderThatIsNotThere(@TempDir Path folder) {
    String absent = folder.resolve("absent").toString();
    assertThatThrownBy(() -> SyntheticCohort.main(new String[] {absent}))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void refusesToWriteNowhere() {
    assertThatThrownBy(() -> SyntheticCohort.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arguments [folder to write into] must be 1, but were 0");
  }

  @Test
  void printsTheNamesOfItsFilesOnly() {
    assertThat(SyntheticCohort.generate(StudyMargins.table3(), 1))
        .hasToString("SyntheticCohort[patients.csv, hips.csv, visits.csv, imaging.csv,"
            + " procedures.csv, events.csv, satisfaction.csv]");
  }

  @Test
  void isReadWithoutAnyProblem(@TempDir Path folder) {
    SyntheticCohort.generate(StudyMargins.table3(), SyntheticCohort.BUNDLED_SEED)
        .writeTo(folder);
    CohortReading reading = CohortReader.withDefaults().read(folder);
    assertThat(reading.problems()).isEmpty();
    Cohort cohort = reading.accepted();
    assertThat(cohort).hasToString("Cohort{SYNTHETIC, 46 patients, 58 hips}");
    assertThat(cohort.origin()).isEqualTo(DataOrigin.SYNTHETIC);
    assertThat(cohort.bilateralPatients()).isEqualTo(12);
    assertThat(cohort.adverseEvents()).hasSize(15);
    assertThat(cohort.satisfaction()).hasSize(46);
    assertThat(cohort.hips()).allMatch(hip -> hip.visits().size() == 7);
    assertThat(cohort.hips())
        .allMatch(hip -> hip.imageReadings().stream()
            .allMatch(examination -> examination.findings().contradictions().isEmpty()));
  }

  @Test
  void writesThroughNoLink(@TempDir Path folder) throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "notes");
    Files.createSymbolicLink(folder.resolve("patients.csv"), notes);
    SyntheticCohort cohort = SyntheticCohort.generate(StudyMargins.table3(), 1);
    assertThatThrownBy(() -> cohort.writeTo(folder)).isInstanceOf(UncheckedIOException.class);
    assertThat(notes).hasContent("notes");
  }

  private static Map<String, String> bundled() {
    return SyntheticCohort.generate(StudyMargins.table3(), SyntheticCohort.BUNDLED_SEED)
        .files();
  }
}
