package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.GrayTest;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import io.github.avnfh.survival.regression.FineGray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of the competing command, at full precision. */
final class CompetingTables {
  private CompetingTables() {}

  private static CsvOutput header() {
    return CsvOutput.withHeader(
        "group",
        "cause",
        "time",
        "at_risk",
        "events",
        "incidence",
        "std_error",
        "naive_std_error",
        "lower",
        "upper");
  }

  /** A row for each group, cause and time; the events are those of the time. */
  static String incidence(Map<String, List<IncidenceCurve>> curves) {
    CsvOutput table = header();
    List<IncidenceCurve> groups = curves.values().iterator().next();
    for (int group = 0; group < groups.size(); group++) {
      int place = group;
      curves.forEach((cause, ofCause) -> {
        for (IncidenceStep step : ofCause.get(place).steps()) {
          row(table, ofCause.get(place).group(), cause, step, step.event().events());
        }
      });
    }
    return table.text();
  }

  /** The same at some times; the events are those up to the time. */
  static String at(Map<String, List<IncidenceCurve>> curves, List<Double> times) {
    CsvOutput table = header();
    List<IncidenceCurve> groups = curves.values().iterator().next();
    for (int group = 0; group < groups.size(); group++) {
      int place = group;
      curves.forEach((cause, ofCause) -> {
        IncidenceCurve curve = ofCause.get(place);
        for (double time : times) {
          Optional<IncidenceStep> known = curve.at(time);
          known.ifPresentOrElse(
              step -> row(table, curve.group(), cause, step, step.event().cumulativeEvents()),
              () -> table.row(
                  curve.group(), cause, CsvOutput.number(time), "0", "", "", "", "", "", ""));
        }
      });
    }
    return table.text();
  }

  private static void row(
      CsvOutput table, String group, String cause, IncidenceStep step, double events) {
    Incidence incidence = step.event();
    table.row(
        group,
        cause,
        CsvOutput.number(step.time()),
        CsvOutput.number(step.atRisk()),
        CsvOutput.number(events),
        CsvOutput.number(incidence.proportion()),
        CsvOutput.number(incidence.standardError()),
        CsvOutput.number(incidence.naiveStandardError()),
        CsvOutput.number(incidence.lower()),
        CsvOutput.number(incidence.upper()));
  }

  static String tests(Map<String, GrayTest.Result> results) {
    CsvOutput table = CsvOutput.withHeader("test", "cause", "variance", "chi_square", "df", "p");
    results.forEach((cause, result) -> {
      for (ScoreTest test : listed(result)) {
        Optional<ChiSquare> statistic = test.chiSquare();
        table.row(
            "gray",
            cause,
            test.variance().code(),
            statistic.map(each -> CsvOutput.number(each.statistic())).orElse(""),
            statistic.map(each -> Integer.toString(each.degreesOfFreedom())).orElse(""),
            statistic.map(each -> CsvOutput.number(each.pValue())).orElse(""));
      }
    });
    return table.text();
  }

  /** The tests from the answer on, so that the first row of a table is what the figure prints. */
  private static List<ScoreTest> listed(GrayTest.Result result) {
    return result.tests().stream()
        .filter(test -> test.variance().compareTo(result.answer().variance()) >= 0)
        .toList();
  }

  /** What a person wants first: counts, the incidence at the end, tests and ratios. */
  static String summary(
      CompetingFollowUp hips,
      Map<String, List<IncidenceCurve>> curves,
      Map<String, GrayTest.Result> tests,
      Optional<FineGray.Model> model) {
    Table.Builder table = Table.builder()
        .name("incidence")
        .title("Cumulative incidence")
        .counted(Counted.of(hips.size(), "row") + ", "
            + Counted.of(hips.anyEvent().events(), "event") + " of any kind"
            + (hips.anyEvent().clusters().isPresent()
                ? ", " + Counted.of(hips.anyEvent().clusters().getAsInt(), "cluster")
                : ""))
        .addColumns(
            Column.of("group", "Group", Column.Kind.TEXT),
            Column.of("cause", "Cause", Column.Kind.TEXT),
            Column.of("events", "Events", Column.Kind.TEXT),
            Column.of("incidence", "Incidence at the last time (limits)", Column.Kind.TEXT));
    List<IncidenceCurve> groups = curves.values().iterator().next();
    for (int group = 0; group < groups.size(); group++) {
      int place = group;
      curves.forEach((cause, ofCause) -> {
        List<IncidenceStep> steps = ofCause.get(place).steps();
        Incidence last = steps.get(steps.size() - 1).event();
        table.addRows(List.of(
            Cell.text(ofCause.get(place).group()),
            Cell.text(cause),
            Cell.text(CsvOutput.number(last.cumulativeEvents())),
            Cell.text(rounded(last.proportion()) + " (" + rounded(last.lower()) + " to "
                + rounded(last.upper()) + ")")));
      });
    }
    tests.forEach((cause, result) -> result
        .chiSquare()
        .ifPresent(test -> table.addFootnotes(result.title() + " of " + cause + ": chi-square "
            + Digits.halfUp(2).print(test.statistic()) + " on " + test.degreesOfFreedom()
            + " df, p " + CoxTables.pValue(OptionalDouble.of(test.pValue())) + ".")));
    model.ifPresent(fitted -> fitted
        .coefficients()
        .forEach(each -> table.addFootnotes(each.term() + ": ratio of subdistribution hazards "
            + CoxTables.ratio(each) + ", p " + CoxTables.pValue(each.pValue()) + ".")));
    SurvivalSummary.merged(hips.anyEvent().mergedTimes()).ifPresent(table::addFootnotes);
    return table.build().text();
  }

  private static String rounded(double proportion) {
    return Digits.halfUp(3).print(proportion);
  }
}
