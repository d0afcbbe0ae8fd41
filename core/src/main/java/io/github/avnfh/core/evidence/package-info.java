/**
 * Where a rule comes from and why a result is what it is.
 *
 * <p>A {@link io.github.avnfh.core.evidence.Citation} is a published source, a
 * {@link io.github.avnfh.core.evidence.Rule} is one clause of it in our own words, and a
 * {@link io.github.avnfh.core.evidence.Reason} ties a rule to the inputs that met it and to the
 * points it gave. Results that are {@link io.github.avnfh.core.evidence.Explainable} answer with an
 * {@link io.github.avnfh.core.evidence.Explanation}, of any kind: what the answer is, by which
 * rules, and what stands in the way where there is none. Start from the explanation of any result;
 * its sources can go into the methods section of a paper.
 *
 * <p>A {@link io.github.avnfh.core.evidence.Threshold} is a rule with a number: it knows its
 * population and what it stands for. A minimal clinically important difference is what patients
 * notice, an acceptable state is one they can live with, a minimal detectable change is what the
 * instrument can tell from noise; none of them holds beyond the population in which it was found,
 * so none is a default. Its {@link io.github.avnfh.core.evidence.Boundary} says what a value that
 * lies on it gets: whether 20 points are "more than 20" is not left to the reader.
 *
 * <p>{@link io.github.avnfh.core.evidence.Sources} holds what more than one module cites. The rules
 * themselves live with what they decide.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.evidence;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
