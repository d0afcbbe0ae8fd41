package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Ending;
import io.github.avnfh.examples.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"report", "survival", "score", "stage", "audit", "cohort"})
  void everyCommandExplainsItself(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: avnfh " + command);
  }

  @Test
  void saysThatItIsNoMedicalDevice() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Not a medical device");
  }

  @Test
  void knowsItsVersion() {
    assertThat(Run.of("--version").out()).matches("avnfh \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "operate",
        "--force",
        "survival",
        "report --protocol mine",
        "stage --system ficat2 --input -"
      })
  void endsWithTwoOnWrongUsage(String typed) {
    Run run = typed.isEmpty() ? Run.of() : Run.of(typed.split(" "));
    assertThat(run.code()).isEqualTo(Ending.WRONG_USAGE);
    assertThat(run.err()).contains("Usage: avnfh").doesNotContain("\tat ");
  }

  @Test
  void endsWithOneAndWithoutATraceOnAFault() {
    Run run = Run.of("report", "--out", "/dev/null/nowhere");
    assertThat(run.code()).isEqualTo(Ending.FAULT);
    assertThat(run.err()).contains("cannot be written").doesNotContain("\tat ");
  }

  @Test
  void showsTheTraceOfAFaultOnRequest() {
    Run run = Run.of("--debug", "report", "--out", "/dev/null/nowhere");
    assertThat(run.code()).isEqualTo(Ending.FAULT);
    assertThat(run.err()).contains("\tat ");
  }
}
