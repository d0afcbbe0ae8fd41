package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Laboratory;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Involvement;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Pillars;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.imaging.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/** Cohorts of every kind that the model allows, awkward texts and ends of ranges included. */
public final class RandomCohort {
  static final List<Instrument> INSTRUMENTS = List.of(
      Instruments.PAIN_VAS_CM,
      Instruments.PAIN_VAS_MM,
      Instruments.HARRIS_HIP_SCORE,
      Instrument.of(
          "an odd, \"quoted\"; code",
          Quantity.of("oddity", "points", -3, 3),
          Instrument.Direction.LOWER_IS_BETTER));
  private static final List<String> CHARACTERS =
      "aZ7,;\"'#=-\u00E4\u0663\u200F\uFEFF\uD83E\uDDB4 \u00A0\u2003"
          .codePoints()
          .mapToObj(Character::toString)
          .toList();

  private final Random random;

  public RandomCohort(Random random) {
    this.random = random;
  }

  public Cohort next() {
    Cohort.Builder cohort = Cohort.builder();
    cohort
        .origin(any(DataOrigin.values()))
        .addAllDeclaredAsRecorded(someOf(List.of(DataKind.values())));
    Set<String> ids = new LinkedHashSet<>();
    while (ids.size() < 1 + random.nextInt(4)) {
      ids.add(text(64));
    }
    boolean hasHips = false;
    for (String value : ids) {
      PatientId id = PatientId.of(value);
      List<Side> sides = someOf(List.of(Side.values()));
      sides = sides.isEmpty() && !hasHips ? List.of(Side.RIGHT) : sides;
      List<Hip> hips = sides.stream().map(side -> hip(HipId.of(id, side))).toList();
      int alive = hips.stream().mapToInt(Hip::lastKnownDay).max().orElse((int) Timepoint.DAY.low());
      Patient patient = patient(id, alive);
      cohort.addPatients(patient).addAllHips(hips);
      hasHips = true;
      for (int events = random.nextInt(4); events > 0; events--) {
        cohort.addAdverseEvents(AdverseEvent.builder()
            .patient(id)
            .term(text(200))
            .day(Math.min(day(Timepoint.DAY.low()), patient.deathDay().orElse(Integer.MAX_VALUE)))
            .severity(maybe(any(AdverseEvent.Severity.values())))
            .relation(maybe(any(AdverseEvent.Relation.values())))
            .build());
      }
      RandomTreatment treatment = new RandomTreatment(this, random);
      int death = patient.deathDay().orElse(Integer.MAX_VALUE);
      someDays().stream()
          .filter(day -> day <= death)
          .forEach(day -> cohort.addAspirations(treatment.aspiration(id, day)));
      someDays().forEach(day -> cohort.addPreparations(treatment.preparation(id, day)));
      if (random.nextInt(4) == 0) {
        cohort.putSatisfaction(id, any(Satisfaction.values()));
      }
    }
    return cohort.build();
  }

  private List<Integer> someDays() {
    return someOf(List.of((int) Timepoint.DAY.low(), -1, 0, 91, (int) Timepoint.DAY.high()));
  }

  private Patient patient(PatientId id, int alive) {
    Optional<Integer> lost = maybe(day(Timepoint.DAY.low()));
    return Patient.builder()
        .id(id)
        .sex(any(Sex.values()))
        .ageYears(random.nextInt(121))
        .heightCm(measured(Patient.HEIGHT))
        .weightKg(measured(Patient.WEIGHT))
        .plateletsPerMicroliter(measured(Patient.PLATELETS))
        .laboratory(laboratory())
        .screening(screening())
        .lostDay(lost)
        .lostReason(lost.isPresent() ? maybe(text(60)) : Optional.empty())
        .deathDay(maybe(day(Math.max(alive, lost.orElse(alive)))))
        .build();
  }

  private Laboratory laboratory() {
    return Laboratory.builder()
        .hemoglobinGramsPerDeciliter(measured(Laboratory.HEMOGLOBIN))
        .leukocytesPerMicroliter(measured(Laboratory.LEUKOCYTES))
        .internationalNormalizedRatio(measured(Laboratory.INR))
        .partialThromboplastinSeconds(measured(Laboratory.APTT))
        .creatinineMilligramsPerDeciliter(measured(Laboratory.CREATININE))
        .alanineAminotransferaseUnitsPerLiter(measured(Laboratory.ALT))
        .aspartateAminotransferaseUnitsPerLiter(measured(Laboratory.AST))
        .build();
  }

  private Screening screening() {
    return Screening.builder()
        .enrolled(maybe(random.nextBoolean()))
        .ableToAttend(maybe(random.nextBoolean()))
        .willing(maybe(random.nextBoolean()))
        .systemicInfection(maybe(random.nextBoolean()))
        .severeCoagulopathy(maybe(random.nextBoolean()))
        .activeMalignancy(maybe(random.nextBoolean()))
        .pregnant(maybe(random.nextBoolean()))
        .build();
  }

  private Hip hip(HipId id) {
    Hip.Builder hip = Hip.builder()
        .id(id)
        .etiology(any(Etiology.values()))
        .baselineStage(any(SteinbergStage.values()))
        .baselineGrade(maybe(any(SteinbergGrade.values())))
        .priorSurgery(maybe(random.nextBoolean()))
        .localInfection(maybe(random.nextBoolean()))
        .persistentComplaint(maybe(random.nextBoolean()))
        .conservativeTherapyMonths(measured(Hip.CONSERVATIVE_THERAPY))
        .lastSeenDay(maybe(day(Timepoint.DAY.low())));
    Optional<Integer> replaced = maybe(day(0));
    hip.arthroplasty(replaced.map(Arthroplasty::onDay));
    RandomTreatment treatment = new RandomTreatment(this, random);
    int latest = replaced.orElse((int) Timepoint.DAY.high());
    someDays().stream()
        .filter(day -> day <= latest)
        .forEach(day -> hip.addDecompressions(treatment.decompression(day)));
    someOf(List.of(1, 2, 3, 100))
        .forEach(number -> hip.addInjections(
            treatment.injection(number, Math.min(latest, day(Timepoint.DAY.low())))));
    for (Timepoint timepoint : timepoints()) {
      hip.addVisits(visit(timepoint, replaced.orElse(Integer.MAX_VALUE)));
      if (random.nextBoolean()) {
        hip.addAllImageReadings(imageReadings(timepoint, replaced.orElse(Integer.MAX_VALUE)));
      }
    }
    return hip.build();
  }

  private List<Timepoint> timepoints() {
    return someOf(List.of(
        Timepoint.unscheduled(),
        Timepoint.baseline(),
        Timepoint.ofMonths(1),
        Timepoint.ofMonths(24),
        Timepoint.ofMonths(1200)));
  }

  private Visit visit(Timepoint timepoint, int replaced) {
    int day = day(Timepoint.DAY.low());
    VisitStatus seen = day > replaced ? VisitStatus.AFTER_ARTHROPLASTY : VisitStatus.DONE;
    VisitStatus status =
        any(new VisitStatus[] {seen, seen, VisitStatus.MISSED, VisitStatus.NOT_DUE});
    Visit.Builder visit = Visit.builder().timepoint(timepoint).day(day).status(status);
    if (status == VisitStatus.MISSED) {
      visit.missedReason(maybe(text(60)));
    }
    if (status == seen) {
      someOf(INSTRUMENTS)
          .forEach(
              instrument -> visit.addScores(Score.of(instrument, number(instrument.quantity()))));
    }
    return visit.build();
  }

  private List<ImageReading> imageReadings(Timepoint timepoint, int replaced) {
    int day = Math.min(replaced, day(Timepoint.DAY.low()));
    return someOf(List.of(Modality.values())).stream()
        .map(modality -> ImageReading.builder()
            .timepoint(timepoint)
            .day(day)
            .modality(modality)
            .view(maybe(any(View.values())))
            .reader(text(20))
            .findings(findings())
            .build())
        .toList();
  }

  private Findings findings() {
    return Findings.builder()
        .mriLesion(any(Presence.values()))
        .radiographAbnormal(any(Presence.values()))
        .sclerosisOrCysts(any(Presence.values()))
        .crescent(any(Presence.values()))
        .flattening(any(Presence.values()))
        .jointSpaceNarrowing(any(Presence.values()))
        .acetabularChanges(any(Presence.values()))
        .jointSpaceObliterated(any(Presence.values()))
        .beyondAcetabularEdge(any(Presence.values()))
        .edema(any(Presence.values()))
        .beyondHeadApex(any(Presence.values()))
        .pillars(maybe(pillars()))
        .lesionLocation(maybe(any(LesionLocation.values())))
        .lesionPercent(measured(Findings.LESION_EXTENT))
        .crescentPercent(measured(Findings.CRESCENT_EXTENT))
        .collapsedSurfacePercent(measured(Findings.COLLAPSED_SURFACE))
        .depressionMm(measured(Findings.DEPRESSION))
        .necroticAngleCoronalDegrees(measured(Findings.NECROTIC_ANGLE_CORONAL))
        .necroticAngleSagittalDegrees(measured(Findings.NECROTIC_ANGLE_SAGITTAL))
        .weightBearingPercent(measured(Findings.WEIGHT_BEARING_INVOLVEMENT))
        .build();
  }

  private Pillars pillars() {
    return Pillars.of(
        any(Involvement.values()), any(Involvement.values()), any(Involvement.values()));
  }

  private int day(double from) {
    return random.nextInt((int) from, (int) Timepoint.DAY.high() + 1);
  }

  private double number(Quantity quantity) {
    double inside = quantity.low() + random.nextDouble() * (quantity.high() - quantity.low());
    return switch (random.nextInt(6)) {
      case 0 -> quantity.low();
      case 1 -> quantity.high();
      case 2 -> quantity.allows(0) ? -0.0 : quantity.low();
      case 3 -> Math.max(quantity.low(), Math.rint(inside));
      default -> inside;
    };
  }

  OptionalDouble measured(Quantity quantity) {
    return random.nextBoolean() ? OptionalDouble.of(number(quantity)) : OptionalDouble.empty();
  }

  /** Blanks are allowed inside a text only. */
  String text(int longest) {
    StringBuilder text = new StringBuilder(visible());
    for (int length = random.nextInt(longest / 2 - 1); length > 0; length--) {
      text.append(any(CHARACTERS.toArray(String[]::new)));
    }
    return text.append(visible()).toString();
  }

  private String visible() {
    return CHARACTERS.get(random.nextInt(CHARACTERS.size() - 3));
  }

  <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  <T> List<T> someOf(List<T> values) {
    List<T> some = new ArrayList<>(values);
    Collections.shuffle(some, random);
    return some.subList(0, random.nextInt(some.size() + 1));
  }
}
