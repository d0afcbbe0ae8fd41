/** Shared by the modules of this project; exported to them only. */
@NullMarked
package io.github.avnfh.core.internal;

import org.jspecify.annotations.NullMarked;
