package io.github.avnfh.staging.response;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Presence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The first visit compared with a later one, over all readers. */
final class Step {
  private final ResponseRule rule;
  private final ImageVisit earlier;
  private final ImageVisit later;
  private final List<Comparison<?, ?>> comparisons = new ArrayList<>();
  private final Set<String> disagreements = new LinkedHashSet<>();
  private final List<Observation> observations;

  Step(ResponseRule rule, ImageVisit earlier, ImageVisit later) {
    this.rule = rule;
    this.earlier = earlier;
    this.later = later;
    disagreements.addAll(earlier.disagreements());
    disagreements.addAll(later.disagreements());
    pair();
    this.observations = comparisons.get(0).observations().stream()
        .map(Observation::change)
        .map(this::overReaders)
        .toList();
  }

  private void pair() {
    for (String before : earlier.readers()) {
      for (String after : later.readers()) {
        boolean alone = !later.readers().contains(before) || !earlier.readers().contains(after);
        if (before.equals(after) || alone) {
          comparisons.add(Comparison.of(rule, earlier, before, later, after));
        }
      }
    }
  }

  private Observation overReaders(Change change) {
    List<Observation> all = comparisons.stream()
        .flatMap(comparison -> comparison.observations().stream())
        .filter(observation -> observation.change() == change)
        .toList();
    List<Observation> decided =
        all.stream().filter(one -> one.presence().isAssessed()).toList();
    if (decided.stream().map(Observation::presence).distinct().count() > 1) {
      return differing(change, decided);
    }
    return decided.isEmpty() ? all.get(0) : decided.get(0);
  }

  private Observation differing(Change change, List<Observation> decided) {
    List<String> inputs =
        decided.stream().map(one -> one.reason().inputs()).distinct().toList();
    if (rule.counts(change)) {
      disagreements.add("readers differ in " + change.code() + ": " + String.join("; ", inputs));
    }
    Reason reason = Reason.of(decided.get(0).reason().rule(), String.join("; ", inputs));
    return Observation.of(change, Presence.NOT_ASSESSED, reason, List.of());
  }

  Outcome outcome() {
    if (!disagreements.isEmpty() || !contradictions().isEmpty()) {
      return Outcome.NOT_EVALUABLE;
    }
    if (any(rule.progression(), Presence.PRESENT)) {
      return Outcome.PROGRESSED;
    }
    if (any(rule.progression(), Presence.NOT_ASSESSED)) {
      return Outcome.NOT_EVALUABLE;
    }
    if (any(rule.improvement(), Presence.PRESENT)) {
      return Outcome.IMPROVED;
    }
    return any(rule.improvement(), Presence.NOT_ASSESSED) ? Outcome.NOT_EVALUABLE : Outcome.STABLE;
  }

  private boolean any(Set<Change> changes, Presence presence) {
    return observations.stream()
        .anyMatch(one -> changes.contains(one.change()) && one.presence() == presence);
  }

  /** The observations that made the outcome. */
  List<Reason> reasons() {
    return switch (outcome()) {
      case PROGRESSED -> reasons(rule.progression(), Presence.PRESENT);
      case IMPROVED -> reasons(rule.improvement(), Presence.PRESENT);
      case STABLE ->
        observations.stream()
            .filter(one -> rule.counts(one.change()))
            .map(Observation::reason)
            .toList();
      case NOT_EVALUABLE ->
        observations.stream()
            .filter(one -> rule.counts(one.change()) && !one.presence().isAssessed())
            .map(Observation::reason)
            .toList();
    };
  }

  private List<Reason> reasons(Set<Change> changes, Presence presence) {
    return observations.stream()
        .filter(one -> changes.contains(one.change()) && one.presence() == presence)
        .map(Observation::reason)
        .toList();
  }

  List<Observation> observations() {
    return observations;
  }

  List<String> disagreements() {
    return List.copyOf(disagreements);
  }

  /** What is missing or contradicts, if that is why there is no answer. */
  List<String> obstacles() {
    if (outcome() != Outcome.NOT_EVALUABLE) {
      return List.of();
    }
    Stream<String> missing = observations.stream()
        .filter(one -> rule.counts(one.change()))
        .flatMap(one -> one.missing().stream());
    return Stream.concat(contradictions().stream(), missing).distinct().toList();
  }

  private List<String> contradictions() {
    return comparisons.stream()
        .flatMap(comparison -> comparison.contradictions().stream())
        .distinct()
        .toList();
  }

  ImageVisit later() {
    return later;
  }
}
