/** The command that stages hips from their findings. */
@NullMarked
package io.github.avnfh.examples.stage;

import org.jspecify.annotations.NullMarked;
