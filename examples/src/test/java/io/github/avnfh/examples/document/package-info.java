/** What the documents say, held to be true: their examples are run, and their commands exist. */
@NullMarked
package io.github.avnfh.examples.document;

import org.jspecify.annotations.NullMarked;
