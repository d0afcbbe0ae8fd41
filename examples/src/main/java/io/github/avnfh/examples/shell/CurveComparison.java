package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRankResult;
import java.util.List;
import java.util.Optional;

/** The log-rank test of the groups of a follow-up. */
final class CurveComparison {
  private CurveComparison() {}

  static Table of(Curves curves) {
    LogRankResult result = curves.logRank();
    Table.Builder table = Table.builder()
        .name("log_rank")
        .title("Log-rank test")
        .counted(Printed.counted(curves.followUp().size(), "hip"))
        .addColumns(
            Column.of("group", "Group", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("observed", "Observed", Kind.NUMBER),
            Column.of("expected", "Expected", Kind.NUMBER));
    result
        .groups()
        .forEach(group -> table.addRows(List.of(
            Cell.text(group.group()),
            Cell.count(group.rows()),
            Cell.number(group.observed(), 0),
            Cell.number(group.expected(), 2))));
    if (result.isRobust()) {
      table.addFootnotes("By patient: " + words(result.chiSquare()) + ".");
    }
    return table.addFootnotes("Naive: " + words(result.naiveChiSquare()) + ".").build();
  }

  private static String words(Optional<ChiSquare> result) {
    return result
        .map(test -> "chi-square " + Cell.number(test.statistic(), 2).printed() + " on "
            + test.degreesOfFreedom() + " df, p " + Printed.pValue(test.pValue()))
        .orElse("no test is possible");
  }
}
