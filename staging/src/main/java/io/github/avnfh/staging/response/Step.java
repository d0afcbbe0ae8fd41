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
  private final List<ChangeFinding> observations;

  Step(ResponseRule rule, ImageVisit earlier, ImageVisit later) {
    this.rule = rule;
    this.earlier = earlier;
    this.later = later;
    disagreements.addAll(earlier.disagreements());
    disagreements.addAll(later.disagreements());
    pair();
    this.observations = comparisons.get(0).observations().stream()
        .map(ChangeFinding::change)
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

  private ChangeFinding overReaders(ImagingChange change) {
    List<ChangeFinding> all = comparisons.stream()
        .flatMap(comparison -> comparison.observations().stream())
        .filter(observation -> observation.change() == change)
        .toList();
    List<ChangeFinding> decided =
        all.stream().filter(one -> one.presence().isAssessed()).toList();
    if (decided.stream().map(ChangeFinding::presence).distinct().count() > 1) {
      return differing(change, decided);
    }
    return decided.isEmpty() ? all.get(0) : decided.get(0);
  }

  private ChangeFinding differing(ImagingChange change, List<ChangeFinding> decided) {
    List<String> inputs =
        decided.stream().map(one -> one.reason().inputs()).distinct().toList();
    if (rule.counts(change)) {
      disagreements.add("readers differ in " + change.code() + ": " + String.join("; ", inputs));
    }
    Reason reason = Reason.of(decided.get(0).reason().rule(), String.join("; ", inputs));
    return ChangeFinding.of(change, Presence.NOT_ASSESSED, reason, List.of());
  }

  ResponseOutcome outcome() {
    if (!disagreements.isEmpty() || !contradictions().isEmpty()) {
      return ResponseOutcome.NOT_EVALUABLE;
    }
    if (any(rule.progression(), Presence.PRESENT)) {
      return ResponseOutcome.PROGRESSED;
    }
    if (any(rule.progression(), Presence.NOT_ASSESSED)) {
      return ResponseOutcome.NOT_EVALUABLE;
    }
    if (any(rule.improvement(), Presence.PRESENT)) {
      return ResponseOutcome.IMPROVED;
    }
    return any(rule.improvement(), Presence.NOT_ASSESSED)
        ? ResponseOutcome.NOT_EVALUABLE
        : ResponseOutcome.STABLE;
  }

  private boolean any(Set<ImagingChange> changes, Presence presence) {
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
            .map(ChangeFinding::reason)
            .toList();
      case NOT_EVALUABLE ->
        observations.stream()
            .filter(one -> rule.counts(one.change()) && !one.presence().isAssessed())
            .map(ChangeFinding::reason)
            .toList();
    };
  }

  private List<Reason> reasons(Set<ImagingChange> changes, Presence presence) {
    return observations.stream()
        .filter(one -> changes.contains(one.change()) && one.presence() == presence)
        .map(ChangeFinding::reason)
        .toList();
  }

  List<ChangeFinding> observations() {
    return observations;
  }

  List<String> disagreements() {
    return List.copyOf(disagreements);
  }

  /** What is missing or contradicts, if that is why there is no answer. */
  List<String> obstacles() {
    if (outcome() != ResponseOutcome.NOT_EVALUABLE) {
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
