package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;

/** Hips with scores at months of a plan, made up for the tests. */
public final class Hips {
  private Hips() {}

  /** A hip with the scores of one instrument at baseline, month 6, month 12 and so on. */
  public static Hip hip(String patient, Instrument instrument, double... points) {
    Hip.Builder hip = unseen(patient);
    for (int i = 0; i < points.length; i++) {
      hip.addVisits(visit(6 * i, VisitStatus.DONE, instrument, points[i]));
    }
    return hip.build();
  }

  /** A hip that was replaced on a day and whose scores went on. */
  public static Hip replaced(String patient, int day, Instrument instrument, double... points) {
    Hip.Builder hip = unseen(patient);
    for (int i = 0; i < points.length; i++) {
      Timepoint timepoint = Timepoint.ofMonths(6 * i);
      boolean after = timepoint.nominalDay().getAsInt() > day;
      VisitStatus status = after ? VisitStatus.AFTER_ARTHROPLASTY : VisitStatus.DONE;
      hip.addVisits(visit(6 * i, status, instrument, points[i]));
    }
    return hip.arthroplasty(Arthroplasty.onDay(day)).build();
  }

  public static Hip.Builder unseen(String patient) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PatientId.of(patient), Side.LEFT));
    hip.etiology(Etiology.IDIOPATHIC).baselineStage(SteinbergStage.STAGE_II);
    return hip;
  }

  public static Visit visit(int months, VisitStatus status, Instrument instrument, double points) {
    Timepoint timepoint = Timepoint.ofMonths(months);
    return Visit.builder()
        .timepoint(timepoint)
        .day(timepoint.nominalDay().getAsInt())
        .status(status)
        .addScores(Score.of(instrument, points))
        .build();
  }
}
