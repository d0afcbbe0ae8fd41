package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcedureFileTest {
  private static final String HEADER = "patient_id,side,procedure,day,date,number,volume_mL,"
      + "smallest_aliquot_mL,largest_aliquot_mL,spins,drill_mm,reason\n";

  private static CohortReading read(String procedures) {
    return CohortReader.withDefaults()
        .read(file -> file.equals("procedures.csv")
            ? Optional.of(new ByteArrayInputStream(procedures.getBytes(StandardCharsets.UTF_8)))
            : Optional.ofNullable(ProcedureFileTest.class.getResourceAsStream("sound/" + file)));
  }

  @Test
  void readsWhatWasDoneToPatientsAndToHips() {
    Cohort cohort = read("""
        patient_id,side,procedure,day,date,number,volume_mL,aliquots,smallest_aliquot_mL,largest_aliquot_mL,site,adequate,spins,viability_percent,density_gradient,drill_mm,duration_min,reason
        P1,,aspiration,0,,,96,12,6.5,10,posterior_iliac_crest,1,,,,,,
        P1,,preparation,0,,,11.5,,,,,,1200x10  3000x7.5,94.5,0,,,
        P1,L,injection,183,,3,9,,,,,,,,,,,edema persists
        P1,L,injection,,2022-03-01,1,5.75,,,,,,,,,,5,
        P1,L,decompression,,2022-03-01,,,,,,,,,,,3.2,,
        """).orThrow();
    MarrowAspiration aspiration = cohort.aspirations().get(0);
    assertThat(aspiration.volumeMilliliters()).hasValue(96);
    assertThat(aspiration.aliquots()).hasValue(12);
    assertThat(aspiration.smallestAliquotMilliliters()).hasValue(6.5);
    assertThat(aspiration.largestAliquotMilliliters()).hasValue(10);
    assertThat(aspiration.site()).hasValue(AspirationSite.POSTERIOR_ILIAC_CREST);
    assertThat(aspiration.adequate()).hasValue(true);
    CellPreparation preparation = cohort.preparations().get(0);
    assertThat(preparation.spins())
        .containsExactly(Centrifugation.of(1_200, 10), Centrifugation.of(3_000, 7.5));
    assertThat(preparation.finalVolumeMilliliters()).hasValue(11.5);
    assertThat(preparation.viabilityPercent()).hasValue(94.5);
    assertThat(preparation.densityGradient()).hasValue(false);
    assertThat(preparation.cultured()).isEmpty();
    Hip hip = cohort.hips().get(0);
    assertThat(hip.decompressions()).singleElement().satisfies(done -> {
      assertThat(done.day()).isZero();
      assertThat(done.drillMillimeters()).hasValue(3.2);
    });
    assertThat(hip.injections()).extracting(Injection::number).isEqualTo(List.of(1, 3));
    assertThat(hip.injections().get(1).daysAfter(hip.injections().get(0))).isEqualTo(183);
    assertThat(hip.injections().get(1).reason()).hasValue("edema persists");
    assertThat(hip.injections().get(0).minutes()).hasValue(5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      P1,L,aspiration,0,,,,,,,,       | side: has no place in a row of procedure aspiration; an empty cell was expected
      P1,,aspiration,0,,,,,,,3.2,     | drill_mm: has no place in a row of procedure aspiration; an empty cell was expected
      P1,,decompression,0,,,,,,,,     | side: is empty; a value was expected
      P1,R,injection,306,,1,,,,,,     | day: lies after the replacement of the hip; a treatment of the hip itself was expected
      P1,L,injection,0,,,,,,,,        | number: is empty; a value was expected
      P1,L,injection,0,,0,,,,,,       | number: number of an injection [count] must lie in 1.0..100.0, but was 0.0
      P1,,aspiration,0,,,2001,,,,,    | volume_mL: aspirated volume [mL] must lie in 0.1..2000.0, but was 2001.0
      P1,,aspiration,0,,,,10,5,,,     | smallest_aliquot_mL: smallest aliquot [mL] must lie in 0.1..5.0, the largest, but was 10.0
      P1,,preparation,0,,,,,,1200,,   | spins: '1200' is not a spin; revolutions per minute, an x and minutes as in 1200x10 was expected, a blank before the next
      P1,,preparation,0,,,,,,0x10,,   | spins: speed of a spin [revolutions per minute] must lie in 1.0..200000.0, but was 0.0
      P1,,preparation,,,,,,,,,        | day: is empty; a value was expected
      P1,,transfusion,0,,,,,,,,       | procedure: a text of 11 characters is not a procedure; one of aspiration, preparation, decompression, injection was expected
      P9,,aspiration,0,,,,,,,,        | patient_id: names a patient without a valid row in patients.csv; a patient of that file was expected
      """)
  void tellsWhatIsWrongWithARow(String row, String problem) {
    assertThat(read(HEADER + row.strip() + "\n").problems())
        .extracting(Problem::text)
        .containsExactly("procedures.csv:2: column " + problem);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      P1,,aspiration,0,,,60,,,,,  | patient_id: names a patient and day that line 2 gave already; one row each was expected
      P1,,preparation,0,,,8,,,,,  | patient_id: names a patient and day that line 2 gave already; one row each was expected
      P1,L,decompression,0,,,,,,,, | procedure: names a treatment of this hip that line 2 gave already; one row each was expected
      P1,L,injection,9,,2,,,,,,   | procedure: names a treatment of this hip that line 2 gave already; one row each was expected
      """)
  void refusesTheSameTwice(String row, String problem) {
    assertThat(read(HEADER + row.strip() + "\n" + row.strip() + "\n").problems())
        .extracting(Problem::text)
        .containsExactly("procedures.csv:3: column " + problem);
  }
}
