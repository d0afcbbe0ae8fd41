package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Coded;

/**
 * From where radiographs show the hip, or which slices of a volume were read.
 *
 * @see ImageReading
 */
public enum View implements Coded {
  /** Radiograph from the front. */
  ANTEROPOSTERIOR("ap"),

  /** Radiograph from the side. */
  LATERAL("lateral"),

  /** Radiograph of the abducted hip from the side. */
  FROG_LATERAL("frog_lateral"),

  /** Radiographs from the front and from the side, read together. */
  TWO_PLANES("ap_and_lateral"),

  /** The middle coronal and the middle sagittal slice. */
  MIDDLE_SLICES("middle_slices"),

  /** In each plane the slice on which the lesion is largest. */
  LARGEST_SLICES("largest_slices"),

  /** Every slice, as for a volume. */
  ALL_SLICES("all_slices");

  private final String code;

  View(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static View parse(String text) {
    return Coded.parse(values(), text, "a view");
  }

  @Override
  public String code() {
    return code;
  }
}
