package io.github.avnfh.examples.report;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.lesion.StudyLesionBand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The hips of a cohort by one of their properties at baseline, in the order of its scale; every hip
 * lies in one group, and no group is empty.
 *
 * @param name what the hips are divided by
 * @param groups the hips by label
 */
record Grouping(String name, Map<String, List<Hip>> groups) {
  static final String BELOW_30 = "below 30 %";
  private static final String NOT_RECORDED = "not recorded";
  static final String FROM_30_TO_50 = "30 to 50 %";

  static Grouping byStage(List<Hip> hips) {
    return of(
        "stage",
        hips,
        labels(SteinbergStage.values()),
        hip -> hip.baselineStage().code());
  }

  static Grouping byCause(List<Hip> hips) {
    List<String> labels = new ArrayList<>(labels(Etiology.values()));
    labels.remove(words(Etiology.UNKNOWN));
    labels.add(NOT_RECORDED);
    return of("cause", hips, labels, Grouping::cause);
  }

  private static String cause(Hip hip) {
    return hip.etiology() == Etiology.UNKNOWN ? NOT_RECORDED : words(hip.etiology());
  }

  /** The bands that the study announced; 30 % and 50 % lie in the upper one. */
  static Grouping byLesion(List<Hip> hips) {
    return of(
        "lesion at baseline",
        hips,
        List.of(BELOW_30, FROM_30_TO_50, "above 50 %", "not assessed"),
        Grouping::lesionLabel);
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
    Map<String, List<Hip>> groups = new LinkedHashMap<>();
    for (String each : labels) {
      List<Hip> own = hips.stream().filter(hip -> label.apply(hip).equals(each)).toList();
      if (!own.isEmpty()) {
        groups.put(each, own);
      }
    }
    return new Grouping(name, groups);
  }

  private static <E extends Enum<E> & Coded> List<String> labels(E[] words) {
    return List.of(words).stream().map(Grouping::words).toList();
  }

  static String words(Coded word) {
    return word.code().replace('_', ' ');
  }

  /** A column's name from words. */
  static String name(String words) {
    return words.replace(' ', '_');
  }
}
