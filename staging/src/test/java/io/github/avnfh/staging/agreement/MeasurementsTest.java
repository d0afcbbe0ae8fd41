package io.github.avnfh.staging.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementsTest {

  @Test
  void agreesWithRInEveryIntraclassCorrelation() {
    List<Measurements> sets = Golden.measurements();
    assertThat(sets).hasSize(41);
    Golden.rows("icc.csv", 246).forEach(row -> agree(sets, row));
  }

  @Test
  void agreesWithThePackageOfPsychologists() {
    List<String[]> rows = Golden.rows("psych_icc.csv", 222);
    assertThat(Golden.sets(rows)).isEqualTo(37);
    List<Measurements> sets = Golden.measurements();
    rows.forEach(row -> agree(sets, row));
  }

  private static void agree(List<Measurements> sets, String[] row) {
    Coefficient icc = IccForm.valueOf(row[1])
        .estimate(
            sets.get(Integer.parseInt(row[0]) - 1), 0.95, AgreementInterval.INDEPENDENT_SUBJECTS);
    Golden.agree(icc.estimate(), row[2]);
    Golden.agree(Golden.lower(icc), row[3]);
    Golden.agree(Golden.upper(icc), row[4]);
  }

  /** Shrout and Fleiss 1979, table 4, as printed. */
  @ParameterizedTest
  @CsvSource({
    "ONE_WAY_SINGLE, .17, 'ICC(1,1) = ICC(1)'",
    "AGREEMENT_SINGLE, .29, 'ICC(2,1) = ICC(A,1)'",
    "CONSISTENCY_SINGLE, .71, 'ICC(3,1) = ICC(C,1)'",
    "ONE_WAY_MEAN, .44, 'ICC(1,k) = ICC(k)'",
    "AGREEMENT_MEAN, .62, 'ICC(2,k) = ICC(A,k)'",
    "CONSISTENCY_MEAN, .91, 'ICC(3,k) = ICC(C,k)'"
  })
  void printsWhatShroutAndFleissPrinted(IccForm form, double printed, String name) {
    Coefficient icc = form.estimate(Golden.measurements().get(0), 0.95);
    assertThat(icc.estimate().orElseThrow()).isCloseTo(printed, Offset.offset(0.005));
    assertThat(icc.name()).isEqualTo(name);
  }

  @Test
  void agreesWithRInTheLimitsOfAgreement() {
    List<Measurements> sets = Golden.measurements();
    for (String[] row : Golden.rows("bland_altman.csv", 29)) {
      BlandAltman found = BlandAltman.of(
          sets.get(Integer.parseInt(row[0]) - 1), 0.95, AgreementLimits.INDEPENDENT_SUBJECTS);
      List<Double> numbers = List.of(
          found.bias(),
          found.standardDeviation(),
          found.biasInterval().orElseThrow().lower(),
          found.biasInterval().orElseThrow().upper(),
          found.lowerLimit(),
          found.upperLimit(),
          found.lowerInterval().orElseThrow().lower(),
          found.lowerInterval().orElseThrow().upper(),
          found.upperInterval().orElseThrow().lower(),
          found.upperInterval().orElseThrow().upper(),
          (double) found.subjects());
      for (int column = 0; column < numbers.size(); column++) {
        Golden.agree(OptionalDouble.of(numbers.get(column)), row[column + 1]);
      }
    }
  }

  /** Bland and Altman 1986: 17 subjects, mean difference -2.1 l/min, standard deviation 38.8. */
  @Test
  void printsWhatBlandAndAltmanPrinted() {
    BlandAltman meters = BlandAltman.of(Golden.measurements().get(34), 0.95);
    assertThat(meters.subjects()).isEqualTo(17);
    assertThat(meters.bias()).isCloseTo(-2.1, Offset.offset(0.05));
    assertThat(meters.standardDeviation()).isCloseTo(38.8, Offset.offset(0.05));
  }

  /** A reader who always measures 2.5 more agrees in consistency and not in the numbers. */
  @Test
  void tellsAShiftFromDisagreement() {
    Measurements shifted = Measurements.of(List.of(row(1, 3.5), row(2, 4.5), row(5, 7.5)));
    assertThat(IccForm.CONSISTENCY_SINGLE.estimate(shifted, 0.95).estimate()).hasValue(1);
    assertThat(IccForm.CONSISTENCY_SINGLE.estimate(shifted, 0.95).interval()).isEmpty();
    Coefficient agreement = IccForm.AGREEMENT_SINGLE.estimate(shifted, 0.95);
    assertThat(agreement.estimate().orElseThrow()).isLessThan(1);
    assertThat(agreement.interval()).isPresent();
  }

  @Test
  void leavesOutSubjectsWithAGapAndCountsThem() {
    Measurements gap = Measurements.of(List.of(
        row(1, 2), row(2, 2), row(3, 5), List.of(OptionalDouble.of(4), OptionalDouble.empty())));
    assertThat(gap.subjects()).isEqualTo(3);
    assertThat(gap.leftOut()).isEqualTo(1);
    assertThat(BlandAltman.of(gap, 0.95).bias()).isEqualTo(1);
    assertThat(IccForm.AGREEMENT_SINGLE.estimate(gap, 0.95).leftOut()).isEqualTo(1);
  }

  @Test
  void isNotDefinedWhereNothingVaries() {
    Measurements constant = Measurements.of(List.of(row(0.1, 0.1, 0.1), row(0.1, 0.1, 0.1)));
    for (IccForm form : IccForm.values()) {
      assertThat(form.estimate(constant, 0.95).estimate()).isEmpty();
    }
  }

  @Test
  void givesFullAgreementNoInterval() {
    Measurements same = Measurements.of(List.of(row(1, 1), row(2, 2), row(4, 4)));
    for (IccForm form : IccForm.values()) {
      assertThat(form.estimate(same, 0.95).estimate()).hasValue(1);
      assertThat(form.estimate(same, 0.95).interval()).isEmpty();
    }
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThatThrownBy(() -> Measurements.of(List.of(row(1, 2), row(Double.NaN, 2))))
        .hasMessage("measurement of a reader must be finite, but was NaN");
    assertThatThrownBy(() -> Measurements.of(List.of(row(1, 2))))
        .hasMessage("subjects of an agreement [count] must be 2 or more, but was 1");
    assertThatThrownBy(() -> Measurements.of(List.of(row(1), row(2))))
        .hasMessage("readers of an agreement [count] must be 2 or more, but was 1");
    List<OptionalDouble> gap = List.of(OptionalDouble.of(4), OptionalDouble.empty());
    assertThatThrownBy(() -> Measurements.of(List.of(row(1, 2), gap)))
        .hasMessage("subjects that every reader measured of an agreement [count] must be 2 or more,"
            + " but was 1");
    Measurements three = Measurements.of(List.of(row(1, 2, 3), row(2, 2, 4)));
    assertThat(three).hasToString("Measurements{2 subjects, 3 readers}");
    assertThatThrownBy(() -> BlandAltman.of(three, 0.95))
        .hasMessage("readers of limits of agreement [count] must be 2, but was 3");
  }

  private static List<OptionalDouble> row(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(OptionalDouble::of)
        .flatMap(Stream::of)
        .toList();
  }
}
