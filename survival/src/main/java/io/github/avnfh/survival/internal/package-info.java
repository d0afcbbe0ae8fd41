/** How the numbers of this module are computed; nothing here is meant for users. */
@NullMarked
package io.github.avnfh.survival.internal;

import org.jspecify.annotations.NullMarked;
