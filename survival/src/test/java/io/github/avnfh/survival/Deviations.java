package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How far numbers lie from R's, by quantity: how many were compared, and the worst. */
final class Deviations {
  private final Map<String, Integer> compared = new TreeMap<>();
  private final Map<String, Double> worst = new TreeMap<>();
  private final double tolerance;

  Deviations(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Holds a number to R's, relative to R's; where R has 0, exactly. */
  void compare(String quantity, double actual, String expected) {
    double value = Double.parseDouble(expected);
    double difference = Math.abs(actual - value);
    double relative = difference == 0 ? 0 : difference / Math.abs(value);
    assertThat(relative).as("%s %s, R %s", quantity, actual, expected).isLessThan(tolerance);
    compared.merge(quantity, 1, Integer::sum);
    worst.merge(quantity, relative, Math::max);
  }

  int compared(String quantity) {
    return compared.getOrDefault(quantity, 0);
  }

  /** Writes a line for each quantity under the directory of what is built. */
  void write(String name) {
    StringBuilder text = new StringBuilder("quantity,compared,worst\n");
    compared.forEach((quantity, count) -> text.append(quantity)
        .append(',')
        .append(count)
        .append(',')
        .append(worst.get(quantity))
        .append('\n'));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
