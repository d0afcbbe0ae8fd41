package io.github.avnfh.examples.report;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.PairComparison;
import io.github.avnfh.survival.compare.Pairwise;
import io.github.avnfh.survival.compare.PermutationResult;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreTestResult;
import io.github.avnfh.survival.compare.Trend;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stages compared: together, as a trend and in pairs, by each variance that applies, and by
 * permutation; one test is the primary one.
 */
final class ComparisonTable {
  /** The seed of the permutations, part of the result. */
  private static final long SEED = 20;

  private static final String PRIMARY = "primary";
  private static final String ANSWER = "answer";
  private static final String BESIDE = "for comparison";
  private static final String IMPOSSIBLE = "no test possible";

  private final FollowUp hips;
  private final LogRankResult logRank;
  private final Optional<PermutationResult> permutation;

  private ComparisonTable(FollowUp hips) {
    this.hips = hips;
    this.logRank = LogRank.withDefaults().test(hips);
    this.permutation = PermutationTest.withDefaults().test(hips, SEED);
  }

  /** Compares the groups of follow-up that knows its patients. */
  static ComparisonTable of(FollowUp hips) {
    return new ComparisonTable(hips);
  }

  /** Which test is the primary one, why, and how far it can be trusted. */
  String words() {
    Optional<String> lacks = logRank.answer().lacks();
    return lacks.isPresent()
        ? "The stages cannot be compared: no test is possible without " + lacks.get() + "."
        : primary() + few();
  }

  private String primary() {
    return "The primary test of the stages is the log-rank test with the "
        + logRank.variance().code()
        + " variance, the row that says so in its table: it uses every hip, weighs all times alike, and allows for two"
        + " hips of a patient. The other rows say how far the answer depends on that choice; none of them replaces it.";
  }

  /** The primary test and why it is the primary one, in one sentence. */
  String keyResult() {
    Optional<ChiSquare> answer = logRank.answer().chiSquare();
    if (answer.isEmpty()) {
      return words();
    }
    return isPermuted()
        ? "The stages compared: p " + printed(permutation.orElseThrow().pValue())
            + " by the permutation of the log-rank test among patients, which is primary because fewer than "
            + ScoreTestResult.FEW_CLUSTERS + " patients had an arthroplasty."
        : "The stages compared: p " + printed(answer.get().pValue())
            + " by the log-rank test with the "
            + logRank.variance().code()
            + " variance, which is primary because it uses every hip and allows for two hips of a patient.";
  }

  private boolean isPermuted() {
    return logRank.restsOnFewClusters() && permutation.isPresent();
  }

  /** The primary test with its p value, as a figure has it; nothing where no test is possible. */
  Optional<String> note() {
    return logRank
        .answer()
        .chiSquare()
        .map(answer -> isPermuted()
            ? "Permutation of the log-rank test, by patient: p "
                + printed(permutation.orElseThrow().pValue())
            : "Log-rank test, " + logRank.variance().code() + " variance: p "
                + printed(answer.pValue()));
  }

  private static String printed(double p) {
    String printed = Cell.pValue(p).printed();
    return printed.startsWith("<") ? printed : "= " + printed;
  }

  private String few() {
    return logRank.restsOnFewClusters()
        ? " Only " + Counted.of(logRank.clustersWithEvent().orElseThrow(), "patient")
            + " had an arthroplasty: below "
            + ScoreTestResult.FEW_CLUSTERS
            + " the p value of a chi-square test is unreliable, and that of the permutation test, which compares the"
            + " same observed and expected arthroplasties, is to be preferred."
        : "";
  }

  /** The log-rank test and its permutation, with their rules. */
  Stream<Explainable> explained() {
    return Stream.concat(Stream.of(logRank), permutation.stream());
  }

  Table table() {
    Table.Builder table = Table.builder()
        .name("survival_tests")
        .title("Survival free of arthroplasty, the stages compared")
        .counted(Counted.of(hips.size(), "hip"))
        .addColumns(
            Column.of("test", "Test", Kind.TEXT),
            Column.of("variance", "Variance, or what changes places", Kind.TEXT),
            Column.of("role", "Role", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("chi_square", "Chi-square", Kind.NUMBER),
            Column.of("df", "df", Kind.COUNT),
            Column.of("p", "p", Kind.NUMBER),
            Column.of("p_holm", "p, adjusted", Kind.NUMBER));
    addRows(table, "log-rank", logRank, hips.size(), PRIMARY);
    addRows(table, "trend over the stages", Trend.inOrder().test(hips), hips.size(), ANSWER);
    if (hips.groups().size() > 2) {
      Pairwise.withDefaults().test(hips).forEach(pair -> addRows(table, pair));
    }
    return table
        .addRows(permuted())
        .addFootnotes(
            "Clustered: the hypergeometric variance plus, within patients, the cross-products of what two hips add to"
                + " observed less expected arthroplasties; it is the independent one where no patient has two hips."
                + " Robust: the sum over patients of the squares of what they add, which has little power where few"
                + " patients had the event. Independent: hips count as if they were independent.",
            "Adjusted: by Holm over the pairs of stages, for each variance by itself.",
            "Permutation: the proportion of permutations of the stages, among patients with as many hips, whose statistic is"
                + " at least as large; exact where all can be counted, otherwise from 100,000 drawn with seed "
                + SEED + ".")
        .build();
  }

  private static void addRows(
      Table.Builder table, String name, ScoreTestResult result, int hips, String answer) {
    for (ScoreTest test : result.tests()) {
      String role = test.variance() == result.variance() ? answer : BESIDE;
      table.addRows(row(name, test, role, hips, Optional.empty()));
    }
  }

  private static void addRows(Table.Builder table, PairComparison pair) {
    String name = "log-rank, " + pair.first() + " and " + pair.second();
    int hips = pair.result().groups().stream().mapToInt(GroupCount::rows).sum();
    for (ScoreTest test : pair.result().tests()) {
      String role = test.variance() == pair.result().variance() ? ANSWER : BESIDE;
      Optional<Double> adjusted = Optional.ofNullable(pair.adjustedPValues().get(test.variance()));
      table.addRows(row(name, test, role, hips, adjusted));
    }
  }

  private static List<Cell> row(
      String name, ScoreTest test, String role, int hips, Optional<Double> adjusted) {
    Optional<ChiSquare> result = test.chiSquare();
    return List.of(
        Cell.text(name),
        Cell.text(test.variance().code()),
        Cell.text(role),
        Cell.count(hips),
        result.map(known -> Cell.number(known.statistic(), 2)).orElseGet(() -> none(IMPOSSIBLE)),
        result
            .map(known -> Cell.count(known.degreesOfFreedom()))
            .orElseGet(() -> Cell.missing(Kind.COUNT, "")),
        result.map(known -> Cell.pValue(known.pValue())).orElseGet(() -> none("")),
        adjusted.map(Cell::pValue).orElseGet(() -> none("")));
  }

  private List<Cell> permuted() {
    String exact =
        permutation.map(known -> known.isExact() ? ", exact" : ", drawn").orElse("");
    return List.of(
        Cell.text("permutation of the log-rank" + exact),
        Cell.text(PermutationResult.Permuted.PATIENTS.title()),
        Cell.text(logRank.restsOnFewClusters() ? PRIMARY + ", by permutation" : BESIDE),
        Cell.count(hips.size()),
        none(permutation.isPresent() ? "" : IMPOSSIBLE),
        Cell.missing(Kind.COUNT, ""),
        permutation.map(known -> Cell.pValue(known.pValue())).orElseGet(() -> none("")),
        none(""));
  }

  private static Cell none(String why) {
    return Cell.missing(Kind.NUMBER, why);
  }
}
