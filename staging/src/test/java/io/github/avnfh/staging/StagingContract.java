package io.github.avnfh.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Coded;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What every staging system promises, implemented once per system. */
public interface StagingContract<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {
  StagingSystem<S, G> system();

  @Provide
  default Arbitrary<Draft> drafts() {
    return Draft.any();
  }

  @Provide
  default Arbitrary<Draft> consistentDrafts() {
    return Draft.consistent();
  }

  @Property
  default void moreFindingsNeverLowerAStage(
      @ForAll("consistentDrafts") Draft draft,
      @ForAll @IntRange(max = Draft.CELLS - 1) int cell,
      @ForAll @DoubleRange(max = 1) double fraction) {
    StagingResult<S, G> before = system().read(draft.findings());
    StagingResult<S, G> after = system().read(draft.worsen(cell, fraction).findings());
    after
        .stage()
        .lowest()
        .ifPresent(worse ->
            assertThat(worse).isGreaterThanOrEqualTo(before.stage().lowest().orElseThrow()));
  }

  @Property
  default void aFindingThatIsAddedNarrowsAndNeverMoves(
      @ForAll("consistentDrafts") Draft draft,
      @ForAll @IntRange(max = Draft.CELLS - 1) int cell,
      @ForAll @DoubleRange(max = 1) double fraction) {
    StagingResult<S, G> before = system().read(draft.without(cell).findings());
    StagingResult<S, G> after = system().read(draft.fill(cell, fraction).findings());
    assertThat(before.stage().possible()).containsAll(after.stage().possible());
    if (!before.stage().isOpen()) {
      assertThat(before.grade().possible()).containsAll(after.grade().possible());
    }
  }

  @Property
  default void aFieldThatWasNotAssessedNeverChangesADecidedStage(
      @ForAll("consistentDrafts") Draft draft,
      @ForAll @IntRange(max = Draft.CELLS - 1) int cell,
      @ForAll @DoubleRange(max = 1) double fraction) {
    StagingResult<S, G> before = system().read(draft.without(cell).findings());
    StagingResult<S, G> after = system().read(draft.fill(cell, fraction).findings());
    if (before.stage().decided().isPresent() && !after.isContradicted()) {
      assertThat(after.stage()).isEqualTo(before.stage());
    }
  }

  @Property
  default void sayingThatNothingWasAssessedSaysNothing(@ForAll("drafts") Draft draft) {
    assertThat(system().read(draft.assessedOnly())).isEqualTo(system().read(draft.findings()));
  }

  @Property
  default void agreementStagesAndContradictionDoesNot(@ForAll("drafts") Draft draft) {
    StagingResult<S, G> reading = system().read(draft.findings());
    assertThat(reading.stage().possible().isEmpty()).isEqualTo(reading.isContradicted());
    assertThat(reading.missing().isEmpty())
        .isEqualTo(!reading.stage().isOpen() && !reading.grade().isOpen());
  }

  @Property
  default void whatIsConsistentIsStaged(@ForAll("consistentDrafts") Draft draft) {
    assertThat(system().read(draft.findings()).isContradicted()).isFalse();
  }
}
