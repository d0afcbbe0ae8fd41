/** The command that makes SYNTHETIC cohorts from printed margins. */
@NullMarked
package io.github.avnfh.examples.cohort;

import org.jspecify.annotations.NullMarked;
