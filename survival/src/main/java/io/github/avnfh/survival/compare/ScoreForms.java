package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.QuadraticForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Observed less expected events U of a test, and U'V<sup>-</sup>U by each of its variances V.
 *
 * <p>The degrees of freedom are the groups less their {@link ComparableGroups}, and forms are taken
 * on as many contrasts; whether rounding leaves a matrix some rank or other decides nothing. Of few
 * groups the matrix of the contrasts is made; of many the form is found by conjugate gradients,
 * which need only what the matrix makes of a vector.
 */
final class ScoreForms {
  static final String TOGETHER = "groups at risk together at an event";
  static final String CLUSTERS = "more clusters than degrees of freedom";
  static final String POSITIVE = "a variance that is positive definite";
  static final String WHOLE = "case weights that are whole numbers";
  static final String FINITE = "case weights whose squared sums stay below 1.8E308";

  private static final int FEW_GROUPS = 32;
  private static final double NEGLIGIBLE = 1e-10;
  private static final double ROUNDING = 1e-18;

  private final Optional<LogRankSums> sums;
  private final Optional<ScoreRows> rows;
  private final Optional<ScoreClusters> clusters;
  private final boolean areClustersKnown;
  private final boolean isWhole;
  private final double[] observed;
  private final double[] expected;
  private final ComparableGroups components;

  private ScoreForms(
      Optional<LogRankSums> sums,
      Optional<ScoreRows> rows,
      Optional<ScoreClusters> clusters,
      boolean areClustersKnown,
      boolean isWhole) {
    this.sums = sums;
    this.rows = rows;
    this.clusters = clusters;
    this.areClustersKnown = areClustersKnown;
    this.isWhole = isWhole;
    this.observed =
        sums.map(LogRankSums::observed).orElseGet(() -> rows.orElseThrow().observed());
    this.expected =
        sums.map(LogRankSums::expected).orElseGet(() -> rows.orElseThrow().expected());
    this.components =
        sums.map(LogRankSums::components).orElseGet(() -> rows.orElseThrow().groupsCompared());
  }

  static ScoreForms of(EventCounts counts, Weighting weighting) {
    if (counts.groups().size() > FEW_GROUPS) {
      ScoreRows rows = ScoreRows.of(counts, new TimeWeight(weighting));
      return new ScoreForms(
          Optional.empty(), Optional.of(rows), Optional.empty(), false, rows.hasWholeWeights());
    }
    LogRankSums sums = LogRankSums.of(counts, weighting);
    return new ScoreForms(
        Optional.of(sums), Optional.empty(), Optional.empty(), false, sums.isWhole());
  }

  static ScoreForms of(FollowUp followUp, Weighting weighting) {
    Rows source = Rows.of(followUp, weighting);
    boolean few = followUp.groups().size() <= FEW_GROUPS
        && (long) followUp.groups().size() * followUp.strata().size() <= followUp.size();
    if (!few || !source.isWhole()) {
      return source.forms(Optional.empty(), ComparedRows.ofAll(followUp));
    }
    Optional<LogRankSums> sums = Optional.of(LogRankSums.of(followUp.counts(), weighting));
    return followUp.clusters().isPresent()
        ? source.forms(sums, ComparedRows.ofAll(followUp))
        : new ScoreForms(sums, Optional.empty(), Optional.empty(), false, true);
  }

  /** Rows of which some may be chosen, and put in other groups, as often as one likes. */
  record Rows(FollowUp followUp, boolean isWhole, TimeWeight first) {
    static Rows of(FollowUp followUp, Weighting weighting) {
      boolean whole = hasWholeWeights(followUp);
      double row = whole ? 1 : meanWeight(followUp);
      return new Rows(followUp, whole, new TimeWeight(weighting, row));
    }

    ScoreRows rows(ComparedRows compared) {
      return new ScoreRows(followUp, compared, first);
    }

    ScoreForms forms(ComparedRows compared) {
      return forms(Optional.empty(), compared);
    }

    private ScoreForms forms(Optional<LogRankSums> sums, ComparedRows compared) {
      boolean clustered = followUp.clusters().isPresent();
      return new ScoreForms(
          sums,
          Optional.of(rows(compared)),
          clustered || !isWhole
              ? Optional.of(ScoreClusters.of(followUp, compared))
              : Optional.empty(),
          clustered,
          isWhole);
    }
  }

  private static boolean hasWholeWeights(FollowUp followUp) {
    boolean whole = true;
    for (int row = 0; followUp.isWeighted() && whole && row < followUp.size(); row++) {
      whole = followUp.weight(row) == Math.rint(followUp.weight(row));
    }
    return whole;
  }

  private static double meanWeight(FollowUp followUp) {
    double mean = 0;
    for (int row = 0; row < followUp.size(); row++) {
      mean += followUp.weight(row) / followUp.size();
    }
    return mean;
  }

  double observed(int group) {
    return observed[group];
  }

  double expected(int group) {
    return expected[group];
  }

  /** The sum, over groups, of a value times observed less expected events. */
  double excess(double[] value) {
    double excess = 0;
    for (int group = 0; group < value.length; group++) {
      excess += value[group] * (observed[group] - expected[group]);
    }
    return excess;
  }

  OptionalInt clustersWithEvent() {
    return areClustersKnown
        ? OptionalInt.of(clusters.orElseThrow().countWithEvent(rows.orElseThrow()))
        : OptionalInt.empty();
  }

  /** The tests on all differences between groups. */
  List<ScoreTest> tests() {
    int degrees = components.degreesOfFreedom();
    if (degrees == 0) {
      return lacking(TOGETHER);
    }
    return expected.length <= FEW_GROUPS
        ? new OnContrasts(components.contrasts(expected), true).tests()
        : new OnVectors(degrees).tests();
  }

  /** The tests on one value for each group. */
  List<ScoreTest> tests(double[] value) {
    return components.tellApart(value)
        ? new OnContrasts(new double[][] {value}, false).tests()
        : lacking(TOGETHER);
  }

  private static ScoreTest possible(ScoreVariance variance, double statistic, int degrees) {
    return ImmutableScoreTest.builder()
        .variance(variance)
        .chiSquare(ChiSquare.of(Math.max(0, statistic), degrees))
        .build();
  }

  private static ScoreTest lacking(ScoreVariance variance, String what) {
    return ScoreTest.lacking(variance, what);
  }

  private List<ScoreTest> lacking(String what) {
    return variances().stream().map(variance -> lacking(variance, what)).toList();
  }

  private List<ScoreVariance> variances() {
    List<ScoreVariance> variances = new ArrayList<>();
    if (areClustersKnown && isWhole) {
      variances.add(ScoreVariance.CLUSTERED);
    }
    if (clusters.isPresent()) {
      variances.add(ScoreVariance.ROBUST);
    }
    variances.add(ScoreVariance.INDEPENDENT);
    return variances;
  }

  /** The tests of which each variance gives a form, unless it is not positive. */
  private abstract class Forms {
    final int degrees;

    Forms(int degrees) {
      this.degrees = degrees;
    }

    List<ScoreTest> tests() {
      return variances().stream().map(this::test).toList();
    }

    private ScoreTest test(ScoreVariance variance) {
      if (variance == ScoreVariance.INDEPENDENT && !isWhole) {
        return lacking(variance, WHOLE);
      }
      if (variance != ScoreVariance.INDEPENDENT && clusters.orElseThrow().count() <= degrees) {
        return lacking(variance, CLUSTERS);
      }
      OptionalDouble form = form(variance);
      if (form.isEmpty()) {
        return lacking(variance, POSITIVE);
      }
      return Double.isFinite(form.getAsDouble())
          ? possible(variance, form.getAsDouble(), degrees)
          : lacking(variance, FINITE);
    }

    private OptionalDouble form(ScoreVariance variance) {
      return switch (variance) {
        case CLUSTERED -> clusters.orElseThrow().share() ? clustered() : independent();
        case ROBUST -> robust();
        case INDEPENDENT -> independent();
      };
    }

    abstract OptionalDouble clustered();

    abstract OptionalDouble robust();

    abstract OptionalDouble independent();
  }

  /** Forms of the matrix of some contrasts. */
  private final class OnContrasts extends Forms {
    private final double[][] contrasts;
    private final boolean areAll;
    private final double[] difference;
    private final double[][] covariance;
    private final Optional<ScoreClusters.Products> products;

    /** Contrasts that are all there are, or one that was chosen. */
    OnContrasts(double[][] contrasts, boolean areAll) {
      super(contrasts.length);
      this.contrasts = contrasts;
      this.areAll = areAll;
      this.difference =
          Arrays.stream(contrasts).mapToDouble(ScoreForms.this::excess).toArray();
      ScoreRows.Projection[] projections = rows.stream()
          // a projection for each contrast: all its variances are made of projected scores
          .flatMap(known -> Arrays.stream(contrasts).map(known::project))
          .toArray(ScoreRows.Projection[]::new);
      this.products =
          clusters.map(known -> known.products(rows.orElseThrow().projected(projections)));
      this.covariance = new double[degrees][degrees];
      for (int i = 0; i < degrees; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] = covariance(i, j, projections);
          covariance[j][i] = covariance[i][j];
        }
      }
    }

    private double covariance(int i, int j, ScoreRows.Projection[] projections) {
      return sums.isPresent()
          ? sums.get().covariance(contrasts[i], contrasts[j])
          : projections[i].covariance(projections[j]);
    }

    @Override
    OptionalDouble independent() {
      return areAll && sums.isPresent()
          ? OptionalDouble.of(sums.get().form())
          : QuadraticForm.positiveForm(covariance, difference, negligible(covariance));
    }

    @Override
    OptionalDouble robust() {
      double[][] clustered = products.orElseThrow().clusters;
      double[] least = negligible(clustered);
      for (int i = 0; i < degrees; i++) {
        // scores that cancel out leave rounding, which is no variance
        least[i] = Math.max(least[i], ROUNDING * products.orElseThrow().units[i]);
      }
      return QuadraticForm.positiveForm(clustered, difference, least);
    }

    @Override
    OptionalDouble clustered() {
      double[][] across = products.orElseThrow().across;
      double[][] sum = new double[degrees][degrees];
      for (int i = 0; i < degrees; i++) {
        for (int j = 0; j < degrees; j++) {
          sum[i][j] = covariance[i][j] + across[i][j];
        }
      }
      // the clustered variance may be indefinite: pivots are held against the independent one
      return QuadraticForm.positiveForm(sum, difference, negligible(covariance));
    }

    private double[] negligible(double[][] matrix) {
      double[] least = new double[degrees];
      Arrays.setAll(least, i -> NEGLIGIBLE * matrix[i][i]);
      return least;
    }
  }

  /** Forms of matrices that are never made. */
  private final class OnVectors extends Forms {
    private final double[] difference;

    OnVectors(int degrees) {
      super(degrees);
      this.difference = new double[expected.length];
      Arrays.setAll(difference, group -> observed[group] - expected[group]);
    }

    private OptionalDouble form(UnaryOperator<double[]> matrix) {
      return QuadraticForm.iteratedForm(matrix, expected, difference);
    }

    @Override
    OptionalDouble independent() {
      return form(value -> rows.orElseThrow().timesCovariance(value));
    }

    @Override
    OptionalDouble robust() {
      return form(value -> timesScores(value, clusters.orElseThrow()::sums));
    }

    @Override
    OptionalDouble clustered() {
      return form(value -> {
        double[] sum = timesScores(value, clusters.orElseThrow()::sumsOfOthers);
        double[] own = rows.orElseThrow().timesCovariance(value);
        Arrays.setAll(sum, group -> sum[group] + own[group]);
        return sum;
      });
    }

    private double[] timesScores(double[] value, UnaryOperator<double[]> gathered) {
      ScoreRows all = rows.orElseThrow();
      ScoreRows.Projection projection = all.project(value);
      double[] projected = new double[all.size()];
      Arrays.setAll(projected, projection::of);
      return all.sumOfScores(gathered.apply(projected));
    }
  }
}
