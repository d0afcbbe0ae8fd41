/**
 * The systems of the Association Research Circulation Osseous (ARCO).
 *
 * <p>{@link io.github.avnfh.staging.arco.Arco1994} and
 * {@link io.github.avnfh.staging.arco.Arco2019} are two systems, because the revision changed what
 * the stages mean and removed size and location. In the first, stage III holds the crescent and the
 * flattened head, and A, B and C tell how much of the head or how deep. In the second, III is
 * divided at a depression of 2 mm into early and late. Stages of the two must not be pooled under
 * one number. Start from the revision; read the other where a paper of its time is to be compared.
 *
 * <p>{@link io.github.avnfh.staging.arco.Arco2021Type} is the type of a lesion before collapse, by
 * how far its lateral margin reaches; it has no stages.
 *
 * <p>How a stage of one becomes a stage of the other is in
 * {@link io.github.avnfh.staging.crosswalk}.
 */
@NullMarked
package io.github.avnfh.staging.arco;

import org.jspecify.annotations.NullMarked;
