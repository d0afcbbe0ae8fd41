package io.github.avnfh.core.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * How the tables of a caller are written, where that cannot be told from the file itself.
 *
 * <pre>{@code
 * CsvFormat german = CsvFormat.withDefaults().withDecimalComma(true);
 * byte[] file = "side;vas\nL;3,5\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), german)
 *     .withRequired(List.of("side", "vas"))
 *     .forEachRow(new Problems(), row -> System.out.println(row.requiredNumber("vas")));
 * // OptionalDouble[3.5]
 * }</pre>
 */
@Value.Immutable
public sealed interface CsvFormat permits ImmutableCsvFormat {

  /**
   * Returns whether the decimal sign is a comma.
   *
   * @return true if numbers are written with a comma, false for a point
   */
  boolean decimalComma();

  /**
   * Returns whether unknown columns are problems.
   *
   * @return true if they are, false if they are ignored
   */
  boolean strict();

  /**
   * Returns whether lines that begin with {@code #} are comments.
   *
   * @return true if they are passed over, before and after the header; false if they are rows
   */
  boolean comments();

  /**
   * Returns the character set of the files, apart from those that begin with a byte order mark of
   * UTF-8 or UTF-16, which tells it.
   *
   * @return the character set
   */
  Charset charset();

  /**
   * Returns the format of most files: a decimal point, unknown columns ignored.
   *
   * @return the format
   */
  static CsvFormat withDefaults() {
    return of(false, false, false, StandardCharsets.UTF_8);
  }

  /**
   * Reads a number that is written in this format.
   *
   * @param text digits 0 to 9 with the decimal sign of this format, perhaps with a sign and an
   *     exponent
   * @return the number
   * @throws IllegalArgumentException if the text is no such number
   */
  default double number(String text) {
    return CellParser.number(Objects.requireNonNull(text, "text"), decimalComma());
  }

  /**
   * Returns this format with another decimal sign.
   *
   * @param comma true for a comma, false for a point
   * @return the format
   */
  default CsvFormat withDecimalComma(boolean comma) {
    return of(comma, strict(), comments(), charset());
  }

  /**
   * Returns this format, refusing unknown columns or not.
   *
   * @param refused true to refuse them, false to ignore them
   * @return the format
   */
  default CsvFormat withStrict(boolean refused) {
    return of(decimalComma(), refused, comments(), charset());
  }

  /**
   * Returns this format, passing over comments or not.
   *
   * @param skipped true if lines whose first character is {@code #} are no rows
   * @return the format
   */
  default CsvFormat withComments(boolean skipped) {
    return of(decimalComma(), strict(), skipped, charset());
  }

  /**
   * Returns this format with another character set.
   *
   * @param charset the character set, such as {@code Charset.forName("windows-1252")}
   * @return the format
   */
  default CsvFormat withCharset(Charset charset) {
    return of(decimalComma(), strict(), comments(), Objects.requireNonNull(charset, "charset"));
  }

  private static CsvFormat of(
      boolean decimalComma, boolean strict, boolean comments, Charset charset) {
    return ImmutableCsvFormat.builder()
        .decimalComma(decimalComma)
        .strict(strict)
        .comments(comments)
        .charset(charset)
        .build();
  }
}
