package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deviations found so far. */
final class DeviationCollector {
  private final List<Deviation> deviations = new ArrayList<>();

  void add(Kind kind, Hip hip, Optional<Timepoint> timepoint) {
    add(kind, hip, timepoint, Optional.empty());
  }

  void add(Kind kind, Hip hip, Optional<Timepoint> timepoint, Optional<Rule> rule) {
    deviations.add(ImmutableDeviation.builder()
        .kind(kind)
        .timepoint(timepoint)
        .rule(rule)
        .patient(hip.id().patient())
        .hip(hip.id())
        .build());
  }

  void add(Kind kind, PatientId patient, Optional<Timepoint> timepoint, Optional<Rule> rule) {
    deviations.add(ImmutableDeviation.builder()
        .kind(kind)
        .timepoint(timepoint)
        .rule(rule)
        .patient(patient)
        .build());
  }

  List<Deviation> list() {
    return List.copyOf(deviations);
  }
}
