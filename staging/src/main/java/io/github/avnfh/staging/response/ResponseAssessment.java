package io.github.avnfh.staging.response;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.imaging.ImageReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images of one hip, gone through in their order by one rule set. */
final class ResponseAssessment {
  private final ResponseRule rule;
  private final Optional<Arthroplasty> arthroplasty;
  private final List<ImageVisit> visits;

  ResponseAssessment(
      ResponseRule rule, List<ImageReading> examinations, Optional<Arthroplasty> arthroplasty) {
    this.rule = rule;
    this.arthroplasty = arthroplasty;
    this.visits = ImageVisit.of(examinations, rule);
  }

  Response response() {
    if (visits.size() < 2) {
      return Response.builder()
          .rule(rule)
          .outcome(ResponseOutcome.NOT_EVALUABLE)
          .addObstacles("visits with images [count] must be 2 or more, but was " + visits.size())
          .arthroplasty(arthroplasty)
          .build();
    }
    List<Step> clear = new ArrayList<>();
    Step last = step(1);
    for (int visit = 1; visit < visits.size(); visit++) {
      last = step(visit);
      if (last.outcome() == ResponseOutcome.PROGRESSED) {
        break;
      }
      if (last.outcome() != ResponseOutcome.NOT_EVALUABLE) {
        clear.add(last);
      }
    }
    return response(last, clear);
  }

  private Step step(int visit) {
    return new Step(rule, visits.get(0), visits.get(visit));
  }

  private Response response(Step step, List<Step> clear) {
    return Response.builder()
        .rule(rule)
        .outcome(step.outcome())
        .addAllReasons(step.reasons())
        .addAllObservations(step.observations())
        .addAllObstacles(step.obstacles())
        .addAllDisagreements(step.disagreements())
        .addCompared(visits.get(0).occasion(), step.later().occasion())
        .interval(interval(step, clear))
        .arthroplasty(arthroplasty)
        .build();
  }

  private Optional<ProgressionInterval> interval(Step step, List<Step> clear) {
    int until = step.later().day();
    int after = clear.isEmpty()
        ? visits.get(0).day()
        : clear.get(clear.size() - 1).later().day();
    return step.outcome() == ResponseOutcome.PROGRESSED && after < until
        ? Optional.of(ProgressionInterval.of(after, until))
        : Optional.empty();
  }
}
