package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.Contrast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of adjusted survival for any data. */
class AdjustedSurvivalProperties {
  private static final List<String> LEVELS = List.of("I", "II", "III");

  private record Row(
      int day, boolean event, String stage, double age, int patient, double weight) {}

  private static List<Row> rows(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    int size = 24 + random.nextInt(24);
    for (int i = 0; i < size; i++) {
      rows.add(new Row(
          5 + random.nextInt(25),
          random.nextInt(3) > 0,
          LEVELS.get(random.nextInt(3)),
          random.nextInt(40),
          i / 2,
          1 + random.nextInt(3)));
    }
    return rows;
  }

  private static Optional<AdjustedSurvival> adjusted(
      List<Row> rows, List<String> levels, ToDoubleFunction<Row> age, double unit) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    FollowUp followUp = FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .clusters(rows.stream().map(Row::patient).toList())
        .weights(rows.stream().mapToDouble(row -> unit * row.weight()).toArray())
        .build();
    try {
      Covariates design = Covariates.ofRows(rows.size())
          .factor("stage", rows.stream().map(Row::stage).toList(), levels)
          .number("age", rows.stream().mapToDouble(age).toArray())
          .build();
      CoxModel model = CoxRegression.withDefaults().fit(followUp, design);
      return model.isEstimable()
              && model.coefficients().stream()
                  .allMatch(each -> Math.abs(each.estimate().orElse(9)) < 4)
          ? Optional.of(AdjustedSurvival.of(model, "stage"))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // few data do not tell the coefficients
      return Optional.empty();
    }
  }

  private static AdjustedSurvival usual(List<Row> rows) {
    Optional<AdjustedSurvival> adjusted = adjusted(rows, LEVELS, Row::age, 1);
    Assume.that(adjusted.isPresent());
    return adjusted.orElseThrow();
  }

  /** Sums in another order round differently; errors are about the size of the numbers. */
  private static void assertSame(AdjustedSurvival one, AdjustedSurvival other) {
    double time = one.lastTime() * 0.6;
    for (String level : LEVELS) {
      assertSame(of(one.at(time), level), of(other.at(time), level));
      assertSame(of(one.restrictedMeans(time), level), of(other.restrictedMeans(time), level));
    }
    Optional<Contrast> difference = one.restrictedMeanDifference("III", "I", time);
    if (difference.isPresent()) {
      Contrast again = other.restrictedMeanDifference("III", "I", time).orElseThrow();
      assertThat(again.estimate()).isCloseTo(difference.get().estimate(), within(1e-6));
      assertClose(again.standardError(), difference.get().standardError());
    }
  }

  private static AdjustedSurvival.Estimate of(List<AdjustedSurvival.Estimate> all, String level) {
    return all.stream().filter(each -> each.level().equals(level)).findFirst().orElseThrow();
  }

  private static void assertSame(AdjustedSurvival.Estimate one, AdjustedSurvival.Estimate other) {
    assertThat(other.value()).isCloseTo(one.value(), within(1e-6));
    assertClose(other.standardError(), one.standardError());
  }

  private static void assertClose(OptionalDouble actual, OptionalDouble expected) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    assertThat(actual.orElse(0))
        .isCloseTo(expected.orElse(0), within(1e-6 * (1 + expected.orElse(0))));
  }

  @Property(tries = 25)
  void doesNotDependOnTheOrderOfRows(@ForAll long seed) {
    List<Row> shuffled = new ArrayList<>(rows(seed));
    Collections.shuffle(shuffled, new Random(seed));
    assertSame(usual(rows(seed)), usual(shuffled));
  }

  @Property(tries = 25)
  void doesNotDependOnTheReferenceLevelNorOnUnits(@ForAll long seed) {
    List<Row> rows = rows(seed);
    AdjustedSurvival usual = usual(rows);
    assertSame(
        usual,
        adjusted(rows, List.of("III", "I", "II"), row -> 7 + row.age() / 10, 1).orElseThrow());
    assertSame(usual, adjusted(rows, LEVELS, Row::age, 2.5).orElseThrow());
  }

  @Property(tries = 25)
  void liesBetweenItsLimitsAndFallsWithTime(@ForAll long seed) {
    AdjustedSurvival usual = usual(rows(seed));
    double before = 1;
    String level = "";
    for (AdjustedSurvival.Estimate each : usual.curves()) {
      before = each.level().equals(level) ? before : 1;
      level = each.level();
      assertThat(each.value()).isBetween(0.0, before);
      assertThat(each.lower().orElse(0)).isBetween(0.0, each.value());
      assertThat(each.upper().orElse(1)).isBetween(each.value(), 1.0);
      before = each.value();
    }
  }
}
