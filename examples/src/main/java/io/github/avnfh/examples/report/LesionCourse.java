package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The size of lesions at baseline and on the last images, of the hips that have both. */
final class LesionCourse {
  private final List<Hip> hips = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<Double> after = new ArrayList<>();

  private LesionCourse() {}

  static LesionCourse of(List<Hip> hips, List<Timepoint> later) {
    LesionCourse course = new LesionCourse();
    for (Hip hip : hips) {
      Optional<Double> first = AgreedFinding.lesionPercent(hip, Timepoint.baseline());
      Optional<Double> last = last(hip, later);
      if (first.filter(extent -> extent > 0).isPresent() && last.isPresent()) {
        course.hips.add(hip);
        course.before.add(first.get());
        course.after.add(last.get());
      }
    }
    return course;
  }

  private static Optional<Double> last(Hip hip, List<Timepoint> later) {
    return later.stream()
        .map(visit -> AgreedFinding.lesionPercent(hip, visit))
        .flatMap(Optional::stream)
        .reduce((earlier, next) -> next);
  }

  int hips() {
    return hips.size();
  }

  double[] before() {
    return unboxed(before);
  }

  double[] after() {
    return unboxed(after);
  }

  /** By how much of itself each lesion shrank, in percent, with both answers. */
  Optional<Comparison.Result> reduction() {
    double[] reductions = new double[hips.size()];
    for (int i = 0; i < reductions.length; i++) {
      reductions[i] = 0.0 - Decimals.percentChange(before.get(i), after.get(i));
    }
    return Estimates.mean(ClusteredSample.of(reductions, Estimates.patients(hips)));
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
