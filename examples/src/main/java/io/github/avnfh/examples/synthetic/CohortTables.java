package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent.Relation;
import io.github.avnfh.core.cohort.AdverseEvent.Severity;
import io.github.avnfh.core.cohort.VisitStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the made-up patients and hips in the layout of a cohort's files. */
final class CohortTables {
  private static final int NO_SURGERY = 0;

  /** The study lost no one, and no one died. */
  private static final String NEVER = "";

  private static final int GRADE_B_FROM = 150;
  private static final int GRADE_B_TO = 300;

  private final List<Subject> subjects;

  CohortTables(List<Subject> subjects) {
    this.subjects = subjects;
  }

  String patients() {
    CsvText text = new CsvText(
        "patient_id",
        "sex",
        "age_years",
        "height_cm",
        "weight_kg",
        "platelets_per_uL",
        "hemoglobin_g_per_dL",
        "leukocytes_per_uL",
        "inr",
        "aptt_s",
        "creatinine_mg_per_dL",
        "alt_U_per_L",
        "ast_U_per_L",
        "enrolled",
        "able_to_attend",
        "willing",
        "systemic_infection",
        "severe_coagulopathy",
        "active_malignancy",
        "pregnant",
        "lost_day",
        "death_day");
    for (Subject subject : subjects) {
      text.row(
          subject.id,
          subject.sex.code(),
          CsvText.whole(subject.ageYears),
          CsvText.whole(subject.heightCm),
          CsvText.whole(subject.weightKg),
          CsvText.whole(subject.platelets),
          CsvText.tenths(subject.hemoglobin),
          CsvText.whole(subject.leukocytes),
          CsvText.tenths(subject.inr),
          CsvText.whole(subject.aptt),
          CsvText.tenths(subject.creatinine),
          CsvText.whole(subject.alt),
          CsvText.whole(subject.ast),
          CsvText.flag(true),
          CsvText.flag(true),
          CsvText.flag(true),
          CsvText.flag(false),
          CsvText.flag(false),
          CsvText.flag(false),
          CsvText.flag(false),
          NEVER,
          NEVER);
    }
    return text.toString();
  }

  String hips() {
    CsvText text = new CsvText(
        "patient_id",
        "side",
        "etiology",
        "steinberg_stage",
        "steinberg_grade",
        "prior_surgery",
        "arthroplasty_day",
        "last_seen_day",
        "local_infection",
        "persistent_complaint",
        "conservative_therapy_months");
    allHips()
        .forEach(hip -> text.row(
            hip.subject.id,
            hip.side.code(),
            hip.subject.cause.code(),
            hip.stage.code(),
            grade(hip).code(),
            CsvText.whole(NO_SURGERY),
            hip.isReplaced() ? CsvText.whole(hip.replacedOn.getAsInt()) : "",
            CsvText.whole(hip.subject.day(Schedule.MONTH_24)),
            CsvText.flag(false),
            CsvText.flag(true),
            CsvText.whole(hip.conservativeMonths)));
    return text.toString();
  }

  /** The extent that the stage goes by: the lesion in I and II, the crescent in III. */
  private static SteinbergGrade grade(SubjectHip hip) {
    Image first = hip.firstImage();
    int extent = hip.stage == SteinbergStage.STAGE_III ? first.crescent : first.lesion;
    if (extent < GRADE_B_FROM) {
      return SteinbergGrade.A;
    }
    return extent <= GRADE_B_TO ? SteinbergGrade.B : SteinbergGrade.C;
  }

  String visits() {
    CsvText text = new CsvText("patient_id", "side", "visit", "day", "status", "vas", "hhs");
    allHips()
        .forEach(hip -> Schedule.VISITS.forEach(visit -> text.row(
            hip.subject.id,
            hip.side.code(),
            visit.code(),
            CsvText.whole(hip.subject.day(visit)),
            status(hip, visit).code(),
            CsvText.tenths(hip.pain.at(visit)),
            CsvText.tenths(hip.harris.at(visit)))));
    return text.toString();
  }

  private static VisitStatus status(SubjectHip hip, Timepoint visit) {
    return hip.isReplacedBy(visit) ? VisitStatus.AFTER_ARTHROPLASTY : VisitStatus.DONE;
  }

  String imaging() {
    return ImagingTable.of(subjects);
  }

  String events(List<PatientReports.Event> events) {
    CsvText text = new CsvText("patient_id", "term", "day", "severity", "relation");
    events.forEach(event -> text.row(
        event.subject.id,
        event.term,
        CsvText.whole(event.day),
        Severity.MILD.code(),
        Relation.PROBABLE.code()));
    return text.toString();
  }

  String satisfaction(Map<Subject, Satisfaction> levels) {
    CsvText text = new CsvText("patient_id", "satisfaction");
    for (Subject subject : subjects) {
      Satisfaction level = levels.get(subject);
      if (level != null) {
        text.row(subject.id, level.code());
      }
    }
    return text.toString();
  }

  private Stream<SubjectHip> allHips() {
    return subjects.stream().flatMap(subject -> subject.hips.stream());
  }
}
