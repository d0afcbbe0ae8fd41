package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.treatment.AspirationSite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Treatments with their volumes, cells and tools, read from tables of a hospital. */
class DictionaryTreatmentsTest {
  private static final String DICTIONARY = """
      source,column,means,codes,missing,dates,rows
      hips.csv,Nr,patient,,,,
      hips.csv,Age,age_years,,,,
      hips.csv,Side,side,,,,
      hips.csv,Treated,index_date,,,dd.MM.yyyy,
      theater.csv,Nr,patient,,,,
      theater.csv,Side,side,G=L;D=R;2=both,,,
      theater.csv,Act,procedure,A=aspiration;P=preparation;C=decompression;I=injection,,,
      theater.csv,Date,procedure_date,,,dd.MM.yyyy,
      theater.csv,Volume,volume_mL,,-9,,
      theater.csv,Site,aspiration_site,crest=posterior_iliac_crest,,,
      theater.csv,Enough,adequate,y=1;n=0,,,
      theater.csv,Spins,spins,,,,
      theater.csv,Viable,viability_percent,,,,
      theater.csv,Drill,drill_mm,,,,
      theater.csv,No,injection_number,,,,
      theater.csv,Minutes,duration_min,,,,
      theater.csv,Why,injection_reason,,,,
      """;
  private static final String HIPS = """
      Nr,Age,Side,Treated
      1,40,L,01.02.2020
      1,40,R,01.03.2020
      2,50,L,05.05.2021
      """;
  private static final String HEADER =
      "Nr,Side,Act,Date,Volume,Site,Enough,Spins,Viable,Drill,No,Minutes,Why\n";
  private static final String THEATER = HEADER + """
      1,G,A,01.02.2020,240,crest,y,,,,,,
      1,,P,01.02.2020,12,,,1200x10 3000x7,97.5,,,,
      1,G,C,01.02.2020,,,,,,3.5,,,
      1,2,I,02.03.2020,6,,,,,,1,5,planned
      2,G,I,05.05.2021,-9,,,,,,1,,
      """;

  private static CohortReading read(String theater) {
    Map<String, String> tables = Map.of("hips.csv", HIPS, "theater.csv", theater);
    return CohortReader.with(Dictionary.parse("dictionary.csv", DICTIONARY))
        .read(name -> Optional.ofNullable(tables.get(name))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void readsWhatWasDoneToPatientsAndToHipsOnDaysOfTheirOwn() {
    Cohort cohort = read(THEATER).orThrow();
    assertThat(cohort.isRecorded(DataKind.TREATMENTS)).isTrue();
    assertThat(cohort.aspirations()).singleElement().satisfies(done -> {
      assertThat(done.day()).isZero();
      assertThat(done.volumeMilliliters()).hasValue(240);
      assertThat(done.site()).contains(AspirationSite.POSTERIOR_ILIAC_CREST);
      assertThat(done.adequate()).contains(true);
    });
    assertThat(cohort.preparations()).singleElement().satisfies(done -> {
      assertThat(done.spins()).hasSize(2);
      assertThat(done.viabilityPercent()).hasValue(97.5);
    });
    Hip left = cohort.hips().get(0);
    assertThat(left.decompressions()).singleElement().satisfies(done -> {
      assertThat(done.day()).isZero();
      assertThat(done.drillMillimeters()).hasValue(3.5);
    });
    assertThat(left.injections()).singleElement().satisfies(done -> {
      assertThat(done.day()).isEqualTo(30);
      assertThat(done.minutes()).hasValue(5);
      assertThat(done.reason()).contains("planned");
    });
    assertThat(cohort.hips().get(1).injections())
        .singleElement()
        .satisfies(done -> assertThat(done.day()).isEqualTo(1));
    assertThat(cohort.hips().get(2).injections())
        .singleElement()
        .satisfies(done -> assertThat(done.volumeMilliliters()).isEmpty());
  }

  @Test
  void reportsEachTreatmentThatCannotBeReadOnceAndAtItsCell() {
    String theater = HEADER + """
        1,X,C,01.02.2020,,,,,,3.5,,,
        1,,I,01.02.2020,6,,,,,,1,,
        1,G,Z,01.02.2020,6,,,,,,1,,
        1,G,C,soon,,,,,,3.5,,,
        1,,A,soon,240,,,,,,,,
        1,G,C,01.02.2020,7,,,,,,,,
        2,G,I,05.05.2021,9999,,,,,,1,,
        2,D,I,05.05.2021,5,,,,,,1,,
        ,G,I,05.05.2021,5,,,,,,1,,
        """;
    assertThat(read(theater).problems())
        .extracting(problem -> problem.line() + " " + problem.column())
        .containsExactlyInAnyOrder(
            "2 Side",
            "3 Side",
            "4 Act",
            "5 Date",
            "6 Date",
            "7 Volume",
            "8 Volume",
            "9 Nr",
            "10 Nr");
    assertThat(read(theater).problems())
        .extracting(Problem::message)
        .contains("has no place in a row of procedure decompression; an empty cell was expected");
  }
}
