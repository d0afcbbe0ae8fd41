package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreVariance;
import io.github.avnfh.survival.internal.QuadraticForm;
import io.github.avnfh.survival.internal.ScoreProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Observed less expected events over all strata, with their variances. */
final class GrayScores {
  private static final double NEGLIGIBLE = 1e-10;

  private final CompetingFollowUp followUp;
  private final FollowUp rows;
  private final int groups;
  private final List<GrayStratum> strata = new ArrayList<>();
  private final double[] observed;
  private final double[] expected;
  // observed less expected events, as times count
  private final double[] difference;
  private final boolean isWhole;

  GrayScores(CompetingFollowUp followUp, double rho) {
    this.followUp = followUp;
    this.rows = followUp.anyEvent();
    this.groups = rows.groups().size();
    this.observed = new double[groups];
    this.expected = new double[groups];
    this.difference = new double[groups];
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
        GrayStratum stratum = new GrayStratum(followUp, members, rho);
        stratum.count(observed, expected, difference);
        strata.add(stratum);
      }
    }
  }

  GrayTest.Result result() {
    ImmutableResult.Builder result = ImmutableResult.builder()
        .cause(followUp.event())
        .isStratified(rows.strata().size() > 1)
        .clustersWithEvent(clustersWithEvent());
    int[] sizes = new int[groups];
    for (int row = 0; row < rows.size(); row++) {
      sizes[rows.group(row)]++;
    }
    for (int group = 0; group < groups; group++) {
      result.addGroups(
          GroupCount.of(rows.groups().get(group), sizes[group], observed[group], expected[group]));
    }
    return result.addAllTests(tests(Optional.empty())).build();
  }

  private OptionalInt clustersWithEvent() {
    return rows.clusters().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(withEvent().cardinality());
  }

  private BitSet withEvent() {
    BitSet clusters = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      if (followUp.outcome(row) == EventStatus.EVENT) {
        clusters.set(rows.cluster(row));
      }
    }
    return clusters;
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

  GrayTest.Trend trend(double[] scores) {
    double excess = 0;
    for (int group = 0; group < groups; group++) {
      excess += scores[group] * difference[group];
    }
    return ImmutableTrend.builder()
        .addScores(scores)
        .excess(excess)
        .addAllTests(tests(Optional.of(scores)))
        .build();
  }

  /**
   * The tests on the groups in which events were to be expected, but for the last of them, or on
   * one sum of them by scores.
   */
  private List<ScoreTest> tests(Optional<double[]> byScores) {
    int[] compared =
        IntStream.range(0, groups).filter(group -> expected[group] > 0).toArray();
    if (compared.length < 2) {
      return variances().stream()
          .map(each -> ScoreTest.lacking(each, "groups at risk together at an event"))
          .toList();
    }
    int[] free = Arrays.copyOf(compared, compared.length - 1);
    double[][] covariance = new double[free.length][free.length];
    // without clusters, and with whole weights, rows are counted and none is looked at alone
    double[] scores = new double[variances().size() > 1 ? rows.size() * free.length : 0];
    strata.forEach(stratum -> stratum.addVariance(free, covariance, scores));
    // L'U with covariance L'V L for the contrasts L
    double[] sums = Arrays.stream(free).mapToDouble(group -> difference[group]).toArray();
    // all differences add up to 0, so that a score counts by its distance from that of the last
    double[][] contrasts = byScores.isEmpty()
        ? identity(free.length)
        : new double[][] {distances(byScores.get(), compared)};
    if (Arrays.stream(contrasts[0]).allMatch(each -> each == 0)) {
      return variances().stream()
          .map(each -> ScoreTest.lacking(each, "groups of different scores"))
          .toList();
    }
    Form form = new Form(
        times(contrasts, sums),
        between(contrasts, covariance),
        byScores.isEmpty() ? scores : inRows(contrasts[0], scores));
    return variances().stream().map(form::test).toList();
  }

  /** One sum of each row's scores. */
  private static double[] inRows(double[] contrast, double[] scores) {
    double[] sums = new double[scores.length / contrast.length];
    for (int i = 0; i < scores.length; i++) {
      // the score of a row in L'U is L' times its scores
      sums[i / contrast.length] += contrast[i % contrast.length] * scores[i];
    }
    return sums;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[] distances(double[] scores, int[] compared) {
    double last = scores[compared[compared.length - 1]];
    return Arrays.stream(compared, 0, compared.length - 1)
        .mapToDouble(group -> scores[group] - last)
        .toArray();
  }

  private static double[] times(double[][] contrasts, double[] vector) {
    double[] product = new double[contrasts.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += contrasts[i][j] * vector[j];
      }
    }
    return product;
  }

  private static double[][] between(double[][] contrasts, double[][] covariance) {
    double[][] half =
        Arrays.stream(covariance).map(row -> times(contrasts, row)).toArray(double[][]::new);
    double[][] between = new double[contrasts.length][contrasts.length];
    for (int i = 0; i < between.length; i++) {
      for (int j = 0; j < between.length; j++) {
        for (int k = 0; k < half.length; k++) {
          between[i][j] += contrasts[i][k] * half[k][j];
        }
      }
    }
    return between;
  }

  /** A vector with its covariance and what each row adds to it. */
  private final class Form {
    private final double[] vector;
    private final double[][] covariance;
    private final ScoreProducts products;

    Form(double[] vector, double[][] covariance, double[] scores) {
      this.vector = vector;
      this.covariance = covariance;
      // a value for each row and contrast, or none at all where rows are counted
      int scored = scores.length / vector.length;
      int[] clusters = IntStream.range(0, scored).map(rows::cluster).toArray();
      this.products =
          ScoreProducts.of(scores, vector.length, clusters, ScoreProducts.units(new Parts(rows)));
    }

    ScoreTest test(ScoreVariance variance) {
      int degrees = vector.length;
      if (variance == ScoreVariance.INDEPENDENT && !isWhole) {
        return ScoreTest.lacking(variance, "case weights that are whole numbers");
      }
      if (variance != ScoreVariance.INDEPENDENT && products.clusters() <= degrees) {
        return ScoreTest.lacking(variance, "more clusters than degrees of freedom");
      }
      double[][] matrix = switch (variance) {
        case CLUSTERED -> products.clustered(covariance);
        case ROBUST -> products.ofClusters();
        case INDEPENDENT -> covariance;
      };
      double[] least = new double[degrees];
      Arrays.setAll(
          // a pivot this small, relative to the variance of independent rows, is rounding
          least, i -> NEGLIGIBLE * (isWhole ? covariance[i][i] : products.ofUnits()[i][i]));
      OptionalDouble form = QuadraticForm.positiveForm(matrix, vector, least);
      return form.isPresent()
          ? ScoreTest.of(variance, ChiSquare.of(Math.max(0, form.getAsDouble()), degrees))
          : ScoreTest.lacking(variance, "a variance that is positive definite");
    }
  }

  /** The rows of a follow-up, of which some may be parts of one. */
  private record Parts(FollowUp rows) implements ScoreProducts.Parts {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public boolean hasDelayedEntry() {
      return rows.hasDelayedEntry();
    }

    @Override
    public double entry(int row) {
      return rows.entry(row).orElse(-1);
    }

    @Override
    public double time(int row) {
      return rows.time(row);
    }

    @Override
    public boolean isEvent(int row) {
      return rows.isEvent(row);
    }

    @Override
    public double weight(int row) {
      return rows.weight(row);
    }

    @Override
    public ScoreProducts.Kind kind(int row) {
      return new ScoreProducts.Kind(rows.cluster(row), rows.group(row), rows.stratum(row));
    }
  }
}
