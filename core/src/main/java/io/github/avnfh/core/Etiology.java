package io.github.avnfh.core;

/**
 * The cause of osteonecrosis, as one label per hip.
 *
 * <p>The labels exclude each other. A hip with two causes, such as corticosteroids and alcohol, is
 * {@link #MULTIFACTORIAL}.
 *
 * <pre>{@code
 * Etiology cause = Etiology.parse("sickle_cell");          // SICKLE_CELL
 * cohort.hipsWhere(hip -> hip.etiology() == cause).size(); // 11
 * }</pre>
 */
public enum Etiology implements Coded {
  /** Glucocorticoid-associated. */
  CORTICOSTEROID("corticosteroid"),

  /** Alcohol-associated. */
  ALCOHOL("alcohol"),

  /** No known cause. */
  IDIOPATHIC("idiopathic"),

  /** Sickle cell disease or another hemoglobinopathy. */
  SICKLE_CELL("sickle_cell"),

  /** After a fracture or dislocation. */
  TRAUMA("trauma"),

  /** Caisson disease. */
  DYSBARIC("dysbaric"),

  /** Gaucher disease. */
  GAUCHER("gaucher"),

  /** After irradiation of the hip. */
  RADIATION("radiation"),

  /** Inherited disorder of coagulation. */
  COAGULOPATHY("coagulopathy"),

  /** Autoimmune disease without corticosteroids. */
  AUTOIMMUNE("autoimmune"),

  /** More than one cause. */
  MULTIFACTORIAL("multifactorial"),

  /** Another cause. */
  OTHER("other"),

  /** Not recorded. */
  UNKNOWN("unknown");

  private final String code;

  Etiology(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Etiology parse(String text) {
    return Coded.parse(values(), text, "an etiology");
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
