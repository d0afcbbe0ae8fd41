package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CohortReaderTest {
  @TempDir
  private Path folder;

  private static Path resource(String name) throws URISyntaxException {
    var url = CohortReaderTest.class.getResource(name);
    assertThat(url).as(name).isNotNull();
    return Path.of(url.toURI());
  }

  private void lay(String name) throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(resource(name))) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            folder.resolve(file.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path absent = folder.resolve("absent.txt");
    if (Files.exists(absent)) {
      Files.delete(folder.resolve(Files.readString(absent).strip()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown_hip",
        "stage_three",
        "pain_of_78",
        "two_rows_for_one_visit",
        "date_that_is_none",
        "missing_column",
        "empty_file",
        "file_that_is_not_there",
        "header_without_rows",
        "truncated_last_line",
        "semicolons",
        "byte_order_mark",
        "line_ends_of_windows",
        "arabic_indic_digits",
        "text_that_is_not_utf8",
        "quote_left_open",
        "text_after_a_quote",
        "visit_at_odds_with_arthroplasty",
        "visit_at_odds_with_death",
        "treatment_at_odds_with_death",
        "events_that_come_twice",
        "scores_of_a_missed_visit",
        "origins_that_differ",
        "columns_that_cannot_be",
        "day_and_date_that_disagree"
      })
  void tellsEveryProblemByFileLineAndColumn(String name) throws IOException, URISyntaxException {
    lay("sound");
    lay(name);
    CohortReading reading = CohortReader.withDefaults().read(folder);
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"semicolons", "byte_order_mark", "line_ends_of_windows"})
  void readsTheSameCohortFromEveryHonestSpelling(String name)
      throws IOException, URISyntaxException {
    lay("sound");
    Cohort expected = CohortReader.withDefaults().read(folder).orThrow();
    lay(name);
    assertThat(CohortReader.withDefaults().read(folder).orThrow()).isEqualTo(expected);
  }

  @Test
  void readsPatientsHipsVisitsAndImages() throws IOException, URISyntaxException {
    lay("sound");
    Cohort cohort = CohortReader.withDefaults().read(folder).orThrow();
    assertThat(cohort).hasToString("Cohort{UNDECLARED, 2 patients, 3 hips}");
    assertThat(cohort.origin()).isEqualTo(DataOrigin.UNDECLARED);
    assertThat(cohort.bilateralPatients()).isEqualTo(1);
    assertThat(cohort.adverseEvents()).hasSize(2);
    assertThat(cohort.satisfaction()).hasSize(1);
    Hip left = cohort.hips().get(0);
    assertThat(left.visits()).hasSize(2);
    assertThat(left.imageReadings()).hasSize(2);
    assertThat(left.lastKnownDay()).isEqualTo(731);
    assertThat(left.visit(Timepoint.ofMonths(6))
            .orElseThrow()
            .score(Instruments.HARRIS_HIP_SCORE)
            .orElseThrow()
            .points())
        .isEqualTo(72.5);
    assertThat(cohort.patientOf(left).ageYears()).isEqualTo(41);
  }

  @Test
  void countsDaysFromTheIndexDate() throws IOException, URISyntaxException {
    lay("sound");
    Hip right = CohortReader.withDefaults().read(folder).orThrow().hips().get(1);
    assertThat(right.arthroplasty().orElseThrow().day()).isEqualTo(305);
    assertThat(right.visits().get(1).day()).isEqualTo(732);
    assertThat(right.visits().get(1).status()).isEqualTo(VisitStatus.AFTER_ARTHROPLASTY);
  }

  @Test
  void keepsAMissedVisitOnItsPlannedDay() throws IOException, URISyntaxException {
    lay("sound");
    Hip hip = CohortReader.withDefaults().read(folder).orThrow().hips().get(2);
    assertThat(hip.visits())
        .extracting(visit -> visit.timepoint().code())
        .containsExactly("BL", "UNS", "UNS", "M6");
    assertThat(hip.visit(Timepoint.ofMonths(6)).orElseThrow().day()).isEqualTo(183);
    assertThat(hip.lastKnownDay()).isEqualTo(52);
  }

  @Test
  void refusesToHandOutACohortWithProblems() throws IOException, URISyntaxException {
    lay("sound");
    lay("pain_of_78");
    CohortReading reading = CohortReader.withDefaults().read(folder);
    assertThatThrownBy(reading::orThrow)
        .isInstanceOfSatisfying(
            CohortFormatException.class,
            refused -> assertThat(refused.problems()).hasSize(1))
        .hasMessage(
            "files [problems] must have none, but had 1; the first: visits.csv:2: column vas:"
                + " pain on the visual analog scale [cm] must lie in 0.0..10.0, but was 78.0");
    assertThat(reading.accepted().hips().get(0).visits()).hasSize(1);
  }

  /** Patients without a loss, a death, an arthroplasty, a visit: none of it, or not recorded. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "", textBlock = """
          patients.csv     | patient_id,sex,age_years           | A,F,40             |
          patients.csv     | patient_id,sex,age_years,lost_day  | A,F,40,            | LOSSES
          patients.csv     | patient_id,sex,age_years,death_day | A,F,40,            | DEATHS
          hips.csv         | patient_id,side,etiology,steinberg_stage                   | A,L,alcohol,II     |
          hips.csv         | patient_id,side,etiology,steinberg_stage,arthroplasty_day  | A,L,alcohol,II,    | ARTHROPLASTIES
          hips.csv         | patient_id,side,etiology,steinberg_stage,arthroplasty_date | A,L,alcohol,II,    | ARTHROPLASTIES
          hips.csv         | patient_id,side,etiology,steinberg_stage,last_seen_day     | A,L,alcohol,II,    |
          hips.csv         | patient_id,side,etiology,steinberg_stage,last_seen_day     | A,L,alcohol,II,700 | ARTHROPLASTIES
          visits.csv       | patient_id,side,visit                 | | VISITS
          imaging.csv      | patient_id,side,visit,modality,reader | | IMAGES
          procedures.csv   | patient_id,side,procedure             | | TREATMENTS
          events.csv       | patient_id,term,day                   | | ADVERSE_EVENTS
          satisfaction.csv | patient_id,satisfaction               | | SATISFACTION
          """)
  void tellsWhatIsNotRecordedFromWhatDidNotHappen(
      String file, String header, @Nullable String row, @Nullable DataKind recorded)
      throws IOException {
    Files.writeString(folder.resolve("patients.csv"), "patient_id,sex,age_years\nA,F,40\n");
    Files.writeString(
        folder.resolve("hips.csv"), "patient_id,side,etiology,steinberg_stage\nA,L,alcohol,II\n");
    Files.writeString(folder.resolve(file), header + "\n" + (row == null ? "" : row + "\n"));
    Cohort cohort = CohortReader.withDefaults().read(folder).orThrow();
    assertThat(cohort.recorded()).isEqualTo(recorded == null ? Set.of() : Set.of(recorded));
    assertThat(cohort.keepHips(hip -> true).recorded()).isEqualTo(cohort.recorded());
  }

  @Test
  void refusesUnknownColumnsOnlyWhenStrict() throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(folder.resolve("events.csv"), "patient_id,term,day,note\nP1,pain,1,x\n");
    assertThat(CohortReader.withDefaults().read(folder).problems()).isEmpty();
    CohortReader strict =
        CohortReader.withDefaults().withFormat(CsvFormat.withDefaults().withStrict(true));
    assertThat(strict.read(folder).problems())
        .extracting(Problem::text)
        .containsExactly(
            "events.csv:1: column note: is unknown; only known columns are allowed in strict reading");
  }

  @Test
  void readsADecimalCommaOnlyWhenAsked() throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(
        folder.resolve("visits.csv"),
        "patient_id;side;visit;day;vas\nP1;L;BL;0;7,5\nP1;L;M6;180;3.5\n");
    assertThat(CohortReader.withDefaults().read(folder).problems())
        .extracting(Problem::text)
        .containsExactly(
            "visits.csv:2: column vas: '7,5' is not a number; digits 0 to 9 with '.' as decimal sign"
                + " were expected, or nothing where it is missing");
    CohortReader comma =
        CohortReader.withDefaults().withFormat(CsvFormat.withDefaults().withDecimalComma(true));
    assertThat(comma.read(folder).problems())
        .extracting(Problem::text)
        .contains("visits.csv:3: column vas: '3.5' is not a number; digits 0 to 9 with ',' as"
            + " decimal sign were expected, or nothing where it is missing");
    for (String file : List.of("patients.csv", "hips.csv", "visits.csv", "imaging.csv")) {
      String text = Files.readString(folder.resolve(file));
      Files.writeString(
          folder.resolve(file),
          file.equals("visits.csv")
              ? text.replace("3.5", "3,5")
              : text.replace(',', ';').replace('.', ','));
    }
    assertThat(comma.read(folder).orThrow().hips().get(0).visits())
        .extracting(visit -> visit.scores().get(0).points())
        .isEqualTo(List.of(7.5, 3.5));
  }

  @Test
  void doesNotCareInWhichOrderVisitsCome() throws IOException, URISyntaxException {
    lay("sound");
    Cohort expected = CohortReader.withDefaults().read(folder).orThrow();
    List<String> lines = Files.readAllLines(folder.resolve("visits.csv"));
    List<String> turned = Stream.concat(
            lines.stream().limit(1),
            Stream.iterate(lines.size() - 1, i -> i > 0, i -> i - 1).map(lines::get))
        .toList();
    Files.write(folder.resolve("visits.csv"), turned);
    assertThat(CohortReader.withDefaults().read(folder).orThrow()).isEqualTo(expected);
  }

  @Test
  void readsFilesFromWhereverTheyAreKept() throws IOException, URISyntaxException {
    lay("sound");
    Cohort expected = CohortReader.withDefaults().read(folder).orThrow();
    CohortReading reading = CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(getClass().getResourceAsStream("sound/" + file)));
    assertThat(reading.orThrow()).isEqualTo(expected);
    assertThat(CohortReader.withDefaults().read(file -> Optional.empty()).problems())
        .extracting(Problem::text)
        .startsWith(
            "patients.csv:1: column patient_id: the file is not there; a readable CSV file was expected")
        .hasSize(2);
  }

  @Test
  void refusesACohortWithoutPatients() throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(folder.resolve("patients.csv"), "patient_id,sex,age_years\n");
    assertThat(CohortReader.withDefaults().read(folder).problems().get(0).text())
        .isEqualTo(
            "patients.csv:2: column patient_id: no row follows the header; at least one was expected");
  }

  @Test
  void keepsAnIdentifierOutOfMessagesEvenIfItIsAShortNumber()
      throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(
        folder.resolve("patients.csv"), "patient_id,age_years,sex\n46,F,37\n7,121,F\n");
    Files.writeString(
        folder.resolve("hips.csv"), "side,patient_id,etiology,steinberg_stage\n46,L,alcohol,3\n");
    assertThat(CohortReader.withDefaults().read(folder).problems().stream()
            .map(Problem::text)
            .filter(text -> !text.contains("without a valid row")))
        .containsExactly(
            "patients.csv:2: column sex: the text is not a sex; one of F, M, U was expected",
            "patients.csv:2: column age_years: the text is not a whole number; digits 0 to 9 were"
                + " expected, or nothing where it is missing",
            "patients.csv:3: column age_years: age at enrollment [years] must lie in 0.0..120.0,"
                + " and this cell does not",
            "hips.csv:2: column side: the text is not a side of the body; one of L, R was expected",
            "hips.csv:2: column steinberg_stage: '3' is not a Steinberg stage; one of 0, I, II,"
                + " III, IV, V, VI, unknown was expected");
  }

  @Test
  void reportsRowsThatAQuoteLeftOpenSwallows() throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(
        folder.resolve("events.csv"),
        "patient_id,term,day,note\nP1,fever,1,\"x\nP1,fever,2,x\"\nP1,fever,3,x\n");
    CohortReading reading = CohortReader.withDefaults().read(folder);
    assertThat(reading.problems())
        .extracting(Problem::text)
        .containsExactly("events.csv:2: column note: holds a line break, perhaps for a quote left"
            + " open; one line was expected, and nothing up to line 3 was taken");
    assertThat(reading.accepted().adverseEvents()).hasSize(1);
  }

  @Test
  void tellsNamesByNumberWhereTheHeaderMayBeARowOfData() throws IOException, URISyntaxException {
    lay("sound");
    Files.writeString(
        folder.resolve("satisfaction.csv"), "patient_id,satisfaction,noteP1,satisfied,x\n");
    CohortReader strict =
        CohortReader.withDefaults().withFormat(CsvFormat.withDefaults().withStrict(true));
    assertThat(strict.read(folder).problems())
        .extracting(Problem::column)
        .containsExactly("number 3", "number 4", "number 5");
  }

  @Test
  void readsTablesOfADictionaryFromAFolder() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "Nr;Alter;Seite\n1;40;L\n");
    Dictionary dictionary = Dictionary.parse(
        "d.csv",
        "source,column,means\nt.csv,Nr,patient\nt.csv,Alter,age_years\nt.csv,Seite,side\n");
    CohortReader reader = CohortReader.with(dictionary);
    assertThat(reader.read(folder).orThrow().hips()).hasSize(1);
    assertThat(reader.read(List.of()).problems())
        .extracting(Problem::text)
        .containsExactly(
            "t.csv:1: column 1: the file is not there; a readable CSV file was expected");
  }

  @Test
  void readsGivenTablesUnderTheNamesOfTheFiles() {
    CsvInput patients = rows("patients.csv", "patient_id,sex,age_years\nA,F,40\n");
    CsvInput hips = rows("hips.csv", "patient_id,side,etiology,steinberg_stage\nA,L,other,II\n");
    CohortReader reader = CohortReader.withDefaults();
    assertThat(reader.read(List.of(patients, hips)).orThrow().hips()).hasSize(1);
    assertThat(reader.read(List.of(patients)).problems())
        .extracting(Problem::text)
        .containsExactly(
            "hips.csv:1: column patient_id: the file is not there; a readable CSV file was expected");
    assertThatThrownBy(() -> reader.read(List.of(patients, patients)))
        .hasMessage("sources of a cohort [distinct names] must be 2, but are fewer");
    assertThatThrownBy(() -> reader.read(List.of(patients, rows("others.csv", "a\n1\n"))))
        .hasMessage("source of a cohort [name] must be one of patients.csv, hips.csv, visits.csv,"
            + " imaging.csv, procedures.csv, events.csv, satisfaction.csv without a dictionary, but"
            + " one was another");
  }

  private static CsvInput rows(String name, String table) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  @Test
  void tellsWhereAStreamBreaksOff() throws IOException, URISyntaxException {
    lay("sound");
    InputStream events = breakingOff();
    CohortReading reading = CohortReader.withDefaults()
        .read(file -> file.equals("events.csv")
            ? Optional.of(events)
            : Optional.ofNullable(CohortReaderTest.class.getResourceAsStream("sound/" + file)));
    assertThat(reading.problems())
        .extracting(Problem::text)
        .containsExactly(
            "events.csv:2: column patient_id: the file breaks off; nothing from there on was read");
  }

  /** A header, more blanks than readers hold in advance, and then a failure. */
  private static InputStream breakingOff() throws IOException {
    String start = "patient_id,term,day\n" + " ".repeat(1 << 17);
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return new SequenceInputStream(
        new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), closed);
  }
}
