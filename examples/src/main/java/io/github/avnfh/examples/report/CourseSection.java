package io.github.avnfh.examples.report;

import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.examples.figure.SatisfactionFigure;
import io.github.avnfh.examples.figure.SwimmerFigure;
import java.util.List;

/** What happened to each hip, and how satisfied the patients are. */
final class CourseSection {
  private CourseSection() {}

  static Section of(Cohort cohort) {
    return Section.of("Course of each hip and satisfaction", List.of())
        .with(SwimmerFigure.of(cohort), SatisfactionFigure.of(cohort));
  }
}
