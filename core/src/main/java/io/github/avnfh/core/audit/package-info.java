/**
 * Printed numbers, and what they contradict.
 *
 * <p>A {@link io.github.avnfh.core.audit.Paper} is a list of
 * {@link io.github.avnfh.core.audit.Claim claims}: what is printed where, out of how many, in which
 * words. {@link io.github.avnfh.core.audit.PaperReader} reads one from a CSV file, and
 * {@link io.github.avnfh.core.audit.Paper#study()} is the study from which this library grew. An
 * {@link io.github.avnfh.core.audit.Audit} puts every claim to the
 * {@link io.github.avnfh.core.audit.Check checks} that apply and answers with
 * {@link io.github.avnfh.core.audit.Finding findings}, each with its
 * {@link io.github.avnfh.core.audit.Verdict} and its arithmetic in one line. Start from the audit.
 *
 * <p>Numbers are compared as they were printed ({@link io.github.avnfh.core.audit.PrintedNumber}),
 * under every {@link io.github.avnfh.core.audit.Rounding}, in exact arithmetic; no floating-point
 * number decides anything. A contradiction says that no data print so. It does not say which of the
 * numbers is wrong, nor why.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.audit;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
