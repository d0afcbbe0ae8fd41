package io.github.avnfh.survival.regression;

import org.immutables.value.Value;

/**
 * How well a model orders rows: the proportion of comparable pairs in which the row with the event
 * first had the higher predictor, where equal predictors count one half (Harrell's C).
 *
 * <p>Two rows of a stratum are comparable if one has its event while the other is at risk and lasts
 * longer; a row censored at that time lasts longer. The standard error is the infinitesimal
 * jackknife, summed by cluster where there are clusters.
 *
 * @see CoxModel#concordance()
 * @see <a href="https://doi.org/10.1001/jama.1982.03320430047030">Harrell FE, Califf RM, Pryor DB,
 *     Lee KL, Rosati RA. Evaluating the yield of medical tests. JAMA 1982;247:2543-6</a>
 */
@Value.Immutable
public sealed interface Concordance permits ImmutableConcordance {

  /**
   * Returns the proportion of comparable pairs in the right order.
   *
   * @return a number in 0..1; 0.5 where the predictor tells nothing
   */
  double value();

  /**
   * Returns the standard error.
   *
   * @return the infinitesimal jackknife's
   */
  double standardError();

  /**
   * Returns the number of comparable pairs, each by the product of its weights.
   *
   * @return the number of pairs
   */
  double pairs();
}
