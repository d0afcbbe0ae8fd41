/**
 * The size of a lesion: the index of necrosis from two arcs, and the study's bands of extent.
 *
 * <p>{@link io.github.avnfh.staging.lesion.NecrosisIndex} multiplies two arcs of necrosis on the
 * middle slices of MRI in parts of a half circle, and so stands for the extent of the lesion.
 * {@link io.github.avnfh.staging.lesion.StudyLesionBand} divides hips by percent of the head's
 * volume at 30 and 50, as the study did that this library grew from; they are strata of that study
 * and not grades of a system.
 *
 * <p>Percent of volume, arcs and index measure different things, and none is converted into another
 * here. The arcs themselves are in {@link io.github.avnfh.staging.kerboul}; grades by extent belong
 * to {@link io.github.avnfh.staging.steinberg} and {@link io.github.avnfh.staging.arco}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.lesion;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
