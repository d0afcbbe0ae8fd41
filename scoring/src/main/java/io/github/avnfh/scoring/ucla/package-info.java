/**
 * The activity scale of the University of California, Los Angeles: one item, ten levels.
 *
 * <p>{@link io.github.avnfh.scoring.ucla.UclaActivity} goes from inactive, 1, to impact sports, 10.
 * It says what a patient does and not how the hip feels: a careful patient with a good hip can
 * stand at 4. A single item has no rule for missing ones; no answer is no score.
 *
 * <p>It is the smallest instrument here, and the pattern for adding another.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.ucla;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
