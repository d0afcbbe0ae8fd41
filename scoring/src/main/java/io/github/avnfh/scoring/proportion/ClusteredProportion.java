package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Digits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A proportion of hips with confidence limits by patient, and the method that made them.
 *
 * <p>Two hips of one patient tell less than two hips of two patients. The limits are therefore
 * those of as many independent hips as tell as much, the
 * {@linkplain ClusteredOutcomes#effectiveSize() effective sample size}, and the small number of
 * patients is allowed for by Student's t on patients minus one degrees of freedom. Where every
 * patient has one hip, Korn and Graubard's limits are those of Clopper and Pearson, and Wilson's
 * are his own with t in place of the normal quantile.
 *
 * <pre>{@code
 * ClusteredOutcomes replaced =
 *     ClusteredOutcomes.ofHips(cohort.hips(), hip -> hip.arthroplasty().isPresent());
 * ClusteredProportion proportion = replaced.proportion();
 * proportion.lower(); // OptionalDouble[0.0419…
 * proportion.upper(); // OptionalDouble[0.2329…
 * }</pre>
 *
 * @see <a href="https://www150.statcan.gc.ca/n1/en/catalogue/12-001-X">Korn EL, Graubard BI.
 *     Confidence intervals for proportions with small expected number of positive counts estimated
 *     from survey data. Surv Methodol 1998;24:193-201</a>
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson EB. Probable inference, the
 *     law of succession, and statistical inference. J Am Stat Assoc 1927;22:209-12</a>
 */
@Value.Immutable
public sealed interface ClusteredProportion extends Explainable
    permits ImmutableClusteredProportion {

  /** How the limits are found from the effective sample size. */
  enum Method implements Coded {
    /**
     * The score interval of Wilson with the effective sample size for n, and the quantile of t on
     * patients minus one degrees of freedom for z. The default: its coverage is near the nominal
     * one.
     */
    WILSON("wilson_t", ProportionRules.WILSON) {
      @Override
      double lower(ClusteredOutcomes outcomes, double tail) {
        return outcomes.count().count() == 0
            ? 0
            : Math.max(
                0,
                ProportionInterval.Method.scoreLimit(
                    p(outcomes), outcomes.effectiveSize(), -t(outcomes, tail)));
      }

      @Override
      double upper(ClusteredOutcomes outcomes, double tail) {
        return isAll(outcomes)
            ? 1
            : Math.min(
                1,
                ProportionInterval.Method.scoreLimit(
                    p(outcomes), outcomes.effectiveSize(), t(outcomes, tail)));
      }
    },

    /**
     * The interval of Clopper and Pearson for the effective sample size after Korn and Graubard,
     * which is multiplied by the squared ratio of the quantiles of t on hips minus one and on
     * patients minus one degrees of freedom. Covers at least as often as stated, and is wider.
     * Where no hip or every hip has the outcome, the patients are counted without that ratio. R:
     * {@code survey::svyciprop(method = "beta")}, which counts one hip less.
     */
    KORN_GRAUBARD("korn_graubard", ProportionRules.KORN_GRAUBARD) {
      @Override
      double lower(ClusteredOutcomes outcomes, double tail) {
        double n = size(outcomes, tail);
        // Clopper and Pearson with n* = n_eff and x* = p n*, which need not be whole numbers
        double x = p(outcomes) * n;
        return outcomes.count().count() == 0
            ? 0
            : Distribution.beta(x, n - x + 1).quantile(tail);
      }

      @Override
      double upper(ClusteredOutcomes outcomes, double tail) {
        double n = size(outcomes, tail);
        double x = p(outcomes) * n;
        // the upper quantile of Beta(x + 1, n - x), by Beta(a, b) = 1 - Beta(b, a)
        return isAll(outcomes) ? 1 : 1 - Distribution.beta(n - x, x + 1).quantile(tail);
      }

      private static double size(ClusteredOutcomes outcomes, double tail) {
        if (outcomes.designEffect().isEmpty()) {
          return outcomes.effectiveSize();
        }
        // n_eff (t of hips - 1 degrees of freedom / t of patients - 1 degrees of freedom)^2
        double ratio =
            Distribution.studentT(outcomes.hips() - 1.0).upperQuantile(tail) / t(outcomes, tail);
        return outcomes.effectiveSize() * ratio * ratio;
      }
    };

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // a generated value without setters
    private final Rule rule;

    Method(String code, Rule rule) {
      this.code = code;
      this.rule = rule;
    }

    abstract double lower(ClusteredOutcomes outcomes, double tail);

    abstract double upper(ClusteredOutcomes outcomes, double tail);

    /**
     * Returns the proportion with its limits.
     *
     * @param outcomes the outcomes of hips, by patient
     * @param level the confidence level, between 0 and 1
     * @return the proportion; without limits for hips of fewer than two patients
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public ClusteredProportion of(ClusteredOutcomes outcomes, double level) {
      ImmutableClusteredProportion.Builder proportion = ImmutableClusteredProportion.builder()
          .outcomes(outcomes)
          .method(this)
          .level(ConfidenceLevel.check(level));
      if (outcomes.patients() > 1) {
        double tail = (1 - level) / 2;
        proportion.lower(lower(outcomes, tail)).upper(upper(outcomes, tail));
      }
      return proportion.build();
    }

    private static double p(ClusteredOutcomes outcomes) {
      return (double) outcomes.count().count() / outcomes.hips();
    }

    private static boolean isAll(ClusteredOutcomes outcomes) {
      return outcomes.count().count() == outcomes.hips();
    }

    private static double t(ClusteredOutcomes outcomes, double tail) {
      return Distribution.studentT(outcomes.patients() - 1.0).upperQuantile(tail);
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** With fewer patients than this, limits are given with a warning. */
  int FEW_PATIENTS = 5;

  /**
   * Returns the outcomes behind the proportion.
   *
   * @return hips with and without the outcome, by patient
   */
  ClusteredOutcomes outcomes();

  /**
   * Returns how the limits were found.
   *
   * @return the method
   */
  Method method();

  /**
   * Returns the confidence level.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns the lower confidence limit.
   *
   * @return a fraction, 0 to 1; nothing for hips of fewer than two patients
   */
  OptionalDouble lower();

  /**
   * Returns the upper confidence limit.
   *
   * @return a fraction, 0 to 1; nothing for hips of fewer than two patients
   */
  OptionalDouble upper();

  /**
   * Returns the proportion.
   *
   * @return hips with the outcome divided by all hips; nothing without hips
   */
  default OptionalDouble proportion() {
    Count count = outcomes().count();
    return count.total() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count.count() / count.total());
  }

  /**
   * Returns the degrees of freedom of Student's t.
   *
   * @return patients minus one; nothing where there are no limits
   */
  default OptionalInt degreesOfFreedom() {
    return outcomes().patients() > 1
        ? OptionalInt.of(outcomes().patients() - 1)
        : OptionalInt.empty();
  }

  /**
   * Returns why there are no limits, or why they should not be relied on.
   *
   * @return a sentence for fewer than {@value #FEW_PATIENTS} patients
   */
  default Optional<String> warning() {
    int patients = outcomes().patients();
    if (patients >= FEW_PATIENTS) {
      return Optional.empty();
    }
    return Optional.of(
        patients < 2
            ? "a second patient: limits are not estimable"
            : FEW_PATIENTS + " patients or more: limits from " + patients + " are rough");
  }

  /**
   * Returns the percentage with its limits as a cell of a table.
   *
   * @param places decimal places in print
   * @return a cell that prints as {@code 82.8 (69.2 to 91.1)}; without limits a missing one
   */
  default Cell percent(int places) {
    return lower().isPresent()
        ? Cell.estimate(
            100 * proportion().getAsDouble(),
            100 * lower().getAsDouble(),
            100 * upper().getAsDouble(),
            places)
        : Cell.missing(Column.Kind.ESTIMATE, "not estimable");
  }

  @Override
  default Explanation explanation() {
    Digits digits = Digits.halfUp(3);
    Count count = outcomes().count();
    String limits = lower().isPresent()
        ? " (" + digits.print(lower().getAsDouble()) + " to "
            + digits.print(upper().getAsDouble()) + ")"
        : "";
    String effect = outcomes().designEffect().isPresent()
        ? "design effect " + digits.print(outcomes().designEffect().getAsDouble())
        : "no variation between hips";
    return Explanation.of(
        count.count() + " of " + count.total() + " hips" + limits,
        List.of(
            Reason.of(
                ProportionRules.EFFECTIVE_SIZE,
                count.total() + " hips of " + outcomes().patients() + " patients, " + effect
                    + ", effective size " + digits.print(outcomes().effectiveSize())),
            Reason.of(
                method().rule,
                "level " + level() + ", degrees of freedom "
                    + Math.max(0, outcomes().patients() - 1))),
        warning().stream().toList());
  }
}

/** The rules of limits by patient. */
final class ProportionRules {
  static final Rule EFFECTIVE_SIZE = Rule.of(
      "PROPORTION-EFFECTIVE-SIZE",
      "1.0",
      "hips count as their number divided by the design effect, which is at least 1; as the number"
          + " of patients where no hip or every hip has the outcome",
      Citation.of(
          "Korn EL, Graubard BI",
          "Confidence intervals for proportions with small expected number of positive counts"
              + " estimated from survey data",
          "Surv Methodol 1998;24:193-201"));

  static final Rule WILSON = Rule.of(
      "PROPORTION-WILSON-T",
      "1.0",
      "score limits on the effective sample size, with t on patients minus one degrees of freedom:"
          + " the default, because its coverage is near the nominal one with two hips and few patients",
      Citation.of(
          "Wilson EB",
          "Probable inference, the law of succession, and statistical inference",
          "J Am Stat Assoc 1927;22:209-12",
          "10.1080/01621459.1927.10502953"));

  static final Rule KORN_GRAUBARD = Rule.of(
      "PROPORTION-KORN-GRAUBARD",
      "1.0",
      "exact binomial limits on the effective sample size, reduced by the squared ratio of the"
          + " quantiles of t on hips minus one and patients minus one degrees of freedom",
      Citation.of(
          "Korn EL, Graubard BI",
          "Confidence intervals for proportions with small expected number of positive counts"
              + " estimated from survey data",
          "Surv Methodol 1998;24:193-201"));

  private ProportionRules() {}
}
