package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Satisfaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws what patients report: adverse events around an injection, and satisfaction at the end. */
final class PatientReports {
  private final StudyMargins margins;
  private final Draws draws;

  PatientReports(StudyMargins margins, Draws draws) {
    this.margins = margins;
    this.draws = draws;
  }

  /** Returns the events as patient, term and day, in the order of patients within each term. */
  List<Event> events(List<Subject> subjects) {
    List<Event> events = new ArrayList<>();
    for (Map.Entry<String, Integer> margin : margins.adverseEvents()) {
      List<Subject> shuffled = new ArrayList<>(subjects);
      draws.shuffle(shuffled);
      shuffled.subList(0, margin.getValue()).stream()
          .sorted(Comparator.comparing(subject -> subject.id))
          .forEach(subject -> events.add(event(subject, margin.getKey())));
    }
    return events;
  }

  private Event event(Subject subject, String term) {
    int injection = Math.max(0, subject.day(draws.oneOf(Schedule.INJECTIONS)));
    return new Event(subject, term, injection + draws.between(0, 4));
  }

  /** Returns the level of each patient, the better ones for those whose hips do better. */
  Map<Subject, Satisfaction> satisfaction(List<Subject> subjects) {
    Map<Subject, Double> wellbeing = new HashMap<>();
    subjects.forEach(subject -> wellbeing.put(subject, wellbeing(subject) + 60 * draws.normal()));
    List<Subject> bestFirst = new ArrayList<>(subjects);
    bestFirst.sort(Comparator.comparing(wellbeing::get, Comparator.reverseOrder()));
    Map<Subject, Satisfaction> levels = new LinkedHashMap<>();
    int next = 0;
    for (Satisfaction level : Satisfaction.values()) {
      for (int i = 0; i < margins.patientsOf(level); i++) {
        levels.put(bestFirst.get(next++), level);
      }
    }
    return levels;
  }

  /** The worst hip decides: its Harris Hip Score at 24 months, less for a hip that was replaced. */
  private static double wellbeing(Subject subject) {
    return subject.hips.stream()
        .mapToDouble(hip -> hip.harris.at(Schedule.MONTH_24) - (hip.isReplaced() ? 100 : 0))
        .min()
        .orElseThrow();
  }

  /** Something that happened to a patient. */
  static final class Event {
    final Subject subject;
    final String term;
    final int day;

    Event(Subject subject, String term, int day) {
      this.subject = subject;
      this.term = term;
      this.day = day;
    }
  }
}
