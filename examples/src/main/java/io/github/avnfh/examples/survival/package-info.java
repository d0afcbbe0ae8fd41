/** The command that estimates and compares survival from one table. */
@NullMarked
package io.github.avnfh.examples.survival;

import org.jspecify.annotations.NullMarked;
