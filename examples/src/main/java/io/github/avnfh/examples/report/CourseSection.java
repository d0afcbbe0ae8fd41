package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.figure.SwimmerFigure;
import java.util.List;

/** What happened to each hip, in the order of time. */
final class CourseSection {
  private CourseSection() {}

  static Section of(Cohort cohort) {
    return Section.of("Course of each hip", List.of()).with(SwimmerFigure.of(cohort));
  }
}
