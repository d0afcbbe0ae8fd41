package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A table that is being written as CSV: a header line, comma-separated, {@code \n} at the line
 * ends, numbers at full precision, nothing where a value is missing.
 *
 * <pre>{@code
 * CsvOutput csv = CsvOutput.withHeader("time", "survival").row("12", CsvOutput.number(7.0 / 8));
 * System.out.print(csv.text());
 * // time,survival
 * // 12,0.875
 * }</pre>
 */
public final class CsvOutput {
  private static final int MOST_DIGITS = 17;
  private static final int LEAST_EXPONENT = -6;
  private static final int GREATEST_EXPONENT = 15;

  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
  private final int columns;

  private CsvOutput(int columns) {
    this.columns = columns;
  }

  /**
   * Starts a table with its header.
   *
   * @param columns the names of the columns
   * @return the table
   */
  public static CsvOutput withHeader(String... columns) {
    return new CsvOutput(columns.length).row(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells a text for each column, empty where the value is missing
   * @return this table
   * @throws IllegalArgumentException if the number of cells is not the number of columns
   */
  public CsvOutput row(String... cells) {
    return row(List.of(cells));
  }

  /**
   * Adds a row.
   *
   * @param cells a text for each column, empty where the value is missing
   * @return this table
   * @throws IllegalArgumentException if the number of cells is not the number of columns
   */
  public CsvOutput row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "row [cells] must have " + columns + ".." + columns + ", but had " + cells.size());
    }
    writer.writeRecord(cells);
    return this;
  }

  /**
   * Returns the table as text.
   *
   * @return the header and the rows added so far
   */
  public String text() {
    return text.toString();
  }

  /**
   * Writes a number as the shortest text that reads back to the same double.
   *
   * @param value a finite number
   * @return its text, without a decimal point where the number is whole
   * @throws IllegalArgumentException if the number is not finite
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("number [cell] must be finite, but was " + value);
    }
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return shortest.signum() == 0 || (exponent >= LEAST_EXPONENT && exponent <= GREATEST_EXPONENT)
        ? shortest.toPlainString()
        : shortest.toString();
  }

  /**
   * Writes a number that may be missing.
   *
   * @param value a finite number, or nothing
   * @return its text, or an empty text
   */
  public static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  /**
   * Writes a whole number that may be missing.
   *
   * @param value a whole number, or nothing
   * @return its text, or an empty text
   */
  public static String number(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
  }

  /** Double.toString gives a digit too many for some numbers before JDK 19. */
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value));
    BigDecimal exact = new BigDecimal(value);
    for (int digits = Math.min(printed.precision(), MOST_DIGITS) - 1; digits > 0; digits--) {
      BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() != value) {
        return printed;
      }
      printed = shorter;
    }
    return printed;
  }

  @Override
  public String toString() {
    return "CsvOutput{" + columns + " columns}";
  }
}
