package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.compare.Weighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The script with which R computes the tables of the survival command again. */
final class SurvivalScript {
  private final FollowUp hips;
  private final RScript script = RScript.of("survival.R", "curves.R", "rank_tests.R", "survival.R");

  SurvivalScript(FollowUp hips) {
    this.hips = hips;
  }

  RScript script(
      KaplanMeier method, List<Weighting> weightings, Optional<PValueAdjustment> adjustment) {
    boolean clustered = hips.clusters().isPresent();
    return script
        .texts("groups", hips.groups())
        .flag("clustered", clustered)
        .texts("conf_type", List.of(method.intervalType().code()))
        .numbers("level", List.of(method.level()))
        .texts("critical", List.of(method.criticalValue(clustered).code()))
        .texts("tests", weightings.stream().map(Weighting::code).toList())
        .texts("adjustment", adjustment.map(PValueAdjustment::code).stream().toList())
        .data("follow_up.csv", rows(hips));
  }

  /** Asks for what the command was asked for. */
  SurvivalScript asking(List<Double> times, List<Double> horizons, List<Double> probabilities) {
    script
        .numbers("times", times)
        .numbers("horizons", horizons)
        .numbers("probabilities", probabilities);
    return this;
  }

  /** A row per hip, with groups, strata and clusters by number. */
  static CsvOutput rows(FollowUp hips) {
    CsvOutput table =
        CsvOutput.withHeader("time", "event", "entry", "weight", "group", "stratum", "cluster");
    for (int row = 0; row < hips.size(); row++) {
      int cluster = hips.clusters().isPresent() ? hips.cluster(row) : row;
      table.row(Stream.of(
              CsvOutput.number(hips.time(row)),
              hips.isEvent(row) ? "1" : "0",
              CsvOutput.number(hips.entry(row)),
              CsvOutput.number(hips.weight(row)),
              Integer.toString(hips.group(row) + 1),
              Integer.toString(hips.stratum(row) + 1),
              Integer.toString(cluster + 1))
          .toList());
    }
    return table;
  }
}
