package io.github.avnfh.survival.interval;

import io.github.avnfh.core.Coded;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreVariance;
import io.github.avnfh.survival.internal.QuadraticForm;
import io.github.avnfh.survival.internal.ScoreProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Compares groups whose events lie in intervals: a score for each row from the survival S of all
 * rows together, summed by group.
 *
 * <p>With u for a row's score less the mean score s, times the row's group (1 or 0) less the
 * group's proportion of rows, the variance of the sums is that of relabeling rows, the sum of (c -
 * s)<sup>2</sup> / (n - 1) times (diag(n) - nn'/n). With clusters, such as patients, it is this
 * plus the cross-products of u within clusters ({@link ScoreVariance#CLUSTERED}), which equals it
 * where no cluster has two rows; the robust variance sums squares of clusters' scores. The test
 * asks that visits do not differ between groups.
 *
 * <pre>{@code
 * IntervalFollowUp hips = IntervalFollowUp.of(List.of(
 *     EventInterval.between(0, 90), EventInterval.between(90, 180), EventInterval.between(0, 180),
 *     EventInterval.between(180, 365), EventInterval.after(365), EventInterval.after(180)))
 *     .withGroups(List.of("II", "II", "II", "I", "I", "I"));
 * IntervalTest.Result result = IntervalTest.of(IntervalTest.Score.SUN).test(hips);
 * result.chiSquare().orElseThrow().degreesOfFreedom(); // 1
 * result.answer().variance();                          // INDEPENDENT
 * }</pre>
 *
 * @see Turnbull
 * @see <a href="https://doi.org/10.2307/2530698">Finkelstein DM. A proportional hazards model for
 *     interval-censored failure time data. Biometrics 1986;42:845-54</a>
 * @see <a href="https://doi.org/10.18637/jss.v036.i02">Fay MP, Shaw PA. Exact and asymptotic
 *     weighted logrank tests for interval censored data: the interval R package. J Stat Softw
 *     2010;36(2):1-34</a>
 */
public final class IntervalTest {
  /** A variance below this part of its size is rounding. */
  private static final double NEGLIGIBLE = 1e-10;

  private final Score score;

  private IntervalTest(Score score) {
    this.score = score;
  }

  /** What a row adds to its group, from S at the ends (left, right] of its interval. */
  public enum Score implements Coded {
    /**
     * The log-rank score of grouped times: (S(left) H(left) - S(right) H(right)) / (S(left) -
     * S(right)), with H the sum of the conditional probabilities of the event, taken negative. With
     * exact and right-censored times it gives the log-rank test's observed less expected events.
     */
    SUN("sun"),

    /**
     * The score of the proportional hazards model: (S(left) log S(left) - S(right) log S(right)) /
     * (S(left) - S(right)).
     */
    FINKELSTEIN("finkelstein"),

    /** Of Wilcoxon's type, S(left) + S(right) - 1: early differences count more. */
    WILCOXON("wilcoxon");

    private final String code;

    Score(String code) {
      this.code = code;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the score
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Score parse(String text) {
      return Coded.parse(values(), text, "a score of intervals");
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * The result of a test between groups, by every variance that applies, the best first.
   *
   * @see IntervalTest
   */
  @Value.Immutable
  public sealed interface Result permits ImmutableResult {

    /**
     * Returns the score of rows.
     *
     * @return the score
     */
    Score score();

    /**
     * Returns the test by each variance that applies.
     *
     * @return clustered and robust with clusters, then independent; each with its statistic or with
     *     what is lacking
     */
    List<ScoreTest> tests();

    /**
     * Returns the test that is the answer: the first, or the robust one where the clustered
     * variance is not positive.
     *
     * @return the test, with its statistic or with what is lacking
     */
    default ScoreTest answer() {
      return ScoreTest.answer(tests());
    }

    /**
     * Returns the statistic of the answer.
     *
     * @return the statistic, or nothing where no test is possible
     */
    default Optional<ChiSquare> chiSquare() {
      return answer().chiSquare();
    }
  }

  /**
   * Returns the test with a score.
   *
   * @param score the score of rows
   * @return the test
   */
  public static IntervalTest of(Score score) {
    return new IntervalTest(Objects.requireNonNull(score, "score"));
  }

  /**
   * Compares the groups.
   *
   * @param followUp the hips with their groups, and clusters where hips share a patient
   * @return the result
   */
  public Result test(IntervalFollowUp followUp) {
    Objects.requireNonNull(followUp, "followUp");
    List<String> groups = followUp.groups();
    ImmutableResult.Builder result = ImmutableResult.builder().score(score);
    boolean isClustered = followUp.clusters().isPresent();
    List<ScoreVariance> variances =
        isClustered ? List.of(ScoreVariance.values()) : List.of(ScoreVariance.INDEPENDENT);
    double[] scores = scores(followUp);
    boolean isConstant = Arrays.stream(scores).allMatch(each -> Math.abs(each) < NEGLIGIBLE);
    if (groups.size() < 2 || isConstant) {
      String lacks = groups.size() < 2 ? "two groups with rows" : "rows of different scores";
      variances.forEach(each -> result.addTests(ScoreTest.lacking(each, lacks)));
      return result.build();
    }
    Sums sums = new Sums(followUp, groups, scores);
    variances.forEach(each -> result.addTests(sums.test(each)));
    return result.build();
  }

  /** The scores of rows less their mean. */
  private double[] scores(IntervalFollowUp followUp) {
    List<EventInterval> rows = new ArrayList<>();
    for (int row = 0; row < followUp.size(); row++) {
      rows.add(followUp.interval(row));
    }
    InnermostIntervals intervals = new InnermostIntervals(rows);
    double[] masses = new NpmleFit(intervals).masses();
    double[] survival = new double[masses.length + 1];
    for (int j = masses.length; j-- > 0; ) {
      survival[j] = survival[j + 1] + masses[j];
    }
    double[] logSurvival = logSurvival(masses, survival);
    double[] scores = rows.stream()
        .mapToDouble(row -> {
          // S(left) is that before its first interval, S(right) that after its last
          int left = intervals.firstOf(row);
          int right = intervals.lastOf(row) + 1;
          return score == Score.WILCOXON
              ? survival[left] + survival[right] - 1
              : (survival[left] * logSurvival[left] - survival[right] * logSurvival[right])
                  / (survival[left] - survival[right]);
        })
        .toArray();
    // 0 but for the tolerance of the fit: scores are derivatives of the likelihood at its maximum
    double mean = Arrays.stream(scores).average().orElse(0);
    return Arrays.stream(scores).map(each -> each - mean).toArray();
  }

  /** The logarithm of survival, or less the cumulative hazard; 0 where survival is 0. */
  private double[] logSurvival(double[] masses, double[] survival) {
    double[] logs = new double[survival.length];
    double hazard = 0;
    for (int j = 0; j < survival.length; j++) {
      if (survival[j] > 0) {
        logs[j] = score == Score.SUN ? -hazard : Math.log(survival[j] / survival[0]);
        // H = sum of p_j / S_j, the discrete hazards
        hazard += j < masses.length ? masses[j] / survival[j] : 0;
      }
    }
    return logs;
  }

  /** The sums of scores by group, but for the last, and their variances. */
  private static final class Sums {
    private final int free;
    private final int rows;
    private final int clusters;
    private final double[] sums;
    private final double[][] relabeled;
    private final ScoreProducts products;

    Sums(IntervalFollowUp followUp, List<String> groups, double[] scores) {
      this.free = groups.size() - 1;
      this.rows = scores.length;
      this.clusters = followUp.clusters().orElse(rows);
      this.sums = new double[free];
      this.relabeled = new double[free][free];
      double[] proportions = new double[free];
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        int group = groups.indexOf(followUp.group(row));
        squares += scores[row] * scores[row];
        if (group < free) {
          proportions[group] += 1.0 / rows;
          sums[group] += scores[row];
        }
      }
      for (int i = 0; i < free; i++) {
        for (int j = 0; j < free; j++) {
          // sum c^2 / (n - 1) (n p_i 1{i = j} - n p_i p_j)
          relabeled[i][j] = squares
              * rows
              / (rows - 1.0)
              * ((i == j ? proportions[i] : 0) - proportions[i] * proportions[j]);
        }
      }
      this.products = products(followUp, groups, scores, proportions);
    }

    private static ScoreProducts products(
        IntervalFollowUp followUp, List<String> groups, double[] scores, double[] proportions) {
      int free = proportions.length;
      double[] own = new double[scores.length * free];
      for (int row = 0; row < scores.length; row++) {
        int group = groups.indexOf(followUp.group(row));
        for (int i = 0; i < free; i++) {
          // u: the score times (1{group} - proportion), which sums over rows to the sum of scores
          own[row * free + i] = scores[row] * ((group == i ? 1 : 0) - proportions[i]);
        }
      }
      int[] clusters = IntStream.range(0, scores.length).map(followUp::cluster).toArray();
      return ScoreProducts.of(
          own, free, clusters, IntStream.range(0, scores.length).toArray());
    }

    ScoreTest test(ScoreVariance variance) {
      if (variance == ScoreVariance.ROBUST && clusters <= free) {
        return ScoreTest.lacking(variance, "more clusters than degrees of freedom");
      }
      double[][] covariance = switch (variance) {
        case CLUSTERED -> products.clustered(relabeled);
        case ROBUST -> products.ofClusters();
        case INDEPENDENT -> relabeled;
      };
      double[] least = new double[free];
      for (int i = 0; i < free; i++) {
        least[i] = NEGLIGIBLE * relabeled[i][i];
      }
      OptionalDouble form = QuadraticForm.positiveForm(covariance, sums, least);
      return form.isPresent()
          ? ScoreTest.of(variance, ChiSquare.of(Math.max(0, form.getAsDouble()), free))
          : ScoreTest.lacking(variance, "a positive variance");
    }
  }

  @Override
  public String toString() {
    return "IntervalTest{" + score.code() + "}";
  }
}
