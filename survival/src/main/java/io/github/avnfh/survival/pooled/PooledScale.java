package io.github.avnfh.survival.pooled;

/**
 * The scale on which results of studies are pooled.
 *
 * @see PooledStudy
 */
public enum PooledScale {
  /** The logarithm of p/(1 - p), for proportions. R's metafor: {@code measure = "PLO"}. */
  LOGIT {
    @Override
    double back(double value) {
      return 1 / (1 + Math.exp(-value));
    }
  },

  /** The values themselves, for means. R's metafor: {@code measure = "MN"}. */
  IDENTITY {
    @Override
    double back(double value) {
      return value;
    }
  },

  /** The logarithm of -log S, for survival at a fixed time: the logarithm of a hazard. */
  LOG_LOG {
    @Override
    double back(double value) {
      return Math.exp(-Math.exp(value));
    }
  };

  /** The value itself of a value on this scale. */
  abstract double back(double value);
}
