package io.github.avnfh.staging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreeValuedTest {
  private final ThreeValued crescent = ThreeValued.open(FindingField.CRESCENT);
  private final ThreeValued flattening = ThreeValued.open(FindingField.FLATTENING);

  @Test
  void eitherIsThereIfOneIs() {
    assertThat(crescent.or(ThreeValued.PRESENT).isPresent()).isTrue();
    assertThat(ThreeValued.PRESENT.or(crescent).isPresent()).isTrue();
    assertThat(ThreeValued.ABSENT.or(ThreeValued.ABSENT).isAbsent()).isTrue();
  }

  @Test
  void whatKeepsEitherOpenIsNamed() {
    assertThat(crescent.or(flattening).open())
        .containsExactly(FindingField.CRESCENT, FindingField.FLATTENING);
    assertThat(crescent.or(ThreeValued.ABSENT).open()).containsExactly(FindingField.CRESCENT);
    assertThat(ThreeValued.ABSENT.or(flattening).open()).containsExactly(FindingField.FLATTENING);
  }
}
