package io.github.avnfh.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;

/** A row of a golden file: numbers that R found, by the names of their columns. */
public final class Golden {
  /** What is promised: ten digits, and what rounding leaves of a number that is 0. */
  private static final double RELATIVE = 1e-10;

  private static final double ABSOLUTE = 1e-13;

  private final Map<String, String> cells;

  private Golden(Map<String, String> cells) {
    this.cells = cells;
  }

  /** Reads the rows below the comment and the header. */
  public static List<Golden> read(Class<?> beside, String name) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Objects.requireNonNull(beside.getResourceAsStream(name), name)),
        StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("# R version");
      String[] header = lines.readLine().split(",", -1);
      List<Golden> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] values = line.split(",", -1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
          cells.put(header[i], values[i]);
        }
        rows.add(new Golden(cells));
      }
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  public double number(String column) {
    return Double.parseDouble(text(column));
  }

  public int count(String column) {
    return Integer.parseInt(text(column));
  }

  public String text(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  /** Asserts that a number agrees with R to ten digits. */
  public void agrees(String column, double actual) {
    double expected = number(column);
    assertThat(actual)
        .as(column + " of set " + cells.get("set"))
        .isCloseTo(
            expected, Offset.offset(Math.abs(expected) * RELATIVE + ABSOLUTE * scale(expected)));
  }

  /** A probability has no rounding noise; small ones must agree as well as large ones. */
  private static double scale(double expected) {
    return Math.abs(expected) < 1e-3 && expected != 0 ? 0 : 1;
  }

  public void agrees(String column, OptionalDouble actual) {
    assertThat(actual).as(column + " of set " + cells.get("set")).isPresent();
    agrees(column, actual.getAsDouble());
  }
}
