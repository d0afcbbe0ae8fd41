package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.PlannedInjection;
import io.github.avnfh.core.study.protocol.PlannedInjection.Condition;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.List;
import java.util.Optional;

/** Looks for deviations in the injections and decompressions of a hip. */
final class InjectionSearch {
  private final Protocol protocol;
  private final Cohort cohort;
  private final DeviationSearch.DeviationCollector found;

  InjectionSearch(Protocol protocol, Cohort cohort, DeviationSearch.DeviationCollector found) {
    this.protocol = protocol;
    this.cohort = cohort;
    this.found = found;
  }

  void search(Hip hip) {
    for (PlannedInjection planned : protocol.injections()) {
      Optional<Injection> given = hip.injections().stream()
          .filter(injection -> injection.number() == planned.number())
          .findFirst();
      given.ifPresent(injection -> searchInjection(hip, planned, injection));
      boolean expected = planned.condition() == Condition.ALWAYS
          && !EndOfFollowUp.hasEndedBy(cohort, hip, planned.window().lastDay());
      if (given.isEmpty() && expected) {
        found.add(Kind.INJECTION_MISSING, hip, Optional.of(planned.timepoint()));
      }
    }
    hip.injections().stream()
        .filter(injection -> injection.number() > protocol.injections().size())
        .forEach(injection -> found.add(Kind.INJECTION_UNPLANNED, hip, moment(injection.day())));
    searchDecompressions(hip);
  }

  private void searchInjection(Hip hip, PlannedInjection planned, Injection injection) {
    Optional<Timepoint> timepoint = Optional.of(planned.timepoint());
    if (injection.day() < planned.window().firstDay()) {
      found.add(Kind.INJECTION_EARLY, hip, timepoint);
    }
    if (injection.day() > planned.window().lastDay()) {
      found.add(Kind.INJECTION_LATE, hip, timepoint);
    }
    if (planned.condition() == Condition.BY_DECISION && injection.reason().isEmpty()) {
      found.add(Kind.INJECTION_WITHOUT_REASON, hip, timepoint);
    }
    boolean together = hip.decompressions().stream()
        .anyMatch(decompression -> decompression.day() == injection.day());
    if (planned.withDecompression() && !together) {
      boolean apart = hip.decompressions().size() >= plannedDecompressions();
      found.add(apart ? Kind.DECOMPRESSION_APART : Kind.DECOMPRESSION_MISSING, hip, timepoint);
    }
  }

  private int plannedDecompressions() {
    return (int) protocol.injections().stream()
        .filter(PlannedInjection::withDecompression)
        .count();
  }

  private void searchDecompressions(Hip hip) {
    List<CoreDecompression> done = hip.decompressions();
    done.stream()
        .skip(plannedDecompressions())
        .forEach(again -> found.add(Kind.DECOMPRESSION_REPEATED, hip, moment(again.day())));
    protocol
        .processing()
        .drillMillimeters()
        .ifPresent(drill -> done.stream()
            .filter(decompression -> decompression.drillMillimeters().orElse(drill) != drill)
            .forEach(decompression -> found.add(Kind.DRILL, hip, moment(decompression.day()))));
  }

  private Optional<Timepoint> moment(int day) {
    return protocol.visits().visitOn(day).map(PlannedVisit::timepoint);
  }
}
