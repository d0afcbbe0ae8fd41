/**
 * What was done to a patient and to a hip, step by step: cells from the marrow, on the way back
 * into the femoral head.
 *
 * <p>Marrow is drawn from the iliac crest ({@link io.github.avnfh.core.treatment.MarrowAspiration},
 * with its {@link io.github.avnfh.core.treatment.AspirationSite}) and concentrated in a centrifuge,
 * by one {@link io.github.avnfh.core.treatment.Centrifugation} or several
 * ({@link io.github.avnfh.core.treatment.CellPreparation}). The head is drilled to relieve it and
 * to open a way ({@link io.github.avnfh.core.treatment.CoreDecompression}), and the concentrate is
 * given through it ({@link io.github.avnfh.core.treatment.Injection}); later injections are given
 * without another operation. Start from the injection.
 *
 * <p>Aspiration and preparation belong to a patient, since one aspirate may serve two hips;
 * decompression and injection belong to a hip. What was not measured, such as the number of cells,
 * is missing.
 *
 * <p>Whether what was done agrees with a protocol is asked in
 * {@link io.github.avnfh.core.study.adherence}, and an
 * {@link io.github.avnfh.core.cohort.Arthroplasty} is an end and no treatment here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.treatment;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
