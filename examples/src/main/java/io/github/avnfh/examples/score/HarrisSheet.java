package io.github.avnfh.examples.score;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
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
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of items: a column for each, a row for each hip and visit. */
final class HarrisSheet {
  private static final String PATIENT = "patient_id";
  private static final String SIDE = "side";
  private static final String VISIT = "visit";
  private static final Pattern POINTS = Pattern.compile("[0-9]{1,3}([.]0{1,2})?");

  private static final List<String> COLUMNS = Stream.concat(
          Stream.of(PATIENT, SIDE, VISIT),
          Stream.<HarrisItem[]>of(
                  HarrisItem.Question.values(), DeformityCriterion.values(), Motion.values())
              .flatMap(Stream::of)
              .map(HarrisItem::code))
      .toList();

  private final CsvInput input;
  private final Problems problems;
  private final boolean points;
  private final Set<List<Object>> seen = new HashSet<>();

  private HarrisSheet(CsvInput input, Problems problems, boolean points) {
    this.input = input.withRequired(COLUMNS);
    this.problems = problems;
    this.points = points;
  }

  /** What the columns hold, a line each. */
  static List<String> columns() {
    List<String> lines = new ArrayList<>(List.of(
        PATIENT + ": an identifier of your choice, no name",
        SIDE + ": L or R",
        VISIT + ": any text"));
    for (HarrisItem.Question question : HarrisItem.Question.values()) {
      lines.add(question.code() + ": "
          + answers(question).stream().map(Coded::code).collect(Collectors.joining(", ")));
    }
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      lines.add(criterion.code() + ": a number");
    }
    for (Motion motion : Motion.values()) {
      lines.add(motion.code() + ": a number");
    }
    return lines;
  }

  private static List<? extends AnswerOption> answers(HarrisItem.Question question) {
    return switch (question) {
      case PAIN -> List.of(Pain.values());
      case LIMP -> List.of(Limp.values());
      case SUPPORT -> List.of(Support.values());
      case DISTANCE -> List.of(WalkingDistance.values());
      case STAIRS -> List.of(Stairs.values());
      case SHOES_AND_SOCKS -> List.of(ShoesAndSocks.values());
      case SITTING -> List.of(Sitting.values());
      case TRANSPORT -> List.of(PublicTransport.values());
    };
  }

  /** The table of a file, whose answers are words, or the points that they carry. */
  static HarrisSheet of(CsvInput input, Problems problems, boolean points) {
    return new HarrisSheet(input, problems, points);
  }

  void forEachForm(Consumer<HarrisRow> action) {
    long rows = input.forEachRow(problems, row -> read(row).ifPresent(action));
    if (rows == 0 && problems.isEmpty()) {
      input.reportNoRows(problems);
    }
  }

  private Optional<HarrisRow> read(CsvRow row) {
    Optional<PatientId> patient = row.required(PATIENT, PatientId::of);
    Optional<Side> side = row.required(SIDE, Side::parse);
    Optional<String> visit = row.required(VISIT, text -> text);
    HarrisForm.Builder form = HarrisForm.builder();
    answers(row, form);
    form.deformity(deformity(row));
    form.rangeOfMotion(rangeOfMotion(row));
    if (patient.isPresent() && side.isPresent() && visit.isPresent()) {
      HipId hip = HipId.of(patient.get(), side.get());
      if (!seen.add(List.of(hip, visit.get()))) {
        row.report(VISIT, "has a row for this hip already; one row per hip and visit was expected");
      }
      if (row.isSound()) {
        return Optional.of(new HarrisRow(hip, visit.get(), form.build()));
      }
    }
    return Optional.empty();
  }

  private void answers(CsvRow row, HarrisForm.Builder form) {
    form.pain(answer(row, HarrisItem.Question.PAIN, Pain::parse, Pain.values()));
    form.limp(answer(row, HarrisItem.Question.LIMP, Limp::parse, Limp.values()));
    form.support(answer(row, HarrisItem.Question.SUPPORT, Support::parse, Support.values()));
    form.distance(answer(
        row, HarrisItem.Question.DISTANCE, WalkingDistance::parse, WalkingDistance.values()));
    form.stairs(answer(row, HarrisItem.Question.STAIRS, Stairs::parse, Stairs.values()));
    form.shoesAndSocks(answer(
        row, HarrisItem.Question.SHOES_AND_SOCKS, ShoesAndSocks::parse, ShoesAndSocks.values()));
    form.sitting(answer(row, HarrisItem.Question.SITTING, Sitting::parse, Sitting.values()));
    form.transport(answer(
        row, HarrisItem.Question.TRANSPORT, PublicTransport::parse, PublicTransport.values()));
  }

  private <T extends AnswerOption> Optional<T> answer(
      CsvRow row, HarrisItem.Question question, Function<String, T> parser, T[] levels) {
    return row.optional(
        question.code(), points ? text -> byPoints(text, levels) : text -> byWord(text, parser));
  }

  private static <T> T byWord(String text, Function<String, T> parser) {
    if (POINTS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text
              + "' is a number; an answer in words was expected, or --points for answers given as points");
    }
    return parser.apply(text);
  }

  /** Two answers that carry the same points score alike, so the first of them does. */
  private static <T extends AnswerOption> T byPoints(String text, T[] levels) {
    if (POINTS.matcher(text).matches()) {
      for (T level : levels) {
        if (level.points() == Double.parseDouble(text)) {
          return level;
        }
      }
    }
    String allowed = Arrays.stream(levels)
        .map(level -> Integer.toString(level.points()))
        .distinct()
        .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "the cell is not the points of an answer; one of " + allowed + " was expected");
  }

  private static Deformity deformity(CsvRow row) {
    return Deformity.builder()
        .fixedFlexionDegrees(measured(row, DeformityCriterion.FIXED_FLEXION))
        .fixedAdductionDegrees(measured(row, DeformityCriterion.FIXED_ADDUCTION))
        .fixedInternalRotationDegrees(measured(row, DeformityCriterion.FIXED_INTERNAL_ROTATION))
        .legLengthDifferenceCm(measured(row, DeformityCriterion.LEG_LENGTH_DIFFERENCE))
        .build();
  }

  private static OptionalDouble measured(CsvRow row, DeformityCriterion criterion) {
    return row.number(criterion.code(), criterion.quantity());
  }

  private static RangeOfMotion rangeOfMotion(CsvRow row) {
    return RangeOfMotion.builder()
        .flexionDegrees(measured(row, Motion.FLEXION))
        .abductionDegrees(measured(row, Motion.ABDUCTION))
        .adductionDegrees(measured(row, Motion.ADDUCTION))
        .externalRotationDegrees(measured(row, Motion.EXTERNAL_ROTATION))
        .internalRotationDegrees(measured(row, Motion.INTERNAL_ROTATION))
        .build();
  }

  private static OptionalDouble measured(CsvRow row, Motion motion) {
    return row.number(motion.code(), motion.quantity());
  }
}
