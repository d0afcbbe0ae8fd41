package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The proportional hazards model of Fine and Gray for the subdistribution: how covariates change
 * the cumulative incidence of an event while others compete.
 *
 * <p>A row with a competing event at T stays at risk, at later times t with the weight G(t-)/G(T-),
 * where G is the Kaplan-Meier estimate of not being censored, by stratum where there are strata;
 * events come before censoring at the same time. With delayed entry the weight is G(t-) H(t-) /
 * (G(T-) H(T-)), as Geskus has it: those at risk of being censored at a time entered before it, and
 * H is the product-limit estimate, back in time, of having entered, H(t-) the product over entries
 * at t or later of one less the proportion of those then observed who enter. The weighted partial
 * likelihood is that of {@link CoxRegression}, with Efron's ties unless chosen. A coefficient above
 * 0 means a higher incidence; the ratio tells by how much the hazard of the subdistribution grows,
 * which no hip has, and is not the ratio of the hazards of those still free of any event.
 *
 * <p>Standard errors are robust by cluster, such as the patient, or by row where rows share no
 * cluster, since weights make the model's own too small or too large; {@link CoxVariance} may be
 * chosen. They take G and H as known, as R's {@code finegray} with {@code coxph} does; R's
 * {@code cmprsk::crr} adds what the estimation of G brings, and takes ties by Breslow's method.
 *
 * <p>A step of the fit takes time in proportion to the rows: no row is divided into parts of equal
 * weight.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp
 *     .ofDays(new int[] {90, 120, 200, 250, 300, 400, 730, 730},
 *         new int[] {1, 2, 1, 0, 2, 1, 0, 1}, List.of("replaced", "died"))
 *     .build();
 * Covariates design =
 *     Covariates.ofRows(8).number("age", 61, 70, 58, 44, 63, 39, 47, 52).build();
 * FineGray.Model model = FineGray.withDefaults().fit(hips, design);
 * model.events();                      // 4
 * model.coefficients().get(0).term();  // age
 * }</pre>
 *
 * @see io.github.avnfh.survival.competing.CumulativeIncidence
 * @see <a href="https://doi.org/10.1080/01621459.1999.10474144">Fine JP, Gray RJ. A proportional
 *     hazards model for the subdistribution of a competing risk. J Am Stat Assoc
 *     1999;94:496-509</a>
 * @see <a href="https://doi.org/10.1111/j.1541-0420.2010.01420.x">Geskus RB. Cause-specific
 *     cumulative incidence estimation and the Fine and Gray model under both left truncation and
 *     right censoring. Biometrics 2011;67:39-49</a>
 */
public final class FineGray {
  private final CoxRegression method;
  private final Optional<CoxVariance> variance;

  private FineGray(CoxRegression method, Optional<CoxVariance> variance) {
    this.method = method;
    this.variance = variance;
  }

  /**
   * A fitted model.
   *
   * @see FineGray
   */
  public static final class Model {
    private final String event;
    private final CoxModel weighted;
    private final boolean isClustered;

    private Model(String event, CoxModel weighted, boolean isClustered) {
      this.event = event;
      this.weighted = weighted;
      this.isClustered = isClustered;
    }

    /**
     * Returns the event whose incidence is modeled.
     *
     * @return a label of {@link CompetingFollowUp#causes()}
     */
    public String event() {
      return event;
    }

    /**
     * Returns the coefficients, logarithms of ratios of subdistribution hazards.
     *
     * @return the coefficients in the order of the terms of the design
     */
    public List<RegressionCoefficient> coefficients() {
      return weighted.coefficients();
    }

    /**
     * Predicts the cumulative incidence for rows of a design.
     *
     * <p>F(t) = 1 - exp(-H(t) exp(x'b)) with H the cumulative baseline hazard of the
     * subdistribution. Limits are those of {@link CoxModel#predict(Covariates, double...)}, which
     * take the weights as case weights, known without error; with standard errors by cluster the
     * coefficients are taken by cluster, the baseline is not.
     *
     * @param design rows with the same terms as the design of the fit
     * @param times times in the unit of the data, finite and 0 or more
     * @return for each row and time, the times of the first row first, a prediction
     * @throws IllegalArgumentException if the design has other terms or a missing covariate, a time
     *     is not allowed, or the fit has strata
     */
    public List<Prediction> incidence(Covariates design, double... times) {
      Objects.requireNonNull(design, "design");
      Objects.requireNonNull(times, "times");
      return weighted.predict(design, times).stream().map(Prediction::of).toList();
    }

    /**
     * Counts the rows that the fit used.
     *
     * @return the number of hips
     */
    public int rows() {
      return weighted.rows();
    }

    /**
     * Counts the rows with the event that the fit used.
     *
     * @return the number of hips
     */
    public int events() {
      return weighted.events();
    }

    /**
     * Counts the rows left out because a covariate was missing.
     *
     * @return the number of hips
     */
    public int leftOut() {
      return weighted.leftOut();
    }

    /**
     * Counts the clusters of the rows that the fit used.
     *
     * @return the number of clusters, or nothing where rows were not said to share one
     */
    public OptionalInt clusters() {
      return isClustered ? weighted.clusters() : OptionalInt.empty();
    }

    @Override
    public String toString() {
      return "FineGray.Model{" + rows() + " rows, " + events() + " events, " + coefficients() + "}";
    }
  }

  /**
   * A predicted cumulative incidence.
   *
   * @see FineGray
   */
  @Value.Immutable
  public sealed interface Prediction permits ImmutablePrediction {

    /**
     * Returns the row of the design that was asked about.
     *
     * @return a row from 0
     */
    int row();

    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the predicted incidence.
     *
     * @return a probability
     */
    double incidence();

    /**
     * Returns the standard error of the incidence.
     *
     * @return the standard error, or nothing before the first event
     */
    OptionalDouble standardError();

    /**
     * Returns the lower limit.
     *
     * @return a probability, or nothing before the first event
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit.
     *
     * @return a probability, or nothing before the first event
     */
    OptionalDouble upper();

    private static Prediction of(SurvivalPrediction free) {
      return ImmutablePrediction.builder()
          .row(free.row())
          .time(free.time())
          .incidence(1 - free.survival())
          .standardError(free.standardError())
          .lower(without(free.upper()))
          .upper(without(free.lower()))
          .build();
    }

    private static OptionalDouble without(OptionalDouble survival) {
      return survival.isPresent()
          ? OptionalDouble.of(1 - survival.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /**
   * One term of a design in three models, each of which answers another question: whether the
   * incidence of the event differs, whether the event comes faster to those still free of any, and
   * whether what competes does.
   *
   * @see FineGray
   */
  @Value.Immutable
  public sealed interface Comparison permits ImmutableComparison {

    /**
     * Returns the term.
     *
     * @return its name in the design
     */
    default String term() {
      return subdistribution().term();
    }

    /**
     * Returns the coefficient in the model of Fine and Gray.
     *
     * @return the logarithm of the ratio of subdistribution hazards
     */
    RegressionCoefficient subdistribution();

    /**
     * Returns the coefficient in the Cox model of the event in which what competes is censoring.
     *
     * @return the logarithm of the ratio of cause-specific hazards of the event
     */
    RegressionCoefficient event();

    /**
     * Returns the coefficient in the Cox model of what competes in which the event is censoring.
     *
     * @return the logarithm of the ratio of cause-specific hazards of what competes
     */
    RegressionCoefficient competing();
  }

  /**
   * Returns the model with Efron's ties and limits at 95 %.
   *
   * @return the defaults
   */
  public static FineGray withDefaults() {
    return new FineGray(CoxRegression.withDefaults(), Optional.empty());
  }

  /**
   * Chooses how ties are treated.
   *
   * @param ties Efron's method or Breslow's
   * @return the same choices with that method
   * @throws IllegalArgumentException if the method is exact, which weights do not go with
   */
  public FineGray with(TieMethod ties) {
    if (Objects.requireNonNull(ties, "ties") == TieMethod.EXACT) {
      throw new IllegalArgumentException(
          "ties of weighted rows must be efron or breslow, but were exact");
    }
    return new FineGray(method.with(ties), variance);
  }

  /**
   * Chooses where standard errors come from.
   *
   * @param choice the variance
   * @return the same choices with that variance
   */
  public FineGray with(CoxVariance choice) {
    return new FineGray(method, Optional.of(Objects.requireNonNull(choice, "choice")));
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same choices at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public FineGray withLevel(double confidence) {
    return new FineGray(method.withLevel(confidence), variance);
  }

  /**
   * Fits the model to the rows in which no covariate is missing.
   *
   * @param followUp the rows, with their strata, entries, weights and clusters; groups do not count
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException if the design has another number of rows, at some time between
   *     a competing event and a later event all rows under observation had just entered or were
   *     censored, or the data do not tell the coefficients, as {@link CoxRegression#fit} says
   */
  public Model fit(CompetingFollowUp followUp, Covariates covariates) {
    FollowUp rows = Objects.requireNonNull(followUp, "followUp").anyEvent();
    int[] complete = complete(rows, Objects.requireNonNull(covariates, "covariates"));
    CoxModel weighted = method
        .with(varianceFor(rows))
        .fit(
            endingIn(EventStatus.EVENT, followUp),
            covariates,
            SubdistributionWeights.of(followUp, complete));
    return new Model(followUp.event(), weighted, rows.clusters().isPresent());
  }

  private static int[] complete(FollowUp rows, Covariates covariates) {
    if (covariates.rows() != rows.size()) {
      throw new IllegalArgumentException("rows of the design [count] must be as many as of the "
          + "follow-up, " + rows.size() + ", but were " + covariates.rows());
    }
    return IntStream.range(0, rows.size()).filter(covariates::isComplete).toArray();
  }

  private CoxVariance varianceFor(FollowUp rows) {
    boolean isClustered = rows.clusters().isPresent();
    return variance.orElse(isClustered ? CoxVariance.BIAS_CORRECTED : CoxVariance.ROBUST);
  }

  /**
   * Fits the model beside those of the cause-specific hazards, with the same ties, variance and
   * level.
   *
   * @param followUp the rows, with their strata, entries, weights and clusters; groups do not count
   * @param covariates the design over the same rows
   * @return a line for each term of the design, in their order
   * @throws IllegalArgumentException as {@link #fit} and {@link CoxRegression#fit} say; where no
   *     event competes, there is no hazard of it to model
   */
  public List<Comparison> compare(CompetingFollowUp followUp, Covariates covariates) {
    Model model = fit(followUp, covariates);
    CoxRegression cox = method.with(varianceFor(followUp.anyEvent()));
    CoxModel event = cox.fit(endingIn(EventStatus.EVENT, followUp), covariates);
    CoxModel competing = cox.fit(endingIn(EventStatus.COMPETING, followUp), covariates);
    return model.coefficients().stream()
        .<Comparison>map(own -> ImmutableComparison.builder()
            .subdistribution(own)
            .event(event.coefficient(own.term()))
            .competing(competing.coefficient(own.term()))
            .build())
        .toList();
  }

  /** The rows with one kind of outcome as the event; rows that share no cluster are one each. */
  private static FollowUp endingIn(EventStatus outcome, CompetingFollowUp followUp) {
    FollowUp rows = followUp.anyEvent();
    boolean[] events = new boolean[rows.size()];
    int[] clusters = new int[rows.size()];
    for (int row = 0; row < events.length; row++) {
      events[row] = followUp.outcome(row) == outcome;
      clusters[row] = rows.cluster(row);
    }
    FollowUpBuilder ending = timed(rows, events).clusters(clusters);
    if (rows.isWeighted()) {
      ending.weights(column(rows, rows::weight));
    }
    if (rows.strata().size() > 1) {
      ending.strata(IntStream.range(0, events.length)
          .mapToObj(row -> rows.strata().get(rows.stratum(row)))
          .toList());
    }
    return ending.build();
  }

  /** Whole days stay whole days; the tie rule was applied to other times when they were read. */
  private static FollowUpBuilder timed(FollowUp rows, boolean[] events) {
    double[] times = column(rows, rows::time);
    double[] entries = column(rows, row -> rows.entry(row).orElse(0));
    if (!rows.isInWholeDays()) {
      FollowUpBuilder timed = FollowUp.ofTimes(times, events).withoutTieRule();
      return rows.hasDelayedEntry() ? timed.entry(entries) : timed;
    }
    FollowUpBuilder timed = FollowUp.ofDays(days(times), events);
    return rows.hasDelayedEntry() ? timed.entry(days(entries)) : timed;
  }

  private static int[] days(double... times) {
    return Arrays.stream(times).mapToInt(time -> (int) time).toArray();
  }

  private static double[] column(FollowUp rows, IntToDoubleFunction value) {
    return IntStream.range(0, rows.size()).mapToDouble(value).toArray();
  }

  @Override
  public String toString() {
    return "FineGray{" + method + "}";
  }
}
