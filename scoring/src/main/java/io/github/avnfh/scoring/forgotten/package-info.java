/**
 * The Forgotten Joint Score, from item numbers. Its developers ask for a license; no text is kept
 * here.
 *
 * <p>See {@link io.github.avnfh.scoring.forgotten.ForgottenJointScore}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.forgotten;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
