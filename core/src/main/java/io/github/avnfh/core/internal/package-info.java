/** What the modules of this project share and nobody else should use; not exported. */
@NullMarked
package io.github.avnfh.core.internal;

import org.jspecify.annotations.NullMarked;
