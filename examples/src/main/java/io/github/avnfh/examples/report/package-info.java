/**
 * The study's report: from a cohort to tables, figures, Markdown and HTML.
 *
 * <p>{@link io.github.avnfh.examples.report.StudyReport} gathers the sections; each section is made
 * by one class, from the cohort alone. The pages print what the sections hold and compute nothing.
 */
@NullMarked
package io.github.avnfh.examples.report;

import org.jspecify.annotations.NullMarked;
