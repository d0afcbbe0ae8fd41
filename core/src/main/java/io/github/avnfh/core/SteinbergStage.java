package io.github.avnfh.core;

/**
 * A stage of the Steinberg (University of Pennsylvania) system, from 0 to VI.
 *
 * <p>A stage is a reading of findings; this type holds the name only. The extent within a stage is
 * a {@link SteinbergGrade}.
 *
 * <pre>{@code
 * SteinbergStage stage = SteinbergStage.parse("III"); // STAGE_III
 * SteinbergGrade grade = SteinbergGrade.parse("B");   // B
 * stage.compareTo(SteinbergStage.STAGE_II);           // 1
 * }</pre>
 *
 * @see <a href="https://pubmed.ncbi.nlm.nih.gov/7822393/">Steinberg ME, Hayken GD, Steinberg DR. A
 *     quantitative system for staging avascular necrosis. J Bone Joint Surg Br 1995;77-B:34-41</a>
 */
public enum SteinbergStage implements Coded {
  /** Normal or non-diagnostic radiograph, bone scan and MRI. */
  STAGE_0("0"),

  /** Normal radiograph, abnormal bone scan or MRI. */
  STAGE_I("I"),

  /** Cystic and sclerotic change on the radiograph. */
  STAGE_II("II"),

  /** Subchondral collapse, the crescent, without flattening. */
  STAGE_III("III"),

  /** Flattening of the femoral head. */
  STAGE_IV("IV"),

  /** Narrowing of the joint line, with or without acetabular involvement. */
  STAGE_V("V"),

  /** Advanced degeneration, the joint line virtually obliterated. */
  STAGE_VI("VI"),

  /** Not recorded in this system. It comes last and is no stage. */
  UNKNOWN("unknown");

  private final String code;

  SteinbergStage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static SteinbergStage parse(String text) {
    return Coded.parse(values(), text, "a Steinberg stage");
  }

  @Override
  public boolean isKnown() {
    return this != UNKNOWN;
  }

  @Override
  public String code() {
    return code;
  }
}
