package io.github.avnfh.survival.compare;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How much each time counts in a test of the log-rank family.
 *
 * <p>With d events among n at risk in all groups together, S(t-) the Kaplan-Meier estimate of all
 * groups just before the time, the weights are those of the table.
 *
 * <table>
 * <caption>Weights, and what other programs call them</caption>
 * <tr><th>name</th><th>weight</th><th>R and others</th></tr>
 * <tr><td>logrank</td><td>1</td><td>{@code survdiff(rho = 0)}; Mantel-Cox</td></tr>
 * <tr><td>gehan</td><td>n</td><td>generalized Wilcoxon, Breslow</td></tr>
 * <tr><td>tarone-ware</td><td>root of n</td><td></td></tr>
 * <tr><td>peto-peto</td><td>product of 1 - d/(n+1) up to and including the time</td><td>the
 * modified estimate; not R's {@code rho = 1}, which is fh:1,0</td></tr>
 * <tr><td>fh:RHO,GAMMA</td><td>S(t-)<sup>RHO</sup> (1-S(t-))<sup>GAMMA</sup></td><td>{@code
 * survdiff(rho = RHO)} for GAMMA = 0</td></tr>
 * </table>
 *
 * <pre>{@code
 * Weighting early = Weighting.flemingHarrington(1, 0);
 * early.code();                     // fh:1,0
 * Weighting.parse("gehan").title(); // Gehan-Breslow
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/69.3.553">Harrington DP, Fleming TR. A class of rank
 *     test procedures for censored survival data. Biometrika 1982;69:553-66</a>
 */
@Value.Immutable
public sealed interface Weighting permits ImmutableWeighting {
  /** The kind of weight. */
  enum Kind {
    /** Every time counts alike, or by a power of the survival of all groups together. */
    FLEMING_HARRINGTON,
    /** By the number at risk. */
    GEHAN,
    /** By the root of the number at risk. */
    TARONE_WARE,
    /** By the modified survival estimate of all groups together. */
    PETO_PETO
  }

  /**
   * Returns the kind of weight.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns the power of survival.
   *
   * @return rho, 0 unless the kind is Fleming-Harrington
   */
  double rho();

  /**
   * Returns the power of one minus survival.
   *
   * @return gamma, 0 unless the kind is Fleming-Harrington
   */
  double gamma();

  /**
   * Returns the log-rank test, in which every time counts alike.
   *
   * @return the weighting
   */
  static Weighting logRank() {
    return of(Kind.FLEMING_HARRINGTON, 0, 0);
  }

  /**
   * Returns Gehan's and Breslow's generalized Wilcoxon test, weighted by the number at risk.
   *
   * @return the weighting
   */
  static Weighting gehan() {
    return of(Kind.GEHAN, 0, 0);
  }

  /**
   * Returns Tarone's and Ware's test, weighted by the root of the number at risk.
   *
   * @return the weighting
   */
  static Weighting taroneWare() {
    return of(Kind.TARONE_WARE, 0, 0);
  }

  /**
   * Returns the test of Peto and Peto, weighted by the modified survival estimate of all groups
   * together.
   *
   * @return the weighting
   */
  static Weighting petoPeto() {
    return of(Kind.PETO_PETO, 0, 0);
  }

  /**
   * Returns a test of Fleming and Harrington.
   *
   * @param rho the power of survival, 0 or more; above 0 early differences count more
   * @param gamma the power of one minus survival, 0 or more; above 0 late differences count more
   * @return the weighting; with two zeros the log-rank test
   * @throws IllegalArgumentException if a power is negative or not finite
   */
  static Weighting flemingHarrington(double rho, double gamma) {
    return of(Kind.FLEMING_HARRINGTON, power("rho", rho), power("gamma", gamma));
  }

  private static double power(String name, double value) {
    if (value >= 0 && value <= Double.MAX_VALUE) {
      return value + 0.0;
    }
    throw new IllegalArgumentException(
        name + " [power] must be finite and 0.0 or more, but was " + value);
  }

  private static Weighting of(Kind kind, double rho, double gamma) {
    return ImmutableWeighting.builder().kind(kind).rho(rho).gamma(gamma).build();
  }

  /**
   * Reads the name that {@link #code()} writes.
   *
   * @param text {@code logrank}, {@code gehan}, {@code tarone-ware}, {@code peto-peto}, or
   *     {@code fh:} and the two powers with a comma between
   * @return the weighting
   * @throws IllegalArgumentException if the text is no such name
   */
  static Weighting parse(String text) {
    return switch (text) {
      case "logrank" -> logRank();
      case "gehan" -> gehan();
      case "tarone-ware" -> taroneWare();
      case "peto-peto" -> petoPeto();
      default -> parsePowers(text);
    };
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return the name, such as {@code logrank} or {@code fh:1,0.5}
   */
  default String code() {
    return switch (kind()) {
      case GEHAN -> "gehan";
      case TARONE_WARE -> "tarone-ware";
      case PETO_PETO -> "peto-peto";
      case FLEMING_HARRINGTON ->
        isLogRank() ? "logrank" : "fh:" + plain(rho()) + "," + plain(gamma());
    };
  }

  /**
   * Returns the name in words, for people.
   *
   * @return the name, such as {@code log-rank}
   */
  default String title() {
    return switch (kind()) {
      case GEHAN -> "Gehan-Breslow";
      case TARONE_WARE -> "Tarone-Ware";
      case PETO_PETO -> "Peto-Peto";
      case FLEMING_HARRINGTON ->
        isLogRank()
            ? "log-rank"
            : "Fleming-Harrington (" + plain(rho()) + ", " + plain(gamma()) + ")";
    };
  }

  private static Weighting parsePowers(String text) {
    Matcher powers = Pattern.compile(
            "fh:([0-9]{1,3}(?:\\.[0-9]{1,9})?),([0-9]{1,3}(?:\\.[0-9]{1,9})?)")
        .matcher(text);
    if (!powers.matches()) {
      throw new IllegalArgumentException("test [name] must be logrank, gehan, tarone-ware,"
          + " peto-peto or fh:RHO,GAMMA with powers as in fh:1,0.5, but was a text of "
          + text.length() + " characters");
    }
    return flemingHarrington(
        Double.parseDouble(powers.group(1)), Double.parseDouble(powers.group(2)));
  }

  private boolean isLogRank() {
    return kind() == Kind.FLEMING_HARRINGTON && rho() == 0 && gamma() == 0;
  }

  private static String plain(double power) {
    return power == Math.rint(power)
        ? String.format(Locale.ROOT, "%.0f", power)
        : Double.toString(power);
  }
}
