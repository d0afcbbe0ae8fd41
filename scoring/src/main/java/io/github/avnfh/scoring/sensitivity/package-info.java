/**
 * How much a percentage of responders hangs on choices that the literature leaves open.
 *
 * <p>A {@link io.github.avnfh.scoring.sensitivity.SensitivityGrid} counts responders under every
 * threshold, every policy after an arthroplasty and every
 * {@link io.github.avnfh.scoring.sensitivity.CountingUnit} that it is given.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
