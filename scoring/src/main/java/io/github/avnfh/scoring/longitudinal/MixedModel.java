package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.PValueAdjustment;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model of scores over visits whose errors are alike within a hip and within a patient:
 * immutable options and one method, {@link #fit(VisitScores)}.
 *
 * <p>The mean of a score depends on the visit, the group, their interaction, covariates and
 * interactions that {@link VisitScoresBuilder} names. With
 * {@link VisitCovariance#RANDOM_INTERCEPTS}, the default, two hips of a patient are alike by the
 * model; with a covariance over visits they are independent in it, and the errors are those of
 * {@link DegreesOfFreedom#CR2} unless another method is named.
 *
 * <p>Hips with a missed visit stay in the model. That is right where scores are missing at random:
 * where, among hips with the same scores so far, those that were seen are like those that were not.
 *
 * <pre>{@code
 * VisitScores scores = VisitScores.of(
 *         cohort.hips(), Instruments.HARRIS_HIP_SCORE, ArthroplastyPolicy.EXCLUDE_AFTER)
 *     .build();
 * VisitModelFit fit = MixedModel.withDefaults().fit(scores);
 * fit.changes().get(5).name(); // M24 - BL
 * Digits.halfUp(1).print(fit.changes().get(5).estimate().estimate()); // 28.7
 * MixedModel adjusted = MixedModel.withDefaults()
 *     .with(VisitCovariance.COMPOUND_SYMMETRIC)
 *     .with(DegreesOfFreedom.KENWARD_ROGER)
 *     .with(TimeEffect.SLOPE);
 * VisitModelFit.EffectTest visits = fit.effects().get(0);
 * visits.effect(); // visit
 * visits.numeratorDegreesOfFreedom(); // 6
 * VisitResiduals residuals = fit.residuals();
 * int scored = residuals.rows().length; // 393
 * adjusted.toString(); // MixedModel{compound-symmetric, restricted maximum likelihood}
 * }</pre>
 */
public final class MixedModel {
  private VisitCovariance covariance = VisitCovariance.RANDOM_INTERCEPTS;
  private boolean isRestricted = true;
  private Optional<DegreesOfFreedom> degreesOfFreedom = Optional.empty();
  private TimeEffect time = TimeEffect.FACTOR;
  private double level = 0.95;
  private PValueAdjustment adjustment = PValueAdjustment.HOLM;

  private MixedModel() {}

  private MixedModel(MixedModel other) {
    this.covariance = other.covariance;
    this.isRestricted = other.isRestricted;
    this.degreesOfFreedom = other.degreesOfFreedom;
    this.time = other.time;
    this.level = other.level;
    this.adjustment = other.adjustment;
  }

  /**
   * Returns the model with the defaults: random intercepts, restricted maximum likelihood,
   * Satterthwaite's degrees of freedom, visits as a factor, 0.95, Holm.
   *
   * @return the options
   */
  public static MixedModel withDefaults() {
    return new MixedModel();
  }

  /**
   * Returns this model with another covariance.
   *
   * @param covariance how scores of one hip and of one patient are alike
   * @return the options
   */
  public MixedModel with(VisitCovariance covariance) {
    MixedModel changed = new MixedModel(this);
    changed.covariance = Objects.requireNonNull(covariance, "covariance");
    return changed;
  }

  /**
   * Returns this model fitted by maximum likelihood instead of the restricted one, as needed to
   * compare models with different means.
   *
   * @return the options
   */
  public MixedModel withMaximumLikelihood() {
    MixedModel changed = new MixedModel(this);
    changed.isRestricted = false;
    return changed;
  }

  /**
   * Returns this model with a named method for standard errors and degrees of freedom.
   *
   * @param degreesOfFreedom the method
   * @return the options
   */
  public MixedModel with(DegreesOfFreedom degreesOfFreedom) {
    MixedModel changed = new MixedModel(this);
    changed.degreesOfFreedom =
        Optional.of(Objects.requireNonNull(degreesOfFreedom, "degreesOfFreedom"));
    return changed;
  }

  /**
   * Returns this model with the visits as a factor or as times.
   *
   * @param time what a visit is
   * @return the options
   */
  public MixedModel with(TimeEffect time) {
    MixedModel changed = new MixedModel(this);
    changed.time = Objects.requireNonNull(time, "time");
    return changed;
  }

  /**
   * Returns this model with another confidence level.
   *
   * @param level a fraction between 0 and 1
   * @return the options
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public MixedModel withLevel(double level) {
    MixedModel changed = new MixedModel(this);
    changed.level = ConfidenceLevel.check(level);
    return changed;
  }

  /**
   * Returns this model with another adjustment for several contrasts.
   *
   * @param adjustment the adjustment
   * @return the options
   */
  public MixedModel with(PValueAdjustment adjustment) {
    MixedModel changed = new MixedModel(this);
    changed.adjustment = Objects.requireNonNull(adjustment, "adjustment");
    return changed;
  }

  /**
   * Fits the model.
   *
   * @param scores the scores
   * @return means, contrasts, coefficients, variances and residuals
   * @throws IllegalArgumentException if a group has no score at a visit, columns of the design are
   *     not independent, the scores are all the same, the covariance cannot be estimated, or
   *     Kenward and Roger's method is asked for without restricted maximum likelihood
   */
  public VisitModelFit fit(VisitScores scores) {
    Objects.requireNonNull(scores, "scores");
    return new Fitting(VisitDesign.of(scores, time)).fit();
  }

  private boolean hasRandomIntercepts() {
    return covariance == VisitCovariance.RANDOM_INTERCEPTS;
  }

  @Override
  public String toString() {
    return "MixedModel{" + covariance.code() + ", "
        + (isRestricted ? "restricted maximum likelihood" : "maximum likelihood") + "}";
  }

  /** One fit, on an outcome of mean 0 and standard deviation 1. */
  private final class Fitting {
    private final VisitDesign design;
    private final VisitScores scores;
    private final int[][] hips;
    private final double center;
    private final double scale;
    private final CovarianceStructure structure;

    Fitting(VisitDesign design) {
      this.design = design;
      this.scores = design.scores();
      this.hips = members(scores.hips(), scores::hip, scores.size());
      int n = scores.size();
      this.center = IntStream.range(0, n).mapToDouble(scores::score).sum() / n;
      // a second pass about the mean, so that a score scale far from 0 costs no digits
      double squares = IntStream.range(0, n)
          .mapToDouble(row -> (scores.score(row) - center) * (scores.score(row) - center))
          .sum();
      // an outcome of standard deviation 1: the tolerances of the search then fit any unit
      this.scale = Math.sqrt(squares / n);
      if (!(scale > 1e-14 * Math.abs(center)) || n <= design.size()) {
        throw new IllegalArgumentException("scores [count] must be more than the " + design.size()
            + " coefficients and not all the same, but were " + n);
      }
      this.structure = structure();
    }

    private CovarianceStructure structure() {
      return switch (covariance) {
        case RANDOM_INTERCEPTS ->
          CovarianceStructure.RandomIntercepts.of(
              scores.hasPatientsWithTwoHips(), scores.size() > scores.hips());
        case UNSTRUCTURED -> CovarianceStructure.Unstructured.of(scores.visits());
        case COMPOUND_SYMMETRIC -> new CovarianceStructure.CompoundSymmetric();
        case AUTOREGRESSIVE -> new CovarianceStructure.Autoregressive();
      };
    }

    VisitModelFit fit() {
      Likelihood likelihood = new Likelihood(patterns(), structure, design.size(), isRestricted);
      Likelihood.Maximum maximum = likelihood.maximum();
      DegreesOfFreedom method = method();
      VisitModelFit.Parts parts = new VisitModelFit.Parts(
          design,
          maximum.point().coefficients(),
          variance(method, likelihood, maximum),
          spread(maximum));
      parts.center = center;
      parts.scale = scale;
      parts.time = time;
      parts.level = level;
      parts.adjustment = adjustment;
      parts.variances = variances(maximum);
      parts.deviance = OptionalDouble.of(deviance(maximum));
      parts.method = covariance.code() + (isRestricted ? "" : ", maximum likelihood");
      parts.degreesOfFreedom = method.code();
      parts.isSingular = maximum.isSingular();
      parts.rules = List.of(rule(), method.rule());
      parts.call = call(method);
      return new VisitModelFit(parts);
    }

    private DegreesOfFreedom method() {
      return degreesOfFreedom.orElse(
          !hasRandomIntercepts() && scores.hasPatientsWithTwoHips()
              ? DegreesOfFreedom.CR2
              : DegreesOfFreedom.SATTERTHWAITE);
    }

    private Rule rule() {
      return hasRandomIntercepts()
          ? LongitudinalRules.RANDOM_INTERCEPTS
          : LongitudinalRules.VISIT_COVARIANCE;
    }

    private List<PatternSums> patterns() {
      return hasRandomIntercepts() ? rotated() : byVisits();
    }

    /** A row of the design with the outcome behind it. */
    private double[] row(int row) {
      double[] columns = Arrays.copyOf(design.row(row), design.size() + 1);
      // z = (x, y)
      columns[design.size()] = (scores.score(row) - center) / scale;
      return columns;
    }

    private double[][] rows(int[] chosen) {
      return Arrays.stream(chosen).mapToObj(this::row).toArray(double[][]::new);
    }

    private List<PatternSums> byVisits() {
      PatternSums.Table table = new PatternSums.Table(design.size() + 1);
      for (int[] hip : hips) {
        table.add(visitsOf(hip), rows(hip));
      }
      return table.patterns();
    }

    private int[] visitsOf(int[] rows) {
      return Arrays.stream(rows).map(scores::visit).toArray();
    }

    /** Deviations from the mean of each hip, and means times the root of the number of scores. */
    private List<PatternSums> rotated() {
      int columns = design.size() + 1;
      Matrix within = Matrix.square(columns);
      // an orthogonal rotation of the rows of a hip: sqrt(n) times the mean, and n - 1 contrasts of
      // which only the sum of squares is needed
      double[][] means = new double[hips.length][];
      for (int hip = 0; hip < hips.length; hip++) {
        double[][] rows = rows(hips[hip]);
        double[] mean = mean(rows);
        for (double[] row : rows) {
          for (int j = 0; j < columns; j++) {
            // x - mean of the hip: its squares pool over hips, as the variance is s for all
            row[j] -= mean[j];
          }
          within.addSquare(1, row);
        }
        double root = Math.sqrt(rows.length);
        means[hip] = Arrays.stream(mean).map(each -> each * root).toArray();
      }
      PatternSums.Table table = new PatternSums.Table(columns);
      for (int[] cluster : clusters()) {
        int[] sizes = Arrays.stream(cluster).map(hip -> hips[hip].length).toArray();
        table.add(
            sizes, Arrays.stream(cluster).mapToObj(hip -> means[hip]).toArray(double[][]::new));
      }
      // n - 1 of each hip, independent with the residual variance: one pattern of one row
      int deviations = scores.size() - scores.hips();
      return deviations == 0
          ? table.patterns()
          : Stream.concat(
                  Stream.of(PatternSums.ofSquares(deviations, within)), table.patterns().stream())
              .toList();
    }

    private static double[] mean(double[][] rows) {
      double[] mean = new double[rows[0].length];
      for (double[] row : rows) {
        for (int j = 0; j < mean.length; j++) {
          mean[j] += row[j] / rows.length;
        }
      }
      return mean;
    }

    /** The hips of each patient, those with fewer scores first, so that patterns are few. */
    private int[][] clusters() {
      int[][] patients = members(scores.patients(), scores::patientOfHip, scores.hips());
      for (int patient = 0; patient < patients.length; patient++) {
        patients[patient] = Arrays.stream(patients[patient])
            .boxed()
            .sorted(Comparator.comparingInt(hip -> hips[hip].length))
            .mapToInt(Integer::intValue)
            .toArray();
      }
      return patients;
    }

    private ContrastVariance variance(
        DegreesOfFreedom method, Likelihood likelihood, Likelihood.Maximum maximum) {
      if (method.rule().equals(LongitudinalRules.KENWARD_ROGER) && !isRestricted) {
        throw new IllegalArgumentException(
            "degrees of freedom by Kenward and Roger need restricted maximum likelihood, but"
                + " maximum likelihood was asked for");
      }
      return switch (method) {
        case SATTERTHWAITE -> new Satterthwaite(maximum);
        case KENWARD_ROGER -> new KenwardRoger(likelihood, maximum, false);
        case KENWARD_ROGER_LINEAR -> new KenwardRoger(likelihood, maximum, true);
        case BETWEEN_WITHIN ->
          new BetweenWithin(
              design,
              hasRandomIntercepts() && scores.hasPatientsWithTwoHips(),
              maximum.point().covariance());
        case CR2 -> biasReduced(maximum);
      };
    }

    private ContrastVariance biasReduced(Likelihood.Maximum maximum) {
      BiasReducedVariance variance = new BiasReducedVariance(maximum.point().covariance());
      double[] beta = maximum.point().coefficients();
      int[][] patients = members(scores.patients(), scores::patient, scores.size());
      if (patients.length < 2) {
        throw new IllegalArgumentException(
            "patients [count] must be 2 or more for an empirical variance, but were "
                + patients.length);
      }
      for (int[] patient : patients) {
        // all rows of a patient are one cluster, those of both hips too
        double[][] columns = Arrays.stream(patient).mapToObj(design::row).toArray(double[][]::new);
        double[] residuals = new double[patient.length];
        for (int i = 0; i < patient.length; i++) {
          residuals[i] = (scores.score(patient[i]) - center) / scale - Matrix.dot(columns[i], beta);
        }
        variance.add(
            covarianceOf(patient, maximum.point().parameters()),
            Matrix.ofRows(columns, design.size()),
            residuals);
      }
      return variance;
    }

    /** The covariance of some rows of one patient under the model. */
    private Matrix covarianceOf(int[] rows, double[] parameters) {
      Matrix model = Matrix.square(rows.length);
      for (int a = 0; a < rows.length; a++) {
        for (int b = 0; b < rows.length; b++) {
          model.set(a, b, covarianceOf(rows[a], rows[b], parameters));
        }
      }
      return model;
    }

    private double covarianceOf(int one, int other, double[] parameters) {
      // with a covariance over visits the model takes two hips of a patient for independent
      boolean isSameHip = scores.hip(one) == scores.hip(other);
      if (!hasRandomIntercepts()) {
        int[] key = {scores.visit(one), scores.visit(other)};
        int column = one == other ? 0 : 1;
        return isSameHip ? structure.covariance(key, parameters).get(0, column) : 0;
      }
      double sum = 0;
      for (int i = 0; i < parameters.length; i++) {
        // cov = p 1{same patient} + h 1{same hip} + s 1{same score}
        boolean isShared = switch (structure.components().get(i)) {
          case "patient" -> scores.patient(one) == scores.patient(other);
          case "hip" -> isSameHip;
          default -> one == other;
        };
        sum += isShared ? parameters[i] : 0;
      }
      return sum;
    }

    private IntToDoubleFunction spread(Likelihood.Maximum maximum) {
      double[] parameters = maximum.point().parameters();
      double[] ofVisit = new double[scores.visits().size()];
      for (int row = 0; row < scores.size(); row++) {
        if (ofVisit[scores.visit(row)] == 0) {
          ofVisit[scores.visit(row)] = scale * Math.sqrt(covarianceOf(row, row, parameters));
        }
      }
      return row -> ofVisit[scores.visit(row)];
    }

    private Map<String, Double> variances(Likelihood.Maximum maximum) {
      Map<String, Double> variances = new LinkedHashMap<>();
      double[] parameters = maximum.point().parameters();
      for (int i = 0; i < parameters.length; i++) {
        // var(s y) = s^2 var(y); a correlation stays
        variances.put(structure.components().get(i), parameters[i] * structure.unit(i, scale));
      }
      return Collections.unmodifiableMap(variances);
    }

    /** The likelihood of the scores as they are, whose columns are not centered and not scaled. */
    private double deviance(Likelihood.Maximum maximum) {
      int degrees = isRestricted ? scores.size() - design.size() : scores.size();
      // y = s y', so each of the n - p (or n) dimensions adds log s^2; z = (x - m) / s_j divides
      // |X'V^-1 X| by the product of s_j^2
      return maximum.point().minusTwoLogLikelihood()
          + 2 * degrees * Math.log(scale)
          + (isRestricted ? 2 * design.logScale() : 0);
    }

    private String call(DegreesOfFreedom method) {
      return RCall.of(design, time).mixed(covariance, structure.components(), isRestricted, method);
    }
  }

  /** The members of each group of things. */
  static int[][] members(int groups, IntUnaryOperator groupOf, int size) {
    int[] counts = new int[groups];
    for (int i = 0; i < size; i++) {
      counts[groupOf.applyAsInt(i)]++;
    }
    int[][] members = new int[groups][];
    Arrays.setAll(members, group -> new int[counts[group]]);
    Arrays.fill(counts, 0);
    for (int i = 0; i < size; i++) {
      int group = groupOf.applyAsInt(i);
      members[group][counts[group]++] = i;
    }
    return members;
  }
}
