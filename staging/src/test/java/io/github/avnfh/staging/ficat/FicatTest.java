package io.github.avnfh.staging.ficat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import java.util.List;
import org.junit.jupiter.api.Test;

class FicatTest {

  @Test
  void readsEachStageFromItsOwnSign() {
    assertThat(stage(Ficat.MERGED, Hips.healthy())).isEqualTo("0");
    assertThat(stage(Ficat.MERGED, Hips.mriOnly())).isEqualTo("I");
    assertThat(stage(Ficat.MERGED, Hips.sclerotic())).isEqualTo("II");
    assertThat(stage(Ficat.MERGED, Hips.flattened())).isEqualTo("III");
    assertThat(stage(Ficat.MERGED, Hips.narrowed())).isEqualTo("IV");
  }

  @Test
  void putsTheCrescentWhereTheCallerSays() {
    assertThat(stage(Ficat.MERGED, Hips.crescentic())).isEqualTo("III");
    assertThat(stage(Ficat.SUBSTAGED_1985, Hips.crescentic())).isEqualTo("IIB");
    assertThat(stage(Ficat.SUBSTAGED_1985, Hips.flattened().with("crescent", 1)))
        .isEqualTo("III");
    assertThat(rules(Ficat.MERGED, Hips.crescentic())).containsExactly("FICAT-III-CRESCENT");
    assertThat(rules(Ficat.SUBSTAGED_1985, Hips.crescentic()))
        .containsExactly("FICAT-IIB-CRESCENT");
  }

  @Test
  void leavesOpenWhatWasNotAssessed() {
    assertThat(stage(Ficat.SUBSTAGED_1985, Hips.crescentic().without("flattening")))
        .isEqualTo("IIB or III");
    assertThat(stage(Ficat.MERGED, Hips.crescentic().without("flattening"))).isEqualTo("III");
  }

  /** Flattening could only lead to the stage that the crescent has decided already. */
  @Test
  void asksForNothingThatCouldNotChangeTheStage() {
    Findings findings = Hips.crescentic().without("flattening").findings();
    assertThat(Ficat.MERGED.read(findings).missing()).isEmpty();
    assertThat(Ficat.SUBSTAGED_1985.read(findings).missing()).containsExactly("flattening");
  }

  @Test
  void asksForBothSignsOfTheStageThatEitherWouldMake() {
    Draft draft = Hips.sclerotic().without("crescent", "flattening");
    assertThat(stage(Ficat.MERGED, draft)).isEqualTo("II or III");
    assertThat(Ficat.MERGED.read(draft.findings()).missing())
        .containsExactly("crescent", "flattening");
  }

  private static String stage(Ficat ficat, Draft draft) {
    return ficat.read(draft.findings()).stage().text();
  }

  private static List<String> rules(Ficat ficat, Draft draft) {
    return ficat.read(draft.findings()).reasons().stream()
        .map(reason -> reason.rule().id())
        .toList();
  }
}
