package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import io.github.avnfh.scoring.internal.AwellScore;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the full and the modified score, each with its source. */
final class HarrisRules {
  private static final String VERSION = "1.0";

  private static final Citation HARRIS_1969 = Citation.of(
      "Harris WH",
      "Traumatic arthritis of the hip after dislocation and acetabular fractures: treatment by mold"
          + " arthroplasty. An end-result study using a new method of result evaluation",
      "J Bone Joint Surg Am 1969;51-A(4):737-55",
      "10.2106/00004623-196951040-00012");

  private static final Citation TOTAL_ARC_TABLE =
      AwellScore.of("range-of-motion table of the Harris Hip Score");

  private static final Citation OPEN_EHR = Citation.of(
      "openEHR Foundation",
      "Archetype openEHR-EHR-OBSERVATION.harris_hip.v0",
      "github.com/openEHR/CKM-mirror, revision 17d5087");

  static final Rule PAIN = answers("HHS-PAIN", Pain.values(), "by level of pain");

  static final Rule LIMP = answers("HHS-LIMP", Limp.values(), "by level of limp");

  static final Rule SUPPORT = answers("HHS-SUPPORT", Support.values(), "by support needed");

  static final Rule DISTANCE =
      answers("HHS-DISTANCE", WalkingDistance.values(), "by distance walked");

  static final Rule STAIRS = answers("HHS-STAIRS", Stairs.values(), "by manner of climbing stairs");

  static final Rule SHOES_AND_SOCKS = answers("HHS-SHOES-SOCKS", ShoesAndSocks.values(), "by ease");

  static final Rule SITTING = answers("HHS-SITTING", Sitting.values(), "by chair and time");

  static final Rule TRANSPORT =
      Rule.of("HHS-TRANSPORT", VERSION, "1 point if able, otherwise 0", HARRIS_1969);

  static final Rule GRADE = Rule.of(
      "HHS-GRADE",
      VERSION,
      "below 70 points poor, to below 80 fair, to below 90 good, 90 and more excellent, without"
          + " rounding before",
      OPEN_EHR);

  static final Rule MODIFIED = Rule.of(
      "MHHS-SUM",
      VERSION,
      "pain and function without deformity and range of motion, 0 to 91 points; the variant says on"
          + " which scale",
      OPEN_EHR);

  static final Rule DEFORMITY = Rule.of(
      "HHS-DEFORMITY",
      VERSION,
      "4 points if fixed flexion is below 30 degrees, fixed adduction and fixed internal rotation in"
          + " extension below 10 degrees, and the legs differ by less than 3.2 cm; otherwise 0",
      HARRIS_1969);

  static final Rule RANGE_OF_MOTION_INDEX = Rule.of(
      "HHS-ROM-INDEX-1969",
      VERSION,
      "degrees within each arc times the factor of the arc, summed, times 0.05, at most 5 points",
      HARRIS_1969);

  static final Rule RANGE_OF_MOTION_ARC = Rule.of(
      "HHS-ROM-TOTAL-ARC",
      VERSION,
      "the sum of five motions, each counted at most at its normal maximum: to 30 degrees 0 points,"
          + " to 60 1, to 100 2, to 160 3, to 210 4, to 300 5",
      TOTAL_ARC_TABLE);

  static final Rule RANGE_OF_MOTION_BANDS = Rule.of(
      "HHS-ROM-INDEX-IN-BANDS",
      VERSION,
      "each motion in bands that carry the index of 1969 at their upper end, summing to 5 points",
      Citation.of(
          "openEHR Foundation",
          "Archetype openEHR-EHR-OBSERVATION.harris_hip.v0, with its misprints of 0.04 and 0.08"
              + " points for the first two bands of flexion corrected to 0.4 and 0.8",
          "github.com/openEHR/CKM-mirror, revision 17d5087"));

  private HarrisRules() {}

  static Rule question(Question question) {
    return switch (question) {
      case PAIN -> PAIN;
      case LIMP -> LIMP;
      case SUPPORT -> SUPPORT;
      case DISTANCE -> DISTANCE;
      case STAIRS -> STAIRS;
      case SHOES_AND_SOCKS -> SHOES_AND_SOCKS;
      case SITTING -> SITTING;
      case TRANSPORT -> TRANSPORT;
    };
  }

  /** States the points that the answers to a question give, from the most to the least. */
  private static Rule answers(String id, HarrisAnswer[] answers, String by) {
    List<String> points = Stream.of(answers)
        .map(answer -> String.valueOf(answer.points()))
        .distinct()
        .toList();
    int last = points.size() - 1;
    String statement =
        String.join(", ", points.subList(0, last)) + " or " + points.get(last) + " points " + by;
    return Rule.of(id, VERSION, statement, HARRIS_1969);
  }
}
