package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreTestResult;
import io.github.avnfh.survival.compare.ScoreVariance;
import io.github.avnfh.survival.internal.QuadraticForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
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
 * alike (rho 0, the default of R's {@code cmprsk::cuminc}, whose statistic this is). Sums run over
 * strata.
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
  private static final double NEGLIGIBLE = 1e-10;
  private static final double ROUNDING = 1e-12;

  private static final GrayTest DEFAULTS = new GrayTest();

  private GrayTest() {}

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
   * Returns the test.
   *
   * @return the test in which every time counts alike
   */
  public static GrayTest withDefaults() {
    return DEFAULTS;
  }

  /**
   * Compares the incidence of the event between groups, within strata where there are strata.
   *
   * @param followUp the hips; {@link CompetingFollowUp#withEvent(String)} chooses the event
   * @return the result
   */
  public Result test(CompetingFollowUp followUp) {
    Objects.requireNonNull(followUp, "followUp");
    return new Sums(followUp).result();
  }

  /** Observed less expected events over all strata, with their variances. */
  private static final class Sums {
    private final CompetingFollowUp followUp;
    private final FollowUp rows;
    private final int groups;
    private final List<Stratum> strata = new ArrayList<>();
    private final double[] observed;
    private final double[] expected;
    private final boolean isWhole;

    Sums(CompetingFollowUp followUp) {
      this.followUp = followUp;
      this.rows = followUp.anyEvent();
      this.groups = rows.groups().size();
      this.observed = new double[groups];
      this.expected = new double[groups];
      this.isWhole = IntStream.range(0, rows.size())
          .mapToDouble(rows::weight)
          .allMatch(weight -> weight == Math.rint(weight));
      int[][] byStratum = new int[rows.strata().size()][];
      int[] sizes = new int[byStratum.length];
      for (int row = 0; row < rows.size(); row++) {
        sizes[rows.stratum(row)]++;
      }
      Arrays.setAll(byStratum, stratum -> new int[sizes[stratum]]);
      Arrays.fill(sizes, 0);
      for (int row = 0; row < rows.size(); row++) {
        byStratum[rows.stratum(row)][sizes[rows.stratum(row)]++] = row;
      }
      for (int[] members : byStratum) {
        if (members.length > 0) {
          Stratum stratum = new Stratum(followUp, members);
          stratum.count(observed, expected);
          strata.add(stratum);
        }
      }
    }

    Result result() {
      ImmutableResult.Builder result = ImmutableResult.builder()
          .cause(followUp.event())
          .isStratified(rows.strata().size() > 1)
          .clustersWithEvent(clustersWithEvent());
      int[] sizes = new int[groups];
      for (int row = 0; row < rows.size(); row++) {
        sizes[rows.group(row)]++;
      }
      for (int group = 0; group < groups; group++) {
        result.addGroups(GroupCount.of(
            rows.groups().get(group), sizes[group], observed[group], expected[group]));
      }
      return result.addAllTests(tests()).build();
    }

    private OptionalInt clustersWithEvent() {
      return rows.clusters().isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of((int) IntStream.range(0, rows.size())
              .filter(row -> followUp.outcome(row) == EventStatus.EVENT)
              .map(rows::cluster)
              .distinct()
              .count());
    }

    private List<ScoreVariance> variances() {
      List<ScoreVariance> variances = new ArrayList<>();
      if (rows.clusters().isPresent() && isWhole) {
        variances.add(ScoreVariance.CLUSTERED);
      }
      if (rows.clusters().isPresent() || !isWhole) {
        variances.add(ScoreVariance.ROBUST);
      }
      variances.add(ScoreVariance.INDEPENDENT);
      return variances;
    }

    /** The tests on the groups in which events were to be expected, but for the last of them. */
    private List<ScoreTest> tests() {
      int[] compared =
          IntStream.range(0, groups).filter(group -> expected[group] > 0).toArray();
      if (compared.length < 2) {
        return variances().stream()
            .map(each -> ScoreTest.lacking(each, "groups at risk together at an event"))
            .toList();
      }
      int[] free = Arrays.copyOf(compared, compared.length - 1);
      double[][] covariance = new double[free.length][free.length];
      double[][] scores = new double[rows.size()][free.length];
      strata.forEach(stratum -> stratum.addVariance(free, covariance, scores));
      double[] difference = Arrays.stream(free)
          .mapToDouble(group -> observed[group] - expected[group])
          .toArray();
      Products products = new Products(rows, scores, free.length);
      return variances().stream()
          .map(each -> test(each, difference, covariance, products))
          .toList();
    }

    private ScoreTest test(
        ScoreVariance variance, double[] difference, double[][] covariance, Products products) {
      int degrees = difference.length;
      if (variance == ScoreVariance.INDEPENDENT && !isWhole) {
        return ScoreTest.lacking(variance, "case weights that are whole numbers");
      }
      if (variance != ScoreVariance.INDEPENDENT && products.clusters <= degrees) {
        return ScoreTest.lacking(variance, "more clusters than degrees of freedom");
      }
      double[][] matrix = switch (variance) {
        case CLUSTERED -> products.added(covariance);
        case ROBUST -> products.ofClusters;
        case INDEPENDENT -> covariance;
      };
      double[] least = new double[degrees];
      Arrays.setAll(least, i -> NEGLIGIBLE * (isWhole ? covariance[i][i] : products.ofUnits[i][i]));
      OptionalDouble form = QuadraticForm.positiveForm(matrix, difference, least);
      return form.isPresent()
          ? ScoreTest.of(variance, ChiSquare.of(Math.max(0, form.getAsDouble()), degrees))
          : ScoreTest.lacking(variance, "a variance that is positive definite");
    }
  }

  /**
   * The groups of one stratum at each of its times.
   *
   * <p>With h = Y/S(t-) of a group and h. their sum, the common incidence F grows by d/h. at a time
   * with d events. Write p for h of group k divided by h., and c(t) for the sum after t of (1{k=r}
   * - p) h of group r times dF/(1 - F(t-)). Then an event of a row of group r counts a = 1{k=r} - p
   * + (S(t-)/Y) (1 - (1-F(t))/S(t)) c in the score of group k, and a competing one -b, b =
   * (S(t-)/Y) ((1-F(t))/S(t)) c. The covariance is the sum over groups r of a a' h dF and b b'
   * times competing events, for ties times 1 - (d - 1)/(n - 1), where n is h. S(t-) for the event
   * and Y for the competing ones.
   */
  private static final class Stratum {
    private final CompetingFollowUp followUp;
    private final FollowUp rows;
    private final int[] members;
    private final int[] exits;
    private final int[] entries;
    private final int size;
    private final double[][] atRisk;
    private final double[][] events;
    private final double[][] others;
    // S(t-) of each group, and one more place for S after the last time
    private final double[][] free;
    private final double[][] shares;
    private final double[] allShares;
    private final double[] allEvents;
    // 1 - F(t-), and one more place for the end
    private final double[] without;

    Stratum(CompetingFollowUp followUp, int[] members) {
      this.followUp = followUp;
      this.rows = followUp.anyEvent();
      this.members = members;
      double[] times =
          Arrays.stream(members).mapToDouble(rows::time).sorted().distinct().toArray();
      this.size = times.length;
      this.exits = Arrays.stream(members)
          .map(row -> Arrays.binarySearch(times, rows.time(row)))
          .toArray();
      this.entries =
          Arrays.stream(members).map(row -> firstAfter(times, rows.entry(row))).toArray();
      int groups = rows.groups().size();
      this.atRisk = new double[groups][size];
      this.events = new double[groups][size];
      this.others = new double[groups][size];
      this.free = new double[groups][size + 1];
      this.shares = new double[groups][size];
      this.allShares = new double[size];
      this.allEvents = new double[size];
      this.without = new double[size + 1];
      countRows();
      for (int group = 0; group < groups; group++) {
        follow(group);
      }
      without[0] = 1;
      for (int i = 0; i < size; i++) {
        double grown = allEvents[i] > 0 ? allEvents[i] / allShares[i] : 0;
        without[i + 1] = Math.max(0, without[i] - grown);
      }
    }

    private static int firstAfter(double[] times, OptionalDouble entry) {
      if (entry.isEmpty()) {
        return 0;
      }
      int found = Arrays.binarySearch(times, entry.getAsDouble());
      return found >= 0 ? found + 1 : -found - 1;
    }

    private void countRows() {
      double[][] change = new double[atRisk.length][size + 1];
      for (int i = 0; i < members.length; i++) {
        int row = members[i];
        int group = rows.group(row);
        double weight = rows.weight(row);
        change[group][entries[i]] += weight;
        change[group][exits[i] + 1] -= weight;
        EventStatus outcome = followUp.outcome(row);
        events[group][exits[i]] += outcome == EventStatus.EVENT ? weight : 0;
        others[group][exits[i]] += outcome == EventStatus.COMPETING ? weight : 0;
      }
      for (int group = 0; group < atRisk.length; group++) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < size; i++) {
          sum += change[group][i];
          largest = Math.max(largest, sum);
          // what sums of fractions leave behind is nobody at risk
          double known = sum > ROUNDING * largest ? sum : 0;
          atRisk[group][i] = Math.max(known, events[group][i] + others[group][i]);
        }
      }
    }

    /** Takes a group along its times; where none is left free of any event its share is 0. */
    private void follow(int group) {
      free[group][0] = 1;
      for (int i = 0; i < size; i++) {
        double n = atRisk[group][i];
        double left = n - events[group][i] - others[group][i];
        boolean counts = n > 0 && free[group][i] > 0;
        shares[group][i] = counts ? n / free[group][i] : 0;
        free[group][i + 1] =
            n > 0 ? free[group][i] * (left > ROUNDING * n ? left / n : 0) : free[group][i];
        allShares[i] += shares[group][i];
        allEvents[i] += counts ? events[group][i] : 0;
      }
    }

    /** Adds the events, and those expected by each group's own incidence. */
    void count(double[] observed, double[] expected) {
      int groups = atRisk.length;
      double[] incidence = new double[groups];
      double[] weights = new double[groups];
      for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int group = 0; group < groups; group++) {
          weights[group] = shares[group][i] * (1 - incidence[group]);
          sum += weights[group];
        }
        for (int group = 0; group < groups; group++) {
          if (shares[group][i] > 0) {
            observed[group] += events[group][i];
            incidence[group] += events[group][i] / shares[group][i];
          }
          expected[group] += allEvents[i] > 0 && sum > 0 ? allEvents[i] * weights[group] / sum : 0;
        }
      }
    }

    void addVariance(int[] compared, double[][] covariance, double[][] scores) {
      for (int group = 0; group < atRisk.length; group++) {
        Influence influence = new Influence(group, compared);
        influence.addCovariance(covariance);
        influence.addScores(scores);
      }
    }

    /** What rows of one group do to the scores of the compared groups. */
    private final class Influence {
      private final int group;
      private final double[][] ofEvent;
      private final double[][] ofOther;

      Influence(int group, int[] compared) {
        this.group = group;
        this.ofEvent = new double[size][compared.length];
        this.ofOther = new double[size][compared.length];
        for (int k = 0; k < compared.length; k++) {
          double later = 0;
          for (int i = size; i-- > 0; ) {
            double share = shares[group][i];
            if (share > 0) {
              double own = (compared[k] == group ? 1 : 0) - shares[compared[k]][i] / allShares[i];
              double ratio = free[group][i + 1] > 0 ? without[i + 1] / free[group][i + 1] : 0;
              double known = free[group][i + 1] > 0 ? later / share : 0;
              ofEvent[i][k] = own + known * (1 - ratio);
              ofOther[i][k] = known * ratio;
              later += without[i] > 0 ? own * share * growth(i) / without[i] : 0;
            }
          }
        }
      }

      private double growth(int i) {
        return allEvents[i] / allShares[i];
      }

      void addCovariance(double[][] covariance) {
        for (int i = 0; i < size; i++) {
          double share = shares[group][i];
          if (share > 0) {
            double n = allShares[i] * free[group][i];
            double event = allEvents[i] > 0 ? share * growth(i) * tied(allEvents[i], n) : 0;
            double other = others[group][i] * tied(others[group][i], atRisk[group][i]);
            addProducts(covariance, ofEvent[i], event);
            addProducts(covariance, ofOther[i], other);
          }
        }
      }

      private static double tied(double events, double n) {
        return events > 1 ? 1 - (events - 1) / (n - 1) : 1;
      }

      private static void addProducts(double[][] to, double[] vector, double factor) {
        for (int i = 0; factor != 0 && i < vector.length; i++) {
          for (int j = 0; j < vector.length; j++) {
            to[i][j] += factor * vector[i] * vector[j];
          }
        }
      }

      /** An event less what was to be expected of the row while it was at risk. */
      void addScores(double[][] scores) {
        int free0 = ofEvent.length == 0 ? 0 : ofEvent[0].length;
        double[][] expected = new double[size + 1][free0];
        for (int i = 0; i < size; i++) {
          double share = shares[group][i];
          double event = share > 0 ? growth(i) / free[group][i] : 0;
          double other = share > 0 ? others[group][i] / atRisk[group][i] : 0;
          for (int k = 0; k < free0; k++) {
            expected[i + 1][k] = expected[i][k] + ofEvent[i][k] * event - ofOther[i][k] * other;
          }
        }
        for (int member = 0; member < members.length; member++) {
          int row = members[member];
          if (rows.group(row) == group) {
            addScore(scores[row], member, expected);
          }
        }
      }

      private void addScore(double[] score, int member, double[][] expected) {
        int exit = exits[member];
        EventStatus outcome = followUp.outcome(members[member]);
        double weight = rows.weight(members[member]);
        for (int k = 0; k < score.length; k++) {
          double happened = outcome == EventStatus.EVENT
              ? ofEvent[exit][k]
              : outcome == EventStatus.COMPETING ? -ofOther[exit][k] : 0;
          score[k] += weight * (happened - (expected[exit + 1][k] - expected[entries[member]][k]));
        }
      }
    }
  }

  /**
   * Sums of products of scores over clusters and over their units; parts of one follow-up, each of
   * which begins where the one before was censored, are one unit.
   */
  private static final class Products {
    final int clusters;
    final double[][] ofClusters;
    final double[][] ofUnits;

    Products(FollowUp rows, double[][] scores, int size) {
      this.ofClusters = new double[size][size];
      this.ofUnits = new double[size][size];
      int[] units = units(rows);
      double[][] unitSums = new double[rows.size()][size];
      Map<Integer, double[]> clusterSums = new TreeMap<>();
      for (int row = 0; row < units.length; row++) {
        add(unitSums[units[row]], scores[row]);
      }
      for (int row = 0; row < units.length; row++) {
        if (units[row] == row) {
          double[] unit = unitSums[row];
          add(clusterSums.computeIfAbsent(rows.cluster(row), one -> new double[size]), unit);
        }
      }
      // in the order of clusters both, so that they are equal where each cluster is one unit
      IntStream.range(0, units.length)
          .filter(row -> units[row] == row)
          .boxed()
          .sorted(Comparator.comparingInt(rows::cluster))
          .forEach(row -> addSquare(ofUnits, unitSums[row]));
      clusterSums.values().forEach(sum -> addSquare(ofClusters, sum));
      this.clusters = clusterSums.size();
    }

    /** What a part must share with the next, and when one ends and the other begins. */
    private record Cut(int cluster, int group, int stratum, double weight, double time) {
      static Cut of(FollowUp rows, int row, double time) {
        return new Cut(
            rows.cluster(row), rows.group(row), rows.stratum(row), rows.weight(row), time);
      }
    }

    /** For each row the first row of its unit. */
    private static int[] units(FollowUp rows) {
      int[] units = new int[rows.size()];
      Arrays.setAll(units, row -> row);
      if (!rows.hasDelayedEntry()) {
        return units;
      }
      Map<Cut, Deque<Integer>> open = new HashMap<>();
      IntStream.range(0, units.length)
          .boxed()
          .sorted(Comparator.comparingDouble(row -> rows.entry(row).orElse(-1)))
          .forEach(row -> {
            Deque<Integer> before = open.get(Cut.of(rows, row, rows.entry(row).orElse(-1)));
            if (before != null && !before.isEmpty()) {
              units[row] = before.remove();
            }
            if (!rows.isEvent(row)) {
              open.computeIfAbsent(Cut.of(rows, row, rows.time(row)), cut -> new ArrayDeque<>())
                  .add(units[row]);
            }
          });
      return units;
    }

    private static void add(double[] sum, double[] other) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += other[i];
      }
    }

    private static void addSquare(double[][] to, double[] vector) {
      for (int i = 0; i < vector.length; i++) {
        for (int j = 0; j < vector.length; j++) {
          to[i][j] += vector[i] * vector[j];
        }
      }
    }

    /** The covariance of independent rows with what units of one cluster have in common. */
    double[][] added(double[][] covariance) {
      double[][] sum = new double[covariance.length][covariance.length];
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum.length; j++) {
          sum[i][j] = covariance[i][j] + (ofClusters[i][j] - ofUnits[i][j]);
        }
      }
      return sum;
    }
  }

  @Override
  public String toString() {
    return "GrayTest{rho 0}";
  }
}
