/**
 * The system of the Japanese Investigation Committee of 2001:
 * {@link io.github.avnfh.staging.jic.Jic} reads a stage and, independent of it, the type of the
 * lesion by location.
 */
@NullMarked
package io.github.avnfh.staging.jic;

import org.jspecify.annotations.NullMarked;
