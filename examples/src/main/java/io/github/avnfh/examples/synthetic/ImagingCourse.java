package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws what the images show besides the lesion: crescent, flattening with its depression, edema.
 *
 * <p>Every second progressed hip of stages I and II gets a crescent only; the others, and all of
 * stage III, flatten. Most of the flattened ones are depressed by more than 2 mm.
 */
final class ImagingCourse {
  private final StudyMargins margins;
  private final Draws draws;

  ImagingCourse(StudyMargins margins, Draws draws) {
    this.margins = margins;
    this.draws = draws;
  }

  void fill(List<SubjectHip> hips) {
    hips.stream().filter(hip -> hip.stage == SteinbergStage.STAGE_III).forEach(this::addCrescent);
    margins.stages().forEach(stage -> progress(hips, stage.stage()));
    fillEdema(hips);
  }

  private void addCrescent(SubjectHip hip) {
    int crescent = draws.between(80, 400);
    hip.images.forEach(image -> image.crescent = crescent);
  }

  private void progress(List<SubjectHip> hips, SteinbergStage stage) {
    List<SubjectHip> progressed = hips.stream()
        .filter(hip -> hip.stage == stage && hip.course == Course.PROGRESSED)
        .toList();
    for (int i = 0; i < progressed.size(); i++) {
      progress(progressed.get(i), i);
    }
  }

  private void progress(SubjectHip hip, int number) {
    int growth = draws.between(60, 200);
    boolean flattens = hip.stage == SteinbergStage.STAGE_III || number % 2 == 0;
    int depression = number % 4 < 2 ? draws.between(24, 45) : draws.between(8, 16);
    for (Image image : hip.images) {
      if (hip.hasProgressedBy(image.visit)) {
        image.crescent += growth;
        if (flattens) {
          flatten(image, hip.onset.equals(image.visit) ? depression : depression + 3);
        }
      }
    }
  }

  /** The surface collapses the more, the deeper it is depressed: some 7 % for each millimeter. */
  private static void flatten(Image image, int depression) {
    image.depression = depression;
    image.collapsedSurface = 40 + 7 * depression;
  }

  /** All hips start with edema; it persists in the replaced and the progressed ones first. */
  private void fillEdema(List<SubjectHip> hips) {
    List<SubjectHip> slowestFirst = slowestFirst(hips);
    int atSix = hips.size() - margins.edemaDecreased(Schedule.MONTH_6);
    int atTwelve = hips.size() - margins.edemaDecreased(Schedule.MONTH_12);
    for (int i = 0; i < slowestFirst.size(); i++) {
      SubjectHip hip = slowestFirst.get(i);
      for (Image image : hip.images) {
        image.edema = hasEdema(hip, image.visit, i < atSix, i < atTwelve);
      }
    }
  }

  private static boolean hasEdema(
      SubjectHip hip, Timepoint visit, boolean atSix, boolean atTwelve) {
    return switch (visit.code()) {
      case "BL" -> true;
      case "M6" -> atSix;
      case "M12" -> atTwelve;
      default -> atTwelve && hip.course == Course.PROGRESSED;
    };
  }

  private List<SubjectHip> slowestFirst(List<SubjectHip> hips) {
    Map<SubjectHip, Double> slowness = new HashMap<>();
    hips.forEach(hip -> slowness.put(hip, draws.normal() + persistence(hip)));
    List<SubjectHip> ordered = new ArrayList<>(hips);
    ordered.sort(Comparator.comparing(slowness::get, Comparator.reverseOrder()));
    return ordered;
  }

  private static double persistence(SubjectHip hip) {
    if (hip.isReplaced()) {
      return 100;
    }
    return hip.course == Course.PROGRESSED ? 1.5 : 0;
  }
}
