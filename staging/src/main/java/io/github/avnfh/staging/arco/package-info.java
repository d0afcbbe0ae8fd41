/**
 * The systems of the Association Research Circulation Osseous (ARCO).
 *
 * <p>{@link io.github.avnfh.staging.arco.Arco1994} and
 * {@link io.github.avnfh.staging.arco.Arco2019} are two systems, because the revision changed what
 * the stages mean and removed size and location. {@link io.github.avnfh.staging.arco.Arco2021Type}
 * is the type of a lesion before collapse.
 */
@NullMarked
package io.github.avnfh.staging.arco;

import org.jspecify.annotations.NullMarked;
