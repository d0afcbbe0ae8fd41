package io.github.avnfh.core.csv;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a visit says, by the name of the column, apart from whose it is and its moment. */
final class VisitCells {
  private static final String DAY = "day";
  private static final String REASON = "missed_reason";

  private VisitCells() {}

  /** The columns in their order, with what each holds. */
  static Map<String, Function<Visit, String>> of(List<Instrument> instruments) {
    Map<String, Function<Visit, String>> cells = new LinkedHashMap<>();
    cells.put(DAY, visit -> Integer.toString(visit.day()));
    cells.put(Sheet.STATUS, visit -> visit.status().code());
    for (Instrument instrument : instruments) {
      cells.put(
          instrument.code(),
          visit ->
              visit.score(instrument).map(Score::points).map(CsvOutput::number).orElse(""));
    }
    cells.put(REASON, visit -> visit.missedReason().orElse(""));
    return cells;
  }

  /** Leaves out the reasons why visits were missed where there are none. */
  static Map<String, Function<Visit, String>> of(List<Instrument> instruments, List<Hip> hips) {
    Map<String, Function<Visit, String>> cells = of(instruments);
    boolean reasons = hips.stream()
        .flatMap(hip -> hip.visits().stream())
        .anyMatch(visit -> visit.missedReason().isPresent());
    if (!reasons) {
      cells.remove(REASON);
    }
    return cells;
  }
}
