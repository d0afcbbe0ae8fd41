package io.github.avnfh.core.table;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.CsvOutput;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A cell of a table: the value as it is printed and as it is.
 *
 * <p>Printed numbers are rounded once, from the shortest decimal text of the double, by
 * {@link Digits} that the caller names; where only a number of decimals is given, half up.
 *
 * @see Table
 */
@Value.Immutable
public sealed interface Cell permits ImmutableCell {
  /** The probability of a result at least as far from the hypothesis as the one that was found. */
  Quantity P_VALUE = Quantity.of("p value", "probability", 0, 1);

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
   * Returns a cell of words that stand for a code.
   *
   * @param words the words, which are printed
   * @param meant what has the code, which CSV holds
   * @return the cell
   */
  static Cell text(String words, Coded meant) {
    return cell(Column.Kind.TEXT, words, meant.code());
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
    return number(value, Digits.halfUp(places));
  }

  /**
   * Returns a cell with a number.
   *
   * @param value the number
   * @param digits its decimals in print, and how it is rounded to them
   * @return the cell
   */
  static Cell number(double value, Digits digits) {
    return cell(Column.Kind.NUMBER, digits.print(value), CsvOutput.number(value));
  }

  /**
   * Returns a cell with a p value, printed with three decimals, rounded half up, or as {@code <
   * 0.001} where it is smaller; 0.001 itself prints as such.
   *
   * @param value the p value, 0 to 1
   * @return the cell
   * @throws IllegalArgumentException if the value lies outside 0 to 1
   */
  static Cell pValue(double value) {
    String printed = P_VALUE.check(value) < 0.001 ? "< 0.001" : Digits.halfUp(3).print(value);
    return cell(Column.Kind.NUMBER, printed, CsvOutput.number(value));
  }

  /**
   * Returns a cell with a count out of a total, printed with its percentage to one decimal, rounded
   * half up.
   *
   * @param count the count
   * @return the cell; without a percentage where the total is 0
   */
  static Cell proportion(Count count) {
    return proportion(count, Digits.halfUp(1));
  }

  /**
   * Returns a cell with a count out of a total, printed with its percentage.
   *
   * @param count the count
   * @param digits the decimals of the percentage, and how it is rounded to them
   * @return the cell; without a percentage where the total is 0
   */
  static Cell proportion(Count count, Digits digits) {
    String percent = count.total() == 0 ? "" : " (" + count.percent(digits) + " %)";
    return cell(
        Column.Kind.PROPORTION,
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
    return meanSd(mean, deviation, Digits.halfUp(places));
  }

  /**
   * Returns a cell with a mean and its standard deviation.
   *
   * @param mean the mean
   * @param deviation the standard deviation, if there is one
   * @param digits their decimals in print, and how they are rounded to them
   * @return the cell
   */
  static Cell meanSd(double mean, OptionalDouble deviation, Digits digits) {
    String plusMinus = deviation.isPresent() ? " ± " + digits.print(deviation.getAsDouble()) : "";
    return cell(
        Column.Kind.MEAN_SD,
        digits.print(mean) + plusMinus,
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
    Digits digits = Digits.halfUp(places);
    return cell(
        Column.Kind.ESTIMATE,
        digits.print(estimate) + " (" + digits.print(lower) + " to " + digits.print(upper) + ")",
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

  /**
   * Tells whether the value is missing, so that words stand in its place.
   *
   * @return true if every part is empty
   */
  default boolean isMissing() {
    return parts().stream().allMatch(String::isEmpty);
  }
}
