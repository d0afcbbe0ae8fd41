package io.github.avnfh.staging.response;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The images of one visit: what each reader found on all of them together. */
final class ImageVisit {
  private final Timepoint timepoint;
  private final int day;
  private final SortedMap<String, Findings> byReader = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  private ImageVisit(ImageReading first) {
    this.timepoint = first.timepoint();
    this.day = first.day();
  }

  /** Visits in the order of their days; images outside the plan belong together by their day. */
  static List<ImageVisit> of(List<ImageReading> examinations, ResponseRule rule) {
    Map<String, List<ImageReading>> visits = new LinkedHashMap<>();
    examinations.stream()
        .sorted(Comparator.comparingInt(ImageReading::day).thenComparing(ImageReading::timepoint))
        .forEach(examination ->
            visits.computeIfAbsent(key(examination), visit -> new ArrayList<>()).add(examination));
    return visits.values().stream().map(all -> read(all, rule)).toList();
  }

  private static String key(ImageReading examination) {
    Timepoint planned = examination.timepoint();
    return planned.months().isPresent() ? planned.code() : planned.code() + examination.day();
  }

  private static ImageVisit read(Collection<ImageReading> readings, ResponseRule rule) {
    String adjudicator = rule.adjudicator();
    boolean settled = readings.stream().anyMatch(one -> one.reader().equals(adjudicator));
    ImageVisit visit = new ImageVisit(readings.iterator().next());
    readings.stream()
        .filter(one -> !settled || one.reader().equals(adjudicator))
        .forEach(visit::add);
    visit.compareStages(rule.system());
    return visit;
  }

  private void add(ImageReading reading) {
    Findings before = byReader.get(reading.reader());
    if (before == null) {
      byReader.put(reading.reader(), reading.findings());
      return;
    }
    FindingsUnion union = new FindingsUnion(before, reading.findings());
    byReader.put(reading.reader(), union.findings());
    union
        .differences()
        .forEach(column -> disagreements.add(
            "images of " + code() + " differ in " + column + " as read by " + reading.reader()));
  }

  private void compareStages(StagingSystem<?, ?> system) {
    List<String> readers = readers();
    for (String one : readers) {
      for (String other : readers.subList(readers.indexOf(one) + 1, readers.size())) {
        PossibleStages<?> first = system.read(findings(one)).stage();
        PossibleStages<?> second = system.read(findings(other)).stage();
        if (!first.possible().isEmpty()
            && !second.possible().isEmpty()
            && Collections.disjoint(first.possible(), second.possible())) {
          disagreements.add("readers of " + code() + " differ in the stage: " + one + " "
              + first.text() + ", " + other + " " + second.text());
        }
      }
    }
  }

  String code() {
    return timepoint.code();
  }

  int day() {
    return day;
  }

  List<String> readers() {
    return List.copyOf(byReader.keySet());
  }

  Findings findings(String reader) {
    Findings found = byReader.get(reader);
    if (found == null) {
      throw new AssertionError("a reader of another visit");
    }
    return found;
  }

  List<String> disagreements() {
    return disagreements;
  }

  ImagingVisit occasion() {
    return ImagingVisit.of(timepoint, day, readers());
  }
}
