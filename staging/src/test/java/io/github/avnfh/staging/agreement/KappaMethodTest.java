package io.github.avnfh.staging.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KappaMethodTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-14);

  @Test
  void agreesWithRInEstimateErrorAndInterval() {
    List<Ratings<Integer>> sets = Golden.ratings();
    assertThat(sets).hasSize(46);
    for (String[] row : Golden.rows("kappa.csv", 161)) {
      Ratings<Integer> ratings = sets.get(Integer.parseInt(row[0]) - 1);
      Coefficient kappa = KappaMethod.valueOf(row[1])
          .estimate(ratings, 0.95, AgreementInterval.INDEPENDENT_SUBJECTS);
      Golden.agree(kappa.estimate(), row[2]);
      Golden.agree(kappa.standardError(), row[3]);
      Golden.agree(Golden.lower(kappa), row[4]);
      Golden.agree(Golden.upper(kappa), row[5]);
      assertThat(kappa.subjects()).hasToString(row[6]);
      assertThat(kappa.leftOut()).hasToString(row[7]);
    }
  }

  @Test
  void agreesWithThePackageOfPsychologists() {
    List<Ratings<Integer>> sets = Golden.ratings();
    List<String[]> rows = Golden.rows("psych_kappa.csv", 66);
    assertThat(Golden.sets(rows)).isEqualTo(22);
    for (String[] row : rows) {
      Coefficient kappa = KappaMethod.valueOf(row[1])
          .estimate(
              sets.get(Integer.parseInt(row[0]) - 1), 0.95, AgreementInterval.INDEPENDENT_SUBJECTS);
      Golden.agree(kappa.estimate(), row[2]);
      if (row[1].equals("COHEN")) {
        Golden.agree(kappa.standardError(), row[3]);
      }
    }
  }

  /** The 30 patients of Fleiss 1971, table 1: how many of 6 readers gave each of 5 diagnoses. */
  @Test
  void printsWhatFleissPrinted() {
    List<String> table = List.of(
        "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006",
        "10050 11040 03300 10050 02031 00501 30012 51000 02040 10203",
        "00006 01050 02013 20040 10041 05010 40002 02040 10500 00006");
    List<List<Optional<Integer>>> patients = table.stream()
        .flatMap(row -> Stream.of(row.split(" ")))
        .map(KappaMethodTest::readings)
        .toList();
    Coefficient kappa =
        KappaMethod.FLEISS.estimate(Ratings.of(List.of(0, 1, 2, 3, 4), patients), 0.95);
    assertThat(kappa.subjects()).isEqualTo(30);
    assertThat(kappa.observed().orElseThrow()).isCloseTo(5.0 / 9, EXACT);
    assertThat(kappa.expected().orElseThrow()).isCloseTo(0.220, Offset.offset(0.0005));
    assertThat(kappa.estimate().orElseThrow()).isCloseTo(0.430, Offset.offset(0.0005));
  }

  private static List<Optional<Integer>> readings(String counts) {
    return IntStream.range(0, counts.length())
        .boxed()
        .flatMap(word -> Collections.nCopies(counts.charAt(word) - '0', Optional.of(word)).stream())
        .toList();
  }

  /** By hand: 20 and 15 agree of 50; chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5; (0.7 - 0.5) / 0.5. */
  @Test
  void isFourTenthsForTwentyAndFifteenOfFifty() {
    Coefficient kappa = KappaMethod.COHEN.estimate(table(20, 5, 10, 15), 0.95);
    assertThat(kappa.observed().orElseThrow()).isCloseTo(0.7, EXACT);
    assertThat(kappa.expected().orElseThrow()).isCloseTo(0.5, EXACT);
    assertThat(kappa.estimate().orElseThrow()).isCloseTo(0.4, EXACT);
    assertThat(kappa.name()).isEqualTo("Cohen's kappa");
  }

  /**
   * Pairs 1-1, 1-2, 1-3 and 3-3. Linear weights 1, 1/2, 0 and 1: (5/2) / 4 observed, 7/16 by
   * chance, (10 - 7) / (16 - 7). Quadratic ones 1, 3/4, 0 and 1: (11/4) / 4 and 1/2, 3/16 over 1/2.
   */
  @ParameterizedTest
  @CsvSource({"LINEAR, 0.625, 0.4375, 0.3333333333333333", "QUADRATIC, 0.6875, 0.5, 0.375"})
  void weighsHalfTheDistanceOfThreeCategories(
      KappaMethod method, double observed, double expected, double estimate) {
    List<List<Optional<Integer>>> four = new ArrayList<>();
    add(four, 1, 1, 1);
    add(four, 1, 1, 2);
    add(four, 1, 1, 3);
    add(four, 1, 3, 3);
    Ratings<Integer> ratings = Ratings.of(List.of(1, 2, 3), four);
    Coefficient kappa = method.estimate(ratings, 0.95);
    assertThat(kappa.observed().orElseThrow()).isCloseTo(observed, EXACT);
    assertThat(kappa.expected().orElseThrow()).isCloseTo(expected, EXACT);
    assertThat(kappa.estimate().orElseThrow()).isCloseTo(estimate, EXACT);
    assertThat(ratings).hasToString("Ratings{4 subjects, 2 readers, 3 categories}");
  }

  /** With two categories every weight is 0 or 1. */
  @Test
  void isTheSameForAllWeightsOfTwoCategories() {
    Ratings<Integer> ratings = table(7, 3, 2, 11);
    Coefficient plain = KappaMethod.COHEN.estimate(ratings, 0.9);
    for (KappaMethod weighted : List.of(KappaMethod.LINEAR, KappaMethod.QUADRATIC)) {
      assertThat(weighted.estimate(ratings, 0.9).estimate()).isEqualTo(plain.estimate());
    }
  }

  @Test
  void doesNotCollapseWithPrevalenceIfItIsAc1() {
    Ratings<Integer> rare = table(118, 5, 2, 0);
    assertThat(KappaMethod.COHEN.estimate(rare, 0.95).estimate().orElseThrow()).isNegative();
    assertThat(KappaMethod.GWET_AC1.estimate(rare, 0.95).estimate().orElseThrow())
        .isGreaterThan(0.9);
  }

  @Test
  void isNotDefinedWhereAllRatingsAreOneCategory() {
    Coefficient kappa = KappaMethod.COHEN.estimate(table(9, 0, 0, 0), 0.95);
    assertThat(kappa.estimate()).isEmpty();
    assertThat(kappa.interval()).isEmpty();
    assertThat(kappa.observed().orElseThrow()).isCloseTo(1, EXACT);
  }

  @Test
  void givesFullAgreementOfIndependentSubjectsNoInterval() {
    for (KappaMethod method : KappaMethod.values()) {
      Coefficient kappa =
          method.estimate(table(9, 0, 0, 4), 0.95, AgreementInterval.INDEPENDENT_SUBJECTS);
      assertThat(kappa.estimate().orElseThrow()).isCloseTo(1, EXACT);
      assertThat(kappa.standardError()).hasValue(0);
      assertThat(kappa.interval()).isEmpty();
    }
  }

  @Test
  void refusesMoreReadersThanItIsMadeForAndRowsThatDoNotFit() {
    Optional<Integer> one = Optional.of(1);
    Ratings<Integer> three =
        Ratings.of(List.of(1, 2), List.of(List.of(one, one, one), List.of(one, one, one)));
    assertThatThrownBy(() -> KappaMethod.LINEAR.estimate(three, 0.95))
        .hasMessage("readers of Cohen's kappa, linear weights [count] must be 2, but was 3");
    assertThatThrownBy(() -> KappaMethod.FLEISS.estimate(three, 1))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 1.0");
    assertThatThrownBy(() -> KappaMethod.FLEISS.estimate(three, 0))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 0.0");
    assertThatThrownBy(() -> Ratings.of(List.of(1, 2), List.of(List.of(one, one), List.of(one))))
        .hasMessage("readings of a subject [count] must be 2 as of the first one, but was 1");
    assertThatThrownBy(() ->
            Ratings.of(List.of(1, 2), List.of(List.of(one, Optional.of(3)), List.of(one, one))))
        .hasMessage("every answer of a reader must be one of the 2 categories, but one is not");
    assertThatThrownBy(() -> Ratings.of(List.of(1), List.of()))
        .hasMessage("categories of an agreement [count] must be 2 or more, but was 1");
  }

  @Test
  void refusesFewerThanTwoSubjectsThatCanBeUsed() {
    Optional<Integer> one = Optional.of(1);
    Ratings<Integer> ratings =
        Ratings.of(List.of(1, 2), List.of(List.of(one, one), List.of(one, Optional.empty())));
    assertThatThrownBy(() -> KappaMethod.COHEN.estimate(ratings, 0.95))
        .hasMessageEndingWith("must be 2 or more, but was 1");
    assertThatThrownBy(() -> KappaMethod.GWET_AC1.estimate(ratings, 0.95))
        .hasMessageEndingWith("must be 2 or more, but was 1");
  }

  private static Ratings<Integer> table(int both, int first, int second, int neither) {
    List<List<Optional<Integer>>> subjects = new ArrayList<>();
    add(subjects, both, 1, 1);
    add(subjects, first, 1, 2);
    add(subjects, second, 2, 1);
    add(subjects, neither, 2, 2);
    return Ratings.of(List.of(1, 2), subjects);
  }

  private static void add(List<List<Optional<Integer>>> subjects, int times, int one, int other) {
    for (int time = 0; time < times; time++) {
      subjects.add(List.of(Optional.of(one), Optional.of(other)));
    }
  }
}
