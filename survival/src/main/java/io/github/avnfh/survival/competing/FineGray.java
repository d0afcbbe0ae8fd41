package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.CoxVariance;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import io.github.avnfh.survival.regression.SurvivalPrediction;
import io.github.avnfh.survival.regression.TieMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The proportional hazards model of Fine and Gray for the subdistribution: how covariates change
 * the cumulative incidence of an event while others compete.
 *
 * <p>Whoever had a competing event stays at risk, at later times t with the weight G(t-)/G(T-),
 * where T is the time of that event and G the Kaplan-Meier estimate of not being censored, by
 * stratum where there are strata; events come before censoring at the same time. The weighted
 * partial likelihood is that of {@link CoxRegression}, with Efron's ties unless chosen. A
 * coefficient above 0 means a higher incidence; the ratio tells by how much the hazard of the
 * subdistribution grows, which no hip has, and is not the ratio of the hazards of those still free
 * of any event.
 *
 * <p>Standard errors are robust by cluster, such as the patient, or by row where rows share no
 * cluster, since a row's parts are not independent; {@link CoxVariance} may be chosen. They take G
 * as known, as R's {@code finegray} with {@code coxph} does; R's {@code cmprsk::crr} adds what its
 * estimation brings, and takes ties by Breslow's method.
 *
 * <p>A row with a competing event is taken in parts, one for each weight that a later event meets;
 * more than 4,000,000 parts in all are refused.
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
 * @see CumulativeIncidence
 * @see <a href="https://doi.org/10.1080/01621459.1999.10474144">Fine JP, Gray RJ. A proportional
 *     hazards model for the subdistribution of a competing risk. J Am Stat Assoc
 *     1999;94:496-509</a>
 */
public final class FineGray {
  /** About 150 bytes each. */
  private static final int MOST_PARTS = 4_000_000;

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
  @Value.Immutable
  public sealed interface Model permits ImmutableModel {

    /**
     * Returns the event whose incidence is modeled.
     *
     * @return a label of {@link CompetingFollowUp#causes()}
     */
    String event();

    /**
     * Returns the coefficients, logarithms of ratios of subdistribution hazards.
     *
     * @return the coefficients in the order of the terms of the design
     */
    List<RegressionCoefficient> coefficients();

    /**
     * Returns the Cox model of the weighted parts of rows from which all this follows.
     *
     * @return the model, whose rows are parts
     */
    @Value.Auxiliary
    CoxModel ofParts();

    /**
     * Predicts the cumulative incidence for rows of a design, in the first stratum.
     *
     * <p>F(t) = 1 - exp(-H(t) exp(x'b)) with H the cumulative baseline hazard of the
     * subdistribution. Limits are those of {@link CoxModel#predict(Covariates, double...)}, which
     * take the weights as case weights and G as known; with standard errors by cluster the
     * coefficients are taken by cluster, the baseline is not.
     *
     * @param design rows with the same terms as the design of the fit
     * @param times times in the unit of the data, finite and 0 or more
     * @return for each row and time, the times of the first row first, a prediction
     * @throws IllegalArgumentException if the design has other terms or a missing covariate, or a
     *     time is not allowed
     */
    default List<Prediction> incidence(Covariates design, double... times) {
      Objects.requireNonNull(design, "design");
      Objects.requireNonNull(times, "times");
      return ofParts().predict(design, times).stream().map(Prediction::of).toList();
    }

    /**
     * Counts the rows that the fit used.
     *
     * @return the number of hips
     */
    int rows();

    /**
     * Counts the rows with the event that the fit used.
     *
     * @return the number of hips
     */
    int events();

    /**
     * Counts the rows left out because a covariate was missing.
     *
     * @return the number of hips
     */
    int leftOut();

    /**
     * Counts the clusters of the rows that the fit used.
     *
     * @return the number of clusters, or nothing where rows were not said to share one
     */
    OptionalInt clusters();
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
   * @param followUp the rows, with their strata, weights and clusters; groups do not count
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException if the design has another number of rows, entry is delayed, or
   *     rows have more than 4,000,000 parts, or the data do not tell the coefficients, as
   *     {@link CoxRegression#fit} says
   */
  public Model fit(CompetingFollowUp followUp, Covariates covariates) {
    Objects.requireNonNull(followUp, "followUp");
    Objects.requireNonNull(covariates, "covariates");
    FollowUp rows = followUp.anyEvent();
    checkRows(rows, covariates);
    if (rows.hasDelayedEntry()) {
      throw new IllegalArgumentException("follow-up [rows] must be observed from the start for the"
          + " model of Fine and Gray, but entry is delayed");
    }
    int[] complete =
        IntStream.range(0, rows.size()).filter(covariates::isComplete).toArray();
    List<Part> parts = parts(followUp, complete);
    int[] rowOfPart = parts.stream().mapToInt(Part::row).toArray();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "rows without a missing covariate [count] must be 1 or more, but were 0");
    }
    boolean isClustered = rows.clusters().isPresent();
    CoxModel model =
        method.with(varianceFor(rows)).fit(weighted(rows, parts), covariates.select(rowOfPart));
    return ImmutableModel.builder()
        .event(followUp.event())
        .ofParts(model)
        .addAllCoefficients(model.coefficients())
        .rows(complete.length)
        .events(model.events())
        .leftOut(rows.size() - complete.length)
        .clusters(
            isClustered
                ? OptionalInt.of(
                    (int) Arrays.stream(complete).map(rows::cluster).distinct().count())
                : OptionalInt.empty())
        .build();
  }

  private static void checkRows(FollowUp rows, Covariates covariates) {
    if (covariates.rows() != rows.size()) {
      throw new IllegalArgumentException("rows of the design [count] must be as many as of the "
          + "follow-up, " + rows.size() + ", but were " + covariates.rows());
    }
  }

  private CoxVariance varianceFor(FollowUp rows) {
    boolean isClustered = rows.clusters().isPresent();
    return variance.orElse(isClustered ? CoxVariance.BIAS_CORRECTED : CoxVariance.ROBUST);
  }

  /**
   * Fits the model beside those of the cause-specific hazards, with the same ties, variance and
   * level.
   *
   * @param followUp the rows, with their strata, weights and clusters; groups do not count
   * @param covariates the design over the same rows
   * @return a line for each term of the design, in their order
   * @throws IllegalArgumentException as {@link #fit} and {@link CoxRegression#fit} say; where no
   *     event competes, there is no hazard of it to model
   */
  public List<Comparison> compare(CompetingFollowUp followUp, Covariates covariates) {
    Model model = fit(followUp, covariates);
    CoxModel event = causeSpecific(followUp, covariates, EventStatus.EVENT);
    CoxModel competing = causeSpecific(followUp, covariates, EventStatus.COMPETING);
    return model.coefficients().stream()
        .<Comparison>map(own -> ImmutableComparison.builder()
            .subdistribution(own)
            .event(event.coefficient(own.term()))
            .competing(competing.coefficient(own.term()))
            .build())
        .toList();
  }

  private CoxModel causeSpecific(
      CompetingFollowUp followUp, Covariates covariates, EventStatus cause) {
    FollowUp rows = followUp.anyEvent();
    List<Part> whole = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      boolean isEvent = followUp.outcome(row) == cause;
      whole.add(new Part(row, 0, rows.time(row), isEvent, rows.weight(row)));
    }
    return method.with(varianceFor(rows)).fit(weighted(rows, whole), covariates);
  }

  /** A time during which a row is at risk with one weight. */
  private record Part(int row, double start, double end, boolean isEvent, double weight) {}

  private static List<Part> parts(CompetingFollowUp followUp, int[] complete) {
    FollowUp rows = followUp.anyEvent();
    List<Part> parts = new ArrayList<>();
    for (int stratum = 0; stratum < rows.strata().size(); stratum++) {
      int number = stratum;
      int[] members =
          Arrays.stream(complete).filter(row -> rows.stratum(row) == number).toArray();
      Uncensored uncensored = new Uncensored(followUp, members);
      if (parts.size() + uncensored.countParts(followUp, members) > MOST_PARTS) {
        throw new IllegalArgumentException("parts of rows, one for each weight that an event meets"
            + " [count], must be at most " + MOST_PARTS + " for the model of Fine and Gray, but"
            + " were more; coarser times, such as weeks, make fewer");
      }
      for (int row : members) {
        if (followUp.outcome(row) == EventStatus.COMPETING) {
          uncensored.addParts(row, parts);
        } else {
          boolean isEvent = followUp.outcome(row) == EventStatus.EVENT;
          parts.add(new Part(row, 0, rows.time(row), isEvent, rows.weight(row)));
        }
      }
    }
    return parts;
  }

  /** The proportion not censored just before each time of a stratum. */
  private static final class Uncensored {
    private final FollowUp rows;
    private final double[] times;
    private final double[] before;
    // the places of times with the event of interest
    private final int[] eventPlaces;

    Uncensored(CompetingFollowUp followUp, int[] members) {
      this.rows = followUp.anyEvent();
      this.times =
          Arrays.stream(members).mapToDouble(rows::time).sorted().distinct().toArray();
      this.before = new double[times.length];
      double[] censored = new double[times.length];
      double[] ended = new double[times.length];
      boolean[] isEvent = new boolean[times.length];
      for (int row : members) {
        int place = place(rows.time(row));
        boolean any = rows.isEvent(row);
        (any ? ended : censored)[place] += rows.weight(row);
        isEvent[place] |= followUp.outcome(row) == EventStatus.EVENT;
      }
      this.eventPlaces =
          IntStream.range(0, times.length).filter(place -> isEvent[place]).toArray();
      double[] atRisk = new double[times.length];
      double sum = 0;
      for (int place = times.length; place-- > 0; ) {
        // those who had an event at the time are no longer at risk of being censored
        atRisk[place] = sum + censored[place];
        sum = atRisk[place] + ended[place];
      }
      double free = 1;
      for (int place = 0; place < times.length; place++) {
        before[place] = free;
        free *= censored[place] > 0 ? (atRisk[place] - censored[place]) / atRisk[place] : 1;
      }
    }

    private int place(double time) {
      return Arrays.binarySearch(times, time);
    }

    /** At most how many parts rows have. */
    long countParts(CompetingFollowUp followUp, int[] members) {
      long[] changesUpTo = new long[times.length + 1];
      double last = 1;
      int next = 0;
      for (int place = 0; place < times.length; place++) {
        changesUpTo[place + 1] = changesUpTo[place];
        if (next < eventPlaces.length && eventPlaces[next] == place) {
          changesUpTo[place + 1] += before[place] != last ? 1 : 0;
          last = before[place];
          next++;
        }
      }
      long parts = 0;
      for (int row : members) {
        parts += 1;
        if (followUp.outcome(row) == EventStatus.COMPETING) {
          parts += changesUpTo[times.length] - changesUpTo[place(rows.time(row)) + 1];
        }
      }
      return parts;
    }

    /** The parts of a row with a competing event: one for each weight that an event meets. */
    void addParts(int row, List<Part> parts) {
      int own = place(rows.time(row));
      double weight = rows.weight(row);
      double start = 0;
      double end = rows.time(row);
      double share = 1;
      int first = Arrays.binarySearch(eventPlaces, own);
      for (int next = first >= 0 ? first + 1 : -first - 1; next < eventPlaces.length; next++) {
        double known = before[eventPlaces[next]] / before[own];
        if (known != share) {
          parts.add(new Part(row, start, end, false, weight * share));
          start = end;
          share = known;
        }
        end = times[eventPlaces[next]];
      }
      parts.add(new Part(row, start, end, false, weight * share));
    }
  }

  private static FollowUp weighted(FollowUp rows, List<Part> parts) {
    int size = parts.size();
    double[] starts = new double[size];
    double[] ends = new double[size];
    double[] weights = new double[size];
    boolean[] events = new boolean[size];
    int[] clusters = new int[size];
    List<String> strata = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Part part = parts.get(i);
      starts[i] = part.start();
      ends[i] = part.end();
      weights[i] = part.weight();
      events[i] = part.isEvent();
      clusters[i] = rows.cluster(part.row());
      strata.add(rows.strata().get(rows.stratum(part.row())));
    }
    // the tie rule was applied to the times when they were read
    return FollowUp.ofTimes(ends, events)
        .withoutTieRule()
        .entry(starts)
        .weights(weights)
        .strata(strata)
        .clusters(clusters)
        .build();
  }

  @Override
  public String toString() {
    return "FineGray{" + method + "}";
  }
}
