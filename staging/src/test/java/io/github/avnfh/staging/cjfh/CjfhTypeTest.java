package io.github.avnfh.staging.cjfh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Pillars;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CjfhTypeTest {

  @ParameterizedTest
  @CsvSource({
    "part/none/none, M",
    "whole/none/none, M",
    "whole/part/none, C",
    "part/whole/none, C",
    "whole/whole/part, L1",
    "part/part/part, L1",
    "none/part/whole, L2",
    "whole/part/whole, L2",
    "whole/whole/whole, L3"
  })
  void goesByThePillarsThatAreInvolved(String pillars, CjfhType type) {
    assertThat(CjfhType.of(Pillars.parse(pillars))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "none/none/none",
    "none/part/none",
    "none/whole/part",
    "none/none/whole",
    "part/whole/whole",
    "none/none/part"
  })
  void hasNoTypeForPillarsThatNoDefinitionNames(String pillars) {
    assertThat(CjfhType.of(Pillars.parse(pillars))).isEmpty();
  }

  @Test
  void needsThePillars() {
    Findings nothing = Findings.builder().build();
    assertThat(CjfhType.of(nothing)).isEmpty();
    Findings assessed = Findings.builder()
        .pillars(Optional.of(Pillars.parse("whole/part/none")))
        .build();
    assertThat(CjfhType.of(assessed)).contains(CjfhType.C);
  }

  @Test
  void readsItsCodes() {
    for (CjfhType type : CjfhType.values()) {
      assertThat(CjfhType.parse(type.code())).isEqualTo(type);
    }
  }
}
