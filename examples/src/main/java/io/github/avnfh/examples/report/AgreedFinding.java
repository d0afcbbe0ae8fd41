package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The one answer of a visit's images to one question, where its readers give one; images after an
 * arthroplasty do not count.
 */
final class AgreedFinding {
  private AgreedFinding() {}

  /** The consensus if there is one; otherwise what the readers agree on; otherwise nothing. */
  static <T> Optional<T> of(Hip hip, Timepoint visit, Function<Findings, Optional<T>> finding) {
    List<ImageReading> images = hip.imageReadings().stream()
        .filter(image -> image.timepoint().equals(visit))
        .filter(image ->
            hip.arthroplasty().filter(replaced -> image.day() > replaced.day()).isEmpty())
        .toList();
    List<T> agreed = answers(images.stream().filter(ImageReading::isConsensus).toList(), finding);
    List<T> answers = agreed.isEmpty() ? answers(images, finding) : agreed;
    return answers.size() == 1 ? Optional.of(answers.get(0)) : Optional.empty();
  }

  private static <T> List<T> answers(
      List<ImageReading> images, Function<Findings, Optional<T>> finding) {
    return images.stream()
        .map(ImageReading::findings)
        .map(finding)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  static Optional<Double> lesionPercent(Hip hip, Timepoint visit) {
    return of(hip, visit, findings -> boxed(findings.lesionPercent()));
  }

  static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  /** The visits at which images of any hip were read, in the order of the plan. */
  static List<Timepoint> visits(List<Hip> hips) {
    return hips.stream()
        .flatMap(hip -> hip.imageReadings().stream())
        .map(ImageReading::timepoint)
        .filter(visit -> visit.months().isPresent())
        .distinct()
        .sorted()
        .toList();
  }
}
