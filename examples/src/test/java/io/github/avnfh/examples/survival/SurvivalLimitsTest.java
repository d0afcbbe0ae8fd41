package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits that the command writes, and the quantile behind them. */
class SurvivalLimitsTest {
  /** Four hips of three patients: S(2) = 1/2; R's survfit(cluster =) has the error 0.3061862. */
  private static final String FOUR = "time,event,patient\n1,1,A\n2,1,A\n3,0,B\n4,0,C\n";

  /** R: qt(0.975, 2). */
  private static final double T2 = 4.302652729749464;

  private final SurvivalRuns runs;

  SurvivalLimitsTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private double cell(String file, String column) {
    List<List<Optional<String>>> rows =
        SurvivalRuns.rows(runs.out().resolve(file), List.of(column));
    assertThat(rows).hasSize(1);
    return Double.parseDouble(rows.get(0).get(0).orElseThrow());
  }

  /** R: the log-log limits from that error with qt(0.975, 2) and with qnorm(0.975). */
  @ParameterizedTest
  @CsvSource({
    "--cluster patient, 3.363315e-14, 0.9846324",
    "--cluster patient --critical t, 3.363315e-14, 0.9846324",
    "--cluster patient --critical normal, 0.01992224, 0.88453580"
  })
  void takesTheQuantileThatWasAskedFor(String options, double lower, double upper)
      throws IOException {
    runs.table(FOUR, (options + " --at 2").split(" "));
    assertThat(cell("at.csv", "std_error")).isCloseTo(0.3061862, within(5e-8));
    assertThat(cell("at.csv", "lower")).isCloseTo(lower, within(1e-6 * lower));
    assertThat(cell("at.csv", "upper")).isCloseTo(upper, within(1e-7));
  }

  /** By hand: 1 + 0.75 + 2 * 0.5 = 2.75 of 4, and 1.25 lost. */
  @Test
  void limitsRestrictedMeansByTheLogarithmOfTheTimeLost() throws IOException {
    runs.table(FOUR, "--cluster", "patient", "--rmst", "4");
    assertThat(cell("rmst.csv", "rmst")).isEqualTo(2.75);
    double factor = Math.exp(T2 * cell("rmst.csv", "std_error") / 1.25);
    assertThat(cell("rmst.csv", "lower")).isCloseTo(Math.max(0, 4 - 1.25 * factor), within(1e-12));
    assertThat(cell("rmst.csv", "upper")).isCloseTo(4 - 1.25 / factor, within(1e-12));
    assertThat(SurvivalRuns.rows(runs.out().resolve("rmst.csv"), List.of("extrapolated")))
        .containsExactly(List.of(Optional.of("false")));
  }

  /** One hip at risk at day 731, beside one that was censored on day 30: 0.025. */
  @Test
  void usesThoseAtRiskBetweenSteps() throws IOException {
    runs.table("time,event\n30,0\n1000,0\n", "--at", "731", "--rmst", "1e308");
    assertThat(cell("at.csv", "lower")).isCloseTo(0.025, within(1e-15));
    assertThat(cell("rmst.csv", "rmst")).isEqualTo(1e308);
    assertThat(cell("rmst.csv", "lower")).isCloseTo(1000 * 0.025, within(1e-12));
  }

  @Test
  void refusesAnotherQuantile() throws IOException {
    assertThat(runs.table(FOUR, "--critical", "z").code()).isEqualTo(RunOutcome.WRONG_USAGE);
  }
}
