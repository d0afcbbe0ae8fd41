package io.github.avnfh.scoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Citation;
import org.junit.jupiter.api.Test;

class AwellScoreTest {
  @Test
  void namesThePartAndTheRevision() {
    Citation source = AwellScore.of("WOMAC");
    assertThat(source.title()).isEqualTo("awell-score: WOMAC");
    assertThat(source.text()).contains("awell-health").contains("revision c37843e");
  }
}
