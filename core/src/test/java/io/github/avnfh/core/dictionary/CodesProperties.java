package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** All that a row of a file holds is a map by the same codes, there and back. */
class CodesProperties {
  private static final Pattern CANONICAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,8})([.][0-9]*[1-9])?");

  @Provide
  static Arbitrary<Cohort> cohorts() {
    return Arbitraries.randomValue(random -> new RandomCohort(random).next());
  }

  private static Visit visit(Map<String, ?> codes) {
    return Visit.ofCodes(codes, RandomCohort.INSTRUMENTS);
  }

  private static Hip withoutHistory(Hip hip) {
    return hip.withHistory(List.of(), List.of(), List.of(), List.of());
  }

  private static List<Visit> visits(Cohort cohort) {
    return cohort.hips().stream().flatMap(hip -> hip.visits().stream()).toList();
  }

  private static List<ImageReading> images(Cohort cohort) {
    return cohort.hips().stream().flatMap(hip -> hip.imageReadings().stream()).toList();
  }

  @Property(tries = 12)
  void makeTheSameValueAgain(@ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    Function<Map<String, String>, Map<String, Object>> sent = codes -> inOtherForms(codes, random);
    for (Patient patient : cohort.patients()) {
      assertThat(Patient.ofCodes(sent.apply(patient.codes())).equals(patient)).isTrue();
    }
    for (Hip plain : cohort.hips()) {
      Hip hip = plain
          .withIndexDay(random.nextInt(3))
          .withRecordedStages(
              RecordedStage.of(StageSystem.FICAT, "II"),
              RecordedStage.of(StageSystem.JIC_STAGE, "2"));
      assertThat(Hip.ofCodes(sent.apply(hip.codes())).equals(withoutHistory(hip)))
          .isTrue();
    }
    visits(cohort).forEach(visit -> assertThat(visit(sent.apply(visit.codes()))).isEqualTo(visit));
    for (ImageReading images : images(cohort)) {
      assertThat(ImageReading.ofCodes(sent.apply(images.codes()))).isEqualTo(images);
      Findings findings = images.findings();
      assertThat(Findings.ofCodes(sent.apply(findings.codes()))).isEqualTo(findings);
    }
  }

  /** Numbers as JSON parsers, databases and data frames give them. */
  private static Map<String, Object> inOtherForms(Map<String, String> codes, Random random) {
    Map<String, Object> sent = new LinkedHashMap<>(codes);
    codes.forEach((code, text) -> {
      if (CANONICAL.matcher(text).matches() && !text.equals("-0")) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = text.indexOf('.') < 0;
        List<Object> forms = whole
            ? List.of(number.intValueExact(), number.longValueExact(), number.doubleValue(), number)
            : List.of(number.doubleValue(), number, number.setScale(30));
        sent.put(code, forms.get(random.nextInt(forms.size())));
      }
    });
    return sent;
  }

  @Property(tries = 6)
  void areWhatTheFilesHold(@ForAll("cohorts") Cohort cohort) {
    Map<String, String> texts = CohortWriter.withDefaults().texts(cohort);
    Set<String> none = Set.of();
    Set<String> hip = Set.of("patient_id", "side");
    assertThat(rows(texts.getOrDefault("patients.csv", ""), none))
        .isEqualTo(cohort.patients().stream().map(Patient::codes).toList());
    assertThat(rows(texts.getOrDefault("hips.csv", ""), none))
        .isEqualTo(cohort.hips().stream().map(Hip::codes).toList());
    assertThat(rows(texts.getOrDefault("visits.csv", ""), hip))
        .isEqualTo(visits(cohort).stream().map(Visit::codes).toList());
    assertThat(rows(texts.getOrDefault("imaging.csv", ""), hip))
        .isEqualTo(images(cohort).stream().map(ImageReading::codes).toList());
  }

  /** A whole cohort, with the history of each hip, as a parser of JSON has it. */
  @Property(tries = 6)
  void aCohortIsMadeOfTheRowsOfItsTables(@ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    List<CsvInput> tables = CohortWriter.withDefaults().texts(cohort).entrySet().stream()
        .filter(table -> !all(table.getValue()).isEmpty())
        .map(table -> CsvInput.ofRows(table.getKey(), sent(table.getValue(), random)))
        .toList();
    CohortReader reader = CohortReader.withDefaults().withInstruments(RandomCohort.INSTRUMENTS);
    Cohort read = reader.read(tables).orThrow();
    assertThat(read.hips().equals(cohort.hips())).isTrue();
    assertThat(read.patients().equals(cohort.patients())).isTrue();
    assertThat(read.adverseEvents().equals(cohort.adverseEvents())).isTrue();
    assertThat(read.aspirations().equals(cohort.aspirations())).isTrue();
  }

  private static List<Map<String, Object>> sent(String csv, Random random) {
    return all(csv).stream().map(row -> inOtherForms(row, random)).toList();
  }

  private static List<Map<String, String>> all(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    table(csv).forEachRow(new Problems(), row -> {
      Map<String, String> cells = new LinkedHashMap<>();
      row.columns().forEach(column -> cells.put(column, row.text(column).orElse("")));
      rows.add(cells);
    });
    return rows;
  }

  private static CsvInput table(String csv) {
    return CsvInput.of(
        "file.csv",
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  private static List<Map<String, String>> rows(String csv, Set<String> others) {
    List<Map<String, String>> rows = all(csv);
    for (Map<String, String> row : rows) {
      row.keySet().removeAll(others);
      row.remove("data_origin");
      row.values().removeIf(String::isEmpty);
    }
    return rows;
  }

  @Property(tries = 12)
  void tellNothingOfAPatient(@ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    String secret = "MRN-" + (99_000 + random.nextInt(999));
    for (Patient patient : cohort.patients()) {
      patient.codes().keySet().stream()
          .filter(code -> !code.equals("patient_id") && !code.equals("lost_reason"))
          .forEach(code -> {
            Map<String, Object> wrong = new LinkedHashMap<>(patient.codes());
            wrong.put(code, secret);
            assertThatThrownBy(() -> Patient.ofCodes(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(code + " of patient: ")
                .hasMessageNotContaining(secret);
          });
    }
    for (Hip hip : cohort.hips()) {
      Map<String, Object> wrong = new LinkedHashMap<>(hip.codes());
      wrong.put("etiology", wrong.get("patient_id"));
      wrong.put("steinberg_grade", secret);
      assertThatThrownBy(() -> Hip.ofCodes(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(secret)
          .hasMessageStartingWith("etiology of hip: ");
    }
  }
}
