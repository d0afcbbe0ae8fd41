/** Helpers of the staging systems, not part of the public API. */
@NullMarked
package io.github.avnfh.staging.internal;

import org.jspecify.annotations.NullMarked;
