/** The command line of the library, and the study end to end. */
@NullMarked
package io.github.avnfh.examples;

import org.jspecify.annotations.NullMarked;
