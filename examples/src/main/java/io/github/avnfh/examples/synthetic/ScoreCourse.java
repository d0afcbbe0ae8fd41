package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;
import java.util.List;

/**
 * Draws pain and the Harris Hip Score of every hip at every visit.
 *
 * <p>A hip's complaint at a visit is what its patient and it bring along, made worse by a
 * progression that the images show and by a poor response, plus chance; pain follows the complaint,
 * and the Harris Hip Score runs against it. Visits without a printed mean lie between their
 * neighbors.
 */
final class ScoreCourse {
  private static final int HIGHEST_PAIN = 100;
  private static final int HIGHEST_HARRIS = 1_000;
  private static final int UNITS_PER_POINT = 10;

  /**
   * Twenty points, in tenths; a gain of exactly twenty is avoided, as its sign depends on rounding.
   */
  private static final int TWENTY_POINTS = 200;

  private final StudyMargins margins;
  private final Draws draws;

  ScoreCourse(StudyMargins margins, Draws draws) {
    this.margins = margins;
    this.draws = draws;
  }

  void fill(List<SubjectHip> hips) {
    double[] habit = hips.stream().mapToDouble(hip -> habit(hip)).toArray();
    for (Timepoint visit : List.of(
        Schedule.BASELINE,
        Schedule.MONTH_3,
        Schedule.MONTH_6,
        Schedule.MONTH_12,
        Schedule.MONTH_24)) {
      double[] complaint = complaint(hips, habit, visit);
      fillPain(hips, complaint, visit);
      if (!visit.equals(Schedule.MONTH_3)) {
        fillHarris(hips, complaint, visit);
      }
    }
    hips.forEach(this::fillUnprinted);
  }

  /** What patient and hip bring along at every visit, standard deviation about 0.8. */
  private double habit(SubjectHip hip) {
    return 0.5 * hip.subject.constitution + 0.3 * hip.severity + 0.3 * draws.normal();
  }

  private double[] complaint(List<SubjectHip> hips, double[] habit, Timepoint visit) {
    double[] complaint = new double[hips.size()];
    for (int i = 0; i < complaint.length; i++) {
      complaint[i] = habit[i] + burden(hips.get(i), visit) + 0.5 * draws.normal();
    }
    return complaint;
  }

  private static double burden(SubjectHip hip, Timepoint visit) {
    if (visit.equals(Schedule.BASELINE)) {
      return 0;
    }
    double poorResponse = hip.gainsOverTwenty ? 0 : 0.8;
    if (hip.isReplacedBy(visit)) {
      return poorResponse - 0.4;
    }
    return poorResponse + (hip.hasProgressedBy(visit) ? 1.0 : 0);
  }

  private void fillPain(List<SubjectHip> hips, double[] complaint, Timepoint visit) {
    Bounds bounds = Bounds.everywhere(hips.size(), 0, HIGHEST_PAIN);
    int[] pain = new ExactSpread(margins.pain(visit), UNITS_PER_POINT, draws)
        .fit(withChance(complaint, 1), bounds);
    for (int i = 0; i < pain.length; i++) {
      hips.get(i).pain.set(visit, pain[i]);
    }
  }

  private void fillHarris(List<SubjectHip> hips, double[] complaint, Timepoint visit) {
    Bounds bounds = Bounds.everywhere(hips.size(), 0, HIGHEST_HARRIS);
    if (visit.equals(Schedule.BASELINE)) {
      leaveRoomForGains(hips, bounds);
    }
    if (visit.equals(Schedule.MONTH_24)) {
      boundGains(hips, bounds);
    }
    int[] harris = new ExactSpread(margins.harrisHipScore(visit), UNITS_PER_POINT, draws)
        .fit(withChance(complaint, -1), bounds);
    for (int i = 0; i < harris.length; i++) {
      hips.get(i).harris.set(visit, harris[i]);
    }
  }

  /** A hip that is going to gain more than twenty points cannot begin within twenty of the best. */
  private static void leaveRoomForGains(List<SubjectHip> hips, Bounds bounds) {
    for (int i = 0; i < hips.size(); i++) {
      if (hips.get(i).gainsOverTwenty) {
        bounds.narrow(i, 0, HIGHEST_HARRIS - TWENTY_POINTS - 1);
      }
    }
  }

  private static void boundGains(List<SubjectHip> hips, Bounds bounds) {
    for (int i = 0; i < hips.size(); i++) {
      SubjectHip hip = hips.get(i);
      int mark = hip.harris.at(Schedule.BASELINE) + TWENTY_POINTS;
      bounds.narrow(
          i, hip.gainsOverTwenty ? mark + 1 : 0, hip.gainsOverTwenty ? HIGHEST_HARRIS : mark - 1);
    }
  }

  private double[] withChance(double[] complaint, int sign) {
    double[] shape = new double[complaint.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sign * complaint[i] + 0.6 * draws.normal();
    }
    return shape;
  }

  private void fillUnprinted(SubjectHip hip) {
    between(hip.harris, Schedule.BASELINE, Schedule.MONTH_6, Schedule.MONTH_3);
    for (Trace score : List.of(hip.pain, hip.harris)) {
      between(score, Schedule.BASELINE, Schedule.MONTH_3, Schedule.MONTH_1);
      between(score, Schedule.MONTH_12, Schedule.MONTH_24, Schedule.MONTH_18);
    }
  }

  private void between(Trace score, Timepoint before, Timepoint after, Timepoint visit) {
    double share = draws.uniform(0.4, 0.75);
    int start = score.at(before);
    score.set(visit, start + (int) Math.rint(share * (score.at(after) - start)));
  }
}
