package io.github.avnfh.survival.compare;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How weightings of Fleming and Harrington are written. */
final class WeightingNotation {
  private static final Pattern POWERS =
      Pattern.compile("fh:([0-9]{1,3}(?:\\.[0-9]{1,9})?),([0-9]{1,3}(?:\\.[0-9]{1,9})?)");

  private WeightingNotation() {}

  static Weighting parse(String text) {
    Matcher powers = POWERS.matcher(text);
    if (!powers.matches()) {
      throw new IllegalArgumentException("test [name] must be logrank, gehan, tarone-ware,"
          + " peto-peto or fh:RHO,GAMMA with powers as in fh:1,0.5, but was a text of "
          + text.length() + " characters");
    }
    return Weighting.flemingHarrington(
        Double.parseDouble(powers.group(1)), Double.parseDouble(powers.group(2)));
  }

  static String code(double rho, double gamma) {
    return rho == 0 && gamma == 0 ? "logrank" : "fh:" + plain(rho) + "," + plain(gamma);
  }

  static String title(double rho, double gamma) {
    return rho == 0 && gamma == 0
        ? "log-rank"
        : "Fleming-Harrington (" + plain(rho) + ", " + plain(gamma) + ")";
  }

  private static String plain(double power) {
    return power == Math.rint(power)
        ? String.format(Locale.ROOT, "%.0f", power)
        : Double.toString(power);
  }
}
