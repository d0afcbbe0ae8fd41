package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FineGrayProperties {

  /** A row of a made-up registry. */
  private record Row(int entry, int day, int cause, int stratum, int weight, int patient, int x) {}

  /**
   * The scan equals a Cox model of rows divided into parts of equal weight, in estimates and in
   * errors by patient, with strata, delayed entry and case weights.
   */
  @Property(tries = 40)
  void equalsTheCoxModelOfRowsDividedByWeight(
      @ForAll Random random, @ForAll @IntRange(min = 12, max = 40) int size) {
    List<Row> rows = rows(random, size);
    Covariates design =
        Covariates.ofRows(size).number("x", column(rows, Row::x)).build();
    Assume.that(isTelling(rows));
    for (TieMethod ties : List.of(TieMethod.EFRON, TieMethod.BRESLOW)) {
      RegressionCoefficient parts = inParts(rows, ties);
      Assume.that(parts.estimate().isPresent());
      FineGray.Model model = FineGray.withDefaults().with(ties).fit(followUp(rows), design);
      RegressionCoefficient scanned = model.coefficients().get(0);
      assertThat(scanned.estimate().orElseThrow())
          .isCloseTo(parts.estimate().orElseThrow(), within(1e-6));
      assertThat(scanned.standardError().orElseThrow() / parts.standardError().orElseThrow())
          .isCloseTo(1, within(1e-6));
      assertThat(scanned.modelStandardError().orElseThrow())
          .isCloseTo(parts.modelStandardError().orElseThrow(), within(1e-6));
    }
  }

  private static List<Row> rows(Random random, int size) {
    boolean isLate = random.nextBoolean();
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      int entry = isLate && random.nextInt(3) == 0 ? random.nextInt(5) : 0;
      rows.add(new Row(
          entry,
          entry + 1 + random.nextInt(12),
          random.nextInt(3),
          random.nextInt(2),
          1 + random.nextInt(3),
          row / 2,
          random.nextInt(6)));
    }
    return rows;
  }

  /** Whether some event meets rows at risk with another covariate in its stratum. */
  private static boolean isTelling(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.cause == 1)
        .anyMatch(row -> rows.stream()
            .anyMatch(other -> other.stratum == row.stratum
                && other.entry < row.day
                && other.day >= row.day
                && other.x != row.x));
  }

  private static CompetingFollowUp followUp(List<Row> rows) {
    return CompetingFollowUp.ofDays(
            rows.stream().mapToInt(Row::day).toArray(),
            rows.stream().mapToInt(Row::cause).toArray(),
            List.of("event", "competing"))
        .entry(rows.stream().mapToInt(Row::entry).toArray())
        .strata(rows.stream().map(row -> "s" + row.stratum).toList())
        .weights(rows.stream().mapToDouble(Row::weight).toArray())
        .clusters(rows.stream().mapToInt(Row::patient).toArray())
        .build();
  }

  /** A time during which a row is at risk with one weight. */
  private record Part(Row row, int start, int end, boolean isEvent, double weight) {}

  private static RegressionCoefficient inParts(List<Row> rows, TieMethod ties) {
    List<Part> parts = new ArrayList<>();
    for (Row row : rows) {
      parts.add(new Part(row, row.entry, row.day, row.cause == 1, row.weight));
      int start = row.day;
      for (int day : row.cause == 2 ? laterEvents(rows, row) : new int[0]) {
        double own = before(rows, row.stratum, row.day);
        Assume.that(own > 0);
        double weight = row.weight * before(rows, row.stratum, day) / own;
        if (weight > 0) {
          parts.add(new Part(row, start, day, false, weight));
        }
        start = day;
      }
    }
    boolean[] events = new boolean[parts.size()];
    IntStream.range(0, events.length).forEach(part -> events[part] = parts.get(part).isEvent);
    FollowUp divided = FollowUp.ofTimes(column(parts, Part::end), events)
        .entry(column(parts, Part::start))
        .weights(column(parts, Part::weight))
        .strata(parts.stream().map(part -> "s" + part.row.stratum).toList())
        .clusters(parts.stream().mapToInt(part -> part.row.patient).toArray())
        .build();
    Covariates design = Covariates.ofRows(parts.size())
        .number("x", column(parts, part -> part.row.x))
        .build();
    return CoxRegression.withDefaults()
        .with(ties)
        .fit(divided, design)
        .coefficients()
        .get(0);
  }

  private static int[] laterEvents(List<Row> rows, Row row) {
    return rows.stream()
        .filter(each -> each.cause == 1 && each.stratum == row.stratum && each.day > row.day)
        .mapToInt(Row::day)
        .sorted()
        .distinct()
        .toArray();
  }

  /** G(t-) H(t-), a factor for every earlier censoring and every later entry. */
  private static double before(List<Row> all, int stratum, int day) {
    List<Row> rows = all.stream().filter(row -> row.stratum == stratum).toList();
    double product = 1;
    for (int s = 1; s < 20; s++) {
      int time = s;
      double censored = weight(rows, row -> row.day == time && row.cause == 0);
      double free = weight(rows, row -> row.entry < time && row.day > time);
      double entering = weight(rows, row -> row.entry == time);
      double observed = weight(rows, row -> row.entry <= time && row.day > time);
      product *= s < day && censored > 0 ? free / (free + censored) : 1;
      product *= s >= day && entering > 0 ? (observed - entering) / observed : 1;
    }
    return product;
  }

  private static double weight(List<Row> rows, Predicate<Row> chosen) {
    return rows.stream().filter(chosen).mapToDouble(Row::weight).sum();
  }

  private static <T> double[] column(List<T> rows, ToDoubleFunction<T> value) {
    return rows.stream().mapToDouble(value).toArray();
  }
}
