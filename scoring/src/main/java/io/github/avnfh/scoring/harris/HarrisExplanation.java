package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.scoring.AnswerOption;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Says item by item where the points of a score come from. */
final class HarrisExplanation {
  private HarrisExplanation() {}

  static Explanation of(HarrisScore score) {
    List<Reason> reasons = answers(score.form());
    reasons.add(Reason.of(
        HarrisRules.DEFORMITY,
        criteria(score.form().deformity()),
        score.subtotal(HarrisDomain.DEFORMITY)));
    reasons.add(Reason.of(
        score.rangeOfMotionMethod().rule(),
        motions(score.form().rangeOfMotion()),
        score.subtotal(HarrisDomain.RANGE_OF_MOTION)));
    score
        .grade()
        .ifPresent(grade -> reasons.add(
            Reason.of(HarrisRules.GRADE, "total " + score.total().getAsDouble() + " points")));
    return Explanation.of(
        PointsText.of(score.total(), "no total")
            + score.grade().map(grade -> ", " + grade.code()).orElse(""),
        reasons,
        codes(score.missing()));
  }

  static Explanation of(ModifiedHarrisScore score) {
    List<Reason> reasons = answers(score.form());
    reasons.add(Reason.of(HarrisRules.MODIFIED, "scale " + score.variant().code()));
    return Explanation.of(
        PointsText.of(score.total(), "no total"), reasons, codes(score.missing()));
  }

  private static List<Reason> answers(HarrisForm form) {
    List<Reason> reasons = new ArrayList<>();
    for (HarrisQuestion question : HarrisQuestion.values()) {
      reasons.add(answered(question, form.answer(question)));
    }
    return reasons;
  }

  private static Reason answered(HarrisQuestion question, Optional<? extends AnswerOption> answer) {
    String inputs = question.code() + " " + answer.map(AnswerOption::code).orElse("missing");
    return Reason.of(
        HarrisRules.question(question),
        inputs,
        answer.isPresent() ? OptionalDouble.of(answer.get().points()) : OptionalDouble.empty());
  }

  private static List<String> codes(List<HarrisItem> items) {
    return items.stream().map(HarrisItem::code).toList();
  }

  private static String criteria(Deformity deformity) {
    return Arrays.stream(DeformityCriterion.values())
        .map(criterion -> criterion.quantity().name() + " " + finding(deformity, criterion))
        .collect(Collectors.joining(", "));
  }

  private static String finding(Deformity deformity, DeformityCriterion criterion) {
    OptionalDouble measured = deformity.measured(criterion);
    if (measured.isPresent()) {
      return measured.getAsDouble() + " " + criterion.quantity().unit();
    }
    return deformity
        .isMet(criterion)
        .map(met -> (met ? "below " : "not below ") + criterion.cut() + " "
            + criterion.quantity().unit())
        .orElse("missing");
  }

  private static String motions(RangeOfMotion range) {
    return Arrays.stream(Motion.values())
        .map(motion -> motion.quantity().name() + " " + shown(range.degrees(motion)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(OptionalDouble degrees) {
    return degrees.isPresent() ? degrees.getAsDouble() + " degrees" : "missing";
  }
}
