package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Deals courses and stages to the hips: the worse ones to the more severe hips, with some chance.
 *
 * <p>The replaced hips are among those that progressed. Of the hips that did not gain more than 20
 * points one was replaced, if any was, so that the share of 83 % holds with the replaced hips (48
 * of 58) and without them (43 of 52).
 */
final class Allocation {
  private final StudyMargins margins;
  private final Draws draws;

  Allocation(StudyMargins margins, Draws draws) {
    this.margins = margins;
    this.draws = draws;
  }

  /** Returns the hips that are to be replaced, after every hip has got its stage and course. */
  List<SubjectHip> deal(List<SubjectHip> hips) {
    List<SubjectHip> bySeverity = new ArrayList<>(hips);
    bySeverity.sort(Comparator.comparingDouble(hip -> hip.severity));
    letTheMostSevereProgress(bySeverity);
    List<SubjectHip> replaced = dealStages(bySeverity);
    dealGains(bySeverity, replaced);
    return replaced;
  }

  private void letTheMostSevereProgress(List<SubjectHip> bySeverity) {
    Map<Etiology, Integer> quiet = new HashMap<>();
    margins.causes().forEach(cause -> quiet.put(cause.cause(), cause.hips() - cause.progressed()));
    for (SubjectHip hip : bySeverity) {
      if (quiet.merge(hip.subject.cause, -1, Integer::sum) < 0) {
        hip.course = Course.PROGRESSED;
      }
    }
  }

  private List<SubjectHip> dealStages(List<SubjectHip> bySeverity) {
    List<SubjectHip> progressed =
        inOrderOf(where(bySeverity, hip -> hip.course == Course.PROGRESSED), hip -> hip.severity);
    List<SubjectHip> quiet =
        inOrderOf(where(bySeverity, hip -> hip.course != Course.PROGRESSED), hip -> hip.severity);
    List<SubjectHip> replaced = new ArrayList<>();
    for (StageMargin stage : margins.stages()) {
      List<SubjectHip> worse = take(progressed, stage.progressed());
      List<SubjectHip> better = take(quiet, stage.improved() + stage.stable());
      worse.forEach(hip -> hip.stage = stage.stage());
      better.forEach(hip -> hip.stage = stage.stage());
      dealImprovement(better, stage.improved());
      replaced.addAll(worse.subList(0, stage.replaced()));
    }
    return replaced;
  }

  private void dealImprovement(List<SubjectHip> hips, int improved) {
    inOrderOf(hips, hip -> hip.severity)
        .subList(0, improved)
        .forEach(hip -> hip.course = Course.IMPROVED);
  }

  private void dealGains(List<SubjectHip> hips, List<SubjectHip> replaced) {
    hips.forEach(hip -> hip.gainsOverTwenty = true);
    List<SubjectHip> byChance = inOrderOf(hips, this::hindrance);
    byChance.removeAll(replaced);
    List<SubjectHip> least = take(new ArrayList<>(replaced), Math.min(1, replaced.size()));
    int others = margins.hips() - margins.gainedOverTwenty() - least.size();
    least.addAll(byChance.subList(byChance.size() - others, byChance.size()));
    least.forEach(hip -> hip.gainsOverTwenty = false);
  }

  private double hindrance(SubjectHip hip) {
    return switch (hip.course) {
      case IMPROVED -> 0;
      case STABLE -> 0.7;
      case PROGRESSED -> 1.7;
    };
  }

  /** Sorts by a measure to which chance adds one standard deviation. */
  private List<SubjectHip> inOrderOf(List<SubjectHip> hips, ToDoubleFunction<SubjectHip> measure) {
    Map<SubjectHip, Double> rank = new HashMap<>();
    hips.forEach(hip -> rank.put(hip, measure.applyAsDouble(hip) + draws.normal()));
    List<SubjectHip> ordered = new ArrayList<>(hips);
    ordered.sort(Comparator.comparing(rank::get));
    return ordered;
  }

  private static List<SubjectHip> take(List<SubjectHip> from, int count) {
    List<SubjectHip> head = from.subList(0, count);
    List<SubjectHip> taken = new ArrayList<>(head);
    head.clear();
    return taken;
  }

  private static List<SubjectHip> where(List<SubjectHip> hips, Predicate<SubjectHip> condition) {
    return hips.stream().filter(condition).toList();
  }
}
