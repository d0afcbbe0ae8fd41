package io.github.avnfh.staging.response;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The assessment of one hip under one rule set: its first visit against each later one. */
final class ResponseAssessment {
  private final ResponseRule rule;
  private final Optional<Arthroplasty> arthroplasty;
  private final List<VisitReadings> visits;

  private ResponseAssessment(
      ResponseRule rule, Optional<Arthroplasty> arthroplasty, List<VisitReadings> visits) {
    this.rule = rule;
    this.arthroplasty = arthroplasty;
    this.visits = visits;
  }

  /** Assesses the readings of one hip. */
  static ImagingResponse of(
      ResponseRule rule, List<ImageReading> readings, Optional<Arthroplasty> arthroplasty) {
    List<VisitReadings> visits = VisitReadings.of(readings, rule.adjudicator(), rule.system());
    return new ResponseAssessment(rule, arthroplasty, visits).response();
  }

  private ImagingResponse response() {
    if (visits.size() < 2) {
      return ImagingResponse.builder()
          .rule(rule)
          .outcome(ImagingResponse.Outcome.NOT_EVALUABLE)
          .addObstacles("visits with images [count] must be 2 or more, but was " + visits.size())
          .arthroplasty(arthroplasty)
          .build();
    }
    // the last day without progression: the first images, or a later visit that was evaluable
    int clear = visits.get(0).day();
    ReadersComparison last = compare(1);
    for (int next = 2; last.outcome() != ImagingResponse.Outcome.PROGRESSED; next++) {
      if (last.outcome() != ImagingResponse.Outcome.NOT_EVALUABLE) {
        clear = last.later().day();
      }
      if (next == visits.size()) {
        break;
      }
      last = compare(next);
    }
    return response(last, clear);
  }

  private ReadersComparison compare(int visit) {
    return ReadersComparison.of(rule, visits.get(0), visits.get(visit));
  }

  private ImagingResponse response(ReadersComparison last, int clear) {
    return ImagingResponse.builder()
        .rule(rule)
        .outcome(last.outcome())
        .addAllReasons(last.reasons())
        .addAllObservations(last.observations())
        .addAllObstacles(last.obstacles())
        .addAllDisagreements(last.disagreements())
        .addCompared(visit(visits.get(0)), visit(last.later()))
        .interval(interval(last, clear))
        .arthroplasty(arthroplasty)
        .build();
  }

  private static ImagingResponse.ImagingVisit visit(VisitReadings readings) {
    return ImagingResponse.ImagingVisit.of(
        readings.timepoint(), readings.day(), readings.readers());
  }

  private static Optional<ImagingResponse.ProgressionInterval> interval(
      ReadersComparison last, int clear) {
    int until = last.later().day();
    return last.outcome() == ImagingResponse.Outcome.PROGRESSED && clear < until
        ? Optional.of(ImagingResponse.ProgressionInterval.of(clear, until))
        : Optional.empty();
  }

  /**
   * Two visits compared over all readers.
   *
   * @param rule the rule set
   * @param later the later visit
   * @param observations one finding for each change that was looked for
   * @param disagreements where readers differ, at a visit or in a change that counts
   * @param contradictions findings that cannot both be true
   */
  private record ReadersComparison(
      ResponseRule rule,
      VisitReadings later,
      List<ChangeFinding> observations,
      Set<String> disagreements,
      List<String> contradictions) {

    static ReadersComparison of(ResponseRule rule, VisitReadings earlier, VisitReadings later) {
      List<VisitComparison<?, ?>> pairs = pairs(rule, earlier, later);
      List<List<ChangeFinding>> changes =
          pairs.stream().map(VisitComparison::changes).toList();
      // every pair of readings is asked for the same changes in the same order
      List<List<ChangeFinding>> byChange = IntStream.range(0, changes.get(0).size())
          .mapToObj(at -> changes.stream().map(pair -> pair.get(at)).toList())
          .toList();
      Set<String> disagreements = new LinkedHashSet<>(earlier.disagreements());
      disagreements.addAll(later.disagreements());
      byChange.stream()
          .filter(all -> differ(all) && rule.counts(all.get(0).change()))
          .map(all -> "readers differ in " + all.get(0).change().code() + ": " + inputs(all))
          .forEach(disagreements::add);
      return new ReadersComparison(
          rule,
          later,
          byChange.stream().map(ReadersComparison::overReaders).toList(),
          disagreements,
          pairs.stream()
              .flatMap(pair -> pair.contradictions().stream())
              .distinct()
              .toList());
    }

    /** Each reader with the same reader; one who read one visit only with every other reader. */
    private static List<VisitComparison<?, ?>> pairs(
        ResponseRule rule, VisitReadings earlier, VisitReadings later) {
      List<VisitComparison<?, ?>> pairs = new ArrayList<>();
      for (String before : earlier.readers()) {
        for (String after : later.readers()) {
          boolean alone =
              !later.readers().contains(before) || !earlier.readers().contains(after);
          if (before.equals(after) || alone) {
            pairs.add(VisitComparison.of(rule, earlier, before, later, after));
          }
        }
      }
      return pairs;
    }

    private static List<ChangeFinding> decided(List<ChangeFinding> all) {
      return all.stream().filter(one -> one.presence().isAssessed()).toList();
    }

    private static boolean differ(List<ChangeFinding> all) {
      return decided(all).stream().map(ChangeFinding::presence).distinct().count() > 1;
    }

    private static String inputs(List<ChangeFinding> all) {
      return String.join(
          "; ",
          decided(all).stream().map(one -> one.reason().inputs()).distinct().toList());
    }

    /** The finding that the readers share; not assessed where they differ. */
    private static ChangeFinding overReaders(List<ChangeFinding> all) {
      List<ChangeFinding> decided = decided(all);
      if (differ(all)) {
        Reason reason = Reason.of(decided.get(0).reason().rule(), inputs(all));
        return ChangeFinding.of(all.get(0).change(), Presence.NOT_ASSESSED, reason, List.of());
      }
      return decided.isEmpty() ? all.get(0) : decided.get(0);
    }

    ImagingResponse.Outcome outcome() {
      if (!disagreements.isEmpty() || !contradictions.isEmpty()) {
        return ImagingResponse.Outcome.NOT_EVALUABLE;
      }
      if (any(rule.progression(), Presence.PRESENT)) {
        return ImagingResponse.Outcome.PROGRESSED;
      }
      if (any(rule.progression(), Presence.NOT_ASSESSED)) {
        return ImagingResponse.Outcome.NOT_EVALUABLE;
      }
      if (any(rule.improvement(), Presence.PRESENT)) {
        return ImagingResponse.Outcome.IMPROVED;
      }
      return any(rule.improvement(), Presence.NOT_ASSESSED)
          ? ImagingResponse.Outcome.NOT_EVALUABLE
          : ImagingResponse.Outcome.STABLE;
    }

    private boolean any(Set<ImagingChange> changes, Presence presence) {
      return observations.stream()
          .anyMatch(one -> changes.contains(one.change()) && one.presence() == presence);
    }

    /** The findings that made the outcome. */
    List<Reason> reasons() {
      return switch (outcome()) {
        case PROGRESSED -> reasons(one -> isPresent(rule.progression(), one));
        case IMPROVED -> reasons(one -> isPresent(rule.improvement(), one));
        case STABLE -> reasons(one -> rule.counts(one.change()));
        case NOT_EVALUABLE ->
          reasons(one -> rule.counts(one.change()) && !one.presence().isAssessed());
      };
    }

    private List<Reason> reasons(Predicate<ChangeFinding> made) {
      return observations.stream().filter(made).map(ChangeFinding::reason).toList();
    }

    private static boolean isPresent(Set<ImagingChange> changes, ChangeFinding one) {
      return changes.contains(one.change()) && one.presence() == Presence.PRESENT;
    }

    /** What is missing or contradicts, if that is why there is no answer. */
    List<String> obstacles() {
      if (outcome() != ImagingResponse.Outcome.NOT_EVALUABLE) {
        return List.of();
      }
      Stream<String> missing = observations.stream()
          .filter(one -> rule.counts(one.change()))
          .flatMap(one -> one.missing().stream());
      return Stream.concat(contradictions.stream(), missing).distinct().toList();
    }
  }
}
