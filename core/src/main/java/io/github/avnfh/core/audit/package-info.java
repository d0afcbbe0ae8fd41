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
 * <p>A percentage of 19 hips can only be one of twenty numbers, and a mean of whole points can only
 * be a multiple of one over their count: that is why small samples can be checked from print alone.
 * Numbers are compared as they were printed ({@link io.github.avnfh.core.audit.PrintedNumber}),
 * under every {@link io.github.avnfh.core.audit.PrintedRounding}, in exact arithmetic; only tails
 * of distributions are floating-point numbers, and a p value within their error is allowed. Two
 * numbers printed for one quantity in two places are rivals, and both stay on record.
 *
 * <p>A contradiction means that no data give the printed numbers. It does not say which of them is
 * wrong, nor why: a slip of typing looks like any other. What a claim leaves open, such as the
 * total it is a percentage of, is undecidable or not testable, which is a verdict and no suspicion.
 * Rounding to the nearest is the rule: what only truncation or rounding up explains is told apart.
 * Which samples print with a mean and a standard deviation, and what they leave open,
 * {@link io.github.avnfh.core.audit.PossibleSamples} tells.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.audit;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
