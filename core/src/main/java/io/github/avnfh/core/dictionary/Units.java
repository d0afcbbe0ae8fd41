package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.internal.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conversion of a number from the unit of a source into that of the cohort, in decimals.
 *
 * <p>Times become whole days, half up: a month has 30.4375 days, a year 365.25.
 */
final class Units {
  private static final Map<String, String> TIMES =
      Map.of("days", "1", "weeks", "7", "months", "30.4375", "years", "365.25");
  private static final Map<String, Map<String, String>> FACTORS = new LinkedHashMap<>();

  static {
    Map<String, String> cells =
        Map.of("per uL", "1", "x10^3/uL", "1000", "x10^9/L", "1000", "x10^6/L", "0.001");
    FACTORS.put("platelets_per_uL", cells);
    FACTORS.put("leukocytes_per_uL", cells);
    FACTORS.put("hemoglobin_g_per_dL", Map.of("g/dL", "1", "g/L", "0.1", "mmol/L", "1.6114"));
    FACTORS.put("creatinine_mg_per_dL", Map.of("mg/dL", "1", "umol/L", "0.0113122"));
    FACTORS.put("height_cm", Map.of("cm", "1", "m", "100", "mm", "0.1", "in", "2.54"));
    FACTORS.put("weight_kg", Map.of("kg", "1", "g", "0.001", "lb", "0.45359237"));
    FACTORS.put("depression_mm", Map.of("mm", "1", "cm", "10"));
    FACTORS.put(
        "conservative_therapy_months",
        Map.of(
            "months",
            "1",
            "years",
            "12",
            "weeks",
            "0.22997946611909653",
            "days",
            "0.03285420944558522"));
    FACTORS.put("vas", Map.of("cm", "1", "mm", "0.1"));
    FACTORS.put("vas_mm", Map.of("mm", "1", "cm", "10"));
    for (String percent : new String[] {
      "lesion_percent", "crescent_percent", "collapsed_surface_percent", "weight_bearing_percent"
    }) {
      FACTORS.put(percent, Map.of("%", "1", "fraction", "100"));
    }
  }

  private Units() {}

  /**
   * Returns by what to multiply a number, or nothing where the unit is unknown.
   *
   * @param meaning what the number means
   * @param unit the unit of the source, empty for that of the cohort
   */
  static Optional<BigDecimal> factor(Meaning meaning, String unit) {
    if (unit.isEmpty()) {
      return Optional.of(BigDecimal.ONE);
    }
    Map<String, String> known = known(meaning);
    return Optional.ofNullable(known.get(unit)).map(BigDecimal::new);
  }

  private static Map<String, String> known(Meaning meaning) {
    boolean time = meaning.kind() == Meaning.Kind.DAY || meaning.name().equals(Meaning.VISIT);
    return time ? TIMES : FACTORS.getOrDefault(meaning.column(), Map.of());
  }

  static String expected(Meaning meaning) {
    return known(meaning).isEmpty()
        ? "an empty cell"
        : "one of "
            + String.join(", ", known(meaning).keySet().stream().sorted().toList());
  }

  /** Converts the text of a number with a decimal point. */
  static String converted(String text, BigDecimal factor, boolean wholeDays) {
    BigDecimal value = number(text).multiply(factor);
    if (wholeDays) {
      return value.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR).toPlainString();
    }
    return value.round(MathContext.DECIMAL64).stripTrailingZeros().toPlainString();
  }

  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          Quoted.of(text) + " is not a number; digits 0 to 9 with '.' as decimal sign were"
              + " expected, or nothing where it is missing",
          e);
    }
  }
}
