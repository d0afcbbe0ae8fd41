package io.github.avnfh.staging.response;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A named set of rules that says which changes on images are progression and which improvement.
 *
 * <p>A hip has progressed if at least one change that counts as progression is there. It is not
 * evaluable if none is there but one is open. Otherwise it has improved if a change that counts as
 * improvement is there, and is stable if none is. A rule set compares the first images with every
 * later ones up to the arthroplasty: progression at any visit is progression, and the last visit
 * decides otherwise.
 *
 * <p>Readers who differ at one visit, or who differ in a change that counts, are reported and the
 * hip is not evaluable until the adjudicator has read it. Each reader is compared with the same
 * reader's earlier images; a reader of one of the two visits only is compared with every reader of
 * the other.
 *
 * <p>The rule sets of trials are in {@link TrialRules}.
 *
 * <pre>{@code
 * Hip hip = cohort.hips().get(0);
 * ImagingResponse response = ResponseRule.study(5).assess(hip);
 * ImagingResponse.Outcome outcome = response.outcome();                       // STABLE
 * Presence crescent = response.presence(ImagingChange.NEW_CRESCENT); // ABSENT
 * }</pre>
 */
@Value.Immutable
public sealed interface ResponseRule permits ImmutableResponseRule {
  /** The smallest change of a lesion's extent that is more than an error of measurement. */
  Quantity MINIMAL_LESION_CHANGE =
      Quantity.of("minimal change of lesion extent", "percentage points of head volume", 0, 100);

  /** The depth of collapse, or of its change, beyond which it counts. */
  Quantity COLLAPSE = Quantity.of("collapse that counts", "mm", 0, 60);

  /**
   * Returns the code of the rule set.
   *
   * @return the code
   */
  String code();

  /**
   * Returns where the rule set comes from.
   *
   * @return the source
   */
  Citation citation();

  /**
   * Returns the changes that count as progression.
   *
   * @return at least one change
   */
  Set<ImagingChange> progression();

  /**
   * Returns the changes that count as improvement.
   *
   * @return the changes, perhaps none
   */
  Set<ImagingChange> improvement();

  /**
   * Returns the system whose stages and grades are compared.
   *
   * @return the system, Steinberg's unless another one is named
   */
  @Value.Default
  default StagingSystem<?, ?> system() {
    return Steinberg.PENNSYLVANIA_1995;
  }

  /**
   * Returns the stage that {@link ImagingChange#STAGE_REACHED} looks for.
   *
   * @return a stage of the system; empty where no stage is looked for
   */
  Optional<Coded> reachedStage();

  /**
   * Returns the depth of collapse beyond which it counts; exactly this depth does not.
   *
   * @return mm
   */
  @Value.Default
  default double collapseMm() {
    return 2;
  }

  /**
   * Returns the change of a lesion's extent from which on it counts; exactly this change does.
   *
   * <p>No published minimal detectable change was found, so the caller declares one: from the
   * standard error of measurement SEM of the readers, {@code 1.96 * sqrt(2) * SEM}.
   *
   * @return percentage points of head volume; empty where changes of a lesion are not looked for
   */
  OptionalDouble minimalLesionChange();

  /**
   * Returns the code of the reader whose reading settles a conflict.
   *
   * @return the code
   */
  @Value.Default
  default String adjudicator() {
    return ImageReading.CONSENSUS;
  }

  /**
   * Returns the rule of the study of sequential marrow cell injections.
   *
   * <p>The study calls a hip improved if the lesion became smaller, progressed with partial
   * collapse, and checks each hip for a crescent and for progress of collapse beyond 2 mm. It says
   * neither from which change on a lesion is smaller nor how the signs combine. What is done here
   * is the library's proposed reading: progressed if the Steinberg stage advances, or there is a
   * new crescent, or the depression deepens by more than 2 mm (2.0 mm is no event); else improved
   * if the lesion is smaller by the declared minimal change or more; else stable. Arthroplasty is
   * reported apart from the outcome.
   *
   * @param minimalLesionChange percentage points of head volume, above 0 and up to 100; a lesion
   *     that is smaller by exactly this much is improved
   * @return the rule set
   * @throws IllegalArgumentException if the minimal change is not above 0, or above 100
   */
  static ResponseRule study(double minimalLesionChange) {
    return builder()
        .code("study")
        .citation(Sources.STUDY)
        .addProgression(
            ImagingChange.STAGE_ADVANCE, ImagingChange.NEW_CRESCENT, ImagingChange.COLLAPSE_CHANGE)
        .addImprovement(ImagingChange.LESION_REDUCTION)
        .minimalLesionChange(minimalLesionChange)
        .build();
  }

  /**
   * Assesses a hip by its images up to and including the day of its arthroplasty.
   *
   * @param hip the hip with its readings
   * @return the response; not evaluable if there are fewer than two visits with images
   */
  default ImagingResponse assess(Hip hip) {
    List<ImageReading> own = hip.imageReadings().stream()
        .filter(reading -> hip.arthroplasty()
            .filter(replaced -> reading.day() > replaced.day())
            .isEmpty())
        .toList();
    return ResponseAssessment.of(this, own, hip.arthroplasty());
  }

  /**
   * Assesses the images of one hip.
   *
   * @param readings all readings of the hip's images, in any order
   * @return the response; not evaluable if there are fewer than two visits with images
   */
  default ImagingResponse assess(List<ImageReading> readings) {
    return ResponseAssessment.of(this, readings, Optional.empty());
  }

  /**
   * Tells whether a change counts in this rule set.
   *
   * @param change the change
   * @return true if it counts as progression or as improvement
   */
  default boolean counts(ImagingChange change) {
    return progression().contains(change) || improvement().contains(change);
  }

  /**
   * Returns the clause of this rule set on a change.
   *
   * @param change the change
   * @return what is looked for, with the source of the rule set
   */
  default Rule clause(ImagingChange change) {
    return Rule.of(
        "RESPONSE-" + change.name().replace('_', '-'), "1.0", change.statement(), citation());
  }

  /**
   * Refuses a rule set that counts no progression, one that looks for changes of a lesion without a
   * minimal change or for a stage that it does not name or its system does not know, and impossible
   * bounds.
   *
   * @throws IllegalArgumentException if the rule set contradicts itself
   */
  @Value.Check
  default void check() {
    COLLAPSE.check(collapseMm());
    if (progression().isEmpty()) {
      throw new IllegalArgumentException(
          "changes that count as progression [count] must be 1 or more, but was 0");
    }
    boolean lesion = counts(ImagingChange.LESION_REDUCTION) || counts(ImagingChange.LESION_GROWTH);
    if (lesion && minimalLesionChange().isEmpty()) {
      throw new IllegalArgumentException(
          MINIMAL_LESION_CHANGE.legalRange() + ", but was not declared");
    }
    if (MINIMAL_LESION_CHANGE.check(minimalLesionChange()).orElse(1) == 0) {
      throw new IllegalArgumentException(
          MINIMAL_LESION_CHANGE.legalRange() + " and above 0.0, but was 0.0");
    }
    if (reachedStage().isEmpty() && counts(ImagingChange.STAGE_REACHED)) {
      throw new IllegalArgumentException(
          "stage that is looked for must be one of " + system().code() + ", but was not declared");
    }
    reachedStage().ifPresent(stage -> known(system(), stage));
  }

  private static <S extends Enum<S> & Coded> void known(StagingSystem<S, ?> system, Coded stage) {
    PossibleStages<S> all = system.read(Findings.builder().build()).stage();
    if (all.possible().stream().noneMatch(stage::equals)) {
      throw new IllegalArgumentException("stage that is looked for must be one of " + system.code()
          + ": " + all.possible().stream().map(Coded::code).collect(Collectors.joining(", "))
          + ", but was " + stage.code());
    }
  }

  /**
   * Starts a rule set.
   *
   * @return a builder; code, citation and a change that counts as progression are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds rule sets. */
  final class Builder extends ImmutableResponseRule.Builder {
    Builder() {}
  }
}
