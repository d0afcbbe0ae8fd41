package io.github.avnfh.examples.benchmark;

import io.github.avnfh.scoring.AnswerOption;
import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Complete Harris forms as columns, and the least code that scores them. */
final class HarrisColumns {
  private static final AnswerOption[][] LEVELS = {
    Pain.values(),
    Limp.values(),
    Support.values(),
    WalkingDistance.values(),
    Stairs.values(),
    ShoesAndSocks.values(),
    Sitting.values(),
    PublicTransport.values()
  };
  private static final int MOTIONS = 5;
  private static final int CRITERIA = 4;
  private static final int[] MOST_DEGREES = {150, 50, 50, 50, 50};
  private static final int[] CUTS = {30, 10, 10, 3};
  private static final int[] COUNTED_AT_MOST = {140, 40, 40, 40, 40};

  private final int forms;
  private final byte[] answers;
  private final byte[] points;
  private final double[] motions;
  private final double[] deformities;

  private HarrisColumns(int forms) {
    this.forms = forms;
    this.answers = new byte[forms * LEVELS.length];
    this.points = new byte[forms * LEVELS.length];
    this.motions = new double[forms * MOTIONS];
    this.deformities = new double[forms * CRITERIA];
  }

  static HarrisColumns random(int forms, long seed) {
    HarrisColumns columns = new HarrisColumns(forms);
    SplittableRandom random = new SplittableRandom(seed);
    for (int form = 0; form < forms; form++) {
      columns.fill(form, random);
    }
    return columns;
  }

  private void fill(int form, SplittableRandom random) {
    for (int item = 0; item < LEVELS.length; item++) {
      int answer = random.nextInt(LEVELS[item].length);
      answers[form * LEVELS.length + item] = (byte) answer;
      points[form * LEVELS.length + item] = (byte) LEVELS[item][answer].points();
    }
    for (int motion = 0; motion < MOTIONS; motion++) {
      motions[form * MOTIONS + motion] = random.nextInt(MOST_DEGREES[motion] + 1);
    }
    boolean straight = random.nextInt(4) > 0;
    for (int criterion = 0; criterion < CRITERIA; criterion++) {
      int most = straight ? CUTS[criterion] : 2 * CUTS[criterion];
      deformities[form * CRITERIA + criterion] = random.nextInt(most);
    }
  }

  List<HarrisForm> forms() {
    return IntStream.range(0, forms).mapToObj(this::form).toList();
  }

  private HarrisForm form(int form) {
    return HarrisForm.builder()
        .pain((Pain) level(form, 0))
        .limp((Limp) level(form, 1))
        .support((Support) level(form, 2))
        .distance((WalkingDistance) level(form, 3))
        .stairs((Stairs) level(form, 4))
        .shoesAndSocks((ShoesAndSocks) level(form, 5))
        .sitting((Sitting) level(form, 6))
        .transport((PublicTransport) level(form, 7))
        .deformity(Deformity.builder()
            .fixedFlexionDegrees(deformities[form * CRITERIA])
            .fixedAdductionDegrees(deformities[form * CRITERIA + 1])
            .fixedInternalRotationDegrees(deformities[form * CRITERIA + 2])
            .legLengthDifferenceCm(deformities[form * CRITERIA + 3])
            .build())
        .rangeOfMotion(RangeOfMotion.builder()
            .flexionDegrees(motions[form * MOTIONS])
            .abductionDegrees(motions[form * MOTIONS + 1])
            .adductionDegrees(motions[form * MOTIONS + 2])
            .externalRotationDegrees(motions[form * MOTIONS + 3])
            .internalRotationDegrees(motions[form * MOTIONS + 4])
            .build())
        .build();
  }

  private AnswerOption level(int form, int item) {
    return LEVELS[item][answers[form * LEVELS.length + item]];
  }

  double index(int form) {
    int first = form * MOTIONS;
    double flexion = motions[first];
    double abduction = motions[first + 1];
    double tenths = 10 * Math.min(flexion, 45)
        + 6 * Math.max(0, Math.min(flexion, 90) - 45)
        + 3 * Math.max(0, Math.min(flexion, 110) - 90)
        + 8 * Math.min(abduction, 15)
        + 3 * Math.max(0, Math.min(abduction, 20) - 15)
        + 2 * Math.min(motions[first + 2], 15)
        + 4 * Math.min(motions[first + 3], 15);
    return items(form) + Math.min(tenths / 200, 5);
  }

  double arc(int form) {
    double sum = 0;
    for (int motion = 0; motion < MOTIONS; motion++) {
      sum += Math.min(motions[form * MOTIONS + motion], COUNTED_AT_MOST[motion]);
    }
    return items(form) + band(sum);
  }

  private static int band(double sum) {
    if (sum > 160) {
      return sum > 210 ? 5 : 4;
    }
    if (sum > 60) {
      return sum > 100 ? 3 : 2;
    }
    return sum > 30 ? 1 : 0;
  }

  private int items(int form) {
    int sum = 0;
    for (int i = form * LEVELS.length; i < (form + 1) * LEVELS.length; i++) {
      sum += points[i];
    }
    int first = form * CRITERIA;
    boolean straight = deformities[first] < 30
        && deformities[first + 1] < 10
        && deformities[first + 2] < 10
        && deformities[first + 3] < 3.2;
    return sum + (straight ? 4 : 0);
  }
}
