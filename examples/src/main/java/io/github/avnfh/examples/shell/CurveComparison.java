package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreVariance;
import java.util.List;

/** The log-rank test of the groups of a follow-up. */
final class CurveComparison {
  private CurveComparison() {}

  static Answer of(Curves curves) {
    LogRankResult result = curves.logRank();
    return Answer.of(table(result, curves.followUp().size())).explainedBy(result);
  }

  private static Table table(LogRankResult result, int hips) {
    Table.Builder table = Table.builder()
        .name("log_rank")
        .title("Log-rank test")
        .counted(Counted.of(hips, "hip"))
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
    for (ScoreTest test : result.tests()) {
      table.addFootnotes(title(test.variance(), result) + ": " + words(test) + ".");
    }
    if (result.restsOnFewClusters() && result.chiSquare().isPresent()) {
      table.addFootnotes("Only "
          + Counted.of(result.clustersWithEvent().getAsInt(), "patient")
          + " had the event: a permutation test is to be preferred.");
    }
    return table.build();
  }

  private static String title(ScoreVariance variance, LogRankResult result) {
    return switch (variance) {
      case CLUSTERED -> "By patient";
      case ROBUST -> result.clustersWithEvent().isPresent() ? "Robust, by patient" : "Robust";
      case INDEPENDENT -> "Naive";
    };
  }

  private static String words(ScoreTest result) {
    return result
        .chiSquare()
        .map(Printed::test)
        .orElseGet(() -> "no test is possible without " + result.lacks().orElse("more"));
  }
}
