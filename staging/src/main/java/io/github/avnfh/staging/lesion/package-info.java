/** The size of a lesion: the index of necrosis from two arcs, and the study's bands of extent. */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.lesion;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
