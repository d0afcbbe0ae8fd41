package io.github.avnfh.survival.pooled;

/**
 * What a study counted.
 *
 * @see PooledStudy
 */
public enum CountedUnit {
  /** Hips, of which a patient may bring two. */
  HIPS,

  /** Patients. */
  PATIENTS
}
