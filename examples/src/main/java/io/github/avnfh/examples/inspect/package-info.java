/**
 * The command that proposes what the columns of a table mean.
 *
 * <p>{@link io.github.avnfh.examples.inspect.InspectCommand} prints what it found and writes the
 * proposal as a dictionary that a person edits in a spreadsheet. The proposal itself is made by
 * {@link io.github.avnfh.core.dictionary.Inspection}.
 */
@NullMarked
package io.github.avnfh.examples.inspect;

import org.jspecify.annotations.NullMarked;
