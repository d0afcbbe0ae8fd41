package io.github.avnfh.staging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignTest {
  private final Sign crescent = Sign.open(Column.CRESCENT);
  private final Sign flattening = Sign.open(Column.FLATTENING);

  @Test
  void eitherIsThereIfOneIs() {
    assertThat(crescent.or(Sign.PRESENT).isPresent()).isTrue();
    assertThat(Sign.PRESENT.or(crescent).isPresent()).isTrue();
    assertThat(Sign.ABSENT.or(Sign.ABSENT).isAbsent()).isTrue();
  }

  @Test
  void whatKeepsEitherOpenIsNamed() {
    assertThat(crescent.or(flattening).open()).containsExactly(Column.CRESCENT, Column.FLATTENING);
    assertThat(crescent.or(Sign.ABSENT).open()).containsExactly(Column.CRESCENT);
    assertThat(Sign.ABSENT.or(flattening).open()).containsExactly(Column.FLATTENING);
  }
}
