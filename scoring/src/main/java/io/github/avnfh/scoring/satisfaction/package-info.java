/**
 * Satisfaction of patients with the result, on five levels.
 *
 * <p>{@link io.github.avnfh.scoring.satisfaction.SatisfactionSummary} counts the answers level by
 * level and says how many were satisfied at all. It is asked of patients and not of hips: who had
 * two hips treated answers once, and a proportion of patients cannot be compared with a proportion
 * of hips. It is no score either, and the levels have no mean. The answers themselves are the words
 * of {@link io.github.avnfh.core.Satisfaction}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.satisfaction;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
