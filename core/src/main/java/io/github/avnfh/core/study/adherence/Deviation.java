package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.study.protocol.EligibilityCriterion.Level;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that was done otherwise than a protocol plans.
 *
 * <p>It tells what, at which timepoint and against which rule. Whom it is about can be asked and
 * does not print.
 *
 * @see Deviations
 */
@Value.Immutable
public sealed interface Deviation permits ImmutableDeviation {
  /** What was done otherwise than planned. */
  enum Kind implements Coded {
    /** Enrolled though a criterion is not met. */
    CRITERION_NOT_MET("criterion_not_met", "enrolled though a criterion is not met"),
    /** A planned visit is not recorded, and nothing says why. */
    VISIT_MISSING("visit_missing", "a planned visit is not recorded"),
    /** A planned visit is recorded as missed. */
    VISIT_MISSED("visit_missed", "a planned visit was missed"),
    /** A visit took place outside its window. */
    VISIT_OUTSIDE_WINDOW("visit_outside_window", "a visit took place outside its window"),
    /** A visit lacks a score that the protocol asks for. */
    SCORE_MISSING("score_missing", "a visit lacks a planned score"),
    /** Planned images are not recorded. */
    IMAGES_MISSING("images_missing", "planned images are not recorded"),
    /** Planned images were taken outside the window of their visit. */
    IMAGES_OUTSIDE_WINDOW(
        "images_outside_window", "images were taken outside the window of their visit"),
    /** An injection that is planned in any case is not recorded. */
    INJECTION_MISSING("injection_missing", "a planned injection is not recorded"),
    /** An injection came before its window. */
    INJECTION_EARLY("injection_early", "an injection came before its window"),
    /** An injection came after its window. */
    INJECTION_LATE("injection_late", "an injection came after its window"),
    /** An injection by decision has no recorded reason. */
    INJECTION_WITHOUT_REASON(
        "injection_without_reason", "an injection by decision has no recorded reason"),
    /** An injection that the protocol does not plan. */
    INJECTION_UNPLANNED("injection_unplanned", "an injection was not planned"),
    /** A planned core decompression is not recorded. */
    DECOMPRESSION_MISSING("decompression_missing", "a planned core decompression is not recorded"),
    /** A core decompression was done on another day than its injection. */
    DECOMPRESSION_APART(
        "decompression_apart", "a core decompression was done on another day than its injection"),
    /** A core decompression beyond those planned. */
    DECOMPRESSION_REPEATED("decompression_repeated", "a core decompression was repeated"),
    /** The drill of a core decompression had another diameter. */
    DRILL("drill", "the drill had another diameter"),
    /** An injection without an aspiration of marrow on its day. */
    ASPIRATION_MISSING(
        "aspiration_missing", "no aspiration is recorded on the day of an injection"),
    /** An aspirated volume outside its limits. */
    ASPIRATE_VOLUME("aspirate_volume", "an aspirated volume lies outside its limits"),
    /** An aliquot outside its limits. */
    ALIQUOT_VOLUME("aliquot_volume", "an aliquot lies outside its limits"),
    /** Marrow from another bone. */
    ASPIRATION_SITE("aspiration_site", "marrow was aspirated from another site"),
    /** An injection without a preparation of cells on its day. */
    PREPARATION_MISSING(
        "preparation_missing", "no preparation is recorded on the day of an injection"),
    /** A final volume outside its limits. */
    FINAL_VOLUME("final_volume", "a final volume lies outside its limits"),
    /** Other runs of the centrifuge. */
    SPINS("spins", "cells were spun in another way"),
    /** A density gradient though none is allowed. */
    DENSITY_GRADIENT("density_gradient", "a density gradient was used"),
    /** Culture though none is allowed. */
    CULTURE("culture", "cells were cultured"),
    /** Freezing though none is allowed. */
    CRYOPRESERVATION("cryopreservation", "cells were frozen");

    private final String code;
    private final String words;

    Kind(String code, String words) {
      this.code = code;
      this.words = words;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the category
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Kind parse(String text) {
      return Coded.parse(values(), text, "a kind of deviation");
    }

    @Override
    public String code() {
      return code;
    }

    /**
     * Returns the kind in words.
     *
     * @return the words, in lower case
     */
    @Override
    public String words() {
      return words;
    }
  }

  /**
   * Returns what was done otherwise than planned.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns the planned moment, where it belongs to one.
   *
   * @return the timepoint
   */
  Optional<Timepoint> timepoint();

  /**
   * Returns the criterion or limit against which it is, where it is against one.
   *
   * @return the rule with its source
   */
  Optional<Rule> rule();

  /**
   * Returns the patient whom it is about.
   *
   * @return the patient's identifier
   */
  @Value.Redacted
  PatientId patient();

  /**
   * Returns the hip which it is about, where it is about one and not about the patient.
   *
   * @return the identifier
   */
  @Value.Redacted
  Optional<HipId> hip();

  /**
   * Returns the unit in which it is to be counted.
   *
   * @return hips if it is about a hip, otherwise patients
   */
  default Level level() {
    return hip().isPresent() ? Level.HIPS : Level.PATIENTS;
  }

  /**
   * Returns the deviation as one line.
   *
   * @return the timepoint, what was done otherwise, and the rule with its source
   */
  default String text() {
    return timepoint().map(moment -> moment.code() + ": ").orElse("")
        + kind().words()
        + rule()
            .map(rule -> ": " + rule.id() + ", " + rule.statement() + " ("
                + rule.citation().source() + ")")
            .orElse("");
  }
}
