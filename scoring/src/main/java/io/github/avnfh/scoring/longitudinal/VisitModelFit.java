package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.scoring.compare.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A model of all visits: means by visit and group, changes, differences, coefficients, variances
 * and residuals.
 *
 * <p>Means are those of the model, for covariates at their mean and levels of factors alike (R:
 * {@code emmeans}), and rest on every score of a hip, not only on those of that visit. On another
 * link than the identity, means are on the scale of the scores, and contrasts and coefficients on
 * that of the link; {@link Contrast#ratio()} gives the odds or risk ratio.
 *
 * @see MixedModel
 */
public final class VisitModelFit implements Explainable {
  private final Parts parts;

  VisitModelFit(Parts parts) {
    this.parts = parts;
  }

  /** What a method found, in the units of a standardized outcome. */
  static final class Parts {
    final VisitDesign design;
    final double[] beta;
    final ContrastVariance variance;
    final IntToDoubleFunction spread;
    double center;
    double scale = 1;
    Link link = Link.IDENTITY;
    TimeEffect time = TimeEffect.FACTOR;
    double level;
    PValueAdjustment adjustment = PValueAdjustment.HOLM;
    Map<String, Double> variances = Map.of();
    OptionalDouble deviance = OptionalDouble.empty();
    String method = "";
    String degreesOfFreedom = "";
    boolean isSingular;
    List<Rule> rules = List.of();
    String call = "";

    /**
     * Starts with the coefficients, their errors and the standard deviation of each row, which a
     * link multiplies by the root of the variance at its mean.
     */
    Parts(
        VisitDesign design, double[] beta, ContrastVariance variance, IntToDoubleFunction spread) {
      this.design = design;
      this.beta = beta;
      this.variance = variance;
      this.spread = spread;
    }
  }

  private VisitScores scores() {
    return parts.design.scores();
  }

  private Estimate estimate(double[] contrast) {
    double value = Matrix.dot(contrast, parts.beta);
    double error = Math.sqrt(Math.max(0, parts.variance.variance(contrast)));
    return Estimate.of(
        // y = s y' + c: the center belongs to contrasts with the intercept in them
        parts.scale * value + parts.center * contrast[0],
        parts.scale * error,
        parts.variance.degreesOfFreedom(contrast),
        parts.level);
  }

  /** A coefficient of the model. */
  @Value.Immutable
  public sealed interface Coefficient permits ImmutableCoefficient {

    /**
     * Returns the term.
     *
     * @return such as {@code (intercept)}, {@code visit[6]} or {@code visit[6]:group[II]}
     */
    String term();

    /**
     * Returns the coefficient.
     *
     * @return the estimate on the scale of the link
     */
    Estimate estimate();
  }

  /**
   * Returns the coefficients.
   *
   * @return a coefficient for each term, in order
   */
  public List<Coefficient> coefficients() {
    List<String> terms = parts.design.terms();
    return IntStream.range(0, terms.size())
        .<Coefficient>mapToObj(term -> ImmutableCoefficient.builder()
            .term(terms.get(term))
            .estimate(estimate(parts.design.coefficient(term)))
            .build())
        .toList();
  }

  /**
   * A joint test of an effect: that all its differences are 0.
   *
   * @see VisitModelFit#effects()
   */
  @Value.Immutable
  public sealed interface EffectTest permits ImmutableEffectTest {

    /**
     * Returns the effect.
     *
     * @return such as {@code visit}, {@code group}, {@code age} or {@code visit:group}
     */
    String effect();

    /**
     * Returns F.
     *
     * @return 0 or more
     */
    double statistic();

    /**
     * Returns how many differences are tested.
     *
     * @return the degrees of freedom of the numerator
     */
    int numeratorDegreesOfFreedom();

    /**
     * Returns the degrees of freedom of the denominator.
     *
     * @return above 0
     */
    double denominatorDegreesOfFreedom();

    /**
     * Returns the p value.
     *
     * @return the upper tail of F
     */
    double pValue();
  }

  /**
   * Tests each effect at once: that no visit differs from another, that no group does, that groups
   * change alike, that a covariate has no effect.
   *
   * <p>An effect that others interact with is tested as its average over all visits and groups,
   * each counting the same (type III; R: {@code lmerTest}'s {@code anova}, {@code pbkrtest}'s
   * {@code KRmodcomp}). Degrees of freedom by Satterthwaite are those of Fai and Cornelius, by
   * Kenward and Roger their own with their scale of F.
   *
   * @return a test for each effect, main effects first; without those that have none, as where a
   *     covariance is singular, and empty with {@link DegreesOfFreedom#CR2}
   */
  public List<EffectTest> effects() {
    List<EffectTest> tests = new ArrayList<>();
    parts
        .design
        .effects()
        .forEach((name, contrasts) -> parts
            .variance
            .test(contrasts, parts.beta)
            .ifPresent(test -> tests.add(ImmutableEffectTest.builder()
                .effect(name)
                .statistic(test.statistic())
                .numeratorDegreesOfFreedom(test.numerator())
                .denominatorDegreesOfFreedom(test.denominator())
                .pValue(Distribution.f(test.numerator(), test.denominator())
                    .upperTail(test.statistic()))
                .build())));
    return List.copyOf(tests);
  }

  /** The mean of the model at one visit in one group. */
  @Value.Immutable
  public sealed interface Mean permits ImmutableMean {

    /**
     * Returns the group.
     *
     * @return a group, {@code all} where there is one
     */
    String group();

    /**
     * Returns the visit.
     *
     * @return a visit as it is written
     */
    String visit();

    /**
     * Counts the hips with a score at this visit.
     *
     * @return hips
     */
    int hips();

    /**
     * Counts the patients with a score at this visit.
     *
     * @return patients
     */
    int patients();

    /**
     * Returns the mean.
     *
     * @return the mean on the scale of the scores
     */
    double mean();

    /**
     * Returns the standard error.
     *
     * @return the standard error on the scale of the scores
     */
    double standardError();

    /**
     * Returns the degrees of freedom of Student's t.
     *
     * @return above 0
     */
    double degreesOfFreedom();

    /**
     * Returns the lower confidence limit.
     *
     * @return the limit on the scale of the link, brought to that of the scores
     */
    double lower();

    /**
     * Returns the upper confidence limit.
     *
     * @return the limit on the scale of the link, brought to that of the scores
     */
    double upper();
  }

  /**
   * Returns the means by group and visit.
   *
   * @return a mean for each visit of the first group, then of the next
   */
  public List<Mean> means() {
    int[][] hips = new int[scores().groups().size()][scores().visits().size()];
    int[][] patients = new int[hips.length][scores().visits().size()];
    count(hips, patients);
    List<Mean> means = new ArrayList<>();
    for (int group = 0; group < hips.length; group++) {
      for (int visit = 0; visit < hips[group].length; visit++) {
        means.add(mean(group, visit, hips[group][visit], patients[group][visit]));
      }
    }
    return List.copyOf(means);
  }

  private void count(int[][] hips, int[][] patients) {
    VisitScores scores = scores();
    int[] rows = IntStream.range(0, scores.size())
        .boxed()
        .sorted(Comparator.comparingInt(scores::patient))
        .mapToInt(Integer::intValue)
        .toArray();
    int[][] last = new int[hips.length][scores.visits().size()];
    Arrays.stream(last).forEach(each -> Arrays.fill(each, -1));
    for (int row : rows) {
      int group = scores.group(row);
      int visit = scores.visit(row);
      hips[group][visit]++;
      if (last[group][visit] != scores.patient(row)) {
        last[group][visit] = scores.patient(row);
        patients[group][visit]++;
      }
    }
  }

  private Mean mean(int group, int visit, int hips, int patients) {
    Estimate predictor = estimate(parts.design.meanRow(group, visit));
    double mean = parts.link.mean(predictor.estimate());
    return ImmutableMean.builder()
        .group(scores().groups().get(group))
        .visit(scores().visits().get(visit))
        .hips(hips)
        .patients(patients)
        .mean(mean)
        // delta method: se of m(x) = |dm/dx| se of x
        .standardError(predictor.standardError() * parts.link.slope(mean))
        .degreesOfFreedom(predictor.degreesOfFreedom())
        .lower(parts.link.mean(predictor.lower()))
        .upper(parts.link.mean(predictor.upper()))
        .build();
  }

  /** A difference of means, or of such differences. */
  @Value.Immutable
  public sealed interface Contrast permits ImmutableContrast {

    /**
     * Returns what is compared.
     *
     * @return such as {@code 6 - 0}, {@code II: 6 - 0}, {@code (III - I): 6 - 0} or {@code 6: III -
     *     I}
     */
    String name();

    /**
     * Returns the difference.
     *
     * @return the difference on the scale of the link
     */
    Estimate estimate();

    /**
     * Returns the p value, adjusted for all contrasts of the same list.
     *
     * @return a probability; nothing where the standard error is 0
     */
    OptionalDouble adjustedPValue();

    /**
     * Returns the exponential of the difference.
     *
     * @return the odds ratio or risk ratio of scores of 0 and 1; nothing on the identity
     */
    OptionalDouble ratio();
  }

  /**
   * Returns every visit against the first, in each group, and how much these changes differ from
   * those of the first group.
   *
   * @return the changes of the first group, then of the next, then the differences of changes
   */
  public List<Contrast> changes() {
    return contrasts(VisitContrasts.of(parts.design).changes());
  }

  /**
   * Returns every group against the first, at each visit.
   *
   * @return the differences at the first visit, then at the next; empty with one group
   */
  public List<Contrast> differences() {
    return contrasts(VisitContrasts.of(parts.design).differences());
  }

  /**
   * Returns the change per unit of time in each group, and how much it differs from that of the
   * first.
   *
   * @return the slopes, then their differences; empty unless the model has a slope
   */
  public List<Contrast> slopes() {
    return parts.time == TimeEffect.SLOPE && scores().visits().size() > 1
        ? contrasts(VisitContrasts.of(parts.design).slopes())
        : List.of();
  }

  private List<Contrast> contrasts(Map<String, double[]> contrasts) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    contrasts.forEach((name, contrast) -> estimates.put(name, estimate(contrast)));
    double[] adjusted = parts.adjustment.adjusted(estimates.values().stream()
        .flatMapToDouble(each -> each.pValue().stream())
        .toArray());
    int next = 0;
    List<Contrast> answers = new ArrayList<>();
    for (Map.Entry<String, Estimate> each : estimates.entrySet()) {
      Estimate estimate = each.getValue();
      boolean isTested = estimate.pValue().isPresent();
      answers.add(ImmutableContrast.builder()
          .name(each.getKey())
          .estimate(estimate)
          .adjustedPValue(isTested ? OptionalDouble.of(adjusted[next++]) : OptionalDouble.empty())
          .ratio(
              parts.link == Link.IDENTITY
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Math.exp(estimate.estimate())))
          .build());
    }
    return List.copyOf(answers);
  }

  /**
   * Returns the parameters of the covariance.
   *
   * @return with random intercepts, the variances {@code patient}, {@code hip} and
   *     {@code residual}; with a covariance over visits, {@code 0,6} for the covariance of the
   *     scores at 0 and 6; with estimating equations, {@code scale} and the working
   *     {@code correlation}
   */
  public Map<String, Double> variances() {
    return parts.variances;
  }

  /**
   * Returns the correlation of two scores of one hip, and of two hips of one patient.
   *
   * @return the variances above the residual over the sum of all, by {@code hip} and
   *     {@code patient}; empty without random intercepts
   */
  public Map<String, Double> intraclassCorrelations() {
    Map<String, Double> correlations = new LinkedHashMap<>();
    if (parts.variances.containsKey("residual")) {
      // correlation = shared variance / all variance: p / (p + h + s) for two hips of a patient,
      // (p + h) / (p + h + s) for two scores of a hip
      double total =
          parts.variances.values().stream().mapToDouble(Double::doubleValue).sum();
      double shared = 0;
      for (String level : List.of("patient", "hip")) {
        if (parts.variances.containsKey(level)) {
          shared += parts.variances.get(level);
          correlations.put(level, shared / total);
        }
      }
    }
    return correlations;
  }

  /**
   * Returns minus twice the logarithm of the likelihood, restricted or not.
   *
   * @return the number with all its constants (R: {@code -2 * logLik(lmer(...))}); nothing for
   *     estimating equations
   */
  public OptionalDouble minusTwoLogLikelihood() {
    return parts.deviance;
  }

  /**
   * Tells whether a variance is 0.
   *
   * @return true if the likelihood is largest where a random intercept has no variance
   */
  public boolean isSingular() {
    return parts.isSingular;
  }

  /**
   * Returns the method.
   *
   * @return such as {@code random-intercept}, {@code unstructured, maximum likelihood} or
   *     {@code gee}; {@link #explanation()} gives the call of R
   */
  public String method() {
    return parts.method;
  }

  /**
   * Returns how standard errors and degrees of freedom were found.
   *
   * @return such as {@code satterthwaite} or {@code between (mancl-derouen)}, where all contrasts
   *     have patients less coefficients degrees of freedom
   */
  public String degreesOfFreedomMethod() {
    return parts.degreesOfFreedom;
  }

  /**
   * Returns the link.
   *
   * @return the identity for a mixed model
   */
  public Link link() {
    return parts.link;
  }

  /**
   * Returns what was modeled.
   *
   * @return the scores
   */
  public VisitScores data() {
    return scores();
  }

  /**
   * Returns the residuals.
   *
   * @return a residual for each score
   */
  public VisitResiduals residuals() {
    int n = scores().size();
    double[] fitted = new double[n];
    double[] raw = new double[n];
    double[] standardized = new double[n];
    for (int row = 0; row < n; row++) {
      double predictor = parts.scale * Matrix.dot(parts.design.row(row), parts.beta) + parts.center;
      fitted[row] = parts.link.mean(predictor);
      raw[row] = scores().score(row) - fitted[row];
      standardized[row] = raw[row]
          / (parts.spread.applyAsDouble(row) * Math.sqrt(parts.link.variance(fitted[row])));
    }
    int[] rows = IntStream.range(0, n).map(scores()::sourceRow).toArray();
    return new VisitResiduals(rows, fitted, raw, standardized);
  }

  /**
   * Explains the model.
   *
   * @return what was modeled, the rules of the model and of its errors with the call of R, and what
   *     stands in the way of trusting it
   */
  @Override
  public Explanation explanation() {
    String changes = changes().stream().limit(1).map(this::words).findFirst().orElse("");
    List<Reason> reasons =
        parts.rules.stream().map(rule -> Reason.of(rule, parts.call)).toList();
    return Explanation.of(
        scores().size() + " scores of " + scores().hips() + " hips of "
            + scores().patients() + " patients at " + scores().visits().size() + " visits"
            + changes,
        reasons,
        obstacles());
  }

  private String words(Contrast contrast) {
    boolean isRatio = contrast.ratio().isPresent();
    Estimate estimate = contrast.estimate();
    return "; " + contrast.name() + ": " + (isRatio ? parts.link.measure() + " " : "")
        + printed(estimate.estimate(), isRatio) + " (" + printed(estimate.lower(), isRatio) + " to "
        + printed(estimate.upper(), isRatio) + ")";
  }

  private static String printed(double value, boolean isRatio) {
    return Digits.halfUp(2).print(isRatio ? Math.exp(value) : value);
  }

  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (parts.isSingular) {
      obstacles.add(
          "a variance above 0: the scores are no more alike within " + zero() + " than among them");
    }
    if (scores().leftOut() > 0) {
      obstacles.add(scores().leftOut() + " rows, left out: " + scores().missing());
    }
    return obstacles;
  }

  private String zero() {
    return parts.variances.entrySet().stream()
        .filter(each -> each.getValue() <= 0)
        .map(each -> each.getKey() + "s")
        .reduce((one, other) -> one + " and " + other)
        .orElse("hips");
  }

  @Override
  public String toString() {
    return "VisitModelFit{" + parts.method + ", " + scores() + "}";
  }
}
