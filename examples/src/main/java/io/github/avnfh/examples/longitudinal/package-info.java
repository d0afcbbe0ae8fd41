/** The command that models scores over visits, from one table. */
@NullMarked
package io.github.avnfh.examples.longitudinal;

import org.jspecify.annotations.NullMarked;
