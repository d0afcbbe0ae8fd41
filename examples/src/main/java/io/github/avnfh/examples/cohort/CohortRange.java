package io.github.avnfh.examples.cohort;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.synthetic.StudyMargins;
import io.github.avnfh.examples.synthetic.SyntheticCohort;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Change;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results of cohorts that all print the same margins: the least, the median, the greatest. */
final class CohortRange {
  private static final int TWO_YEARS = Timepoint.ofMonths(24).nominalDay().orElseThrow();
  private static final int DECIMALS = 4;
  private static final int DECIMALS_OF_P = 6;
  private static final String P = "p of the log-rank test by stage, ";

  private final StudyMargins margins;
  private final Map<String, List<Double>> results = new LinkedHashMap<>();
  private int cohorts;

  CohortRange(StudyMargins margins) {
    this.margins = margins;
  }

  void add(SyntheticCohort made) {
    Cohort cohort = CohortReader.withDefaults().read(name -> file(made, name)).orThrow();
    FollowUp byStage = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
    margins.stages().forEach(stage -> addSurvival(byStage, stage.stage().code()));
    addGains(cohort);
    addComparison(byStage);
    cohorts++;
  }

  private static Optional<InputStream> file(SyntheticCohort made, String name) {
    return Optional.ofNullable(made.files().get(name))
        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void addSurvival(FollowUp byStage, String stage) {
    SurvivalCurve byPatient = KaplanMeier.withDefaults().estimate(byStage).curve(stage);
    SurvivalCurve naive =
        KaplanMeier.withDefaults().estimate(byStage.ignoringClusters()).curve(stage);
    String at = " at 24 months, stage " + stage;
    note(
        "THA-free survival" + at,
        byPatient.at(TWO_YEARS).estimate().map(SurvivalEstimate::survival));
    note(
        "SE by patient of THA-free survival" + at,
        byPatient.at(TWO_YEARS).estimate().flatMap(s -> boxed(s.standardError())));
    note(
        "naive SE of THA-free survival" + at,
        naive.at(TWO_YEARS).estimate().flatMap(s -> boxed(s.standardError())));
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private void addGains(Cohort cohort) {
    double[] gains = Pairing.of(
            Instruments.HARRIS_HIP_SCORE,
            Timepoint.baseline(),
            Timepoint.ofMonths(24),
            ArthroplastyPolicy.INCLUDE)
        .pair(cohort.hips())
        .changes()
        .stream()
        .map(PairedScores.HipChange::change)
        .filter(change -> change.reaches(StudyRules.MORE_THAN_20_POINTS).orElse(false))
        .mapToDouble(Change::improvement)
        .sorted()
        .toArray();
    note(
        "mean gain of HHS points in hips that gained more than 20",
        gains.length == 0 ? Optional.empty() : Optional.of(Decimals.of(gains).mean()));
  }

  private void addComparison(FollowUp byStage) {
    LogRankResult result = LogRank.withDefaults().test(byStage);
    note(P + "naive", result.naiveChiSquare().map(ChiSquare::pValue));
    note(P + "by patient", result.chiSquare().map(ChiSquare::pValue));
  }

  private void note(String result, Optional<Double> value) {
    List<Double> values = results.computeIfAbsent(result, name -> new ArrayList<>());
    value.ifPresent(values::add);
  }

  Table table(long firstSeed) {
    Table.Builder table = Table.builder()
        .name("range")
        .title("Results over SYNTHETIC cohorts that print the same margins")
        .counted(Counted.of(cohorts, "cohort") + ", seeds from " + firstSeed)
        .addColumns(
            Column.of("result", "Result", Kind.TEXT),
            Column.of("cohorts", "Cohorts with it", Kind.COUNT),
            Column.of("min", "Least", Kind.NUMBER),
            Column.of("median", "Median", Kind.NUMBER),
            Column.of("max", "Greatest", Kind.NUMBER))
        .addFootnotes(
            "No patient was observed. A result that varies here is not settled by what is printed.",
            "The cohorts are drawn by one program, not evenly from all that could print so: the"
                + " true range is at least as wide.");
    results.forEach((result, values) -> table.addRows(row(result, values)));
    return table.build();
  }

  private static List<Cell> row(String result, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(result), Cell.count(sorted.size())));
    if (sorted.isEmpty()) {
      cells.addAll(Collections.nCopies(3, Cell.missing(Kind.NUMBER, "not estimable")));
    } else {
      int last = sorted.size() - 1;
      double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
      for (double value : List.of(sorted.get(0), median, sorted.get(last))) {
        cells.add(Cell.number(value, result.startsWith(P) ? DECIMALS_OF_P : DECIMALS));
      }
    }
    return cells;
  }
}
