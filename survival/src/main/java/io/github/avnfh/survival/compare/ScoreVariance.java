package io.github.avnfh.survival.compare;

/**
 * How the variance of observed less expected events is estimated, best first.
 *
 * <p>With u for the score of a row, what it adds to observed less expected events of each group,
 * and C for the sum of the scores of a cluster:
 *
 * <table>
 * <caption>Variances, and when they exist</caption>
 * <tr><th>code</th><th>variance</th><th>exists</th></tr>
 * <tr><td>clustered</td><td>the hypergeometric V plus, over clusters, C C' less the u u' of their
 * rows</td><td>with clusters and weights that are whole</td></tr>
 * <tr><td>robust</td><td>the sum of C C' over clusters, or of u u' over rows</td><td>with clusters,
 * or with weights that are not whole</td></tr>
 * <tr><td>independent</td><td>the hypergeometric V</td><td>with weights that are whole</td></tr>
 * </table>
 *
 * <p>The clustered variance takes from clusters only what they tell of dependence, and is V itself
 * where no cluster has two rows. The robust one estimates all from the clusters: with few that had
 * an event it is unstable, and an effect makes it larger, so that power goes. It is that of R's
 * {@code coxph(cluster = )$rscore} with Breslow's ties. Parts of one follow-up, which begin where
 * the one before was censored in the same cluster, group and stratum, count as one row.
 *
 * @see LogRank
 */
public enum ScoreVariance {
  /** Hypergeometric, with the cross-products of scores within clusters. */
  CLUSTERED("clustered"),

  /** Sums of squares of the scores of clusters, or of rows. R: {@code rscore} of {@code coxph}. */
  ROBUST("robust"),

  /** Hypergeometric, as if all rows were independent. R: {@code survdiff}. */
  INDEPENDENT("independent");

  private final String code;

  ScoreVariance(String code) {
    this.code = code;
  }

  /**
   * Returns the name in tables.
   *
   * @return {@code clustered}, {@code robust} or {@code independent}
   */
  public String code() {
    return code;
  }
}
