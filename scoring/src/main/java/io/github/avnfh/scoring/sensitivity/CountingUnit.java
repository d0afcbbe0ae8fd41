package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.Coded;

/**
 * What is counted where a patient may have two hips.
 *
 * @see SensitivityGrid
 */
public enum CountingUnit implements Coded {
  /** Every hip that could be judged. */
  HIPS("hips", "hips"),

  /** Every patient with a hip that could be judged; one hip that responds is enough. */
  PATIENTS_ANY_HIP("patients_any_hip", "patients, any hip"),

  /** Every patient with a hip that could be judged; every such hip must respond. */
  PATIENTS_EVERY_HIP("patients_every_hip", "patients, every hip");

  private final String code;
  private final String words;

  CountingUnit(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /**
   * Returns what is counted, for a table.
   *
   * @return the words, such as {@code patients, any hip}
   */
  public String words() {
    return words;
  }

  @Override
  public String code() {
    return code;
  }
}
