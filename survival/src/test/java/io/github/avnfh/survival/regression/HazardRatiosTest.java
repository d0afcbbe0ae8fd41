package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HazardRatiosTest {
  private static final FollowUp HIPS = FollowUp.ofDays(
          new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730, 400, 95},
          new boolean[] {true, true, false, true, true, false, true, false, false, false, true, true
          })
      .build();
  private static final List<Optional<String>> STAGES = Arrays.stream(
          "III II III III II II III II II III I -".split(" ", -1))
      .map(stage -> Optional.of(stage).filter(known -> !known.equals("-")))
      .toList();
  private static final List<OptionalDouble> AGES = IntStream.of(
          41, 52, 38, 60, 47, 33, 55, -1, 58, 36, 39, 50)
      .mapToObj(age -> age < 0 ? OptionalDouble.empty() : OptionalDouble.of(age))
      .toList();
  private static final Covariates DESIGN = Covariates.ofRows(12)
      .factor("stage", STAGES, stage -> stage, List.of("II", "III", "I"))
      .number("age", AGES)
      .build();
  private static final CoxRegression FIRTH = CoxRegression.withDefaults().withFirth();

  @Test
  void countsRowsAndEventsOfEveryLevel() {
    List<HazardRatios.Row> rows =
        HazardRatios.of(FIRTH, HIPS, DESIGN, List.of("age")).rows();
    assertThat(rows.stream().map(row -> row.covariate() + " " + row.level().orElse("")))
        .containsExactly("stage II", "stage III", "stage I", "age ");
    assertThat(rows.stream().map(HazardRatios.Row::rows)).containsExactly(5, 5, 1, 11);
    assertThat(rows.stream().map(HazardRatios.Row::events)).containsExactly(2, 3, 1, 7);
    assertThat(rows.get(0).alone()).as("reference").isEmpty();
    assertThat(rows.get(1).adjusted()).as("not in the adjusted model").isEmpty();
  }

  /** Alone on the rows that know it, together on those that know both. */
  @Test
  void fitsEachAloneAndAllTogether() {
    HazardRatios ratios = HazardRatios.of(FIRTH, HIPS, DESIGN, List.of("stage", "age"));
    assertThat(ratios.alone().stream().map(CoxModel::rows)).containsExactly(11, 11);
    assertThat(ratios.adjusted().rows()).isEqualTo(10);
    assertThat(ratios.rows().get(3).alone())
        .contains(
            FIRTH.fit(HIPS, Covariates.ofRows(12).number("age", AGES).build()).coefficient("age"));
    assertThat(ratios.rows().get(3).adjusted())
        .contains(FIRTH.fit(HIPS, DESIGN).coefficient("age"));
    assertThat(ratios).hasToString("HazardRatios{2 covariates, 6 events in 10 rows}");
  }

  @Test
  void refusesAnAdjustedModelOfNothing() {
    assertThatThrownBy(() -> HazardRatios.of(FIRTH, HIPS, DESIGN, List.of()))
        .hasMessage("covariates [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> HazardRatios.of(FIRTH, HIPS, DESIGN, List.of("sex")))
        .hasMessage("covariate [name] must be one of [stage, age], but was sex");
  }
}
