package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.List;
import java.util.Optional;

/** Looks for deviations in the visits and images of a hip, as far as the cohort records them. */
final class VisitSearch {
  private final Protocol protocol;
  private final Cohort cohort;
  private final DeviationSearch.DeviationCollector found;
  private final boolean recordsVisits;
  private final boolean recordsImages;
  private final List<Instrument> instruments;

  VisitSearch(Protocol protocol, Cohort cohort, DeviationSearch.DeviationCollector found) {
    this.protocol = protocol;
    this.cohort = cohort;
    this.found = found;
    this.recordsVisits = cohort.isRecorded(DataKind.VISITS);
    this.recordsImages = cohort.isRecorded(DataKind.IMAGES);
    this.instruments = protocol.instruments().stream()
        .filter(instrument -> cohort.hips().stream()
            .flatMap(hip -> hip.visits().stream())
            .anyMatch(visit -> visit.score(instrument).isPresent()))
        .toList();
  }

  /** Tells whether any score that the protocol asks for is recorded at all. */
  boolean judgesScores() {
    return !instruments.isEmpty();
  }

  void search(Hip hip) {
    for (PlannedVisit planned : protocol.visits().visits()) {
      boolean expected = !EndOfFollowUp.hasEndedBy(cohort, hip, planned.window().lastDay());
      Optional<Visit> visit = hip.visit(planned.timepoint());
      visit.ifPresent(seen -> searchVisit(hip, planned, seen, expected));
      if (recordsVisits && visit.isEmpty() && expected) {
        found.add(Kind.VISIT_MISSING, hip, Optional.of(planned.timepoint()));
      }
      if (recordsImages && protocol.imaging().contains(planned.timepoint())) {
        boolean due = visit.map(seen -> seen.status() != VisitStatus.NOT_DUE).orElse(true);
        searchImages(hip, planned, expected && due);
      }
    }
  }

  private void searchVisit(Hip hip, PlannedVisit planned, Visit visit, boolean expected) {
    Optional<Timepoint> timepoint = Optional.of(planned.timepoint());
    if (visit.status() == VisitStatus.MISSED && expected) {
      found.add(Kind.VISIT_MISSED, hip, timepoint);
    }
    boolean tookPlace =
        visit.status() == VisitStatus.DONE || visit.status() == VisitStatus.AFTER_ARTHROPLASTY;
    if (tookPlace && !planned.window().holds(visit.day())) {
      found.add(Kind.VISIT_OUTSIDE_WINDOW, hip, timepoint);
    }
    boolean scored =
        instruments.stream().allMatch(instrument -> visit.score(instrument).isPresent());
    if (visit.status() == VisitStatus.DONE && !scored) {
      found.add(Kind.SCORE_MISSING, hip, timepoint);
    }
  }

  private void searchImages(Hip hip, PlannedVisit planned, boolean expected) {
    List<ImageReading> images = hip.imageReadings().stream()
        .filter(taken -> taken.timepoint().equals(planned.timepoint()))
        .filter(taken -> protocol.modalities().contains(taken.modality()))
        .toList();
    if (images.isEmpty() && expected) {
      found.add(Kind.IMAGES_MISSING, hip, Optional.of(planned.timepoint()));
    }
    boolean outside = images.stream().noneMatch(taken -> planned.window().holds(taken.day()));
    if (!images.isEmpty() && outside) {
      found.add(Kind.IMAGES_OUTSIDE_WINDOW, hip, Optional.of(planned.timepoint()));
    }
  }
}
