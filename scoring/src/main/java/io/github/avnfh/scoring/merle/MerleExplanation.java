package io.github.avnfh.scoring.merle;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Says domain by domain where the points of a score come from. */
final class MerleExplanation {
  private static final String VERSION = "1.0";

  private static final Citation TABLE = Citation.of(
      "Zhou X, Zhang Q, Song W, Zhou D, He Y",
      "Clinical significance of three-dimensional skeleton-arterial model in the management of"
          + " delayed reconstruction of acetabular fractures",
      "BMC Surg 2018, Table 2",
      "10.1186/s12893-018-0362-y");

  private static final Rule PAIN = Rule.of(
      "MERLE-PAIN",
      VERSION,
      "6 points without pain, 5 mild and inconstant, 4 mild on walking and gone at rest, 3 tolerable"
          + " with limited activity, 2 severe on walking, 1 severe even at night, 0 intense and"
          + " permanent",
      TABLE);

  private static final Rule WALKING = Rule.of(
      "MERLE-WALKING",
      VERSION,
      "6 points if normal, 5 with a slight limp and no cane, 4 far with a cane, 3 under an hour with"
          + " a cane, 2 only with canes, 1 only with crutches, 0 not at all",
      TABLE);

  private static final Rule MOBILITY = Rule.of(
      "MERLE-MOBILITY",
      VERSION,
      "6 points for flexion over 90 degrees, 5 for 80 to 90, 4 for 60 to 80, 3 for 40 to 60, 2 under"
          + " 40, 1 without movement, 0 stiff in a bad position; judged, because the bounds overlap",
      TABLE);

  private static final Rule GRADE = Rule.of(
      "MERLE-GRADE",
      VERSION,
      "18 points excellent, 15 to 17 good, 13 and 14 fair, below 13 poor; none where a domain is"
          + " missing",
      TABLE);

  private MerleExplanation() {}

  static Explanation of(MerleScore score) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(judged(PAIN, "pain", score.pain()));
    reasons.add(judged(WALKING, "walking", score.walking()));
    reasons.add(judged(MOBILITY, "mobility", score.mobility()));
    OptionalDouble total = points(score.total());
    if (total.isPresent()) {
      reasons.add(Reason.of(GRADE, "total " + PointsText.of(total, "")));
    }
    String grade = score.grade().map(given -> ", " + given.code()).orElse("");
    return Explanation.of(PointsText.of(total, "no total") + grade, reasons, missing(score));
  }

  private static Reason judged(Rule rule, String domain, OptionalInt level) {
    String found = level.isPresent() ? "level " + level.getAsInt() : "missing";
    return Reason.of(rule, domain + " " + found, points(level));
  }

  private static OptionalDouble points(OptionalInt level) {
    return level.isPresent() ? OptionalDouble.of(level.getAsInt()) : OptionalDouble.empty();
  }

  private static List<String> missing(MerleScore score) {
    List<String> missing = new ArrayList<>();
    if (score.pain().isEmpty()) {
      missing.add("pain");
    }
    if (score.walking().isEmpty()) {
      missing.add("walking");
    }
    if (score.mobility().isEmpty()) {
      missing.add("mobility");
    }
    return missing;
  }
}
