package io.github.avnfh.core.study.adherence;

import static io.github.avnfh.core.cohort.Subjects.LEFT;
import static io.github.avnfh.core.cohort.Subjects.RIGHT;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cohorts that went as planned but for one thing, and what is found in them. */
final class FaultyCohorts {
  private static final Timepoint MONTH_12 = Timepoint.ofMonths(12);

  private FaultyCohorts() {}

  static List<String> found(Cohort cohort) {
    return Deviations.of(StudyProtocol.withHalfwayWindows(), cohort).findings().stream()
        .map(deviation -> deviation.kind()
            + deviation.timepoint().map(timepoint -> " " + timepoint.code()).orElse("")
            + deviation.rule().map(rule -> " " + rule.id()).orElse(""))
        .toList();
  }

  static <T> List<T> replaced(List<T> all, Predicate<T> which, List<T> by) {
    List<T> list = new ArrayList<>(all.stream().filter(which.negate()).toList());
    list.addAll(by);
    return list;
  }

  static Cohort with(Hip faulty) {
    return Subjects.cohort(Subjects.patient(), faulty, Subjects.hip(RIGHT));
  }

  static Cohort visits(Timepoint timepoint, Visit... by) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(
            replaced(Subjects.visits(), visit -> visit.timepoint().equals(timepoint), List.of(by)))
        .addAllImageReadings(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  static Cohort images(ImageReading... by) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllImageReadings(
            replaced(Subjects.images(), taken -> taken.timepoint().equals(MONTH_12), List.of(by)))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  static Cohort treated(List<Injection> injections, CoreDecompression... decompressions) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllImageReadings(Subjects.images())
        .addDecompressions(decompressions)
        .addAllInjections(injections)
        .build());
  }

  static Cohort injected(int number, Injection... by) {
    return treated(
        replaced(Subjects.injections(), injection -> injection.number() == number, List.of(by)),
        Subjects.decompression(0));
  }

  /** Marrow and cells are there on the day to which an injection was moved. */
  static Cohort injectedOn(int number, int day) {
    Cohort cohort = injected(number, Subjects.injection(number, day));
    return Cohort.builder()
        .addAllPatients(cohort.patients())
        .addAllHips(cohort.hips())
        .addAllAspirations(cohort.aspirations())
        .addAllPreparations(cohort.preparations())
        .addAspirations(Subjects.aspirated(day))
        .addPreparations(Subjects.prepared(day))
        .build();
  }

  static Cohort aspirated(MarrowAspiration... by) {
    Cohort sound = Subjects.accepted();
    return Cohort.builder()
        .addAllPatients(sound.patients())
        .addAllHips(sound.hips())
        .addAllPreparations(sound.preparations())
        .addAllAspirations(replaced(sound.aspirations(), done -> done.day() == 91, List.of(by)))
        .build();
  }

  static Cohort prepared(CellPreparation... by) {
    Cohort sound = Subjects.accepted();
    return Cohort.builder()
        .addAllPatients(sound.patients())
        .addAllHips(sound.hips())
        .addAllAspirations(sound.aspirations())
        .addAllPreparations(replaced(sound.preparations(), done -> done.day() == 91, List.of(by)))
        .build();
  }

  static Cohort stage(SteinbergStage stage) {
    return with(Subjects.anyHip(LEFT)
        .baselineStage(stage)
        .addAllVisits(Subjects.visits())
        .addAllImageReadings(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  static Cohort old() {
    Patient patient = Subjects.anyPatient()
        .sex(Subjects.patient().sex())
        .ageYears(56)
        .plateletsPerMicroliter(200_000)
        .screening(Subjects.patient().screening())
        .build();
    return Subjects.cohort(patient, Subjects.hip(LEFT), Subjects.hip(RIGHT));
  }

  static Visit withoutScores() {
    return Visit.builder().timepoint(MONTH_12).day(365).status(VisitStatus.DONE).build();
  }
}
