/**
 * The Forgotten Joint Score, from item numbers: how often a patient is aware of the joint.
 *
 * <p>{@link io.github.avnfh.scoring.forgotten.ForgottenJointScore} takes twelve answers and gives 0
 * to 100 points; the best joint is the one that is forgotten. At least eight items must be
 * answered, a rule of the instrument and not of this library.
 *
 * <p>Its developers ask for a license ({@link io.github.avnfh.scoring.License}); no text is kept
 * here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.forgotten;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
