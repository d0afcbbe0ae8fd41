package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
