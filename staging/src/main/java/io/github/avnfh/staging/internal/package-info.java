/** What the staging systems share and nobody else should use. */
@NullMarked
package io.github.avnfh.staging.internal;

import org.jspecify.annotations.NullMarked;
