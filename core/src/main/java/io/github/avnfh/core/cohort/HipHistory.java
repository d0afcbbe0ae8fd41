package io.github.avnfh.core.cohort;

import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** What happened to a hip, in order, each thing once. */
final class HipHistory {
  private static final OptionalDouble MINUS_ZERO = OptionalDouble.of(-0.0);
  private static final Comparator<Visit> VISITS =
      Comparator.comparingInt(Visit::day).thenComparing(Visit::timepoint);
  private static final Comparator<ImageReading> IMAGE_READINGS = Comparator.comparingInt(
          ImageReading::day)
      .thenComparing(ImageReading::timepoint)
      .thenComparing(ImageReading::modality)
      .thenComparing(ImageReading::reader);

  private static final Comparator<CoreDecompression> DECOMPRESSIONS =
      Comparator.comparingInt(CoreDecompression::day);
  private static final Comparator<Injection> INJECTIONS =
      Comparator.comparingInt(Injection::number);

  private static final Comparator<Visit> MOMENTS = Comparator.comparing(Visit::timepoint);
  private static final Comparator<ImageReading> READINGS = Comparator.comparing(
          ImageReading::timepoint)
      .thenComparing(ImageReading::modality)
      .thenComparing(ImageReading::reader);

  private HipHistory() {}

  private record Reading(Visit.Key visit, Modality modality, String reader) {}

  static Hip inOrder(Hip hip) {
    return isInOrder(hip.visits(), VISITS)
            && isInOrder(hip.imageReadings(), IMAGE_READINGS)
            && isInOrder(hip.decompressions(), DECOMPRESSIONS)
            && isInOrder(hip.injections(), INJECTIONS)
            && isInOrder(hip.recordedStages(), Comparator.naturalOrder())
            && !MINUS_ZERO.equals(hip.conservativeTherapyMonths())
        ? hip
        : hip.withHistory(
            sorted(hip.decompressions(), DECOMPRESSIONS),
            sorted(hip.injections(), INJECTIONS),
            sorted(hip.visits(), VISITS),
            sorted(hip.imageReadings(), IMAGE_READINGS));
  }

  private static <T> List<T> sorted(List<T> things, Comparator<T> order) {
    return things.stream().sorted(order).toList();
  }

  private static <T> boolean isInOrder(List<T> things, Comparator<T> order) {
    for (int i = 1; i < things.size(); i++) {
      if (order.compare(things.get(i - 1), things.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Things that stand in an order which never ties are distinct. */
  static void check(Hip hip) {
    unique(
        hip.recordedStages(),
        Comparator.comparing(RecordedStage::system),
        RecordedStage::system,
        "recorded stages of a hip [distinct systems]");
    unique(hip.visits(), MOMENTS, Visit::key, "visits of a hip [distinct moments]");
    unique(
        hip.imageReadings(),
        READINGS,
        HipHistory::reading,
        "examinations of a hip [distinct moments, modalities and readers]");
    unique(
        hip.decompressions(),
        DECOMPRESSIONS,
        CoreDecompression::day,
        "decompressions of a hip [distinct days]");
    unique(
        hip.injections(), INJECTIONS, Injection::number, "injections of a hip [distinct numbers]");
  }

  private static Reading reading(ImageReading images) {
    return new Reading(
        Visit.Key.of(images.timepoint(), images.day()), images.modality(), images.reader());
  }

  private static <T> void unique(
      List<T> things, Comparator<T> order, Function<T, Object> key, String what) {
    if (isInOrder(things, order)) {
      return;
    }
    Set<Object> distinct = new HashSet<>();
    things.forEach(thing -> distinct.add(key.apply(thing)));
    if (distinct.size() < things.size()) {
      throw new IllegalArgumentException(
          what + " must be " + things.size() + ", but were " + distinct.size());
    }
  }
}
