/**
 * The Steinberg (University of Pennsylvania) system: stages 0 to VI, grades A, B and C.
 *
 * <p>{@link io.github.avnfh.staging.steinberg.Steinberg} reads findings; start there. The stage is
 * what has happened, from a lesion that only MRI shows (I) over sclerosis and cysts (II), the
 * crescent (III) and the flattened head (IV) to a narrowed joint (V) and a destroyed one (VI). The
 * grade is how much: the extent of the lesion in I and II, the length of the crescent in III, the
 * flattened surface and its depth in IV. So IIA and IVA are graded by different measures, and a
 * grade means nothing without its stage.
 *
 * <p>The clauses, each with its source, are in
 * {@link io.github.avnfh.staging.steinberg.SteinbergRules}.
 * {@link io.github.avnfh.staging.steinberg.StageFiveAverage} is the average of stage V, for those
 * who graded the acetabulum. The words for stage and grade are in {@link io.github.avnfh.core},
 * because a cohort records them at enrollment.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
