package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Coded;

/**
 * The kind of images that were read.
 *
 * @see ImageReading
 */
public enum Modality implements Coded {
  /** Plain radiographs. */
  RADIOGRAPH("radiograph"),

  /** Magnetic resonance imaging. */
  MRI("mri"),

  /** Computed tomography. */
  CT("ct"),

  /** All images of one visit, read together. */
  COMBINED("combined");

  private final String code;

  Modality(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Modality parse(String text) {
    return Coded.parse(values(), text, "a modality");
  }

  @Override
  public String code() {
    return code;
  }
}
