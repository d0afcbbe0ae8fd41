package io.github.avnfh.staging.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.PatientId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ByPatientTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /** As in by_patient.R: of the first half of the subjects every two in order are one patient. */
  private static List<Integer> patients(int subjects) {
    return IntStream.rangeClosed(1, subjects)
        .mapToObj(subject -> subject <= subjects / 2.0 ? (subject + 1) / 2 : subject)
        .toList();
  }

  @Test
  void agreesWithRWithoutEachPatientInTurn() {
    List<Ratings<Integer>> ratings = Golden.ratings();
    List<Measurements> measurements = Golden.measurements();
    List<String[]> rows = Golden.rows("by_patient.csv", 174);
    for (String[] row : rows) {
      int set = Integer.parseInt(row[0]) - 1;
      if (Character.isLetter(row[1].charAt(0)) && isKappa(row[1])) {
        Ratings<Integer> of = ratings.get(set);
        agree(
            KappaMethod.valueOf(row[1]).estimate(of.withPatients(patients(of.subjects())), 0.95),
            row);
      } else {
        Measurements of = measurements.get(set);
        agree(of.withPatients(patients(of.subjects() + of.leftOut())), row);
      }
    }
  }

  private static boolean isKappa(String method) {
    return List.of(KappaMethod.values()).stream().anyMatch(one -> one.name().equals(method));
  }

  private static void agree(Coefficient coefficient, String... row) {
    Golden.agree(coefficient.estimate(), row[2]);
    if (!row[3].isEmpty()) {
      Golden.agree(coefficient.standardError(), row[3]);
    }
    Golden.agree(Golden.lower(coefficient), row[4]);
    Golden.agree(Golden.upper(coefficient), row[5]);
    assertThat(coefficient.patients()).hasToString(row[6]);
  }

  private static void agree(Measurements of, String... row) {
    switch (row[1]) {
      case "BIAS" -> {
        BlandAltman found = BlandAltman.of(of, 0.95, AgreementLimits.NORMAL);
        agree(found.biasInterval().orElseThrow(), row);
        Golden.agree(OptionalDouble.of(found.bias()), row[2]);
        assertThat(found.patients()).hasToString(row[6]);
      }
      case "LOWER" -> {
        BlandAltman found = BlandAltman.of(of, 0.95, AgreementLimits.NORMAL);
        agree(found.lowerInterval().orElseThrow(), row);
        Golden.agree(OptionalDouble.of(found.lowerLimit()), row[2]);
      }
      case "QUANTILE" -> {
        BlandAltman found = BlandAltman.of(of, 0.95, AgreementLimits.QUANTILE);
        Golden.agree(OptionalDouble.of(found.upperLimit()), row[2]);
        Golden.agree(found.normality(), found.normality().isPresent() ? row[3] : "");
        assertThat(found.normality().isPresent()).isEqualTo(found.subjects() >= 10);
        assertThat(found.upperInterval()).isEmpty();
      }
      case "AGREEMENT_SINGLE:DRAWN" -> {
        Coefficient icc = IccForm.AGREEMENT_SINGLE.estimate(of, 0.95);
        Offset<Double> drawn = Offset.offset(0.002);
        assertThat(Golden.lower(icc).orElseThrow()).isCloseTo(Double.parseDouble(row[4]), drawn);
        assertThat(Golden.upper(icc).orElseThrow()).isCloseTo(Double.parseDouble(row[5]), drawn);
      }
      case "AGREEMENT_SINGLE:FIXED" ->
        agree(
            IccForm.AGREEMENT_SINGLE.estimate(of, 0.95, AgreementInterval.BY_PATIENT_FIXED_READERS),
            row);
      default -> agree(IccForm.valueOf(row[1]).estimate(of, 0.95), row);
    }
  }

  private static void agree(Limits limits, String... row) {
    Golden.agree(OptionalDouble.of(limits.lower()), row[4]);
    Golden.agree(OptionalDouble.of(limits.upper()), row[5]);
  }

  /**
   * By hand: 13 agree, 9 and 4 of a kind; chance gives (81 + 16) / 169 = 97/169, and the exact
   * lower limit of 13 of 13 is 0.025^(1/13) = 0.752947.
   */
  @Test
  void givesFullAgreementTheExactLimitOfItsPatients() {
    Coefficient kappa = KappaMethod.COHEN.estimate(pairs(9, 0, 0, 4), 0.95);
    Limits limits = kappa.interval().orElseThrow();
    double exact = Math.exp(Math.log(0.025) / 13);
    assertThat(exact).isCloseTo(0.752947, Offset.offset(1e-6));
    assertThat(limits.lower()).isCloseTo((exact - 97.0 / 169) / (72.0 / 169), EXACT);
    assertThat(limits.upper()).isEqualTo(1);
    assertThat(kappa.standardError()).hasValue(0);
    assertThat(kappa.convention()).contains("exact lower limit");
    Coefficient ofSix = KappaMethod.COHEN.estimate(
        pairs(9, 0, 0, 4).withPatients(List.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6)), 0.95);
    assertThat(Golden.lower(ofSix).orElseThrow())
        .isCloseTo((Math.pow(0.025, 1.0 / 6) - 97.0 / 169) / (72.0 / 169), EXACT);
  }

  /**
   * Fleiss' kappa of two readers and two categories, 29 subjects of a patient each: the squares of
   * the distances of both limits are the square of t(28) times the variance of Donner and Eliasziw,
   * {@code (1 - k) ((1 - k)(1 - 2k) + k (2 - k) / (2 p (1 - p))) / 29}, at the limit.
   */
  @ParameterizedTest
  @CsvSource({"20, 3, 2, 4", "26, 2, 1, 0", "7, 8, 8, 6"})
  void invertsTheTestOfTheCommonCorrelationModel(int both, int first, int second, int neither) {
    Coefficient kappa = KappaMethod.FLEISS.estimate(pairs(both, first, second, neither), 0.95);
    double p = (both + (first + second) / 2.0) / 29;
    for (double k :
        List.of(Golden.lower(kappa).orElseThrow(), Golden.upper(kappa).orElseThrow())) {
      double variance = (1 - k) * ((1 - k) * (1 - 2 * k) + k * (2 - k) / (2 * p * (1 - p))) / 29;
      double away = (kappa.estimate().orElseThrow() - k) / 2.048407141795244;
      assertThat(away * away).isCloseTo(variance, EXACT);
    }
    assertThat(kappa.convention()).startsWith("score interval");
  }

  @ParameterizedTest
  @EnumSource(
      value = KappaMethod.class,
      names = {"LINEAR", "QUADRATIC"})
  void knowsNothingWhereAllRestsOnOnePatient(KappaMethod method) {
    List<List<Optional<Integer>>> rows = new ArrayList<>();
    rows.addAll(Collections.nCopies(8, List.of(Optional.of(1), Optional.of(1))));
    rows.add(List.of(Optional.of(1), Optional.of(2)));
    rows.add(List.of(Optional.of(2), Optional.of(2)));
    Ratings<Integer> ratings =
        Ratings.of(List.of(1, 2, 3), rows).withPatients(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 9));
    Coefficient kappa = method.estimate(ratings, 0.95);
    assertThat(Golden.lower(kappa)).hasValue(-1);
    assertThat(Golden.upper(kappa)).hasValue(1);
    assertThat(kappa.standardError()).isEmpty();
  }

  @Test
  void givesOnePatientNoInterval() {
    Coefficient kappa =
        KappaMethod.COHEN.estimate(pairs(2, 1, 0, 2).withPatients(List.of(1, 1, 1, 1, 1)), 0.95);
    assertThat(kappa.estimate()).isPresent();
    assertThat(kappa.interval()).isEmpty();
    assertThat(kappa.patients()).isEqualTo(1);
    Measurements one = numbers(1, 2, 2, 3, 5, 4).withPatients(List.of("a", "a", "a"));
    assertThat(IccForm.CONSISTENCY_SINGLE.estimate(one, 0.95).interval()).isEmpty();
    assertThat(BlandAltman.of(one, 0.95).biasInterval()).isEmpty();
    assertThat(BlandAltman.of(one, 0.95).lowerInterval()).isEmpty();
  }

  /**
   * Two readers who never differ in what the sample can tell from error carry one degree of
   * freedom.
   */
  @Test
  void isWideForTwoRandomReadersAndNotForTheseReaders() {
    Measurements of = Golden.measurements().get(1);
    Limits random = IccForm.AGREEMENT_SINGLE.estimate(of, 0.95).interval().orElseThrow();
    Coefficient these =
        IccForm.AGREEMENT_SINGLE.estimate(of, 0.95, AgreementInterval.BY_PATIENT_FIXED_READERS);
    Limits fixed = these.interval().orElseThrow();
    assertThat(random.upper() - random.lower()).isGreaterThan(3 * (fixed.upper() - fixed.lower()));
    assertThat(these.convention()).contains("jackknife").doesNotContain("generalized");
    assertThat(IccForm.AGREEMENT_SINGLE.estimate(of, 0.95).convention()).contains("generalized");
  }

  /**
   * Squares of 1 to 200 are far from normal. By the binomial distribution with n 200 and p 0.025,
   * no more than 0 lie below the quantile with probability 0.0063 and no more than 1 with 0.0388,
   * and no more than 9 with 0.9700 and no more than 10 with 0.9874: from the first to the eleventh.
   */
  @Test
  void takesQuantilesWhereDifferencesAreNotNormalAndSaysSo() {
    BlandAltman skewed = BlandAltman.of(squares(200), 0.95);
    assertThat(skewed.method()).isEqualTo(AgreementLimits.QUANTILE);
    assertThat(skewed.normality().orElseThrow()).isLessThan(0.001);
    // at 1 + 199 * 0.025 = 5.975 from either end
    assertThat(skewed.lowerLimit()).isCloseTo(25 + 0.975 * 11, EXACT);
    assertThat(skewed.upperLimit())
        .isCloseTo(196 * 196 - 0.975 * (196 * 196 - 195 * 195), Offset.offset(1e-9));
    assertThat(skewed.lowerInterval().orElseThrow().lower()).isEqualTo(1);
    assertThat(skewed.lowerInterval().orElseThrow().upper()).isEqualTo(121);
    assertThat(skewed.upperInterval().orElseThrow().lower()).isEqualTo(190 * 190);
    assertThat(skewed.upperInterval().orElseThrow().upper()).isEqualTo(200 * 200);
    assertThat(skewed.method().convention()).contains("quantiles");
  }

  @Test
  void hasNoIntervalOfAQuantileFromFewerThan146() {
    assertThat(BlandAltman.of(squares(145), 0.95).lowerInterval()).isEmpty();
    assertThat(BlandAltman.of(squares(146), 0.95).lowerInterval()).isPresent();
  }

  private static Measurements squares(int count) {
    return numbers(IntStream.rangeClosed(1, count)
        .flatMap(place -> IntStream.of(0, place * place))
        .mapToDouble(number -> number)
        .toArray());
  }

  /** 0.3 - 0.1 and 0.6 - 0.4 are the same decimal, though not the same double. */
  @Test
  void subtractsAsDecimals() {
    BlandAltman shifted = BlandAltman.of(numbers(0.1, 0.3, 0.4, 0.6, 75.9, 76.1), 0.95);
    assertThat(shifted.bias()).isEqualTo(0.2);
    assertThat(shifted.standardDeviation()).isZero();
    assertThat(shifted.biasInterval()).isEmpty();
    assertThat(shifted.lowerLimit()).isEqualTo(0.2);
  }

  /** Three hips on which two readers never agree: the least coefficient there is, -1/2. */
  @Test
  void roundsNoCoefficientBelowItsLeastValue() {
    Ratings<Integer> ratings = Ratings.of(
            List.of(1, 2, 3),
            List.of(
                List.of(Optional.of(2), Optional.of(1)),
                List.of(Optional.of(3), Optional.of(1)),
                List.of(Optional.of(3), Optional.of(2))))
        .withPatients(List.of(0, 0, 1));
    Coefficient found = KappaMethod.GWET_AC1.estimate(ratings, 0.95);
    assertThat(found.estimate()).hasValue(-0.5);
    assertThat(found.interval().map(Limits::lower)).hasValue(-0.5);
  }

  @Test
  void keepsOnlyWhoBelongsToWhom() {
    Ratings<Integer> ratings = pairs(1, 1, 1, 0)
        .withPatients(List.of(PatientId.of("P-777"), PatientId.of("P-777"), PatientId.of("P-778")));
    assertThat(ratings.patients()).isEqualTo(2);
    assertThat(ratings).asString().doesNotContain("777");
    assertThatThrownBy(() -> pairs(1, 1, 1, 0).withPatients(List.of("secret")))
        .hasMessage("patients of an agreement [count] must be 3, one for each subject, but was 1");
  }

  private static Ratings<Integer> pairs(int both, int first, int second, int neither) {
    List<List<Optional<Integer>>> subjects = new ArrayList<>();
    subjects.addAll(Collections.nCopies(both, List.of(Optional.of(1), Optional.of(1))));
    subjects.addAll(Collections.nCopies(first, List.of(Optional.of(1), Optional.of(2))));
    subjects.addAll(Collections.nCopies(second, List.of(Optional.of(2), Optional.of(1))));
    subjects.addAll(Collections.nCopies(neither, List.of(Optional.of(2), Optional.of(2))));
    return Ratings.of(List.of(1, 2), subjects);
  }

  private static Measurements numbers(double... pairs) {
    return Measurements.of(IntStream.range(0, pairs.length / 2)
        .mapToObj(pair ->
            List.of(OptionalDouble.of(pairs[2 * pair]), OptionalDouble.of(pairs[2 * pair + 1])))
        .toList());
  }
}
