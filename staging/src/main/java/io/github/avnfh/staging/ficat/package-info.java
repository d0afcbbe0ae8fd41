/**
 * The Ficat-Arlet system: {@link io.github.avnfh.staging.ficat.Ficat} reads findings, with the
 * place of the crescent as a named choice.
 *
 * <p>Four stages of the radiograph, with a silent hip before them and a transition in the middle
 * ({@link io.github.avnfh.staging.ficat.FicatStage}); it measures no size. Whether the crescent
 * ends the good part of the course or begins the bad one is told differently by different authors,
 * and hips change from II to III by that alone; so {@code SUBSTAGED_1985} and {@code MERGED} are
 * two constants, and a result says which it is.
 *
 * <p>Pain, by which the system tells a silent hip from stage I, is no finding on images and not
 * read here. For grades by size use {@link io.github.avnfh.staging.steinberg} or
 * {@link io.github.avnfh.staging.arco}.
 */
@NullMarked
package io.github.avnfh.staging.ficat;

import org.jspecify.annotations.NullMarked;
