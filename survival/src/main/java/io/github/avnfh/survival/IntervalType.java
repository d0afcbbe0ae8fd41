package io.github.avnfh.survival;

/**
 * The scale on which a confidence interval for survival is symmetric; the constants bear the names
 * of R's {@code conf.type}.
 *
 * <p>With the standard error se of S and the normal quantile z, the limits are g<sup>-1</sup>(g(S)
 * -/+ z se |g'(S)|), cut to [0, 1]. R's {@code survfit} takes log by default; SAS {@code LIFETEST},
 * Python's lifelines and this library take log-log.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, false, false, false})
 *     .build();
 * for (IntervalType type : IntervalType.values()) {
 *   SurvivalEstimate estimate = KaplanMeier.withDefaults().with(type).estimate(hips)
 *       .curves().get(0).at(365).estimate().orElseThrow();
 *   System.out.println(type.code() + ": " + Digits.halfUp(3).print(estimate.lower())
 *       + " to " + Digits.halfUp(3).print(estimate.upper()));
 * }
 * // plain: 0.289 to 1.000
 * // log: 0.379 to 1.000
 * // log-log: 0.195 to 0.904
 * // logit: 0.268 to 0.916
 * // arcsin: 0.278 to 0.954
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/9781118032985">Kalbfleisch JD, Prentice RL. The Statistical
 *     Analysis of Failure Time Data. 2nd ed. Wiley; 2002</a>
 */
public enum IntervalType {
  /** The scale of S itself, g(S) = S. R: {@code conf.type = "plain"}. */
  PLAIN("plain") {
    @Override
    double onScale(double s) {
      return s;
    }

    @Override
    double slopeAt(double s) {
      return 1;
    }

    @Override
    double moved(double s, double step) {
      return s + step;
    }
  },

  /** The logarithm, g(S) = log S. R: {@code conf.type = "log"}, the default there. */
  LOG("log") {
    @Override
    double onScale(double s) {
      return Math.log(s);
    }

    @Override
    double slopeAt(double s) {
      return 1 / s;
    }

    @Override
    double moved(double s, double step) {
      // exp(log S + z se / S)
      return s * Math.exp(step / s);
    }
  },

  /** The complementary log-log, g(S) = log(-log S). R: {@code conf.type = "log-log"}. */
  LOG_LOG("log-log") {
    @Override
    double onScale(double s) {
      return Math.log(-Math.log(s));
    }

    @Override
    double slopeAt(double s) {
      return 1 / (s * Math.log(s));
    }

    @Override
    double moved(double s, double step) {
      double log = Math.log(s);
      // exp(-exp(log(-log S) + z se / (S log S)))
      return Math.exp(log * Math.exp(step / (s * log)));
    }

    @Override
    void limits(double s, double reach, double[] lower, double[] upper, int index) {
      // both limits from one logarithm: its sign makes the lower one that of the larger exponent
      double log = Math.log(s);
      double step = reach / (s * log);
      lower[index] = Math.min(s, Math.exp(log * Math.exp(-step)));
      upper[index] = Math.max(s, Math.exp(log * Math.exp(step)));
    }
  },

  /** The log odds, g(S) = log(S/(1-S)). R: {@code conf.type = "logit"}. */
  LOGIT("logit") {
    @Override
    double onScale(double s) {
      return Math.log(s / (1 - s));
    }

    @Override
    double slopeAt(double s) {
      return 1 / (s * (1 - s));
    }

    @Override
    double moved(double s, double step) {
      // log odds + z se / (S (1 - S)), brought back by odds / (1 + odds)
      double odds = s / (1 - s) * Math.exp(step / (s * (1 - s)));
      return odds < Double.POSITIVE_INFINITY ? odds / (1 + odds) : 1;
    }
  },

  /** The arc sine of the root, g(S) = asin(sqrt(S)). R: {@code conf.type = "arcsin"}. */
  ARCSIN("arcsin") {
    @Override
    double onScale(double s) {
      return Math.asin(Math.sqrt(s));
    }

    @Override
    double slopeAt(double s) {
      return 1 / (2 * Math.sqrt(s * (1 - s)));
    }

    @Override
    double moved(double s, double step) {
      double angle = Math.asin(Math.sqrt(s)) + step / (2 * Math.sqrt(s * (1 - s)));
      // sin^2 falls again beyond pi / 2, so that the angle is cut first
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
      return sine * sine;
    }
  };

  private final String code;

  IntervalType(String code) {
    this.code = code;
  }

  /**
   * Returns the name that R and the command line use.
   *
   * @return the name, such as {@code log-log}
   */
  public String code() {
    return code;
  }

  /**
   * Reads the name that {@link #code()} writes.
   *
   * @param text a name
   * @return the constant
   * @throws IllegalArgumentException if the text is none of the names
   */
  public static IntervalType parse(String text) {
    for (IntervalType type : values()) {
      if (type.code.equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("confidence interval [type] must be one of log-log, log,"
        + " plain, logit, arcsin, but was a text of " + text.length() + " characters");
  }

  /**
   * Moves survival onto the scale.
   *
   * @param s survival, above 0 and below 1
   * @return g(S)
   * @throws IllegalArgumentException if survival does not lie there
   */
  public double scaled(double s) {
    return finite(s, onScale(s));
  }

  /**
   * Returns the slope of the scale.
   *
   * @param s survival, above 0 and below 1
   * @return the derivative of g at S
   * @throws IllegalArgumentException if survival does not lie there, or so near to 0 that the slope
   *     is beyond the largest number
   */
  public double slope(double s) {
    return finite(s, slopeAt(s));
  }

  /** Refuses survival for which a value on the scale is no finite number. */
  private static double finite(double s, double value) {
    if (!(s > 0 && s < 1) || !Double.isFinite(value)) {
      throw refusal(s);
    }
    return value;
  }

  private static IllegalArgumentException refusal(double s) {
    return new IllegalArgumentException(
        "survival [proportion] must lie above 0.0 and below 1.0, but was " + s);
  }

  private static void check(double s, double reach) {
    if (!(s > 0 && s < 1)) {
      throw refusal(s);
    }
    if (!(reach >= 0 && reach <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "reach of an interval [proportion] must be finite and 0.0 or more, but was " + reach);
    }
  }

  abstract double onScale(double s);

  abstract double slopeAt(double s);

  /** The survival that lies a step of that size on the scale of S, taken on the own scale, away. */
  abstract double moved(double s, double step);

  /** Puts both limits where the columns of a curve have that index. */
  void limits(double s, double reach, double[] lower, double[] upper, int index) {
    lower[index] = lowest(s, reach);
    upper[index] = highest(s, reach);
  }

  /**
   * Returns the lower limit of an interval.
   *
   * @param s a proportion, above 0 and below 1
   * @param reach the normal quantile times the standard error of the proportion, 0 or more
   * @return the limit, 0 or more and at most the proportion
   * @throws IllegalArgumentException if the proportion or the reach is not allowed
   */
  public double lower(double s, double reach) {
    check(s, reach);
    return lowest(s, reach);
  }

  private double lowest(double s, double reach) {
    return Math.min(s, Math.max(0, moved(s, -reach)));
  }

  /**
   * Returns the upper limit of an interval.
   *
   * @param s a proportion, above 0 and below 1
   * @param reach the normal quantile times the standard error of the proportion, 0 or more
   * @return the limit, 1 or less and at least the proportion
   * @throws IllegalArgumentException if the proportion or the reach is not allowed
   */
  public double upper(double s, double reach) {
    check(s, reach);
    return highest(s, reach);
  }

  private double highest(double s, double reach) {
    return Math.max(s, Math.min(1, moved(s, reach)));
  }
}
