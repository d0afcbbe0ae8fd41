/**
 * The frame of the command line: where input comes from, where output goes, and how a run ends.
 *
 * <p>A command reads its table through {@link io.github.avnfh.examples.cli.InputOptions}, gathers
 * its files in an {@link io.github.avnfh.examples.cli.OutputFolder}, and ends through
 * {@link io.github.avnfh.examples.cli.RunOutcome}, which lists the problems and decides the exit
 * code.
 */
@NullMarked
package io.github.avnfh.examples.cli;

import org.jspecify.annotations.NullMarked;
