/**
 * Where a rule comes from and why a result is what it is.
 *
 * <p>A {@link io.github.avnfh.core.evidence.Citation} is a published source, a
 * {@link io.github.avnfh.core.evidence.Rule} is one clause of it in our own words, and a
 * {@link io.github.avnfh.core.evidence.Reason} ties a rule to the inputs that met it and to the
 * points it gave. Results that are {@link io.github.avnfh.core.evidence.Explained} answer with an
 * {@link io.github.avnfh.core.evidence.Explanation}, whatever they are results of. A
 * {@link io.github.avnfh.core.evidence.Threshold} is a rule with a number: it knows its population
 * and what it stands for, and its {@link io.github.avnfh.core.evidence.Cut} says what a value on it
 * gets. {@link io.github.avnfh.core.evidence.Sources} holds what more than one module cites.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.evidence;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
