package io.github.avnfh.examples.report;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.lesion.StudyLesionBand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The groups into which a report divides hips by a property at baseline, in the order of its scale;
 * only those in which there are hips.
 */
final class BaselineGroupings {
  static final String BELOW_30 = "below 30 %";
  static final String NOT_RECORDED = "not recorded";
  static final String FROM_30_TO_50 = "30 to 50 %";

  private BaselineGroupings() {}

  /**
   * By the Steinberg stage; where no hip has one, by the stage of the first other system in which
   * stages were recorded.
   */
  static Grouping byStage(List<Hip> hips) {
    Optional<StageSystem> system =
        hips.stream().anyMatch(hip -> hip.baselineStage().isKnown())
            ? Optional.empty()
            : hips.stream()
                .flatMap(hip -> hip.recordedStages().stream())
                .map(RecordedStage::system)
                .min(Comparator.naturalOrder());
    List<String> labels = new ArrayList<>(
        system.map(StageSystem::stages).orElseGet(() -> labels(SteinbergStage.values())));
    labels.remove(SteinbergStage.UNKNOWN.code());
    labels.add(NOT_RECORDED);
    return of(
        system.map(BaselineGroupings::stageTitle).orElse("stage"),
        hips,
        labels,
        hip -> stage(hip, system));
  }

  private static String stageTitle(StageSystem system) {
    return system == StageSystem.JIC_STAGE || system == StageSystem.JIC_TYPE
        ? system.title()
        : system.title() + " stage";
  }

  private static String stage(Hip hip, Optional<StageSystem> system) {
    Optional<String> stage = system.isPresent()
        ? hip.recordedStage(system.get()).map(RecordedStage::stage)
        : Optional.of(hip.baselineStage()).filter(Coded::isKnown).map(Coded::code);
    return stage.orElse(NOT_RECORDED);
  }

  /** The name of a grouping with the system of the stage. */
  static String title(Grouping grouping) {
    return grouping.name().equals("stage") ? "Steinberg stage" : grouping.name();
  }

  static Grouping byCause(List<Hip> hips) {
    List<String> labels = new ArrayList<>(labels(Etiology.values()));
    labels.remove(Etiology.UNKNOWN.words());
    labels.add(NOT_RECORDED);
    return of("cause", hips, labels, BaselineGroupings::cause);
  }

  private static String cause(Hip hip) {
    return hip.etiology().isKnown() ? hip.etiology().words() : NOT_RECORDED;
  }

  /** The bands that the study announced; 30 % and 50 % lie in the upper one. */
  static Grouping byLesion(List<Hip> hips) {
    return of(
        "lesion at baseline",
        hips,
        List.of(BELOW_30, FROM_30_TO_50, "above 50 %", "not assessed"),
        BaselineGroupings::lesionLabel);
  }

  static Grouping byGrade(List<Hip> hips) {
    List<String> labels = new ArrayList<>(labels(SteinbergGrade.values()));
    labels.add(NOT_RECORDED);
    return of(
        "grade", hips, labels, hip -> hip.baselineGrade().map(Coded::code).orElse(NOT_RECORDED));
  }

  private static String lesionLabel(Hip hip) {
    Optional<Double> extent = AgreedFinding.lesionPercent(hip, Timepoint.baseline());
    if (extent.isEmpty()) {
      return "not assessed";
    }
    return StudyLesionBand.of(extent.get())
        .map(band -> band == StudyLesionBand.BELOW_30 ? BELOW_30 : FROM_30_TO_50)
        .orElse("above 50 %");
  }

  private static Grouping of(
      String name, List<Hip> hips, List<String> labels, Function<Hip, String> label) {
    return Grouping.of(name, labels, label).onlyOf(hips);
  }

  private static <E extends Enum<E> & Coded> List<String> labels(E[] words) {
    return List.of(words).stream().map(Coded::words).toList();
  }

  /** A column's name from words. */
  static String name(String words) {
    return words.replace(' ', '_');
  }
}
