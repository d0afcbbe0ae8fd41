package io.github.avnfh.examples.survival;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.regression.HazardRatios;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of hazard ratios of papers: each covariate alone and adjusted, by level. */
public final class HazardRatioTable {
  private static final double LARGEST = 1e6;
  private static final int FINE = 3;

  private HazardRatioTable() {}

  /**
   * Starts the table.
   *
   * @param name the name of the table, such as {@code hazard_ratios}
   * @param ratios the hazard ratios
   * @param event what is counted as the event, such as {@code Arthroplasties}
   * @return the table with its rows, to which footnotes may be added
   */
  public static Table.Builder of(String name, HazardRatios ratios, String event) {
    Table.Builder table = Table.builder()
        .name(name)
        .title("Hazard ratios, alone and adjusted")
        .addColumns(
            Column.of("covariate", "Covariate", Kind.TEXT),
            Column.of("level", "Level", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("events", event, Kind.COUNT),
            Column.of("alone", "Alone (95 % interval)", Kind.ESTIMATE),
            Column.of("alone_p", "p", Kind.NUMBER),
            Column.of("adjusted", "Adjusted (95 % interval)", Kind.ESTIMATE),
            Column.of("adjusted_p", "p (adjusted)", Kind.NUMBER));
    Set<String> adjusted = ratios.rows().stream()
        .filter(row -> row.adjusted().isPresent())
        .map(HazardRatios.Row::covariate)
        .collect(Collectors.toSet());
    for (HazardRatios.Row row : ratios.rows()) {
      String absent = row.alone().isEmpty() ? "reference" : "";
      table.addRows(List.of(
          Cell.text(row.covariate()),
          Cell.text(row.level().orElse("")),
          Cell.count(row.rows()),
          Cell.count(row.events()),
          ratio(row.alone(), absent),
          pValue(row.alone()),
          ratio(row.adjusted(), adjusted.contains(row.covariate()) ? absent : ""),
          pValue(row.adjusted())));
    }
    return table;
  }

  private static Cell ratio(Optional<RegressionCoefficient> coefficient, String absent) {
    if (coefficient.isEmpty()) {
      return Cell.missing(Kind.ESTIMATE, absent);
    }
    RegressionCoefficient known = coefficient.get();
    double lower = Math.exp(known.lower().orElse(Double.NaN));
    double upper = Math.exp(known.upper().orElse(Double.NaN));
    return upper <= LARGEST && lower >= 0
        ? Cell.estimate(known.ratio().orElseThrow(), lower, upper, upper < 1.0 / FINE ? FINE : 2)
        : Cell.missing(Kind.ESTIMATE, "not estimable");
  }

  private static Cell pValue(Optional<RegressionCoefficient> coefficient) {
    OptionalDouble p =
        coefficient.map(RegressionCoefficient::pValue).orElse(OptionalDouble.empty());
    return p.isPresent() ? Cell.pValue(p.getAsDouble()) : Cell.missing(Kind.NUMBER, "");
  }
}
