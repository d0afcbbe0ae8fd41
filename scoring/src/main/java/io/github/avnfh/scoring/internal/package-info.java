/** Helpers of the instruments, not part of the public API. */
@NullMarked
package io.github.avnfh.scoring.internal;

import org.jspecify.annotations.NullMarked;
