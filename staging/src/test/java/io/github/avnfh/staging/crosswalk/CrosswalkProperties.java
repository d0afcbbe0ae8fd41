package io.github.avnfh.staging.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CrosswalkProperties {
  private static final List<StagingSystem<?, ?>> SYSTEMS = List.of(
      Steinberg.PENNSYLVANIA_1995,
      Ficat.MERGED,
      Ficat.SUBSTAGED_1985,
      Arco1994.PUBLISHED_1994,
      Arco2019.REVISED_2019,
      Jic.REVISED_2001,
      Chinese2015.GUIDELINE_2015);

  private static final List<Pair<?, ?, ?>> PAIRS = SYSTEMS.stream()
      .<Pair<?, ?, ?>>flatMap(from -> SYSTEMS.stream().map(to -> pair(from, to)))
      .toList();

  @Provide
  Arbitrary<Draft> hips() {
    return Draft.consistent();
  }

  @Provide
  Arbitrary<Draft> assessed() {
    return Draft.assessed();
  }

  @Property
  void theSetAlwaysHoldsTheStageThatTheFindingsGive(@ForAll("assessed") Draft draft) {
    assertThat(PAIRS).hasSize(49).allSatisfy(pair -> pair.check(draft.findings()));
  }

  @Property
  void theSetHoldsEveryStageThatOpenFindingsLeavePossible(@ForAll("hips") Draft draft) {
    assertThat(PAIRS).allSatisfy(pair -> pair.check(draft.findings()));
  }

  private static <S extends Enum<S> & Coded, G extends Enum<G> & Coded, T extends Enum<T> & Coded>
      Pair<S, G, T> pair(StagingSystem<S, G> from, StagingSystem<T, ?> to) {
    return new Pair<>(from, to);
  }

  private static final class Pair<
      S extends Enum<S> & Coded, G extends Enum<G> & Coded, T extends Enum<T> & Coded> {
    private final StagingSystem<S, G> from;
    private final StagingSystem<T, ?> to;
    private final Crosswalk<S, G, T> crosswalk;

    Pair(StagingSystem<S, G> from, StagingSystem<T, ?> to) {
      this.from = from;
      this.to = to;
      this.crosswalk = Crosswalk.between(from, to);
    }

    void check(Findings findings) {
      PossibleStages<S> known = from.read(findings).stage();
      PossibleStages<T> asked = to.read(findings).stage();
      assertThat(crosswalk.possible(known).possible()).containsAll(asked.possible());
      known
          .decided()
          .ifPresent(stage -> assertThat(crosswalk.possible(stage, findings).possible())
              .isEqualTo(asked.possible()));
      PossibleStages<G> grade = from.read(findings).grade();
      known
          .decided()
          .ifPresent(stage -> grade
              .decided()
              .ifPresent(one -> assertThat(crosswalk.possible(stage, one).possible())
                  .containsAll(asked.possible())));
    }
  }
}
