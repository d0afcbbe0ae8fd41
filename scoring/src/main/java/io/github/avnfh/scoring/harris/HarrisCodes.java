package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A form as texts by the codes of its items. */
final class HarrisCodes {
  private static final String MET = "yes";
  private static final String NOT_MET = "no";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]+)?");
  private static final List<String> ITEMS = Stream.<HarrisItem[]>of(
          Question.values(), DeformityCriterion.values(), Motion.values())
      .flatMap(Stream::of)
      .map(Coded::code)
      .toList();

  private final Map<String, String> codes;

  private HarrisCodes(Map<String, String> codes) {
    this.codes = codes;
  }

  static HarrisForm form(Map<String, String> codes) {
    if (!ITEMS.containsAll(codes.keySet())) {
      throw new IllegalArgumentException("item of the Harris Hip Score [code] must be one of "
          + String.join(", ", ITEMS) + ", but was another");
    }
    return new HarrisCodes(Map.copyOf(codes)).form();
  }

  private HarrisForm form() {
    return HarrisForm.builder()
        .pain(answer(Question.PAIN, Pain::parse))
        .limp(answer(Question.LIMP, Limp::parse))
        .support(answer(Question.SUPPORT, Support::parse))
        .distance(answer(Question.DISTANCE, WalkingDistance::parse))
        .stairs(answer(Question.STAIRS, Stairs::parse))
        .shoesAndSocks(answer(Question.SHOES_AND_SOCKS, ShoesAndSocks::parse))
        .sitting(answer(Question.SITTING, Sitting::parse))
        .transport(answer(Question.TRANSPORT, PublicTransport::parse))
        .deformity(deformity())
        .rangeOfMotion(RangeOfMotion.builder()
            .flexionDegrees(number(Motion.FLEXION))
            .abductionDegrees(number(Motion.ABDUCTION))
            .adductionDegrees(number(Motion.ADDUCTION))
            .externalRotationDegrees(number(Motion.EXTERNAL_ROTATION))
            .internalRotationDegrees(number(Motion.INTERNAL_ROTATION))
            .build())
        .build();
  }

  private Deformity deformity() {
    Deformity.Builder deformity = Deformity.builder()
        .fixedFlexionDegrees(measured(DeformityCriterion.FIXED_FLEXION))
        .fixedAdductionDegrees(measured(DeformityCriterion.FIXED_ADDUCTION))
        .fixedInternalRotationDegrees(measured(DeformityCriterion.FIXED_INTERNAL_ROTATION))
        .legLengthDifferenceCm(measured(DeformityCriterion.LEG_LENGTH_DIFFERENCE));
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      text(criterion)
          .filter(HarrisCodes::isJudgment)
          .ifPresent(text -> deformity.putJudged(criterion, text.equals(MET)));
    }
    return deformity.build();
  }

  private static boolean isJudgment(String text) {
    return text.equals(MET) || text.equals(NOT_MET);
  }

  private OptionalDouble measured(DeformityCriterion criterion) {
    return text(criterion).filter(HarrisCodes::isJudgment).isPresent()
        ? OptionalDouble.empty()
        : number(criterion);
  }

  private Optional<String> text(HarrisItem item) {
    return Optional.ofNullable(codes.get(item.code())).filter(text -> !text.isEmpty());
  }

  private <A> Optional<A> answer(Question question, Function<String, A> parse) {
    return text(question).map(parse);
  }

  private OptionalDouble number(HarrisItem item) {
    Optional<String> text = text(item);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!NUMBER.matcher(text.get()).matches()) {
      throw new IllegalArgumentException(item.code()
          + " [number] must have digits and a decimal point only, but was another text");
    }
    return OptionalDouble.of(Double.parseDouble(text.get()));
  }

  static Map<String, String> of(HarrisForm form) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (Question question : Question.values()) {
      form.answer(question).ifPresent(answer -> codes.put(question.code(), answer.code()));
    }
    Deformity deformity = form.deformity();
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      OptionalDouble measured = deformity.measured(criterion);
      if (measured.isPresent()) {
        codes.put(criterion.code(), text(measured.getAsDouble()));
      } else {
        deformity
            .isMet(criterion)
            .ifPresent(met -> codes.put(criterion.code(), met ? MET : NOT_MET));
      }
    }
    for (Motion motion : Motion.values()) {
      form.rangeOfMotion()
          .degrees(motion)
          .ifPresent(degrees -> codes.put(motion.code(), text(degrees)));
    }
    return Collections.unmodifiableMap(codes);
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
