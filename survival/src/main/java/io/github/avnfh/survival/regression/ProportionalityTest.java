package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Tests whether hazards are proportional: whether a coefficient changes with a function g of time.
 *
 * <p>It is the score test of adding x g(t) for each term of a covariate. With V(t) the covariance
 * of x at risk, U the sum over events of g (x - m), A, B and C the sums of V, g V and g<sup>2</sup>
 * V, the statistic is U' (C - B A<sup>-1</sup> B)<sup>-1</sup> U over the terms tested. It takes
 * rows as independent. R: {@code cox.zph}.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(new int[] {3, 5, 9, 12, 15, 20},
 *     new boolean[] {true, true, true, false, true, true}).build();
 * Covariates design = Covariates.ofRows(6).number("x", 1, 0, 1, 1, 0, 1).build();
 * CoxModel model = CoxRegression.withDefaults().fit(followUp, design);
 * for (var each : ProportionalityTest.withDefaults().test(model)) {
 *   System.out.println(each.name() + " " + each.chiSquare().degreesOfFreedom());
 * }
 * // x 1
 * // global 1
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/81.3.515">Grambsch PM, Therneau TM. Proportional
 *     hazards tests and diagnostics based on weighted residuals. Biometrika 1994;81:515-26</a>
 */
public final class ProportionalityTest {
  /** What time is turned into. R: {@code cox.zph(transform = )}. */
  public enum TimeTransform {
    /** One less the Kaplan-Meier estimate of all rows just before the time. R: {@code km}. */
    KAPLAN_MEIER,
    /** The rank of the time among the times of all rows. R: {@code rank}. */
    RANK,
    /** The time itself. R: {@code identity}. */
    IDENTITY,
    /** The natural logarithm of the time, which must not be 0. R: {@code log}. */
    LOG
  }

  /** The test of one covariate, or of all. */
  @Value.Immutable
  public sealed interface Result permits ImmutableResult {
    /**
     * Returns what was tested.
     *
     * @return the name of a covariate, or {@code global}
     */
    String name();

    /**
     * Returns the statistic.
     *
     * @return the score test, with a degree of freedom for each term
     */
    ChiSquare chiSquare();
  }

  private final TimeTransform transform;

  private ProportionalityTest(TimeTransform transform) {
    this.transform = transform;
  }

  /**
   * Returns the test with time turned into one less the Kaplan-Meier estimate.
   *
   * @return the default, which is R's
   */
  public static ProportionalityTest withDefaults() {
    return new ProportionalityTest(TimeTransform.KAPLAN_MEIER);
  }

  /**
   * Chooses what time is turned into.
   *
   * @param choice the transform
   * @return the test with that transform
   */
  public ProportionalityTest with(TimeTransform choice) {
    return new ProportionalityTest(choice);
  }

  /**
   * Tests each covariate of a model, then all together.
   *
   * @param model a model in which every coefficient is estimable
   * @return a result for each covariate in the order of the design, then {@code global}
   * @throws IllegalArgumentException if a coefficient is not estimable, the ties are exact, there
   *     is only one event time, or the logarithm of a time of 0 was asked for
   */
  public List<Result> test(CoxModel model) {
    Objects.requireNonNull(model, "model");
    CoxModel.Data data = model.data();
    if (!model.isEstimable() || data.options.ties() == TieMethod.EXACT) {
      throw new IllegalArgumentException("proportionality needs a model with estimates and with"
          + " Efron's or Breslow's ties, but the model has "
          + (model.isEstimable() ? "exact ties" : "coefficients that are not estimable"));
    }
    CoxLikelihood likelihood = model.likelihood();
    DoubleUnaryOperator g = function(data);
    double[] byBlock = new double[data.rows.blocks];
    for (int b = 0; b < byBlock.length; b++) {
      byBlock[b] = data.rows.deaths[b] > 0 ? g.applyAsDouble(data.rows.blockTime[b]) : 0;
    }
    Sums sums = new Sums(new RiskSetMoments(likelihood).atEvents(), centered(byBlock, data.rows));
    List<Result> results = new ArrayList<>();
    int next = 0;
    for (String name : data.covariates.names()) {
      int from = next;
      next += data.covariates.terms(name).size();
      results.add(result(name, sums, IntStream.range(from, next).toArray()));
    }
    results.add(result("global", sums, IntStream.range(0, next).toArray()));
    return List.copyOf(results);
  }

  private static Result result(String name, Sums sums, int[] terms) {
    return ImmutableResult.builder().name(name).chiSquare(sums.test(terms)).build();
  }

  /** The mean over events is taken off, which changes no test and keeps digits. */
  private static double[] centered(double[] g, CoxRows rows) {
    double sum = 0;
    double events = 0;
    for (int b = 0; b < g.length; b++) {
      sum += rows.deaths[b] * g[b];
      events += rows.deaths[b];
    }
    double mean = sum / events;
    double[] centered = new double[g.length];
    Arrays.setAll(centered, b -> rows.deaths[b] > 0 ? g[b] - mean : 0);
    return centered;
  }

  private DoubleUnaryOperator function(CoxModel.Data data) {
    return switch (transform) {
      case KAPLAN_MEIER -> beforeByKaplanMeier(data);
      case RANK -> rank(data);
      case IDENTITY -> time -> time;
      case LOG -> ProportionalityTest::log;
    };
  }

  private static double log(double time) {
    if (!(time > 0)) {
      throw new IllegalArgumentException(
          "time of an event must be above 0.0 for its logarithm, but was " + time);
    }
    return Math.log(time);
  }

  /** All rows count once, regardless of their strata and weights. */
  private static DoubleUnaryOperator beforeByKaplanMeier(CoxModel.Data data) {
    int[] used = Arrays.stream(data.rows.order).sorted().toArray();
    FollowUp all = data.followUp;
    double[] times = Arrays.stream(used).mapToDouble(all::time).toArray();
    boolean[] events = new boolean[used.length];
    IntStream.range(0, used.length).forEach(i -> events[i] = all.isEvent(used[i]));
    var builder = FollowUp.ofTimes(times, events);
    if (all.hasDelayedEntry()) {
      builder.entry(
          Arrays.stream(used).mapToDouble(row -> all.entry(row).orElse(0)).toArray());
    }
    TreeMap<Double, Double> survival = new TreeMap<>();
    survival.put(Double.NEGATIVE_INFINITY, 1.0);
    for (Step step :
        KaplanMeier.withDefaults().estimate(builder.build()).curves().get(0).steps()) {
      survival.put(step.time(), step.estimate().survival());
    }
    return time -> 1 - survival.lowerEntry(time).getValue();
  }

  /** Among the times of all rows, events or not; tied times share their mean rank. */
  private static DoubleUnaryOperator rank(CoxModel.Data data) {
    double[] times =
        Arrays.stream(data.rows.order).mapToDouble(data.followUp::time).sorted().toArray();
    return time -> {
      int first = Arrays.binarySearch(times, time);
      int last = first;
      while (first > 0 && times[first - 1] == time) {
        first--;
      }
      while (last + 1 < times.length && times[last + 1] == time) {
        last++;
      }
      return (first + last) / 2.0 + 1;
    };
  }

  /** The sums of the score and of the information with and without g. */
  private static final class Sums {
    private final double[] score;
    private final double[][] a;
    private final double[][] b;
    private final double[][] c;

    Sums(RiskSetMoments.AtEvents moments, double[] g) {
      int p = moments.score().size() == 0 ? 0 : moments.score().get(0).length;
      score = new double[p];
      a = new double[p][p];
      b = new double[p][p];
      c = new double[p][p];
      for (int block = 0; block < g.length; block++) {
        double[] u = moments.score().get(block);
        double[][] v = moments.covariance().get(block);
        for (int j = 0; j < p; j++) {
          // u and v are the score and the information of one event time at the estimate
          score[j] += g[block] * u[j];
          for (int k = 0; k < p; k++) {
            a[j][k] += v[j][k];
            // the information of (b, g b) in blocks: A = sum V, B = sum g V, C = sum g^2 V
            b[j][k] += g[block] * v[j][k];
            c[j][k] += g[block] * g[block] * v[j][k];
          }
        }
      }
    }

    ChiSquare test(int[] terms) {
      SymmetricMatrix whole = SymmetricMatrix.of(a).orElseThrow(ProportionalityTest::fewEvents);
      double[][] left = SymmetricMatrix.part(c, terms);
      for (int j = 0; j < terms.length; j++) {
        double[] solved = whole.solve(b[terms[j]]);
        for (int k = 0; k < terms.length; k++) {
          // C - B A^-1 B, the information on the added terms once the coefficients are fitted again
          left[j][k] -= SymmetricMatrix.inner(b[terms[k]], solved);
        }
      }
      double[] u = Arrays.stream(terms).mapToDouble(j -> score[j]).toArray();
      SymmetricMatrix covariance =
          SymmetricMatrix.of(left).orElseThrow(ProportionalityTest::fewEvents);
      return ChiSquare.of(Math.max(0, SymmetricMatrix.inner(u, covariance.solve(u))), terms.length);
    }
  }

  private static IllegalArgumentException fewEvents() {
    return new IllegalArgumentException(
        "event times [count] must be enough to show a change with time, but were not");
  }

  @Override
  public String toString() {
    return "ProportionalityTest{" + transform + "}";
  }
}
