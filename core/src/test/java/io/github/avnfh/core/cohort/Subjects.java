package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;

/** Patients and hips that keep to the study's protocol in everything, to plant faults in. */
public final class Subjects {
  public static final PatientId ID = PatientId.of("MRN-99887");
  public static final HipId LEFT = HipId.of(ID, Side.LEFT);
  public static final HipId RIGHT = HipId.of(ID, Side.RIGHT);
  public static final List<Integer> INJECTION_DAYS = List.of(0, 91, 183);
  private static final List<Timepoint> IMAGES = List.of(
      Timepoint.baseline(), Timepoint.ofMonths(6), Timepoint.ofMonths(12), Timepoint.ofMonths(24));

  private Subjects() {}

  public static Screening.Builder screening() {
    return Screening.builder()
        .ableToAttend(true)
        .willing(true)
        .systemicInfection(false)
        .severeCoagulopathy(false)
        .activeMalignancy(false);
  }

  /** Lacks age, platelets, screening and sex. */
  public static Patient.Builder anyPatient() {
    return Patient.builder().id(ID);
  }

  public static Patient patient() {
    return anyPatient()
        .sex(Sex.FEMALE)
        .ageYears(40)
        .plateletsPerMicroliter(200_000)
        .screening(screening().pregnant(false).build())
        .build();
  }

  /** Lacks stage, facts of the screening, treatments, visits and images. */
  public static Hip.Builder anyHip(HipId id) {
    return Hip.builder().id(id).etiology(Etiology.IDIOPATHIC);
  }

  /** Lacks treatments, visits and images. */
  public static Hip.Builder eligible(HipId id) {
    return anyHip(id)
        .baselineStage(SteinbergStage.STAGE_II)
        .priorSurgery(false)
        .localInfection(false)
        .persistentComplaint(true)
        .conservativeTherapyMonths(6);
  }

  public static Visit visit(Timepoint timepoint, int day) {
    return Visit.builder()
        .timepoint(timepoint)
        .day(day)
        .status(VisitStatus.DONE)
        .addScores(Score.of(Instruments.PAIN_VAS_CM, 5), Score.of(Instruments.HARRIS_HIP_SCORE, 60))
        .build();
  }

  public static Visit unseen(Timepoint timepoint, VisitStatus status) {
    return Visit.builder()
        .timepoint(timepoint)
        .day(timepoint.nominalDay().orElseThrow())
        .status(status)
        .build();
  }

  public static List<Visit> visits() {
    return StudyProtocol.timepoints().stream()
        .map(timepoint -> visit(timepoint, timepoint.nominalDay().orElseThrow()))
        .toList();
  }

  public static ImageReading image(Timepoint timepoint, int day, Presence lesion) {
    return ImageReading.builder()
        .timepoint(timepoint)
        .day(day)
        .modality(Modality.MRI)
        .reader("R1")
        .findings(Findings.builder().mriLesion(lesion).build())
        .build();
  }

  public static List<ImageReading> images() {
    return IMAGES.stream()
        .map(timepoint -> image(timepoint, timepoint.nominalDay().orElseThrow(), Presence.PRESENT))
        .toList();
  }

  public static CoreDecompression decompression(int day) {
    return CoreDecompression.builder().day(day).drillMillimeters(3.2).build();
  }

  public static Injection injection(int number, int day) {
    Injection.Builder injection = Injection.builder().number(number).day(day);
    return number == 3 ? injection.reason("edema").build() : injection.build();
  }

  public static List<Injection> injections() {
    return List.of(injection(1, 0), injection(2, 91), injection(3, 183));
  }

  public static Hip hip(HipId id) {
    return eligible(id)
        .addAllVisits(visits())
        .addAllImageReadings(images())
        .addDecompressions(decompression(0))
        .addAllInjections(injections())
        .build();
  }

  public static MarrowAspiration.Builder aspiration(int day) {
    return MarrowAspiration.builder().patient(ID).day(day).adequate(true);
  }

  public static MarrowAspiration aspirated(int day) {
    return aspiration(day)
        .volumeMilliliters(90)
        .smallestAliquotMilliliters(6)
        .largestAliquotMilliliters(9)
        .site(AspirationSite.POSTERIOR_ILIAC_CREST)
        .build();
  }

  public static CellPreparation.Builder preparation(int day) {
    return CellPreparation.builder().patient(ID).day(day);
  }

  public static CellPreparation prepared(int day) {
    return preparation(day)
        .addSpins(Centrifugation.of(1_200, 10), Centrifugation.of(3_000, 7))
        .finalVolumeMilliliters(10)
        .densityGradient(false)
        .cultured(false)
        .cryopreserved(false)
        .build();
  }

  /** A patient with two hips, all in order; faults replace a part. */
  public static Cohort cohort(Patient patient, Hip... hips) {
    return Cohort.builder()
        .addPatients(patient)
        .addHips(hips)
        .addAllAspirations(INJECTION_DAYS.stream().map(Subjects::aspirated).toList())
        .addAllPreparations(INJECTION_DAYS.stream().map(Subjects::prepared).toList())
        .build();
  }

  public static Cohort accepted() {
    return cohort(patient(), hip(LEFT), hip(RIGHT));
  }
}
