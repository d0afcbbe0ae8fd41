/** The command that checks the printed numbers of a paper. */
@NullMarked
package io.github.avnfh.examples.audit;

import org.jspecify.annotations.NullMarked;
