package io.github.avnfh.staging.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** The tables that agreement.R and psych.R made. */
final class Golden {
  /** R prints 17 digits; what is left is the last digits of sums and of quantiles. */
  static final double RELATIVE = 1e-10;

  private Golden() {}

  static List<String[]> rows(String name, int expected) {
    try (InputStream stream =
        Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
      List<String[]> rows = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
      assertThat(rows).hasSize(expected);
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The sets in their order; set 1 comes first. */
  static List<Ratings<Integer>> ratings() {
    Map<Integer, List<List<Optional<Integer>>>> sets = new TreeMap<>();
    Map<Integer, Integer> categories = new TreeMap<>();
    for (String[] row : rows("ratings.csv", 1487)) {
      categories.put(Integer.valueOf(row[0]), Integer.valueOf(row[1]));
      sets.computeIfAbsent(Integer.valueOf(row[0]), set -> new ArrayList<>())
          .add(Arrays.stream(row[2].split(";", -1))
              .map(word ->
                  word.isEmpty() ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(word)))
              .toList());
    }
    List<Ratings<Integer>> ratings = new ArrayList<>();
    sets.forEach((set, subjects) -> ratings.add(Ratings.of(
        IntStream.rangeClosed(1, categories.getOrDefault(set, 0)).boxed().toList(), subjects)));
    return ratings;
  }

  /** The sets in their order; set 1 comes first. */
  static List<Measurements> measurements() {
    Map<Integer, List<List<OptionalDouble>>> sets = new TreeMap<>();
    for (String[] row : rows("measurements.csv", 906)) {
      sets.computeIfAbsent(Integer.valueOf(row[0]), set -> new ArrayList<>())
          .add(Arrays.stream(row[1].split(";", -1)).map(Golden::number).toList());
    }
    return sets.values().stream().map(Measurements::of).toList();
  }

  static OptionalDouble number(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** The distinct sets of a table, each of which ought to be among many. */
  static long sets(List<String[]> rows) {
    return rows.stream().map(row -> row[0]).distinct().count();
  }

  static OptionalDouble lower(Coefficient coefficient) {
    return coefficient.interval().stream().mapToDouble(Limits::lower).findFirst();
  }

  static OptionalDouble upper(Coefficient coefficient) {
    return coefficient.interval().stream().mapToDouble(Limits::upper).findFirst();
  }

  /** Where R's number is 0, the last digits of a sum of numbers about 1 are allowed. */
  static void agree(OptionalDouble actual, String expected) {
    OptionalDouble golden = number(expected);
    assertThat(actual.isPresent()).isEqualTo(golden.isPresent());
    golden.ifPresent(value -> assertThat(actual.getAsDouble())
        .isCloseTo(value, Offset.offset(RELATIVE * Math.abs(value) + 1e-14)));
  }
}
