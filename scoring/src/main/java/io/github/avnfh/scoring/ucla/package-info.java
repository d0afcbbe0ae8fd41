/**
 * The activity scale of the University of California, Los Angeles: one item, ten levels.
 *
 * <p>See {@link io.github.avnfh.scoring.ucla.UclaActivity}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.ucla;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
