package io.github.avnfh.staging.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The findings by the names of their columns, in the order of the input files. */
public enum FindingField {
  /** A lesion on MRI. */
  MRI_LESION,
  /** An abnormal radiograph. */
  RADIOGRAPH_ABNORMAL,
  /** Sclerosis or cysts. */
  SCLEROSIS_OR_CYSTS,
  /** The extent of the lesion. */
  LESION_PERCENT,
  /** The crescent. */
  CRESCENT,
  /** The extent of the crescent. */
  CRESCENT_PERCENT,
  /** Flattening of the head. */
  FLATTENING,
  /** The collapsed surface. */
  COLLAPSED_SURFACE_PERCENT,
  /** The depth of the depression. */
  DEPRESSION_MM,
  /** Narrowing of the joint space. */
  JOINT_SPACE_NARROWING,
  /** Changes of the acetabulum. */
  ACETABULAR_CHANGES,
  /** Obliteration of the joint space. */
  JOINT_SPACE_OBLITERATED,
  /** The coronal arc of necrosis. */
  NECROTIC_ANGLE_CORONAL_DEG,
  /** The sagittal arc of necrosis. */
  NECROTIC_ANGLE_SAGITTAL_DEG,
  /** Where the lesion lies. */
  LESION_LOCATION,
  /** The weight-bearing part that is necrotic. */
  WEIGHT_BEARING_PERCENT,
  /** A lesion beyond the edge of the acetabulum. */
  BEYOND_ACETABULAR_EDGE,
  /** Bone marrow edema. */
  EDEMA,
  /** A lesion beyond the apex of the head. */
  BEYOND_HEAD_APEX,
  /** The pillars of the head. */
  PILLARS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /**
   * Returns the name of the column.
   *
   * @return the name in lower case
   */
  public String label() {
    return label;
  }

  /**
   * Returns the names of columns in the order of the input files.
   *
   * @param columns the columns
   * @return the names, each once
   */
  public static List<String> labels(Collection<FindingField> columns) {
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> labels = new ArrayList<>(columns.size());
    EnumSet.copyOf(columns).forEach(column -> labels.add(column.label));
    return Collections.unmodifiableList(labels);
  }
}
