/**
 * The Oxford Hip Score, from item numbers. Its owner asks for a license; no text is kept here.
 *
 * <p>See {@link io.github.avnfh.scoring.oxford.OxfordHipScore}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.oxford;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
