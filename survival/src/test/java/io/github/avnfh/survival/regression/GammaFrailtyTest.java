package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shared gamma frailty of two eyes, against R by {@code golden_frailty.R}. */
class GammaFrailtyTest {
  static List<GoldenRow> rows() {
    return GoldenFile.read("regression/golden_frailty.csv", 20);
  }

  private static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithR(GoldenRow row) {
    TieMethod ties = TieMethod.valueOf(row.get("ties").toUpperCase(Locale.ROOT));
    GammaFrailty options = GammaFrailty.withDefaults().with(ties);
    boolean isFixed = row.get("what").equals("fixed");
    FrailtyModel model = PublishedModels.frailtyOfEyes(
        isFixed ? options.withVariance(number(row, "theta")) : options);
    RegressionCoefficient coefficient = model.coefficients().get((int) number(row, "term") - 1);

    // R's steps shrink slowly, and end where its likelihood no longer rises
    double close = isFixed ? 1e-7 : 1e-6;
    assertThat(coefficient.estimate().orElseThrow()).isCloseTo(number(row, "coef"), within(close));
    assertThat(coefficient.standardError().orElseThrow())
        .isCloseTo(number(row, "se"), within(close));
    if (!isFixed) {
      assertThat(model.variance()).isCloseTo(number(row, "theta"), within(1e-5));
      assertThat(model.marginalLogLikelihood()).isCloseTo(number(row, "marginal"), within(1e-8));
      assertThat(model.lowerVariance().orElseThrow()).isBetween(0.1, model.variance());
      assertThat(model.upperVariance().orElseThrow()).isBetween(model.variance(), 3.0);
    }
  }

  /** Two hips of a patient with opposite fates tell of no frailty. */
  @Test
  void findsNoFrailtyWherePatientsDoNotDiffer() {
    int pairs = 30;
    int[] days = new int[2 * pairs];
    boolean[] events = new boolean[2 * pairs];
    double[] x = new double[2 * pairs];
    int[] patients = new int[2 * pairs];
    for (int pair = 0; pair < pairs; pair++) {
      days[2 * pair] = 10 + pair;
      days[2 * pair + 1] = 200 - pair;
      events[2 * pair] = true;
      x[2 * pair] = pair % 3;
      x[2 * pair + 1] = (pair + 1) % 3;
      patients[2 * pair] = pair;
      patients[2 * pair + 1] = pair;
    }
    FollowUp followUp = FollowUp.ofDays(days, events).clusters(patients).build();
    FrailtyModel model = GammaFrailty.withDefaults()
        .fit(followUp, Covariates.ofRows(2 * pairs).number("x", x).build());

    assertThat(model.variance()).isZero();
    assertThat(model.pValue()).hasValue(1);
    assertThat(model.lowerVariance()).isEmpty();
  }

  /** Hips of 200 patients, one to three each, whose hazards differ by a factor of 4. */
  private static FollowUp simulated(Covariates.Builder design, int variant) {
    SplittableRandom random = new SplittableRandom(variant);
    int rows = 400;
    int[] days = new int[rows];
    boolean[] events = new boolean[rows];
    int[] patients = new int[rows];
    double[] x = new double[rows];
    int patient = 0;
    double hazard = 1;
    for (int row = 0; row < rows; row++) {
      if (row == 0 || random.nextInt(2) == 0) {
        patient++;
        hazard = random.nextBoolean() ? 2 : 0.5;
      }
      patients[row] = patient;
      x[row] = random.nextInt(3);
      double event = -Math.log(1 - random.nextDouble()) * 900 / hazard / Math.exp(x[row] / 2);
      double end = 1500 * random.nextDouble();
      days[row] = 2 + (int) Math.min(event, end);
      events[row] = event <= end;
    }
    design.number("x", x);
    FollowUpBuilder followUp = FollowUp.ofDays(days, events).clusters(patients);
    if (variant % 2 == 1) {
      followUp.strata(IntStream.range(0, rows).mapToObj(row -> "s" + row % 3).toList());
      followUp.weights(
          IntStream.range(0, rows).mapToDouble(row -> 1 + row % 3 / 2.0).toArray());
    }
    if (variant > 1) {
      followUp.entry(
          IntStream.range(0, rows).map(row -> row % 4 == 0 ? days[row] / 2 : 0).toArray());
    }
    return followUp.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void limitsAreWhereTheLikelihoodHasFallenByTheQuantile(int variant) {
    Covariates.Builder builder = Covariates.ofRows(400);
    FollowUp followUp = simulated(builder, variant);
    Covariates design = builder.build();
    GammaFrailty options = GammaFrailty.withDefaults().withLevel(0.9);
    FrailtyModel model = options.fit(followUp, design);
    double most = model.marginalLogLikelihood();
    double fallen = most - 2.705543454095404 / 2; // R: qchisq(0.9, 1)

    DoubleUnaryOperator profile =
        variance -> options.withVariance(variance).fit(followUp, design).marginalLogLikelihood();
    assertThat(profile.applyAsDouble(model.upperVariance().orElseThrow()))
        .isCloseTo(fallen, within(1e-6));
    assertThat(profile.applyAsDouble(model.lowerVariance().orElseThrow()))
        .isCloseTo(fallen, within(1e-6));
    assertThat(profile.applyAsDouble(model.variance())).isCloseTo(most, within(1e-9));
    // a slope of 0 leaves a difference that grows with the square of the step
    double above = profile.applyAsDouble(model.variance() * 1.001);
    double below = profile.applyAsDouble(model.variance() / 1.001);
    assertThat(above).isLessThan(most).isCloseTo(below, within(1e-6 * (most - fallen)));
  }

  /**
   * The frailties of a cluster in which all have the event, and of one in which none has, are far.
   */
  @Test
  void fitsTheLargestVariance() {
    Covariates.Builder builder = Covariates.ofRows(400);
    FollowUp followUp = simulated(builder, 0);
    FrailtyModel model =
        GammaFrailty.withDefaults().withVariance(50).fit(followUp, builder.build());
    assertThat(model.variance()).isCloseTo(50, within(1e-12));
    assertThat(model.coefficients().get(0).estimate().orElseThrow()).isFinite();
  }

  @Test
  void refusesWhatSharesNothing() {
    FollowUp alone =
        FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false}).build();
    Covariates design = Covariates.ofRows(2).number("x", 1, 2).build();

    assertThatThrownBy(() -> GammaFrailty.withDefaults().fit(alone, design))
        .hasMessage("clusters must be known, since they share a frailty");
    assertThatThrownBy(() -> GammaFrailty.withDefaults().with(TieMethod.EXACT))
        .hasMessage("ties of a frailty model must be efron or breslow, but were exact");
    assertThatThrownBy(() -> GammaFrailty.withDefaults().withVariance(0))
        .hasMessage("frailty variance must lie in 0.0..50.0, 0.0 excluded, but was 0.0");
  }
}
