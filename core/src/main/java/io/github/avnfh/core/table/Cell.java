package io.github.avnfh.core.table;

import io.github.avnfh.core.csv.CsvOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A cell of a table: the value as it is printed and as it is.
 *
 * <p>Printed numbers are rounded half up, from the shortest decimal text of the double, once.
 */
@Value.Immutable
public sealed interface Cell permits ImmutableCell {

  /**
   * Returns the kind of column in which the cell may stand.
   *
   * @return the kind
   */
  Column.Kind kind();

  /**
   * Returns the value as it is printed.
   *
   * @return the text
   */
  String printed();

  /**
   * Returns the parts of the value as they are.
   *
   * @return a text for each part, empty where it is missing
   */
  List<String> parts();

  /**
   * Returns a cell of words.
   *
   * @param words the words
   * @return the cell
   */
  static Cell text(String words) {
    return cell(Column.Kind.TEXT, words, words);
  }

  /**
   * Returns a cell with a whole number.
   *
   * @param count the number
   * @return the cell
   */
  static Cell count(long count) {
    return cell(Column.Kind.COUNT, Long.toString(count), Long.toString(count));
  }

  /**
   * Returns a cell with a number.
   *
   * @param value the number
   * @param places the number of decimals in print
   * @return the cell
   */
  static Cell number(double value, int places) {
    return cell(Column.Kind.NUMBER, halfUp(value, places), CsvOutput.number(value));
  }

  /**
   * Returns a cell with a count out of a total, printed with its percentage to one decimal.
   *
   * @param count the count
   * @return the cell; without a percentage where the total is 0
   */
  static Cell share(Count count) {
    String percent = count.total() == 0 ? "" : " (" + count.percent(1) + " %)";
    return cell(
        Column.Kind.SHARE,
        count.count() + percent,
        Integer.toString(count.count()),
        Integer.toString(count.total()));
  }

  /**
   * Returns a cell with a mean and its standard deviation.
   *
   * @param mean the mean
   * @param deviation the standard deviation, if there is one
   * @param places the number of decimals in print
   * @return the cell
   */
  static Cell meanSd(double mean, OptionalDouble deviation, int places) {
    String plusMinus = deviation.isPresent() ? " ± " + halfUp(deviation.getAsDouble(), places) : "";
    return cell(
        Column.Kind.MEAN_SD,
        halfUp(mean, places) + plusMinus,
        CsvOutput.number(mean),
        CsvOutput.number(deviation));
  }

  /**
   * Returns a cell with an estimate between the limits of its interval.
   *
   * @param estimate the estimate
   * @param lower the lower limit
   * @param upper the upper limit
   * @param places the number of decimals in print
   * @return the cell
   */
  static Cell estimate(double estimate, double lower, double upper, int places) {
    return cell(
        Column.Kind.ESTIMATE,
        halfUp(estimate, places) + " (" + halfUp(lower, places) + " to " + halfUp(upper, places)
            + ")",
        CsvOutput.number(estimate),
        CsvOutput.number(lower),
        CsvOutput.number(upper));
  }

  /**
   * Returns a cell whose value is missing.
   *
   * @param kind the kind of the column
   * @param printed what is printed instead, such as {@code not taken}
   * @return the cell, empty in CSV
   */
  static Cell missing(Column.Kind kind, String printed) {
    return cell(kind, printed, kind.suffixes().stream().map(part -> "").toArray(String[]::new));
  }

  private static Cell cell(Column.Kind kind, String printed, String... parts) {
    return ImmutableCell.builder().kind(kind).printed(printed).addParts(parts).build();
  }

  private static String halfUp(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
