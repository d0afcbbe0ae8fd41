/** What the instruments share and nobody else should use. */
@NullMarked
package io.github.avnfh.scoring.internal;

import org.jspecify.annotations.NullMarked;
