package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.csv.CsvOutput;
import java.util.Arrays;
import java.util.stream.Stream;

/** A CSV file in the making: a header, and rows that all end in where the data come from. */
final class CsvText {
  private final CsvOutput table;

  CsvText(String... columns) {
    this.table = CsvOutput.withHeader(with(columns, "data_origin"));
  }

  /** Appends a row. */
  CsvText row(String... cells) {
    table.row(with(cells, DataOrigin.SYNTHETIC.code()));
    return this;
  }

  private static String[] with(String[] cells, String last) {
    return Stream.concat(Arrays.stream(cells), Stream.of(last)).toArray(String[]::new);
  }

  /** Writes a number that counts tenths. */
  static String tenths(int number) {
    return number / 10 + "." + number % 10;
  }

  /** Writes a whole number with the digits 0 to 9, regardless of the locale. */
  static String whole(int number) {
    return Integer.toString(number);
  }

  /** Writes 1 for present and 0 for absent. */
  static String flag(boolean present) {
    return present ? "1" : "0";
  }

  @Override
  public String toString() {
    return table.text();
  }
}
