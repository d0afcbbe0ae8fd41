package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.Coded;

/**
 * What is counted where a patient may have two hips.
 *
 * @see SensitivityGrid
 */
public enum CountingUnit implements Coded {
  /** Every hip that could be judged. */
  HIPS("hips"),

  /** Every patient with a hip that could be judged; one hip that responds is enough. */
  PATIENTS_ANY_HIP("patients_any_hip"),

  /** Every patient with a hip that could be judged; every such hip must respond. */
  PATIENTS_EVERY_HIP("patients_every_hip");

  private final String code;

  CountingUnit(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
