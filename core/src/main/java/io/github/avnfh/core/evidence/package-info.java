/**
 * Where a rule comes from and why a result is what it is.
 *
 * <p>A {@link io.github.avnfh.core.evidence.Citation} is a published source, a
 * {@link io.github.avnfh.core.evidence.Rule} is one clause of it in our own words, and a
 * {@link io.github.avnfh.core.evidence.Reason} ties a rule to the inputs that met it.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.evidence;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
