package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The samples that print so, against all samples of small scales that are gone through one by one.
 */
class PossibleSamplesTest {
  private static final long SEED = 20220101;

  /** Whole multiples of a step. */
  private record Scale(int low, int high, BigDecimal step) {
    PossibleSamples samples(int n, String mean, String deviation) {
      return PossibleSamples.of(n, mean, deviation, end(low), end(high), step.toPlainString());
    }

    BigDecimal value(int steps) {
      return step.multiply(BigDecimal.valueOf(steps));
    }

    private String end(int steps) {
      return value(steps).toPlainString();
    }
  }

  /** Every mean and deviation that some sample prints, with all samples that print it. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 4, 1, 1, 1",
    "3, 1, 5, 1, 2, 2",
    "4, -3, 3, 1, 1, 0",
    "5, 1, 4, 1, 1, 1",
    "5, 0, 5, 0.5, 2, 1",
    "6, 2, 5, 1, 0, 1",
    "8, 0, 1, 1, 2, 3",
    "8, 7, 10, 0.25, 1, 2"
  })
  void findsAllSamplesThatPrintSo(
      int n, int low, int high, BigDecimal step, int decimals, int deviationDecimals) {
    Scale scale = new Scale(low, high, step);
    Map<List<String>, Set<List<Integer>>> printed = new HashMap<>();
    for (List<Integer> sample : multisets(n, high - low + 1)) {
      for (List<String> numbers : prints(scale, sample, decimals, deviationDecimals)) {
        printed.computeIfAbsent(numbers, absent -> new HashSet<>()).add(sample);
      }
    }
    assertThat(printed).hasSizeGreaterThan(5);
    printed.forEach((numbers, expected) -> {
      PossibleSamples samples = scale.samples(n, numbers.get(0), numbers.get(1));
      assertThat(samples.count()).as("%s", numbers).isEqualTo(expected.size());
      assertThat(samples.all(expected.size()))
          .as("%s", numbers)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
      checkOpen(scale, samples, expected);
    });
  }

  private static void checkOpen(Scale scale, PossibleSamples samples, Set<List<Integer>> expected) {
    int values = samples.values().size();
    assertThat(samples.leastCounts())
        .isEqualTo(counts(
            values,
            at -> expected.stream().mapToInt(sample -> sample.get(at)).min().orElseThrow()));
    assertThat(samples.greatestCounts())
        .isEqualTo(counts(
            values,
            at -> expected.stream().mapToInt(sample -> sample.get(at)).max().orElseThrow()));
    Set<BigDecimal> minima = new TreeSet<>();
    Set<BigDecimal> maxima = new TreeSet<>();
    Set<BigDecimal> medians = new TreeSet<>();
    for (List<Integer> sample : expected) {
      List<Integer> steps = steps(scale, sample);
      int n = steps.size();
      minima.add(scale.value(steps.get(0)));
      maxima.add(scale.value(steps.get(n - 1)));
      medians.add(
          scale.value(steps.get((n - 1) / 2) + steps.get(n / 2)).multiply(new BigDecimal("0.5")));
    }
    assertThat(samples.minima())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(minima);
    assertThat(samples.maxima())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(maxima);
    assertThat(samples.medians())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(medians);
  }

  private static List<Integer> counts(int values, ToIntFunction<Integer> count) {
    return IntStream.range(0, values).boxed().map(count::applyAsInt).toList();
  }

  /** All multisets of n values out of so many, as counts. */
  private static List<List<Integer>> multisets(int n, int values) {
    if (values == 1) {
      return List.of(List.of(n));
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int times = 0; times <= n; times++) {
      for (List<Integer> rest : multisets(n - times, values - 1)) {
        List<Integer> sample = new ArrayList<>(rest);
        sample.add(0, times);
        all.add(sample);
      }
    }
    return all;
  }

  private static List<Integer> steps(Scale scale, List<Integer> sample) {
    return IntStream.range(0, sample.size())
        .boxed()
        .flatMap(at -> Collections.nCopies(sample.get(at), scale.low + at).stream())
        .toList();
  }

  /** What a sample prints by each way of rounding to the nearest, with roots to 40 digits. */
  private static Set<List<String>> prints(
      Scale scale, List<Integer> sample, int decimals, int deviationDecimals) {
    MathContext digits = new MathContext(40);
    List<BigDecimal> values = steps(scale, sample).stream().map(scale::value).toList();
    BigDecimal n = BigDecimal.valueOf(values.size());
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal squares = values.stream()
        .map(value -> value.multiply(value))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal variance = n.multiply(squares)
        .subtract(sum.multiply(sum))
        .divide(n.multiply(n.subtract(BigDecimal.ONE)), digits);
    BigDecimal mean = sum.divide(n, digits);
    BigDecimal deviation = variance.sqrt(digits);
    Set<List<String>> prints = new HashSet<>();
    for (RoundingMode mode :
        List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN)) {
      prints.add(
          Stream.of(mean.setScale(decimals, mode), deviation.setScale(deviationDecimals, mode))
              .map(BigDecimal::toPlainString)
              .toList());
    }
    return prints;
  }

  @Test
  void drawsSamplesThatPrintSoEvenly() {
    Scale scale = new Scale(1, 5, BigDecimal.ONE);
    PossibleSamples samples = scale.samples(20, "3.45", "1.19");
    List<List<Integer>> all = samples.all(1000);
    List<List<Integer>> drawn = samples.draw(100 * all.size(), SEED);
    assertThat(all).hasSizeBetween(5, 100);
    assertThat(samples.draw(100 * all.size(), SEED)).isEqualTo(drawn);
    assertThat(samples.draw(100 * all.size(), SEED + 1)).isNotEqualTo(drawn);
    // 100 expected of each with a standard deviation of 10
    assertThat(all)
        .allSatisfy(sample -> assertThat(Collections.frequency(drawn, sample)).isBetween(50, 150));
    assertThat(new HashSet<>(drawn)).isEqualTo(new HashSet<>(all));
  }

  @Test
  void drawsFromManySamples() {
    Scale scale = new Scale(0, 10, BigDecimal.ONE);
    PossibleSamples samples = scale.samples(15, "6.27", "2.15");
    assertThat(samples.count()).isGreaterThan(BigInteger.valueOf(100));
    assertThat(samples.draw(200, SEED))
        .hasSize(200)
        .allSatisfy(
            sample -> assertThat(prints(scale, sample, 2, 2)).contains(List.of("6.27", "2.15")));
  }

  @Test
  void takesEqualValuesOnly() {
    PossibleSamples same = PossibleSamples.of(7, "3.00", "0.00", "1", "5", "1");
    assertThat(same.all(9)).containsExactly(List.of(0, 0, 7, 0, 0));
    assertThat(PossibleSamples.of(7, "3.0", "0.0", "3", "3", "1").all(1))
        .containsExactly(List.of(7));
    assertThat(PossibleSamples.of(2, "-2.50", "0.71", "-3", "-2", "1").all(1))
        .containsExactly(List.of(1, 1));
  }

  @ParameterizedTest
  @CsvSource({"10, 3.45, 1.00", "20, 3.45, 1.18", "20, 3.45, 9.00", "20, 6.00, 0.00"})
  void findsNoneWhereNumbersContradict(int n, String mean, String deviation) {
    PossibleSamples none = PossibleSamples.of(n, mean, deviation, "1", "5", "1");
    assertThat(none.count()).isZero();
    assertThat(none.values()).hasSize(5);
    assertThat(Stream.of(
            none.all(0),
            none.draw(9, SEED),
            none.leastCounts(),
            none.greatestCounts(),
            none.medians(),
            none.minima(),
            none.maxima()))
        .allSatisfy(list -> assertThat(list).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0, 1, 5, 1, 'number of values [values] must lie in 2..1000, but was 1'",
    "1001, 3, 0, 1, 5, 1, 'number of values [values] must lie in 2..1000, but was 1001'",
    "9, 3, -1, 1, 5, 1, 'standard deviation must lie at 0 or above, but was -1'",
    "9, 3, 1, 1, 5, 0, 'step of the scale must lie above 0, but was 0'",
    "9, 3, 1, 5, 1, 1, 'scale from 5 to 1 must have 1..1001 multiples of its step, but has 0'",
    "9, 3, 1, 0, 1001, 1, 'scale from 0 to 1001 must have 1..1001 multiples of its step, but has 1002'",
    "1000, 50, 0.3, 50, 51, 0.001, 'partial counts of the samples must be at most 1000000, but are more; fewer values, a shorter scale or more decimals have fewer'"
  })
  void refusesInItsOwnWords(
      int n, String mean, String deviation, String low, String high, String step, String words) {
    assertThatThrownBy(() -> PossibleSamples.of(n, mean, deviation, low, high, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void listsNoMoreThanTheLimit() {
    PossibleSamples samples = PossibleSamples.of(8, "2.25", "1.16", "1", "5", "1");
    assertThatThrownBy(() -> samples.all(1))
        .hasMessage("samples to list must be at most 1, but are " + samples.count());
    assertThatThrownBy(() -> samples.all(-1))
        .hasMessage("limit [samples] must lie in 0..1000000, but was -1");
    assertThatThrownBy(() -> samples.draw(-1, SEED))
        .hasMessage("draws [samples] must lie in 0..1000000, but was -1");
  }
}
