package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two readings of every hip at baseline, counted beside the consensus. */
class BlindedReadersTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";
  private static final List<String> READERS = List.of("reader_1", "reader_2");
  private static final List<String> SEEN_ON_FILMS = List.of(
      "radiograph_abnormal",
      "sclerosis_or_cysts",
      "crescent",
      "crescent_percent",
      "flattening",
      "collapsed_surface_percent",
      "depression_mm",
      "joint_space_narrowing",
      "acetabular_changes",
      "joint_space_obliterated");

  @ParameterizedTest
  @MethodSource(ALL)
  void readEveryHipOnceAtBaselineAfterTheConsensus(TestCohort cohort) {
    List<Row> rows = cohort.rows("imaging.csv");
    List<Integer> first = IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).is("visit", "BL"))
        .filter(i -> rows.get(i).is("reader", "consensus"))
        .boxed()
        .toList();
    assertThat(first).hasSize(58).allSatisfy(i -> {
      assertReadingOfTheSameHip(rows.get(i), rows.get(i + 1), "reader_1");
      assertReadingOfTheSameHip(rows.get(i), rows.get(i + 2), "reader_2");
    });
    assertThat(rows.size() - cohort.readBy("consensus").size()).isEqualTo(2 * 58);
  }

  private static void assertReadingOfTheSameHip(Row consensus, Row reading, String reader) {
    assertThat(reading.hip()).isEqualTo(consensus.hip());
    assertThat(reading.text("visit")).isEqualTo("BL");
    assertThat(reading.text("day")).isEqualTo(consensus.text("day"));
    assertThat(reading.text("modality")).isEqualTo("mri");
    assertThat(reading.text("reader")).isEqualTo(reader);
    assertThat(SEEN_ON_FILMS)
        .allSatisfy(column -> assertThat(reading.text(column)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void measureLesionsWithinThreePointsOfTheConsensus(TestCohort cohort) {
    BigDecimal limit = BigDecimal.valueOf(3);
    for (String reader : READERS) {
      List<Row> readings = cohort.readBy(reader);
      for (int i = 0; i < readings.size(); i++) {
        Row reading = readings.get(i);
        if (reading.is("mri_lesion", "0")) {
          assertThat(reading.text("lesion_percent") + reading.text("lesion_location"))
              .isEmpty();
        } else {
          BigDecimal agreed = cohort.images().get(i).get(0).number("lesion_percent");
          assertThat(reading.number("lesion_percent").scale()).isEqualTo(1);
          assertThat(reading.number("lesion_percent"))
              .isBetween(agreed.subtract(limit), agreed.add(limit));
          assertThat(reading.text("lesion_location")).isIn("medial", "central", "lateral");
        }
      }
    }
  }

  /** Of 58 hips: one of 14, one of 29, and one of 10 beside those that one reader did not place. */
  @ParameterizedTest
  @MethodSource(ALL)
  void differInAFewHips(TestCohort cohort) {
    assertThat(differences(cohort, "edema")).isEqualTo(4);
    assertThat(differences(cohort, "mri_lesion")).isEqualTo(2);
    assertThat(differences(cohort, "lesion_location")).isBetween(5L, 7L);
    assertThat(differences(cohort, "lesion_percent")).isGreaterThan(29);
  }

  private static long differences(TestCohort cohort, String column) {
    List<Row> first = cohort.readBy("reader_1");
    List<Row> second = cohort.readBy("reader_2");
    return IntStream.range(0, first.size())
        .filter(i -> !first.get(i).is(column, second.get(i).text(column)))
        .count();
  }
}
