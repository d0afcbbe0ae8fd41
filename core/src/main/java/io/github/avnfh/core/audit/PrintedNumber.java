package io.github.avnfh.core.audit;

import io.github.avnfh.core.internal.Quoted;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A number as it stands in print: 8.30 is not 8.3, because it claims another decimal.
 *
 * <pre>{@code
 * PrintedNumber score = PrintedNumber.of("8.30");
 * score.decimals(); // 2
 * score.unit();     // 0.01
 * score.text();     // 8.30
 * }</pre>
 */
@Value.Immutable
public sealed interface PrintedNumber permits ImmutablePrintedNumber {

  /**
   * Returns the number with its trailing zeros.
   *
   * @return the number, whose scale is the number of printed decimals
   */
  BigDecimal value();

  /**
   * Reads a printed number.
   *
   * @param text digits 0 to 9, up to nine of them before and after a decimal point, and a sign (
   *     {@code -} or U+2212) where it is negative
   * @return the number
   * @throws IllegalArgumentException if the text is no such number
   */
  static PrintedNumber of(String text) {
    String plain = text.replace('\u2212', '-');
    if (!PrintedNumberNotation.NUMBER.matcher(plain).matches()) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a printed number; digits 0 to 9 with '.' as decimal sign were expected");
    }
    return ImmutablePrintedNumber.builder().value(new BigDecimal(plain)).build();
  }

  /**
   * Returns how many decimals were printed.
   *
   * @return the number of digits behind the decimal point
   */
  default int decimals() {
    return value().scale();
  }

  /**
   * Returns one step of the last printed digit.
   *
   * @return 1, 0.1, 0.01 and so on
   */
  default BigDecimal unit() {
    return BigDecimal.ONE.movePointLeft(decimals());
  }

  /**
   * Returns the number as it was printed.
   *
   * @return the text, with its trailing zeros
   */
  default String text() {
    return value().toPlainString();
  }
}

/** How a printed number is written. */
final class PrintedNumberNotation {
  static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,9})?");

  private PrintedNumberNotation() {}
}
