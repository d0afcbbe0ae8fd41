package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The follow-up of made-up hips as columns: ten years at most, four groups of rising hazard, one
 * patient in four with both hips.
 */
final class HipColumns {
  static final List<String> GROUPS = List.of("I", "II", "III", "IV");

  private static final double LONGEST = 3652;
  private static final double SLOWEST = 12_000;

  final int[] days;
  final double[] times;
  final boolean[] events;
  final int[] groups;
  final int[] patients;

  private HipColumns(int hips) {
    days = new int[hips];
    times = new double[hips];
    events = new boolean[hips];
    groups = new int[hips];
    patients = new int[hips];
  }

  static HipColumns random(int hips, long seed) {
    HipColumns columns = new HipColumns(hips);
    SplittableRandom random = new SplittableRandom(seed);
    int patient = 0;
    boolean second = true;
    for (int hip = 0; hip < hips; hip++) {
      second = !second && random.nextInt(4) == 0;
      patient += second || hip == 0 ? 0 : 1;
      columns.patients[hip] = patient;
      columns.groups[hip] = random.nextInt(GROUPS.size());
      columns.follow(hip, random);
    }
    return columns;
  }

  private void follow(int hip, SplittableRandom random) {
    double event = -Math.log(1 - random.nextDouble()) * SLOWEST / (1 + groups[hip]);
    double end = random.nextDouble() * LONGEST;
    events[hip] = event <= end;
    times[hip] = Math.min(event, end);
    days[hip] = (int) times[hip];
  }

  int size() {
    return days.length;
  }

  int patientCount() {
    return patients[patients.length - 1] + 1;
  }

  FollowUpBuilder inDays() {
    return FollowUp.ofDays(days, events).groups(groups, GROUPS);
  }

  FollowUpBuilder inTimes() {
    return FollowUp.ofTimes(times, events).groups(groups, GROUPS);
  }
}
