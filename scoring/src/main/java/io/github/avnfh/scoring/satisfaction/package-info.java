/**
 * Satisfaction of patients with the result, on five levels.
 *
 * <p>See {@link io.github.avnfh.scoring.satisfaction.SatisfactionSummary}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.satisfaction;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
