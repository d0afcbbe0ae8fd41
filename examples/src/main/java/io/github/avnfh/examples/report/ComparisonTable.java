package io.github.avnfh.examples.report;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.PermutationResult;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.compare.Trend;
import io.github.avnfh.survival.compare.TrendResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages compared, by several tests that answer for two hips of a patient in several ways. */
final class ComparisonTable {
  /** The seed of the permutations, part of the result. */
  private static final long SEED = 20;

  private ComparisonTable() {}

  static Table of(List<Hip> followed) {
    FollowUp hips = SurvivalSection.byStage(followed);
    List<Hip> one = oneHipPerPatient(followed);
    FollowUp independent = SurvivalSection.byStage(one);
    LogRankResult logRank = LogRank.withDefaults().test(hips);
    TrendResult trend = Trend.inOrder().test(hips);
    return Table.builder()
        .name("survival_tests")
        .title("Survival free of arthroplasty, the stages compared")
        .counted(Counted.of(followed.size(), "hip"))
        .addColumns(
            Column.of("test", "Test", Kind.TEXT),
            Column.of("two_hips", "Two hips of a patient", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("chi_square", "Chi-square", Kind.NUMBER),
            Column.of("df", "df", Kind.COUNT),
            Column.of("p", "p", Kind.NUMBER))
        .addRows(row("log-rank", "by patient", hips, logRank.chiSquare()))
        .addRows(row("log-rank", "naive", hips, logRank.naiveChiSquare()))
        .addRows(row("trend over the stages", "by patient", hips, trend.chiSquare()))
        .addRows(row("trend over the stages", "naive", hips, trend.naiveChiSquare()))
        .addRows(dealt("one hip per patient", independent))
        .addRows(dealt("naive", hips.ignoringClusters()))
        .addFootnotes(
            "By patient: the variance allows for two hips of a patient; with few patients that had an event it rests on little."
                + " Naive: hips count as independent.",
            "Permutation: the share of ways to deal the hips to the stages that speak at least as much against equality, exact"
                + " where all can be counted, otherwise from 100,000 drawn with seed " + SEED
                + ". One hip per patient is the one of the higher stage, or the first of two alike.")
        .build();
  }

  private static List<Hip> oneHipPerPatient(List<Hip> hips) {
    Map<PatientId, Hip> chosen = new LinkedHashMap<>();
    Comparator<Hip> higher = Comparator.comparing(Hip::baselineStage);
    hips.forEach(hip -> chosen.merge(
        hip.id().patient(),
        hip,
        (known, other) -> higher.compare(other, known) > 0 ? other : known));
    return List.copyOf(chosen.values());
  }

  private static List<Cell> row(
      String test, String twoHips, FollowUp followUp, Optional<ChiSquare> result) {
    return List.of(
        Cell.text(test),
        Cell.text(twoHips),
        Cell.count(followUp.size()),
        result
            .map(known -> Cell.number(known.statistic(), 2))
            .orElseGet(() -> Cell.missing(Kind.NUMBER, "no test possible")),
        result
            .map(known -> Cell.count(known.degreesOfFreedom()))
            .orElseGet(() -> Cell.missing(Kind.COUNT, "")),
        result
            .map(known -> Cell.pValue(known.pValue()))
            .orElseGet(() -> Cell.missing(Kind.NUMBER, "")));
  }

  private static List<Cell> dealt(String twoHips, FollowUp followUp) {
    Optional<PermutationResult> result = PermutationTest.withDefaults().test(followUp, SEED);
    String exact = result.map(known -> known.isExact() ? ", exact" : ", drawn").orElse("");
    return List.of(
        Cell.text("permutation of the log-rank" + exact),
        Cell.text(twoHips),
        Cell.count(followUp.size()),
        Cell.missing(Kind.NUMBER, result.isPresent() ? "" : "no test possible"),
        Cell.missing(Kind.COUNT, ""),
        result
            .map(known -> Cell.pValue(known.pValue()))
            .orElseGet(() -> Cell.missing(Kind.NUMBER, "")));
  }
}
