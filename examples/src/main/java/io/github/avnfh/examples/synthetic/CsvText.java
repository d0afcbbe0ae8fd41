package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.study.DataOrigin;

/** A CSV file in the making: a header, and rows that all end in where the data come from. */
final class CsvText {
  private final StringBuilder text = new StringBuilder();

  CsvText(String... columns) {
    text.append(String.join(",", columns)).append(",data_origin\n");
  }

  /** Appends a row; no cell of the cohort needs quotes. */
  CsvText row(String... cells) {
    text.append(String.join(",", cells)).append(',').append(DataOrigin.SYNTHETIC.code());
    text.append('\n');
    return this;
  }

  /** Writes a number that counts tenths. */
  static String tenths(int number) {
    return number / 10 + "." + number % 10;
  }

  /** Writes a whole number with the digits 0 to 9, whatever the locale. */
  static String whole(int number) {
    return Integer.toString(number);
  }

  /** Writes 1 for present and 0 for absent. */
  static String flag(boolean present) {
    return present ? "1" : "0";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
