/**
 * What was done to a patient and to a hip, step by step: cells from the marrow, on the way back
 * into the femoral head.
 *
 * <p>A {@link io.github.avnfh.core.treatment.MarrowAspiration} and the
 * {@link io.github.avnfh.core.treatment.CellPreparation} that follows it belong to a patient, since
 * one aspirate may serve two hips; a {@link io.github.avnfh.core.treatment.CoreDecompression} and
 * an {@link io.github.avnfh.core.treatment.Injection} belong to a hip. Whether what was done agrees
 * with a protocol is not asked here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.treatment;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
