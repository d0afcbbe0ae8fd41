/**
 * Verbs for JShell: what a researcher types to load a cohort, to score, to stage, to draw a
 * survival curve, to compare and to audit.
 *
 * <p>{@link io.github.avnfh.examples.shell.ShellCommands} holds the verbs, which {@code avnfh.jsh}
 * imports. They answer with an {@link io.github.avnfh.examples.shell.Answer}, with
 * {@link io.github.avnfh.examples.shell.Curves}, or with the library's own values. What is echoed
 * begins on a line of its own, so that columns line up, and is short enough for JShell not to cut
 * it; {@code print()} writes the whole. A patient never prints.
 */
@NullMarked
package io.github.avnfh.examples.shell;

import org.jspecify.annotations.NullMarked;
