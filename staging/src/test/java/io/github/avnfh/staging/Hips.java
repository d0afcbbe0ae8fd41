package io.github.avnfh.staging;

/** Findings of typical hips, everything assessed, to start a test from. */
public final class Hips {
  private Hips() {}

  /** Nothing there. */
  public static Draft healthy() {
    return Draft.nothing()
        .with("mri_lesion", 0)
        .with("radiograph_abnormal", 0)
        .with("sclerosis_or_cysts", 0)
        .with("crescent", 0)
        .with("flattening", 0)
        .with("joint_space_narrowing", 0)
        .with("acetabular_changes", 0)
        .with("joint_space_obliterated", 0);
  }

  /** A lesion on MRI only. */
  public static Draft mriOnly() {
    return healthy().with("mri_lesion", 1);
  }

  /** Sclerosis or cysts. */
  public static Draft sclerotic() {
    return mriOnly().with("radiograph_abnormal", 1).with("sclerosis_or_cysts", 1);
  }

  /** A crescent on a round head. */
  public static Draft crescentic() {
    return sclerotic().with("crescent", 1);
  }

  /** A flattened head that never showed a crescent. */
  public static Draft flattened() {
    return sclerotic().with("flattening", 1);
  }

  /** A flattened head with a narrowed joint space. */
  public static Draft narrowed() {
    return flattened().with("joint_space_narrowing", 1);
  }
}
