package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What went wrong, counted in patients, with exact limits also where nothing did. */
final class SafetySection {
  /** The complications that the study looked for. */
  private static final List<String> LOOKED_FOR =
      List.of("hematoma", "infection", "drainage", "thrombosis", "nerve or vessel injury");

  private SafetySection() {}

  static Section of(Cohort cohort, Analysis analysis) {
    if (!cohort.isRecorded(DataKind.ADVERSE_EVENTS)) {
      return Section.notRecorded("Safety", "Adverse events");
    }
    List<String> lookedFor = analysis.isStudy() ? LOOKED_FOR : List.of();
    List<String> paragraphs = new ArrayList<>(
        List.of(
            "A patient counts once for each kind of event, however often it happened. The limits are exact (Clopper-Pearson,"
                + " 95 %): none among " + cohort.patients().size()
                + " patients does not mean never, and the upper limit says how often it may still happen."));
    if (analysis.isStudy()) {
      paragraphs.add(
          "The rows without an event are the complications that the study looked for; that they were looked for in this"
              + " cohort, its files cannot say.");
    }
    return Section.of("Safety", List.copyOf(paragraphs), table(cohort, lookedFor));
  }

  private static Table table(Cohort cohort, List<String> lookedFor) {
    Table.Builder table = Table.builder()
        .name("safety")
        .title("Adverse events")
        .counted(Counted.patients(cohort))
        .addColumns(
            Column.of("event", "Event", Kind.TEXT),
            Column.of("patients", "Patients", Kind.PROPORTION),
            Column.of("exact", "% (exact 95 % interval)", Kind.ESTIMATE),
            Column.of("events", "Events", Kind.COUNT));
    Map<String, List<AdverseEvent>> events = events(cohort, lookedFor);
    events.forEach(
        (term, each) -> table.addRows(row(term, each, cohort.patients().size())));
    return table
        .addRows(row("any", cohort.adverseEvents(), cohort.patients().size()))
        .build();
  }

  private static Map<String, List<AdverseEvent>> events(Cohort cohort, List<String> lookedFor) {
    Map<String, List<AdverseEvent>> events = new LinkedHashMap<>();
    cohort.adverseEvents().stream()
        .sorted(Comparator.comparing(AdverseEvent::term))
        .forEach(event ->
            events.computeIfAbsent(event.term(), term -> new ArrayList<>()).add(event));
    Set<String> recorded = new LinkedHashSet<>();
    events.keySet().forEach(term -> recorded.add(term.toLowerCase(Locale.ROOT)));
    lookedFor.stream()
        .filter(term -> recorded.stream().noneMatch(known -> known.contains(term)))
        .forEach(term -> events.put(term, List.of()));
    return events;
  }

  private static List<Cell> row(String term, List<AdverseEvent> events, int patients) {
    int hit = (int) events.stream().map(AdverseEvent::patient).distinct().count();
    Count count = Count.of(hit, patients);
    return List.of(
        Cell.text(term),
        Cell.proportion(count),
        Estimates.exactPercent(count),
        Cell.count(events.size()));
  }
}
