package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Says item by item where the points of a score come from. */
final class HarrisExplanation {
  private HarrisExplanation() {}

  static List<ItemPoints> of(HarrisScore score) {
    List<ItemPoints> items = new ArrayList<>();
    for (HarrisQuestion question : HarrisQuestion.values()) {
      items.add(answered(question, score.form().answer(question)));
    }
    items.add(examined(
        HarrisDomain.DEFORMITY,
        score,
        HarrisRules.DEFORMITY,
        criteria(score.form().deformity())));
    items.add(examined(
        HarrisDomain.RANGE_OF_MOTION,
        score,
        score.rangeOfMotionMethod().rule(),
        motions(score.form().rangeOfMotion())));
    return List.copyOf(items);
  }

  private static ItemPoints answered(HarrisQuestion question, Optional<? extends Level> answer) {
    String inputs = question.code() + " " + answer.map(Level::code).orElse("missing");
    return ImmutableItemPoints.builder()
        .domain(question.domain())
        .points(
            answer.isPresent() ? OptionalDouble.of(answer.get().points()) : OptionalDouble.empty())
        .reason(Reason.of(HarrisRules.question(question), inputs))
        .build();
  }

  private static ItemPoints examined(
      HarrisDomain domain, HarrisScore score, Rule rule, String inputs) {
    return ImmutableItemPoints.builder()
        .domain(domain)
        .points(score.subtotal(domain))
        .reason(Reason.of(rule, inputs))
        .build();
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
