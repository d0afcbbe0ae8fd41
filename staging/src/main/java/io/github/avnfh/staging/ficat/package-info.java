/**
 * The Ficat-Arlet system: {@link io.github.avnfh.staging.ficat.Ficat} reads findings, with the
 * place of the crescent as a named choice.
 */
@NullMarked
package io.github.avnfh.staging.ficat;

import org.jspecify.annotations.NullMarked;
