package io.github.avnfh.survival.regression;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RecoveredVariance;
import io.github.avnfh.survival.internal.RecoveredVariance.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Survival curves adjusted by direct standardization: what the survival of the whole cohort would
 * be, by the model, if every hip had the same level of a factor and its own other covariates.
 *
 * <p>For a level g, S(t; g) is the mean over the n rows, with their case weights, of the predicted
 * survival exp(-H(t) exp(x<sub>ig</sub>'b)), where x<sub>ig</sub> are the covariates of row i with
 * the level replaced, in interactions too. It is not the curve of a hip with mean covariates, which
 * differs from the mean of the curves.
 *
 * <p>Standard errors are the infinitesimal jackknife: the influence of a row is the derivative of
 * the estimate by its case weight, which reaches it through the coefficients, the baseline hazard
 * and the rows that are averaged over; influences are summed by cluster, such as the patient, and
 * their squares added up. So they allow for two hips in one patient and take the covariates as
 * sampled, and the chosen {@link CoxVariance} does not change them. Limits lie on the scale
 * log(-log S), those of a restricted mean on that of the logarithm of the time lost, with the t
 * quantile on one degree of freedom less than there are clusters, or the normal one without
 * clusters; a difference combines the limits of both levels with their correlation (MOVER). With
 * Firth's penalty the influence on the coefficients is that of the unpenalized likelihood.
 *
 * <p>Nothing is said beyond the time to which every stratum was followed. An estimate takes as many
 * steps as there are rows, a restricted mean as many as rows times event times.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730},
 *         new boolean[] {true, true, false, true, true, false, true, false, false, false})
 *     .build();
 * Covariates design = Covariates.ofRows(10)
 *     .factor("stage", List.of("III", "II", "III", "III", "II", "II", "III", "II", "II", "III"),
 *         List.of("II", "III"))
 *     .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
 *     .build();
 * AdjustedSurvival adjusted =
 *     AdjustedSurvival.of(CoxRegression.withDefaults().fit(hips, design), "stage");
 * adjusted.levels(); // [II, III]
 * AdjustedSurvival.Estimate third = adjusted.at(365).get(1);
 * Digits.halfUp(3).print(third.value()); // 0.530
 * Contrast days = adjusted.restrictedMeanDifference("III", "II", 730).orElseThrow();
 * }</pre>
 *
 * @see CoxModel
 * @see <a href="https://doi.org/10.1016/0021-9681(82)90058-3">Makuch RW. Adjusted survival curve
 *     estimation using covariates. J Chronic Dis 1982;35:437-43</a>
 */
public final class AdjustedSurvival implements Explainable {
  static final Rule STANDARDIZATION = Rule.of(
      "COX-ADJUSTED-SURVIVAL",
      "1.0",
      "survival of a level is the mean over all hips of that which the model predicts if each had"
          + " the level and its own other covariates",
      Citation.of(
          "Makuch RW",
          "Adjusted survival curve estimation using covariates",
          "J Chronic Dis 1982;35:437-43",
          "10.1016/0021-9681(82)90058-3"));

  private final CoxModel model;
  private final CoxModel.Data data;
  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final double[] beta;
  private final double[][] inverse;
  private final Optional<String> factor;
  private final List<String> levels;
  private final int[] unit;
  private final int units;
  private final double last;
  private final double[] hazard;
  private final double[] squares;
  private final double[] unseen;
  private final double[][] means;

  /** By a factor of the design, or by stratum. */
  private AdjustedSurvival(CoxModel model, Optional<String> factor) {
    this.model = model;
    this.data = model.data();
    this.rows = data.rows;
    this.likelihood = model.likelihood();
    this.beta = data.scaledCoefficients();
    this.inverse = SymmetricMatrix.of(likelihood.information()).orElseThrow().inverse();
    this.factor = factor;
    this.levels = factor.map(data.covariates::levels).orElse(data.followUp.strata());
    boolean isClustered = data.followUp.clusters().isPresent();
    this.unit = isClustered
        ? Arrays.stream(rows.order).map(data.followUp::cluster).toArray()
        : IntStream.range(0, rows.size).toArray();
    this.units = (int) Arrays.stream(unit).distinct().count();
    // the earliest of the last times of the strata
    this.last = IntStream.range(0, rows.strata)
        .mapToDouble(stratum -> rows.time(rows.stratumStart[stratum]))
        .min()
        .orElse(0);
    this.hazard = rows.accumulated(likelihood.baselineIncrements());
    this.squares = rows.accumulated(likelihood.squaredIncrements());
    this.unseen = likelihood.unseenSquaredIncrements();
    this.means = new double[beta.length][];
    Arrays.setAll(means, j -> rows.accumulated(likelihood.meanIncrements(j)));
  }

  /**
   * Returns the survival of each level of a factor, adjusted for the other covariates.
   *
   * @param model the model
   * @param factor a factor of its design
   * @return the adjusted curves; with strata each row keeps its own
   * @throws IllegalArgumentException if the design has no such factor or an interaction without its
   *     covariates, a coefficient is not estimable, ties are exact, or entry is delayed, since hips
   *     are averaged over from time 0 on
   */
  public static AdjustedSurvival of(CoxModel model, String factor) {
    Objects.requireNonNull(factor, "factor");
    if (Objects.requireNonNull(model, "model").data().covariates.levels(factor).isEmpty()) {
      throw new IllegalArgumentException(
          "covariate [name] must be a factor, but " + factor + " was not");
    }
    check(model);
    return new AdjustedSurvival(model, Optional.of(factor));
  }

  /**
   * Returns the survival of each stratum, adjusted for the covariates, where the baseline hazards
   * need not be proportional.
   *
   * @param model the model
   * @return the adjusted curves: of every stratum with the covariates of all rows
   * @throws IllegalArgumentException if the model has no strata, or as for {@link #of(CoxModel,
   *     String)}
   */
  public static AdjustedSurvival byStratum(CoxModel model) {
    if (Objects.requireNonNull(model, "model").data().followUp.strata().size() < 2) {
      throw new IllegalArgumentException("strata [count] must be 2 or more, but were 1");
    }
    check(model);
    return new AdjustedSurvival(model, Optional.empty());
  }

  private static void check(CoxModel model) {
    model.checkEstimated();
    if (model.data().followUp.hasDelayedEntry()) {
      throw new IllegalArgumentException(
          "rows of adjusted survival [entry] must be followed from time 0, but some enter later");
    }
  }

  /**
   * The adjusted survival of one level at a time, or its mean time free of the event up to it.
   *
   * @see AdjustedSurvival
   */
  @Value.Immutable
  public sealed interface Estimate permits ImmutableEstimate {

    /**
     * Returns the level of the factor, or the stratum.
     *
     * @return its label
     */
    String level();

    /**
     * Returns the time, or the horizon of a restricted mean.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the adjusted survival, or the restricted mean.
     *
     * @return a probability, or a time in the unit of the data
     */
    double value();

    /**
     * Returns the standard error by cluster, or by row without clusters.
     *
     * @return the standard error, or nothing before the first event and with one cluster
     */
    OptionalDouble standardError();

    /**
     * Returns the lower limit.
     *
     * @return the limit, or nothing where there is no standard error
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit.
     *
     * @return the limit, or nothing where there is no standard error
     */
    OptionalDouble upper();
  }

  /**
   * Returns the levels that are compared.
   *
   * @return the levels of the factor, its reference first, or the strata
   */
  public List<String> levels() {
    return levels;
  }

  /**
   * Returns the last time of which an estimate can be made.
   *
   * @return the time, in the unit of the data, to which the rows of every stratum were followed
   */
  public double lastTime() {
    return last;
  }

  /**
   * Returns the confidence level of the limits.
   *
   * @return a fraction between 0 and 1
   */
  public double confidence() {
    return data.options.level();
  }

  /**
   * Counts the rows that have a level and are at risk at a time, that is, have not left before it.
   *
   * @param level a level, or a stratum
   * @param time a time in the unit of the data
   * @return the number of rows, such as hips
   * @throws IllegalArgumentException if there is no such level
   */
  public int atRisk(String level, double time) {
    int wanted = level(level);
    return (int) IntStream.range(0, rows.size)
        .filter(place -> rows.time(place) >= time && observedLevel(place) == wanted)
        .count();
  }

  /** The level that a row has, or its stratum. */
  private int observedLevel(int place) {
    int row = rows.order[place];
    return factor.isEmpty()
        ? data.followUp.stratum(row)
        : data.covariates.observedLevel(factor.get(), row);
  }

  /**
   * Returns adjusted survival at a time.
   *
   * @param time a time from 0 to {@link #lastTime()}
   * @return an estimate for each level
   * @throws IllegalArgumentException if the time lies outside
   */
  public List<Estimate> at(double time) {
    return estimates(Functional.survival(checked(time, 0)));
  }

  /**
   * Returns the adjusted curves.
   *
   * @return the estimates of each level in turn, at the times of all events up to
   *     {@link #lastTime()}
   */
  public List<Estimate> curves() {
    double[] times = eventTimes(last, true);
    List<List<Estimate>> byTime = Arrays.stream(times).mapToObj(this::at).toList();
    return IntStream.range(0, levels.size())
        .boxed()
        .flatMap(level -> byTime.stream().map(each -> each.get(level)))
        .toList();
  }

  /**
   * Returns the mean times free of the event up to a horizon, the areas under the adjusted curves.
   *
   * @param horizon a time above 0 and at most {@link #lastTime()}
   * @return an estimate for each level
   * @throws IllegalArgumentException if the horizon lies outside
   */
  public List<Estimate> restrictedMeans(double horizon) {
    return estimates(area(horizon));
  }

  /**
   * Returns the difference of adjusted survival at a time.
   *
   * @param first the level from which the other is subtracted
   * @param second the level that is subtracted
   * @param time a time from 0 to {@link #lastTime()}
   * @return the difference, in -1..1, or nothing where a level has no standard error
   * @throws IllegalArgumentException if there is no such level, both are the same, or the time lies
   *     outside
   */
  public Optional<Contrast> difference(String first, String second, double time) {
    return difference(first, second, Functional.survival(checked(time, 0)));
  }

  /**
   * Returns the difference of the mean times free of the event up to a horizon.
   *
   * @param first the level from which the other is subtracted
   * @param second the level that is subtracted
   * @param horizon a time above 0 and at most {@link #lastTime()}
   * @return the difference in the unit of the data, or nothing where a level has no standard error
   * @throws IllegalArgumentException if there is no such level, both are the same, or the horizon
   *     lies outside
   */
  public Optional<Contrast> restrictedMeanDifference(String first, String second, double horizon) {
    return difference(first, second, area(horizon));
  }

  /**
   * Tells by which rules the curves were made.
   *
   * @return the rules of the standardization and of the model
   */
  @Override
  public Explanation explanation() {
    List<Reason> reasons = new ArrayList<>(List.of(Reason.of(
        STANDARDIZATION,
        "rowMeans of survival::survfit(model, newdata = the cohort with "
            + (factor.isEmpty() ? "the stratum" : "the level") + " replaced)")));
    reasons.addAll(model.explanation().reasons());
    return Explanation.of(
        model.rows() + " rows, " + model.events() + " events; adjusted survival of "
            + String.join(", ", levels) + " up to " + last,
        reasons,
        List.of());
  }

  private double checked(double time, double least) {
    if (!(time >= least && time <= last)) {
      throw new IllegalArgumentException(
          "time must lie in " + least + ".." + last + ", but was " + time);
    }
    return time;
  }

  /** A sum of survival at some times, each multiplied by a length; the last one ends there. */
  private record Functional(double horizon, List<Double> times, List<Double> lengths) {
    static Functional survival(double time) {
      return new Functional(time, List.of(time), List.of(1.0));
    }

    boolean isSurvival() {
      return times.get(0) == horizon;
    }

    /** What is left of the largest value, 1 or the horizon. */
    double largest() {
      return isSurvival() ? 1 : horizon;
    }

    Limits limits(double value, double error, double quantile) {
      double lost = largest() - value;
      if (!(error > 0 && lost > 0 && value > 0 && quantile <= Double.MAX_VALUE)) {
        return new Limits(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      double reach = quantile * error;
      if (isSurvival()) {
        double log = Math.log(value);
        // log(-log S) -/+ q se / (S |log S|): S to the power of step, or of 1 / step
        double step = Math.exp(reach / (value * -log));
        return new Limits(value, Math.exp(log * step), Math.exp(log / step));
      }
      // log(horizon - mean) +/- q se / (horizon - mean)
      double factor = Math.exp(reach / lost);
      return new Limits(value, Math.max(0, horizon - lost * factor), horizon - lost / factor);
    }
  }

  private Functional area(double horizon) {
    checked(horizon, Double.MIN_VALUE);
    double[] events = eventTimes(horizon, false);
    List<Double> times = new ArrayList<>(List.of(0.0));
    List<Double> lengths = new ArrayList<>();
    for (double time : events) {
      lengths.add(time - times.get(times.size() - 1));
      times.add(time);
    }
    // the area is a sum of survival at 0 and at each event time, times the stretch that follows
    lengths.add(horizon - times.get(times.size() - 1));
    return new Functional(horizon, times, lengths);
  }

  private double[] eventTimes(double end, boolean isEndIn) {
    return IntStream.range(0, rows.blocks)
        .filter(b -> rows.deaths[b] > 0)
        .mapToDouble(b -> rows.blockTime[b])
        .filter(time -> time < end || (isEndIn && time == end))
        .sorted()
        .distinct()
        .toArray();
  }

  private List<Estimate> estimates(Functional functional) {
    return IntStream.range(0, levels.size())
        .mapToObj(level -> estimate(level, functional, new Standardized(level, functional)))
        .toList();
  }

  private Estimate estimate(int level, Functional functional, Standardized found) {
    ImmutableEstimate.Builder estimate = ImmutableEstimate.builder()
        .level(levels.get(level))
        .time(functional.horizon())
        .value(found.value);
    double error = Math.sqrt(SymmetricMatrix.inner(found.influence, found.influence));
    Limits limits = functional.limits(found.value, error, quantile(tail()));
    if (limits.lower() > Double.NEGATIVE_INFINITY) {
      estimate.standardError(error).lower(limits.lower()).upper(limits.upper());
    }
    return estimate.build();
  }

  private double tail() {
    return (1 - data.options.level()) / 2;
  }

  private double quantile(double tail) {
    return CriticalQuantile.ofTail(tail, units, data.followUp.clusters().isPresent());
  }

  private Optional<Contrast> difference(String first, String second, Functional functional) {
    int one = level(first);
    int other = level(second);
    if (one == other) {
      throw new IllegalArgumentException("levels [labels] must be 2, but were the same");
    }
    Standardized a = new Standardized(one, functional);
    Standardized b = new Standardized(other, functional);
    // se^2 = sum over units of influence^2
    double errorOfOne = Math.sqrt(SymmetricMatrix.inner(a.influence, a.influence));
    double errorOfOther = Math.sqrt(SymmetricMatrix.inner(b.influence, b.influence));
    if (Double.isInfinite(
            functional.limits(a.value, errorOfOne, quantile(tail())).lower())
        || Double.isInfinite(
            functional.limits(b.value, errorOfOther, quantile(tail())).lower())) {
      return Optional.empty();
    }
    // cosine of the angle between two influences
    double correlation =
        SymmetricMatrix.inner(a.influence, b.influence) / errorOfOne / errorOfOther;
    double[] d = RecoveredVariance.difference(
        tail -> functional.limits(a.value, errorOfOne, quantile(tail)),
        tail -> functional.limits(b.value, errorOfOther, quantile(tail)),
        Math.max(-1, Math.min(1, correlation)),
        data.options.level());
    double square = 0;
    for (int i = 0; i < a.influence.length; i++) {
      // influences subtract before they are squared: their correlation is in it
      square += (a.influence[i] - b.influence[i]) * (a.influence[i] - b.influence[i]);
    }
    return Optional.of(Contrast.ofLimits(d[0], Math.sqrt(square), d[1], d[2], d[3]));
  }

  private int level(String label) {
    int level = levels.indexOf(Objects.requireNonNull(label, "label"));
    if (level < 0) {
      throw new IllegalArgumentException(
          "level [label] must be one of " + levels + ", but was " + label);
    }
    return level;
  }

  /**
   * The functional of the curve of one level, and the influence of each unit on it.
   *
   * <p>With E(t) = H(t) exp(x'b) of a row the change of its survival S is -S exp(x'b) (dH + (x H -
   * M)'db), where dH is that of the baseline hazard at fixed coefficients and M the sum of the mean
   * at risk times the hazard. A row k with weight w changes H at t by the event's w/W dH(T), if it
   * has it by t, less w exp(x'b) times the sum of dH/S0 while it is at risk, and b by the inverse
   * information times its score residual.
   */
  private final class Standardized {
    final double value;
    final double[] influence = new double[Arrays.stream(unit).max().orElse(0) + 1];
    private final double total;
    private final double[] lengths;

    /** By stratum, then time: the block there, and the sum of w length S exp(x'b) over rows. */
    private final int[][] block;

    private final double[][] slopes;
    private final double[] gradient = new double[beta.length];

    Standardized(int level, Functional functional) {
      this.lengths = functional.lengths().stream().mapToDouble(each -> each).toArray();
      this.block = new int[rows.strata][];
      Arrays.setAll(
          block,
          stratum -> functional.times().stream()
              .mapToInt(time -> rows.blockAt(stratum, time))
              .toArray());
      this.slopes = new double[rows.strata][lengths.length];
      double[] values = values(level);
      double sum = 0;
      double weights = 0;
      for (int i = 0; i < rows.size; i++) {
        sum += rows.weight(i) * values[i];
        weights += rows.weight(i);
      }
      this.total = weights;
      this.value = sum / total;
      addMeans();
      addRows(values);
      addCoefficients();
      for (int stratum = 0; stratum < rows.strata; stratum++) {
        addHazard(stratum);
      }
    }

    /** The functional of each row at the level. */
    private double[] values(int level) {
      double[][] columns = factor
          .map(name -> data.covariates.atLevel(name, levels.get(level)))
          .orElse(data.covariates)
          .columns();
      double[] values = new double[rows.size];
      double[] x = new double[beta.length];
      for (int own = 0; own < rows.strata; own++) {
        int stratum = factor.isPresent() ? own : level;
        for (int i = rows.stratumStart[own]; i < rows.stratumStart[own + 1]; i++) {
          for (int j = 0; j < x.length; j++) {
            x[j] = (columns[j][rows.order[i]] - rows.mean[stratum][j]) / rows.scale[j];
          }
          values[i] = value(i, x, stratum);
        }
      }
      return values;
    }

    private double value(int i, double[] x, int stratum) {
      double offset = rows.offset.length == 0 ? 0 : rows.offset[i];
      double ratio = Math.exp(offset + SymmetricMatrix.inner(beta, x));
      double value = 0;
      double withHazard = 0;
      for (int m = 0; m < lengths.length; m++) {
        double cumulative = hazard[block[stratum][m]];
        // dS = -S e^(x'b) (dH + (x H - M)'db), times w and the length, summed over rows by time
        double survival = lengths[m] * Math.exp(-cumulative * ratio);
        double slope = rows.weight(i) * survival * ratio;
        value += survival;
        slopes[stratum][m] += slope;
        withHazard += slope * cumulative;
      }
      for (int j = 0; j < x.length; j++) {
        // what is in x H; what is in M follows once all rows are summed
        gradient[j] -= withHazard * x[j];
      }
      return value;
    }

    private void addMeans() {
      for (int stratum = 0; stratum < rows.strata; stratum++) {
        for (int j = 0; j < beta.length; j++) {
          for (int m = 0; m < lengths.length; m++) {
            gradient[j] += slopes[stratum][m] * means[j][block[stratum][m]];
          }
        }
      }
    }

    /** A row with more weight moves the mean towards its own value. */
    private void addRows(double[] values) {
      for (int i = 0; i < rows.size; i++) {
        // d(sum of w v / sum of w) by w_i is (v_i - mean) / sum of w
        influence[unit[i]] += rows.weight(i) * (values[i] - value) / total;
      }
    }

    private void addCoefficients() {
      double[] perScore = SymmetricMatrix.times(inverse, gradient);
      ScoreResiduals residuals = new ScoreResiduals(likelihood);
      double[][] part = new double[beta.length][Math.min(CoxRows.CHUNK, rows.size)];
      for (int from = 0; from < rows.size; from += CoxRows.CHUNK) {
        int size = Math.min(rows.size - from, CoxRows.CHUNK);
        residuals.fill(from, size, part);
        for (int j = 0; j < beta.length; j++) {
          for (int i = 0; i < size; i++) {
            // db by w_i is I^-1 U_i, and gradient'I^-1 is found once
            influence[unit[from + i]] += perScore[j] * part[j][i] / total;
          }
        }
      }
    }

    /**
     * Blocks run from the last time: a row has left by the times whose block is not after its own.
     */
    private void addHazard(int stratum) {
      int[] blocks = block[stratum];
      double[] before = new double[blocks.length + 1];
      double[] from = new double[blocks.length + 1];
      for (int m = 0; m < blocks.length; m++) {
        before[m + 1] = before[m] + slopes[stratum][m] * squares[blocks[m]];
      }
      for (int m = blocks.length - 1; m >= 0; m--) {
        from[m] = from[m + 1] + slopes[stratum][m];
      }
      int m = blocks.length;
      for (int i = rows.stratumStart[stratum]; i < rows.stratumStart[stratum + 1]; i++) {
        while (m > 0 && blocks[m - 1] <= rows.block[i]) {
          m--;
        }
        // while the row is at risk: -e^(x'b) sum of dH / S0 so far; later its event's dH less the
        // same up to its own time
        influence[unit[i]] -= (before[m] * -risk(i) + from[m] * left(i)) / total;
      }
    }

    private double risk(int i) {
      return likelihood.r[i] * likelihood.commonScale();
    }

    /** By how much a row changes the cumulative hazard at its last time and later. */
    private double left(int i) {
      int b = rows.block[i];
      double atRisk = squares[b];
      double events = 0;
      if (rows.isEvent(i) && rows.deathWeight[b] > 0) {
        atRisk -= unseen[b];
        // w / W dH(T), and with Efron's ties the part of dH / S0 that a tied event does not see
        events = rows.weight(i) * (hazard[b] - hazard[b + 1]) / rows.deathWeight[b];
      }
      return events - risk(i) * atRisk;
    }
  }

  @Override
  public String toString() {
    return "AdjustedSurvival{" + factor.orElse("strata") + " " + levels + ", " + rows.size
        + " rows, up to " + last + "}";
  }
}
