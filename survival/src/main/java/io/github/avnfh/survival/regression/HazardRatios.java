package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The hazard ratios of covariates, each alone and adjusted for the others, with the rows and events
 * behind every level.
 *
 * <p>A covariate alone is fitted to the rows in which it is known, the adjusted model to those in
 * which all of its covariates are.
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
 * HazardRatios ratios = HazardRatios.of(CoxRegression.withDefaults(), hips, design);
 * HazardRatios.Row reference = ratios.rows().get(0);
 * reference.events();   // 2
 * HazardRatios.Row third = ratios.rows().get(1);
 * third.level();        // Optional[III]
 * Digits.halfUp(2).print(third.alone().orElseThrow().ratio().getAsDouble());    // 1.92
 * Digits.halfUp(2).print(third.adjusted().orElseThrow().ratio().getAsDouble()); // 1.78
 * }</pre>
 *
 * @see CoxRegression
 */
public final class HazardRatios {
  private final CoxModel adjusted;
  private final List<CoxModel> alone;
  private final List<Row> rows;

  private HazardRatios(CoxModel adjusted, List<CoxModel> alone, List<Row> rows) {
    this.adjusted = adjusted;
    this.alone = List.copyOf(alone);
    this.rows = List.copyOf(rows);
  }

  /**
   * One level of a factor, or one column of any other covariate.
   *
   * @see HazardRatios
   */
  @Value.Immutable
  public sealed interface Row permits ImmutableRow {

    /**
     * Returns the name of the covariate.
     *
     * @return its name in the design
     */
    String covariate();

    /**
     * Returns the level of a factor.
     *
     * @return its label, or nothing for another covariate
     */
    Optional<String> level();

    /**
     * Counts the rows at the level, or in which another covariate is known.
     *
     * @return the number of rows, such as hips
     */
    int rows();

    /**
     * Counts the events in these rows.
     *
     * @return the number of events
     */
    int events();

    /**
     * Returns the coefficient of the covariate alone.
     *
     * @return the logarithm of the hazard ratio, or nothing for the reference level
     */
    Optional<RegressionCoefficient> alone();

    /**
     * Returns the coefficient adjusted for the other covariates of the model.
     *
     * @return the logarithm of the hazard ratio, or nothing for the reference level and for a
     *     covariate that the adjusted model leaves out
     */
    Optional<RegressionCoefficient> adjusted();
  }

  /**
   * Fits every covariate alone, and all of them together.
   *
   * @param options the choices of each fit
   * @param followUp the rows
   * @param design the covariates
   * @return the hazard ratios
   * @throws IllegalArgumentException as for {@link CoxRegression#fit(FollowUp, Covariates)}
   */
  public static HazardRatios of(CoxRegression options, FollowUp followUp, Covariates design) {
    Objects.requireNonNull(design, "design");
    return of(options, followUp, design, design.names());
  }

  /**
   * Fits every covariate alone, and some of them together.
   *
   * @param options the choices of each fit
   * @param followUp the rows
   * @param design the covariates
   * @param together the covariates of the adjusted model
   * @return the hazard ratios
   * @throws IllegalArgumentException as for {@link CoxRegression#fit(FollowUp, Covariates)}, or if
   *     the design has no such covariate, or none is named
   */
  public static HazardRatios of(
      CoxRegression options, FollowUp followUp, Covariates design, List<String> together) {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(followUp, "followUp");
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(together, "together");
    CoxModel adjusted = options.fit(followUp, design.of(together));
    List<CoxModel> alone = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String name : design.names()) {
      CoxModel model = options.fit(followUp, design.of(List.of(name)));
      alone.add(model);
      rows.addAll(rows(followUp, model, adjusted, name));
    }
    return new HazardRatios(adjusted, alone, rows);
  }

  private static List<Row> rows(FollowUp followUp, CoxModel model, CoxModel adjusted, String name) {
    Covariates design = model.data().covariates;
    List<String> levels = design.levels(name);
    List<Row> rows = new ArrayList<>();
    if (levels.isEmpty()) {
      design
          .terms()
          .forEach(term -> rows.add(row(followUp, model, name, row -> true)
              .alone(model.coefficient(term))
              .adjusted(coefficient(adjusted, term))
              .build()));
      return rows;
    }
    for (int level = 0; level < levels.size(); level++) {
      int own = level;
      ImmutableRow.Builder row = row(
              followUp, model, name, place -> design.observedLevel(name, place) == own)
          .level(levels.get(level));
      if (level > 0) {
        String term = design.terms().get(level - 1);
        row.alone(model.coefficient(term)).adjusted(coefficient(adjusted, term));
      }
      rows.add(row.build());
    }
    return rows;
  }

  private static ImmutableRow.Builder row(
      FollowUp followUp, CoxModel model, String name, IntPredicate isAtLevel) {
    int[] own =
        IntStream.of(model.data().covariates.complete()).filter(isAtLevel).toArray();
    return ImmutableRow.builder().covariate(name).rows(own.length).events((int)
        IntStream.of(own).filter(followUp::isEvent).count());
  }

  private static Optional<RegressionCoefficient> coefficient(CoxModel model, String term) {
    return model.coefficients().stream()
        .filter(each -> each.term().equals(term))
        .findFirst();
  }

  /**
   * Returns the model of all covariates together.
   *
   * @return the adjusted model
   */
  public CoxModel adjusted() {
    return adjusted;
  }

  /**
   * Returns the models of each covariate alone.
   *
   * @return the models in the order of the design
   */
  public List<CoxModel> alone() {
    return alone;
  }

  /**
   * Returns the hazard ratios in the order of the design, the reference level of a factor first.
   *
   * @return a row for each level of a factor and each column of another covariate
   */
  public List<Row> rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "HazardRatios{" + alone.size() + " covariates, " + adjusted.events() + " events in "
        + adjusted.rows() + " rows}";
  }
}
