/**
 * Folders with which R computes written tables again, so that a statistician can check every number
 * without reading Java.
 *
 * <p>An {@link io.github.avnfh.examples.r.RScript} holds plain data without identifiers, the tables
 * as they were written, and one script of base R and the package survival. The script is put
 * together from fragments, R files beside the types of this package: how tables are compared, how a
 * method is computed, and which tables it makes. A fragment calls R's function where R has one and
 * otherwise follows the formula of the method. The script ends with a list of tables, how many
 * numbers were compared and the largest difference, and with exit status 1 where R disagrees.
 */
@NullMarked
package io.github.avnfh.examples.r;

import org.jspecify.annotations.NullMarked;
