package io.github.avnfh.survival.competing;

import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreTestResult;
import io.github.avnfh.survival.compare.ScoreVariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Gray's test: whether the cumulative incidence of an event differs between groups while other
 * events compete.
 *
 * <p>It compares hazards of the subdistribution, in which whoever had a competing event stays at
 * risk as far as censoring would have left him. With Y at risk in group k, S free of any event and
 * F the incidence of the event, R = Y (1 - F(t-)) / S(t-), and of d events at a time d R / (sum of
 * R) are expected in the group. Where nothing competes, R is Y, and observed less expected events
 * are those of the log-rank test; the variance is another estimate of the same. Every time counts
 * alike (rho 0, the default of R's {@code cmprsk::cuminc}, whose statistic this is), or by a power
 * of 1 - F(t-) ({@link #withRho(double)}). Sums run over strata.
 *
 * <p>With clusters, such as patients with two hips, the answer is the
 * {@link ScoreVariance#CLUSTERED clustered} test: the variance of independent rows plus the
 * cross-products of the scores of rows of one cluster, which is the independent test where no
 * cluster has two rows. A row's score is what it adds to observed less expected events, including
 * what it does to the estimates of S and F. The robust variance is the sum of squares of the scores
 * of clusters. With case weights a row of weight 2 counts as two rows; with weights that are not
 * whole the robust test is the answer.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp
 *     .ofDays(new int[] {90, 120, 200, 300, 400, 730}, new int[] {1, 1, 2, 1, 0, 0},
 *         List.of("replaced", "died"))
 *     .groups(List.of("III", "III", "III", "I", "I", "I"))
 *     .build();
 * GrayTest.Result result = GrayTest.withDefaults().test(hips);
 * result.groups().get(0).expected();                   // 0.9
 * result.chiSquare().orElseThrow().degreesOfFreedom(); // 1
 * result.answer().variance();                          // INDEPENDENT
 * }</pre>
 *
 * @see CumulativeIncidence
 * @see <a href="https://doi.org/10.1214/aos/1176350951">Gray RJ. A class of K-sample tests for
 *     comparing the cumulative incidence of a competing risk. Ann Stat 1988;16:1141-54</a>
 */
public final class GrayTest {
  private final double rho;
  private final PValueAdjustment adjustment;

  private GrayTest(double rho, PValueAdjustment adjustment) {
    this.rho = rho;
    this.adjustment = adjustment;
  }

  /**
   * The result of the test, by every variance that applies, the best first.
   *
   * @see GrayTest
   */
  @Value.Immutable
  public sealed interface Result permits ImmutableResult {

    /**
     * Returns the event whose incidence was compared.
     *
     * @return a label of {@link CompetingFollowUp#causes()}
     */
    String cause();

    /**
     * Tells whether groups were compared within strata.
     *
     * @return true if there was more than one stratum
     */
    boolean isStratified();

    /**
     * Returns the groups with their observed and expected events.
     *
     * @return the groups in their order
     */
    List<GroupCount> groups();

    /**
     * Returns the test by each variance that applies.
     *
     * @return the tests, the clustered one only with clusters and whole weights, the robust one
     *     only with clusters or weights that are not whole, the independent one always; each with
     *     its statistic or with what is lacking
     */
    List<ScoreTest> tests();

    /**
     * Counts the clusters in which any row had the event.
     *
     * @return the number of clusters, or nothing without clusters
     */
    OptionalInt clustersWithEvent();

    /**
     * Returns the test that is the answer: the first, or the robust one where the clustered
     * variance is not positive. The independent test is no answer where clusters or weights call
     * for another.
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

    /**
     * Says in words what was tested.
     *
     * @return the name of the test, such as {@code clustered stratified Gray's test}
     */
    default String title() {
      ScoreVariance variance = answer().variance();
      return (variance == ScoreVariance.INDEPENDENT ? "" : variance.code() + " ")
          + (isStratified() ? "stratified " : "")
          + "Gray's test";
    }

    /**
     * Tells whether fewer than {@value ScoreTestResult#FEW_CLUSTERS} clusters had the event, with
     * which a test by cluster is not reliable.
     *
     * @return true with clusters of which few had the event
     */
    default boolean restsOnFewClusters() {
      return clustersWithEvent().orElse(ScoreTestResult.FEW_CLUSTERS)
          < ScoreTestResult.FEW_CLUSTERS;
    }
  }

  /**
   * A test for trend over ordered groups.
   *
   * @see GrayTest
   */
  @Value.Immutable
  public sealed interface Trend permits ImmutableTrend {

    /**
     * Returns the scores of the groups.
     *
     * @return a score for each group, in their order
     */
    List<Double> scores();

    /**
     * Returns the direction of the trend: the sum of score times observed less expected events, as
     * times count.
     *
     * @return above 0 where groups of a higher score had more events than expected
     */
    double excess();

    /**
     * Returns the test by each variance that applies, the best first.
     *
     * @return the tests, each of one degree of freedom, with its statistic or with what is lacking
     */
    List<ScoreTest> tests();

    /**
     * Returns the statistic of the answer, as {@link Result#answer()} has it.
     *
     * @return the statistic, or nothing where no test is possible
     */
    default Optional<ChiSquare> chiSquare() {
      return ScoreTest.answer(tests()).chiSquare();
    }
  }

  /**
   * Two of several groups compared, with the p value adjusted for all the pairs.
   *
   * @see GrayTest
   */
  @Value.Immutable
  public sealed interface Pair permits ImmutablePair {

    /**
     * Returns the test of the two groups alone.
     *
     * @return the result, which names the groups and holds the p value as it is
     */
    Result result();

    /**
     * Returns how p values were adjusted.
     *
     * @return the adjustment
     */
    PValueAdjustment adjustment();

    /**
     * Returns the adjusted p value of the answer.
     *
     * @return a probability in 0..1, or nothing where no test is possible
     */
    OptionalDouble adjustedPValue();
  }

  /**
   * Returns the test in which every time counts alike, with Holm's adjustment of pairs.
   *
   * @return the test
   */
  public static GrayTest withDefaults() {
    return new GrayTest(0, PValueAdjustment.HOLM);
  }

  /**
   * Chooses how much early times count: by the power rho of the proportion without the event, 1 - F
   * just before each time.
   *
   * @param power a finite number; 0 counts all times alike, above 0 early ones more
   * @return a test with that weight
   * @throws IllegalArgumentException if the power is not finite
   */
  public GrayTest withRho(double power) {
    if (!Double.isFinite(power)) {
      throw new IllegalArgumentException("rho [power] must be finite, but was " + power);
    }
    return new GrayTest(power, adjustment);
  }

  /**
   * Chooses how p values of pairs are adjusted.
   *
   * @param method the adjustment
   * @return a test with that adjustment
   */
  public GrayTest with(PValueAdjustment method) {
    return new GrayTest(rho, Objects.requireNonNull(method, "method"));
  }

  /**
   * Compares the incidence of the event between groups, within strata where there are strata.
   *
   * @param followUp the hips; {@link CompetingFollowUp#withEvent(String)} chooses the event
   * @return the result
   */
  public Result test(CompetingFollowUp followUp) {
    Objects.requireNonNull(followUp, "followUp");
    return new GrayScores(followUp, rho).result();
  }

  /**
   * Compares the incidence of the event between groups from counts, within strata where there are
   * strata, and by patient where pairs of hips are known: as of the rows that were counted.
   *
   * @param counts the hips; {@link CompetingCounts#withEvent(String)} chooses the event
   * @return the result
   */
  public Result test(CompetingCounts counts) {
    return test(hips(counts));
  }

  private static CompetingFollowUp hips(CompetingCounts counts) {
    return CompetingFollowUp.ofHips(Objects.requireNonNull(counts, "counts"));
  }

  /**
   * Compares every group with every other.
   *
   * @param followUp the hips; {@link CompetingFollowUp#withEvent(String)} chooses the event
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<Pair> pairs(CompetingFollowUp followUp) {
    Objects.requireNonNull(followUp, "followUp");
    List<String> groups = followUp.anyEvent().groups();
    List<Result> results = new ArrayList<>();
    for (int second = 1; second < groups.size(); second++) {
      for (int first = 0; first < second; first++) {
        results.add(test(followUp.only(List.of(groups.get(first), groups.get(second)))));
      }
    }
    double[] adjusted = adjustment.adjusted(results.stream()
        .flatMap(result -> result.chiSquare().stream())
        .mapToDouble(ChiSquare::pValue)
        .toArray());
    List<Pair> pairs = new ArrayList<>();
    int next = 0;
    for (Result result : results) {
      ImmutablePair.Builder pair = ImmutablePair.builder().result(result).adjustment(adjustment);
      if (result.chiSquare().isPresent()) {
        pair.adjustedPValue(adjusted[next++]);
      }
      pairs.add(pair.build());
    }
    return List.copyOf(pairs);
  }

  /**
   * Compares every group with every other from counts, as of the rows that were counted.
   *
   * @param counts the hips; {@link CompetingCounts#withEvent(String)} chooses the event
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<Pair> pairs(CompetingCounts counts) {
    return pairs(hips(counts));
  }

  /**
   * Tests for trend over ordered groups from counts, as of the rows that were counted.
   *
   * @param counts the hips; {@link CompetingCounts#withEvent(String)} chooses the event
   * @param scores a finite score for each group, in the order of the groups; 0, 1, 2 and so on if
   *     there are none
   * @return the result
   * @throws IllegalArgumentException if scores are given and are not as many as the groups, or one
   *     is not finite
   */
  public Trend trend(CompetingCounts counts, double... scores) {
    return trend(hips(counts), scores);
  }

  /**
   * Tests for trend over ordered groups: whether the incidence grows or falls with their scores.
   *
   * @param followUp the hips; {@link CompetingFollowUp#withEvent(String)} chooses the event
   * @param scores a finite score for each group, in the order of the groups; 0, 1, 2 and so on if
   *     there are none
   * @return the result
   * @throws IllegalArgumentException if scores are given and are not as many as the groups, or one
   *     is not finite
   */
  public Trend trend(CompetingFollowUp followUp, double... scores) {
    Objects.requireNonNull(followUp, "followUp");
    Objects.requireNonNull(scores, "scores");
    int groups = followUp.anyEvent().groups().size();
    if (scores.length != 0 && scores.length != groups) {
      throw new IllegalArgumentException(
          "scores [count] must be " + groups + " like the groups, but were " + scores.length);
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("score [any unit] must be finite, but was " + score);
      }
    }
    double[] own =
        scores.length == 0 ? IntStream.range(0, groups).asDoubleStream().toArray() : scores;
    return new GrayScores(followUp, rho).trend(own);
  }

  @Override
  public String toString() {
    return "GrayTest{rho " + rho + "}";
  }
}
