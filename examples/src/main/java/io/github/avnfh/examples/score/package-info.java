/** The commands that score an instrument from its items. */
@NullMarked
package io.github.avnfh.examples.score;

import org.jspecify.annotations.NullMarked;
