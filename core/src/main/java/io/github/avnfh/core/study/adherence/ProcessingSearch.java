package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.Limit;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import io.github.avnfh.core.study.protocol.Processing;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks for deviations in the aspirations and preparations of a patient. */
final class ProcessingSearch {
  private final Protocol protocol;
  private final Cohort cohort;
  private final DeviationSearch.DeviationCollector found;

  ProcessingSearch(Protocol protocol, Cohort cohort, DeviationSearch.DeviationCollector found) {
    this.protocol = protocol;
    this.cohort = cohort;
    this.found = found;
  }

  void search(Patient patient) {
    List<MarrowAspiration> aspirations = cohort.aspirationsOf(patient);
    List<CellPreparation> preparations = cohort.preparationsOf(patient);
    if (!cohort.aspirations().isEmpty()) {
      searchDays(
          patient,
          aspirations.stream().map(MarrowAspiration::day).toList(),
          Kind.ASPIRATION_MISSING);
    }
    if (!cohort.preparations().isEmpty()) {
      searchDays(
          patient,
          preparations.stream().map(CellPreparation::day).toList(),
          Kind.PREPARATION_MISSING);
    }
    aspirations.forEach(this::searchAspiration);
    preparations.forEach(this::searchPreparation);
  }

  /** Cells are fresh: every day of an injection needs its marrow. */
  private void searchDays(Patient patient, List<Integer> days, Kind kind) {
    cohort.hipsOf(patient).stream()
        .flatMap(hip -> hip.injections().stream())
        .map(Injection::day)
        .distinct()
        .filter(day -> !days.contains(day))
        .forEach(day -> found.add(kind, patient.id(), moment(day), Optional.empty()));
  }

  private void searchAspiration(MarrowAspiration done) {
    Processing demanded = protocol.processing();
    Measured measured = new Measured(done.patient(), moment(done.day()));
    measured.check(Kind.ASPIRATE_VOLUME, demanded.aspiratedMilliliters(), done.volumeMilliliters());
    measured.check(
        Kind.ALIQUOT_VOLUME,
        demanded.aliquotMilliliters(),
        done.smallestAliquotMilliliters(),
        done.largestAliquotMilliliters());
    boolean elsewhere = demanded.site().isPresent()
        && done.site().isPresent()
        && !done.site().equals(demanded.site());
    measured.refuse(Kind.ASPIRATION_SITE, elsewhere);
  }

  private void searchPreparation(CellPreparation done) {
    Processing demanded = protocol.processing();
    Measured measured = new Measured(done.patient(), moment(done.day()));
    measured.check(Kind.FINAL_VOLUME, demanded.finalMilliliters(), done.finalVolumeMilliliters());
    boolean spun = !demanded.spins().isEmpty() && !done.spins().isEmpty();
    measured.refuse(Kind.SPINS, spun && !done.spins().equals(demanded.spins()));
    measured.refuse(
        Kind.DENSITY_GRADIENT,
        !demanded.allowsDensityGradient() && done.densityGradient().orElse(false));
    measured.refuse(Kind.CULTURE, !demanded.allowsCulture() && done.cultured().orElse(false));
    measured.refuse(
        Kind.CRYOPRESERVATION,
        !demanded.allowsCryopreservation() && done.cryopreserved().orElse(false));
  }

  private Optional<Timepoint> moment(int day) {
    return protocol.visits().visitOn(day).map(PlannedVisit::timepoint);
  }

  /** What was measured of a patient at one moment. */
  private final class Measured {
    private final PatientId patient;
    private final Optional<Timepoint> moment;

    Measured(PatientId patient, Optional<Timepoint> moment) {
      this.patient = patient;
      this.moment = moment;
    }

    void check(Kind kind, Optional<Limit> limit, OptionalDouble... values) {
      boolean outside = limit.isPresent()
          && List.of(values).stream()
              .anyMatch(value -> limit.get().answer(value) == Answer.NOT_MET);
      if (outside) {
        found.add(kind, patient, moment, limit.map(Limit::rule));
      }
    }

    void refuse(Kind kind, boolean refused) {
      if (refused) {
        found.add(kind, patient, moment, Optional.empty());
      }
    }
  }
}
