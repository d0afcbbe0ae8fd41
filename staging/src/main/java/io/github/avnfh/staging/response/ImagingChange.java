package io.github.avnfh.staging.response;

import io.github.avnfh.core.Coded;

/**
 * A change between two visits that is looked for, whether or not a rule counts it.
 *
 * @see ResponseRule
 */
public enum ImagingChange implements Coded {
  /** The stage is higher than before, in the system of the rule set. */
  STAGE_ADVANCE("stage_advance", "The stage is higher than before."),

  /** The stage is the same and its grade is higher than before. */
  SUBSTAGE_ADVANCE(
      "substage_advance", "The stage is the same and its grade is higher than before."),

  /** The stage that the rule set names is reached, or passed, and was not before. */
  STAGE_REACHED(
      "stage_reached", "The stage that the rule set names is reached and was not before."),

  /** A crescent is there that was not there before. */
  NEW_CRESCENT("new_crescent", "A crescent is there that was not there before."),

  /** The depression has deepened by more than the rule's depth; exactly that depth is no event. */
  COLLAPSE_CHANGE(
      "collapse_change", "The depression has deepened by more than the depth of the rule."),

  /** The depression is deeper than the rule's depth; exactly that depth is no event. */
  COLLAPSE_DEPTH("collapse_depth", "The depression is deeper than the depth of the rule."),

  /** The lesion is smaller by the declared minimal change or more. */
  LESION_REDUCTION(
      "lesion_reduction", "The lesion is smaller by the declared minimal change or more."),

  /** The lesion is larger by the declared minimal change or more. */
  LESION_GROWTH("lesion_growth", "The lesion is larger by the declared minimal change or more."),

  /** Bone marrow edema that was there is gone. */
  EDEMA_RESOLUTION("edema_resolution", "Bone marrow edema that was there is gone.");

  private final String code;
  private final String statement;

  ImagingChange(String code, String statement) {
    this.code = code;
    this.statement = statement;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the change
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ImagingChange parse(String text) {
    return Coded.parse(values(), text, "a change");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns what the change is.
   *
   * @return one sentence
   */
  public String statement() {
    return statement;
  }
}
