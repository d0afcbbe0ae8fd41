package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.Quoted;
import io.github.avnfh.core.treatment.Centrifugation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spins in one cell: speed, an x, and minutes, as in {@code 1200x10 3000x7}. */
final class CentrifugationCells {
  private static final String NUMBER = "([0-9]{1,9}(?:[.][0-9]{1,20})?)";
  private static final Pattern SPIN = Pattern.compile(NUMBER + "x" + NUMBER);

  private CentrifugationCells() {}

  static List<Centrifugation> parse(String text) {
    return Arrays.stream(text.split(" +")).map(CentrifugationCells::spin).toList();
  }

  private static Centrifugation spin(String text) {
    Matcher spin = SPIN.matcher(text);
    if (!spin.matches()) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a spin; revolutions per minute, an x and minutes as in 1200x10 was expected,"
          + " a blank before the next");
    }
    return Centrifugation.of(Double.parseDouble(spin.group(1)), Double.parseDouble(spin.group(2)));
  }

  static String of(List<Centrifugation> spins) {
    return spins.stream()
        .map(spin ->
            CsvOutput.number(spin.revolutionsPerMinute()) + "x" + CsvOutput.number(spin.minutes()))
        .collect(Collectors.joining(" "));
  }
}
