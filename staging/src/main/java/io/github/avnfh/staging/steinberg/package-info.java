/**
 * The Steinberg (University of Pennsylvania) system: stages 0 to VI, grades A, B and C.
 *
 * <p>{@link io.github.avnfh.staging.steinberg.Steinberg} reads findings; its rules are in
 * {@link io.github.avnfh.staging.steinberg.SteinbergRules}.
 * {@link io.github.avnfh.staging.steinberg.StageFiveAverage} is the average of stage V, for those
 * who graded the acetabulum.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
