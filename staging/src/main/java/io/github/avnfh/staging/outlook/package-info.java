/**
 * What became of other hips: figures as they were published, each with its population and source.
 *
 * <p>{@link io.github.avnfh.staging.outlook.PublishedCourses} gives
 * {@link io.github.avnfh.staging.outlook.PublishedCourse figures} by the class of a lesion. They
 * are context for a reader and neither a prognosis for a hip nor advice: populations are small, and
 * some were treated.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.outlook;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
