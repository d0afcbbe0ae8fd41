package io.github.avnfh.examples.exchange;

import io.github.avnfh.examples.exchange.AnalysisDataset.Variable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A data set as a SAS transport file of version 5, the form in which authorities take it.
 *
 * <p>Records of 80 bytes: headers, a description of 140 bytes for each variable, and the rows, each
 * part filled up with blanks. Numbers are those of the IBM 370, text is ASCII of at most 200
 * characters, a missing number is a point and seven zeros.
 *
 * @see <a
 *     href="https://support.sas.com/content/dam/SAS/support/en/technical-papers/record-layout-of-a-sas-version-5-or-6-data-set-in-sas-transport-xport-format.pdf">SAS
 *     Institute. Record layout of a SAS version 5 or 6 data set in SAS transport (XPORT) format.
 *     TS-140</a>
 */
public final class SasTransport {
  private static final int RECORD = 80;
  private static final int DESCRIPTION = 140;
  private static final int NUMBER = 8;
  private static final int LONGEST = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd", Locale.ROOT);
  private static final DateTimeFormatter YEAR_AND_TIME =
      DateTimeFormatter.ofPattern("yy:HH:mm:ss", Locale.ROOT);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private SasTransport() {}

  /**
   * Writes a data set.
   *
   * @param data the data set
   * @param created when it was created, which the headers tell to the second
   * @return the bytes of the file, the same for the same data and time
   * @throws IllegalArgumentException if a text is no ASCII or longer than 200 characters, or a
   *     number is beyond what the format holds; the message names row and variable
   */
  public static byte[] of(AnalysisDataset data, LocalDateTime created) {
    SasTransport file = new SasTransport();
    int[] lengths = lengths(data);
    file.headers(data, time(created));
    file.descriptions(data.variables(), lengths);
    file.rows(data, lengths);
    return file.bytes.toByteArray();
  }

  /** In the form {@code 31JAN26:12:00:00}, whose months are English in every locale. */
  private static String time(LocalDateTime created) {
    String month = created.getMonth().name().substring(0, 3);
    return DAY.format(created) + month + YEAR_AND_TIME.format(created);
  }

  /** Numbers take 8 bytes, text as many as its longest value, at least one. */
  private static int[] lengths(AnalysisDataset data) {
    int[] lengths = new int[data.variables().size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = isText(data.variables().get(i)) ? 1 : NUMBER;
    }
    for (List<Optional<Object>> row : data.rows()) {
      for (int i = 0; i < lengths.length; i++) {
        if (row.get(i).orElse("") instanceof String text) {
          lengths[i] = Math.max(lengths[i], text.length());
        }
      }
    }
    return lengths;
  }

  private static boolean isText(Variable variable) {
    return variable.type() == AnalysisDataset.Type.TEXT;
  }

  private void headers(AnalysisDataset data, String time) {
    header("LIBRARY", "0".repeat(30));
    text("SAS     SAS     SASLIB  9.4     LINUX" + " ".repeat(27) + time);
    text(time + " ".repeat(64));
    header("MEMBER ", "000000000000000001600000000140");
    header("DSCRPTR", "0".repeat(30));
    text("SAS     " + padded(data.name(), 8) + "SASDATA 9.4     LINUX" + " ".repeat(27) + time);
    text(time + " ".repeat(16) + padded(data.label(), 40) + " ".repeat(8));
    header("NAMESTR", "000000" + fourDigits(data.variables().size()) + "0".repeat(20));
  }

  private void header(String kind, String numbers) {
    text("HEADER RECORD*******" + kind + " HEADER RECORD!!!!!!!" + numbers + "  ");
  }

  private static String fourDigits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(4 - digits.length()) + digits;
  }

  /** Type, hash, length, number, name, label, formats without a name, place in the row. */
  private void descriptions(List<Variable> variables, int[] lengths) {
    int place = 0;
    for (int i = 0; i < lengths.length; i++) {
      Variable variable = variables.get(i);
      ByteBuffer description = ByteBuffer.allocate(DESCRIPTION)
          .putShort((short) (isText(variable) ? 2 : 1))
          .putShort((short) 0)
          .putShort((short) lengths[i])
          .putShort((short) (i + 1))
          .put(ascii(padded(variable.name(), 8)))
          .put(ascii(padded(variable.label(), 40)))
          .put(ascii(" ".repeat(8)))
          .putLong(0)
          .put(ascii(" ".repeat(8)))
          .putInt(0)
          .putInt(place);
      bytes.writeBytes(description.array());
      place += lengths[i];
    }
    fillRecord();
  }

  private void rows(AnalysisDataset data, int[] lengths) {
    header("OBS    ", "0".repeat(30));
    for (int row = 0; row < data.rows().size(); row++) {
      for (int i = 0; i < lengths.length; i++) {
        Variable variable = data.variables().get(i);
        String place = data.name() + "." + variable.name() + " in row " + (row + 1);
        bytes.writeBytes(cell(data.rows().get(row).get(i), variable, lengths[i], place));
      }
    }
    fillRecord();
  }

  private static byte[] cell(Optional<Object> cell, Variable variable, int length, String place) {
    if (isText(variable)) {
      return ascii(padded(checked((String) cell.orElse(""), place), length));
    }
    byte[] missing = {'.', 0, 0, 0, 0, 0, 0, 0};
    return cell.map(value -> bytesOf(((Number) value).doubleValue(), place)).orElse(missing);
  }

  private static String checked(String text, String place) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(place + " [text] must have 0.." + LONGEST
          + " visible characters of ASCII, but had " + text.length() + " characters");
    }
    return text;
  }

  private static byte[] bytesOf(double value, String place) {
    try {
      return ByteBuffer.allocate(NUMBER).putLong(ibm(value)).array();
    } catch (IllegalArgumentException beyond) {
      throw new IllegalArgumentException(place + ": " + beyond.getMessage(), beyond);
    }
  }

  /**
   * The number as the IBM 370 holds it: a sign, an exponent of 16 with 64 added in seven bits, and
   * a fraction F of 56 bits, whose first four are not all zero.
   *
   * <p>A double is m 2^(e - 52) with m of 53 bits, and with k = ceil((e + 1) / 4) it is F 2^-56
   * 16^k, where F = m 2^(e + 4 - 4 k) is m moved by 0 to 3 bits: exact.
   *
   * @param value a number
   * @return its eight bytes, the first one highest
   * @throws IllegalArgumentException if it is not 0 and its absolute value does not lie in 16^-65
   *     to 16^63
   */
  static long ibm(double value) {
    if (value == 0) {
      return 0;
    }
    int e = Math.getExponent(value);
    int k = Math.floorDiv(e + 4, 4);
    if (k < -64 || k > 63) {
      throw new IllegalArgumentException(
          "number in SAS transport [absolute value] must be 0 or lie in 16^-65..16^63, but was "
              + value);
    }
    long bits = Double.doubleToRawLongBits(value);
    long m = (bits & ((1L << 52) - 1)) | (1L << 52);
    return (bits & Long.MIN_VALUE) | ((long) (k + 64) << 56) | (m << (e + 4 - 4 * k));
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void text(String record) {
    bytes.writeBytes(ascii(record));
  }

  private void fillRecord() {
    text(" ".repeat(Math.floorMod(-bytes.size(), RECORD)));
  }
}
