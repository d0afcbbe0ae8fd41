package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the parametric models of any times. */
class ParametricProperties {

  /** Times with a number for each row; every third row is censored. */
  static final class Sample {
    private final TimeDistribution distribution;
    private final double[] times;
    private final double[] x;

    Sample(TimeDistribution distribution, double[] times, double[] x) {
      this.distribution = distribution;
      this.times = times;
      this.x = x;
    }

    boolean isEvent(int row) {
      return row % 3 != 2;
    }

    List<EventInterval> intervals(double unit) {
      return IntStream.range(0, times.length)
          .mapToObj(row -> isEvent(row)
              ? row % 2 == 0
                  ? EventInterval.at(unit * times[row])
                  : EventInterval.between(unit * times[row], 1.5 * unit * times[row])
              : EventInterval.after(unit * times[row]))
          .toList();
    }

    @Override
    public String toString() {
      return distribution + ", " + times.length + " rows";
    }
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Combinators.combine(
            Arbitraries.of(TimeDistribution.class),
            Arbitraries.integers().between(9, 30),
            Arbitraries.longs())
        .as((distribution, rows, seed) -> {
          Random random = new Random(seed);
          double[] times = random.doubles(rows, 0.5, 20).toArray();
          return new Sample(distribution, times, random.doubles(rows, -2, 2).toArray());
        });
  }

  private static ParametricModel fit(
      TimeDistribution distribution, List<EventInterval> rows, double... x) {
    return ParametricRegression.of(distribution)
        .fit(
            IntervalFollowUp.of(rows),
            Covariates.ofRows(x.length).number("x", x).build());
  }

  private static double slope(ParametricModel model) {
    return model.coefficient("x").estimate().orElseThrow();
  }

  private static double intercept(ParametricModel model) {
    return model.coefficient(ParametricModel.INTERCEPT).estimate().orElseThrow();
  }

  @Property(tries = 100)
  void anotherUnitOfTimeMovesTheInterceptOnly(@ForAll("samples") Sample sample) {
    ParametricModel days = fit(sample.distribution, sample.intervals(1), sample.x);
    ParametricModel months = fit(sample.distribution, sample.intervals(1 / 30.4375), sample.x);
    assertThat(slope(months)).isCloseTo(slope(days), within(1e-7));
    assertThat(months.scale()).isCloseTo(days.scale(), within(1e-7));
    assertThat(intercept(months)).isCloseTo(intercept(days) - Math.log(30.4375), within(1e-7));
  }

  @Property(tries = 100)
  void shiftAndScaleOfACovariateAreUndoneByItsCoefficient(@ForAll("samples") Sample sample) {
    ParametricModel plain = fit(sample.distribution, sample.intervals(1), sample.x);
    double[] moved = IntStream.range(0, sample.x.length)
        .mapToDouble(i -> 3 * sample.x[i] + 7)
        .toArray();
    ParametricModel other = fit(sample.distribution, sample.intervals(1), moved);
    assertThat(3 * slope(other)).isCloseTo(slope(plain), within(1e-7));
    assertThat(other.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-8));
  }

  @Property(tries = 100)
  void orderOfRowsDoesNotCount(@ForAll("samples") Sample sample, @ForAll long seed) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, sample.x.length).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<EventInterval> rows = sample.intervals(1);
    ParametricModel shuffled = fit(
        sample.distribution,
        order.stream().map(rows::get).toList(),
        order.stream().mapToDouble(i -> sample.x[i]).toArray());
    assertThat(slope(shuffled))
        .isCloseTo(slope(fit(sample.distribution, rows, sample.x)), within(1e-7));
  }

  @Property(tries = 100)
  void rowsTwiceAreRowsOfWeightTwo(@ForAll("samples") Sample sample) {
    int rows = sample.times.length;
    boolean[] events = new boolean[2 * rows];
    double[] times = new double[2 * rows];
    double[] x = new double[2 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      events[i] = sample.isEvent(i % rows);
      times[i] = sample.times[i % rows];
      x[i] = sample.x[i % rows];
    }
    double[] weights = new double[rows];
    Arrays.fill(weights, 2);
    ParametricRegression regression = ParametricRegression.of(sample.distribution);
    ParametricModel twice = regression.fit(
        FollowUp.ofTimes(times, events).build(),
        Covariates.ofRows(2 * rows).number("x", x).build());
    ParametricModel weighted = regression.fit(
        FollowUp.ofTimes(Arrays.copyOf(times, rows), Arrays.copyOf(events, rows))
            .weights(weights)
            .build(),
        Covariates.ofRows(rows).number("x", sample.x).build());
    assertThat(slope(twice)).isCloseTo(slope(weighted), within(1e-7));
    assertThat(twice.coefficient("x").standardError().orElseThrow())
        .isCloseTo(weighted.coefficient("x").standardError().orElseThrow(), within(1e-7));
  }

  @Property(tries = 100)
  void moreCovariatesNeverLowerTheLikelihood(@ForAll("samples") Sample sample) {
    ParametricModel model = fit(sample.distribution, sample.intervals(1), sample.x);
    assertThat(model.logLikelihood()).isGreaterThanOrEqualTo(model.logLikelihoodNull() - 1e-9);
    assertThat(model.likelihoodRatio().pValue()).isBetween(0.0, 1.0);
  }

  @Property(tries = 100)
  void predictedSurvivalFallsAndMeetsItsQuantiles(@ForAll("samples") Sample sample) {
    ParametricModel model = fit(sample.distribution, sample.intervals(1), sample.x);
    Covariates one = Covariates.ofRows(1)
        .number("x", List.of(OptionalDouble.of(sample.x[0])))
        .build();
    List<SurvivalPrediction> curve = model.predict(one, 0, 1, 2, 5, 10, 50);
    for (int i = 1; i < curve.size(); i++) {
      SurvivalPrediction at = curve.get(i);
      assertThat(at.survival()).isLessThanOrEqualTo(curve.get(i - 1).survival());
      assertThat(at.survival()).isBetween(at.lower().orElseThrow(), at.upper().orElseThrow());
    }
    double median = model.predictTimes(one, 0.5).get(0).time();
    if (median < 1e300) {
      assertThat(model.predict(one, median).get(0).survival()).isCloseTo(0.5, within(1e-9));
    }
  }
}
