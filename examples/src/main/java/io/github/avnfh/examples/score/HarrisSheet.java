package io.github.avnfh.examples.score;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.HarrisQuestion;
import io.github.avnfh.scoring.harris.Limp;
import io.github.avnfh.scoring.harris.Motion;
import io.github.avnfh.scoring.harris.Pain;
import io.github.avnfh.scoring.harris.PublicTransport;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import io.github.avnfh.scoring.harris.ShoesAndSocks;
import io.github.avnfh.scoring.harris.Sitting;
import io.github.avnfh.scoring.harris.Stairs;
import io.github.avnfh.scoring.harris.Support;
import io.github.avnfh.scoring.harris.WalkingDistance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The table of items: a column for each, a row for each hip and visit. */
final class HarrisSheet {
  private static final String PATIENT = "patient_id";
  private static final String SIDE = "side";
  private static final String VISIT = "visit";

  private static final List<String> COLUMNS = Stream.concat(
          Stream.of(PATIENT, SIDE, VISIT),
          Stream.<HarrisItem[]>of(
                  HarrisQuestion.values(), DeformityCriterion.values(), Motion.values())
              .flatMap(Stream::of)
              .map(HarrisItem::code))
      .toList();

  private final CsvInput input;
  private final Problems problems;
  private final Set<List<Object>> seen = new HashSet<>();

  private HarrisSheet(CsvInput input, Problems problems) {
    this.input = input.withRequired(COLUMNS);
    this.problems = problems;
  }

  static HarrisSheet of(CsvInput input, Problems problems) {
    return new HarrisSheet(input, problems);
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

  private static void answers(CsvRow row, HarrisForm.Builder form) {
    form.pain(row.optional(HarrisQuestion.PAIN.code(), Pain::parse));
    form.limp(row.optional(HarrisQuestion.LIMP.code(), Limp::parse));
    form.support(row.optional(HarrisQuestion.SUPPORT.code(), Support::parse));
    form.distance(row.optional(HarrisQuestion.DISTANCE.code(), WalkingDistance::parse));
    form.stairs(row.optional(HarrisQuestion.STAIRS.code(), Stairs::parse));
    form.shoesAndSocks(row.optional(HarrisQuestion.SHOES_AND_SOCKS.code(), ShoesAndSocks::parse));
    form.sitting(row.optional(HarrisQuestion.SITTING.code(), Sitting::parse));
    form.transport(row.optional(HarrisQuestion.TRANSPORT.code(), PublicTransport::parse));
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
