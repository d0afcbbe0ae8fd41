package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Counted;
import io.github.avnfh.survival.internal.DayTable;
import io.github.avnfh.survival.internal.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of days while they come in, by stratum and group; one thread adds to it. */
final class EventCountsCollector {
  private final Map<String, Map<String, DayTable>> strata = new LinkedHashMap<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();

  void add(DayCount line) {
    if (line.events() + line.censored() + line.entered() != 0) {
      table(line.stratum(), line.group())
          .add(line.day(), line.events(), line.censored(), line.entered());
    }
  }

  private DayTable table(String stratum, String group) {
    groups.putIfAbsent(group, groups.size());
    return strata
        .computeIfAbsent(stratum, label -> new LinkedHashMap<>())
        .computeIfAbsent(group, label -> new DayTable());
  }

  EventCountsCollector addAll(EventCountsCollector other) {
    // groups first, so that they keep the order in which they appeared and not that of the strata
    other.groups.keySet().forEach(group -> groups.putIfAbsent(group, groups.size()));
    other.strata.forEach((stratum, tables) ->
        tables.forEach((group, table) -> table(stratum, group).addAll(table)));
    return this;
  }

  EventCounts counts() {
    List<String> names = List.copyOf(new ArrayList<>(groups.keySet()));
    List<String> strataNames = List.copyOf(strata.keySet());
    Tally[] tallies = new Tally[names.size() * strata.size()];
    long hips = 0;
    int cell = 0;
    for (String stratum : strataNames) {
      Map<String, DayTable> tables = strata.getOrDefault(stratum, Collections.emptyMap());
      for (String group : names) {
        DayTable table = tables.getOrDefault(group, new DayTable());
        hips += table.hips();
        RowCheck.total(hips);
        tallies[cell++] = table.tally();
      }
    }
    RowCheck.atLeastOne(hips);
    return new EventCounts(Counted.of(tallies), names, strataNames, EventCounts.Kind.WHOLE);
  }
}
