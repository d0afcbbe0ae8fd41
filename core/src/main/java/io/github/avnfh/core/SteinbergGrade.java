package io.github.avnfh.core;

/**
 * The extent of involvement within a Steinberg stage.
 *
 * @see <a href="https://pubmed.ncbi.nlm.nih.gov/7822393/">Steinberg ME, Hayken GD, Steinberg DR. A
 *     quantitative system for staging avascular necrosis. J Bone Joint Surg Br 1995;77-B:34-41</a>
 * @see SteinbergStage
 */
public enum SteinbergGrade implements Coded {
  /** Mild. */
  A("A"),

  /** Moderate. */
  B("B"),

  /** Severe. */
  C("C");

  private final String code;

  SteinbergGrade(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static SteinbergGrade parse(String text) {
    return Coded.parse(values(), text, "a Steinberg grade");
  }

  @Override
  public String code() {
    return code;
  }
}
