package io.github.avnfh.examples.privacy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One patient of whom nothing must ever be said, as values and as files. */
final class Subjects {
  static final String ID = "MRN-99887";
  static final String DATE = "2031-05-17";
  static final int AGE = 113;

  private static final String IMAGING =
      "patient_id,side,visit,day,modality,reader,lesion_percent\n" + ID + ",L,BL,0,mri,R1,20\n";

  private static final PatientId PATIENT_ID = PatientId.of(ID);

  private Subjects() {}

  /** What everything public is called with to begin with. */
  static List<Object> roots() {
    Hip left = hip(Side.LEFT, 54.5, 84.25).build();
    Hip right =
        hip(Side.RIGHT, 61.5, 70.5).arthroplasty(Arthroplasty.onDay(500)).build();
    List<Object> roots = new ArrayList<>(
        List.of(PATIENT_ID, patient(), left, right, cohort(left, right), accepted(), unsound()));
    roots.addAll(Results.of(List.of(left, right)));
    return roots;
  }

  private static Patient patient() {
    return Patient.builder().id(PATIENT_ID).sex(Sex.FEMALE).ageYears(AGE).build();
  }

  private static Hip.Builder hip(Side side, double before, double after) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PATIENT_ID, side))
        .etiology(Etiology.SICKLE_CELL)
        .baselineStage(SteinbergStage.STAGE_II)
        .addVisits(visit(0, before), visit(12, after))
        .addImageReadings(images(0, 20), images(12, 30));
    return hip;
  }

  private static Timepoint timepoint(int months) {
    return months == 0 ? Timepoint.baseline() : Timepoint.ofMonths(months);
  }

  private static Visit visit(int months, double points) {
    return Visit.builder()
        .timepoint(timepoint(months))
        .day(30 * months)
        .status(VisitStatus.DONE)
        .addScores(Score.of(Instruments.HARRIS_HIP_SCORE, points))
        .build();
  }

  private static ImageReading images(int months, double lesion) {
    return ImageReading.builder()
        .timepoint(timepoint(months))
        .day(30 * months)
        .modality(Modality.MRI)
        .reader("R1")
        .findings(Findings.builder().lesionPercent(lesion).build())
        .build();
  }

  private static Cohort cohort(Hip... hips) {
    return Cohort.builder()
        .origin(DataOrigin.SYNTHETIC)
        .addPatients(patient())
        .addHips(hips)
        .addAdverseEvents(AdverseEvent.of(PATIENT_ID, "fever", 3))
        .putSatisfaction(PATIENT_ID, Satisfaction.SATISFIED)
        .build();
  }

  static CohortReading accepted() {
    return read(
        "patient_id,sex,age_years\n" + ID + ",F," + AGE + "\n",
        "patient_id,side,etiology,steinberg_stage,index_date\n" + ID + ",L,sickle_cell,II," + DATE
            + "\n",
        "patient_id,side,visit,date,status,hhs\n" + ID + ",L,BL," + DATE + ",done,54.5\n");
  }

  /** The same patient in every wrong place. */
  private static CohortReading unsound() {
    return read(
        "patient_id,sex,age_years\n" + ID + "," + ID + "," + AGE + " years\n" + ID + ",F," + AGE
            + "\n" + ID + ",F," + AGE + "0\n",
        "patient_id,side,etiology,steinberg_stage,index_date\n" + ID + "," + ID + "," + ID + ","
            + ID + "," + DATE + " " + AGE + "\n" + ID + "x,L,sickle_cell,II," + DATE + "\n",
        "patient_id,side,visit,date,status,hhs\n" + ID + ",L," + ID + "," + DATE + "T00:00," + ID
            + "," + ID + "\n" + ID + ",R,M12," + DATE + ",done,\"" + ID + "\n");
  }

  private static CohortReading read(String patients, String hips, String visits) {
    Map<String, String> files = Map.of(
        "patients.csv", patients, "hips.csv", hips, "visits.csv", visits, "imaging.csv", IMAGING);
    return CohortReader.withDefaults()
        .read(name -> Optional.ofNullable(files.get(name))
            .<InputStream>map(
                text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }
}
