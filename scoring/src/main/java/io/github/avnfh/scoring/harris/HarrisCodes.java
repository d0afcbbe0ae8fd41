package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as texts by the codes of its items. */
final class HarrisCodes {
  private static final String MET = "yes";
  private static final String NOT_MET = "no";
  private static final Codes CODES = Codes.of(
      "Harris Hip Score",
      Stream.<HarrisItem[]>of(Question.values(), DeformityCriterion.values(), Motion.values())
          .flatMap(Stream::of)
          .map(Coded::code)
          .toList());

  private final CsvRow row;

  private HarrisCodes(CsvRow row) {
    this.row = row;
  }

  static HarrisForm form(Map<String, ? extends @Nullable Object> codes) {
    return CODES.read(codes, row -> Optional.of(new HarrisCodes(row).form()));
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
            .flexionDegrees(measured(Motion.FLEXION))
            .abductionDegrees(measured(Motion.ABDUCTION))
            .adductionDegrees(measured(Motion.ADDUCTION))
            .externalRotationDegrees(measured(Motion.EXTERNAL_ROTATION))
            .internalRotationDegrees(measured(Motion.INTERNAL_ROTATION))
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
      judged(criterion).ifPresent(met -> deformity.putJudged(criterion, met));
    }
    return deformity.build();
  }

  private Optional<Boolean> judged(DeformityCriterion criterion) {
    return row.text(criterion.code()).flatMap(text -> switch (text) {
      case MET, "true" -> Optional.of(true);
      case NOT_MET, "false" -> Optional.of(false);
      default -> Optional.empty();
    });
  }

  private OptionalDouble measured(DeformityCriterion criterion) {
    return judged(criterion).isPresent()
        ? OptionalDouble.empty()
        : row.number(criterion.code(), criterion.quantity());
  }

  private OptionalDouble measured(Motion motion) {
    return row.number(motion.code(), motion.quantity());
  }

  private <A> Optional<A> answer(Question question, Function<String, A> parse) {
    return row.optional(question.code(), parse);
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
        codes.put(criterion.code(), CsvOutput.number(measured));
      } else {
        deformity
            .isMet(criterion)
            .ifPresent(met -> codes.put(criterion.code(), met ? MET : NOT_MET));
      }
    }
    for (Motion motion : Motion.values()) {
      form.rangeOfMotion()
          .degrees(motion)
          .ifPresent(degrees -> codes.put(motion.code(), CsvOutput.number(degrees)));
    }
    return Collections.unmodifiableMap(codes);
  }
}
