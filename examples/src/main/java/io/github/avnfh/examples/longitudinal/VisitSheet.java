package io.github.avnfh.examples.longitudinal;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.survival.CovariateCells;
import io.github.avnfh.examples.survival.CovariateSpec;
import io.github.avnfh.examples.survival.LabelColumn;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import io.github.avnfh.scoring.longitudinal.VisitScoresBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The table of scores, a row per hip and visit. */
final class VisitSheet {
  /** What R writes for a missing score. */
  private static final String MISSING = "NA";

  private final Columns columns;
  private final CovariateCells covariates;
  private final OptionalDouble most;
  private final List<String> hips = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();
  private final List<String> visits = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<OptionalDouble> scores = new ArrayList<>();
  private final LabelColumn groupNames = new LabelColumn();
  private final Map<String, Fixed> patientOfHip = new HashMap<>();
  private final Map<String, Fixed> groupOfHip = new HashMap<>();
  private final Map<List<String>, Long> lineOfVisit = new HashMap<>();

  /** Which columns of the table hold what. */
  static final class Columns {
    @Option(
        names = "--subject",
        required = true,
        paramLabel = "COL",
        description = "Column of hips.")
    private String subject;

    @Option(
        names = "--cluster",
        paramLabel = "COL",
        description = "Column of patients, who may have two hips.")
    private Optional<String> cluster = Optional.empty();

    @Option(
        names = "--visit",
        required = true,
        paramLabel = "COL",
        description = "Column of visits, in order of their numbers, or of first appearance.")
    private String visit;

    @Option(
        names = "--score",
        required = true,
        paramLabel = "COL",
        description = "Column of scores; rows with an empty cell or NA are left out.")
    private String score;

    @Option(
        names = "--group",
        paramLabel = "COL",
        description = "Column of groups; a hip is in one.")
    private Optional<String> group = Optional.empty();

    Columns() {}

    /** The column of what a row lacks. */
    String named(String lacking) {
      return lacking.equals("score") ? score : lacking;
    }
  }

  /** What one line says of a hip that no other may contradict. */
  private record Fixed(String label, long line) {}

  /**
   * Starts without a row.
   *
   * @param most the largest score that the model allows, from 0, if it is bounded
   */
  VisitSheet(Columns columns, List<CovariateSpec> specs, OptionalDouble most) {
    this.columns = columns;
    this.covariates = new CovariateCells(specs);
    this.most = most;
  }

  void read(CsvInput table, Problems problems, Progress progress) {
    List<String> names = Stream.of(
            Stream.of(columns.subject, columns.visit, columns.score),
            Stream.of(columns.cluster, columns.group).flatMap(Optional::stream),
            covariates.columns().stream())
        .flatMap(each -> each)
        .distinct()
        .toList();
    CsvInput input = table.withRequired(names);
    long found = input.forEachRow(problems, row -> {
      progress.rows(scores.size());
      take(row);
    });
    progress.end();
    if (found == 0 && problems.isEmpty()) {
      input.reportNoRows(problems);
    }
  }

  boolean isEmpty() {
    return scores.isEmpty();
  }

  private void take(CsvRow row) {
    Optional<String> hip = row.required(columns.subject, LabelColumn::visible);
    Optional<String> visit = row.required(columns.visit, LabelColumn::visible);
    Optional<String> patient =
        columns.cluster.flatMap(column -> row.required(column, LabelColumn::visible));
    Optional<String> group =
        columns.group.flatMap(column -> row.required(column, LabelColumn::visible));
    OptionalDouble score = score(row);
    covariates.read(row);
    if (!row.isSound()) {
      return;
    }
    String of = hip.orElseThrow();
    patient.ifPresent(label ->
        requireOne(row, columns.cluster.orElseThrow(), "patient", patientOfHip.get(of), label));
    group.ifPresent(
        label -> requireOne(row, columns.group.orElseThrow(), "group", groupOfHip.get(of), label));
    Long before = lineOfVisit.get(List.of(of, visit.orElseThrow()));
    if (before != null) {
      row.report(
          columns.visit,
          "rows of a hip at one visit [count] must be 1, but line " + before
              + " is of the same visit");
    }
    if (row.isSound()) {
      keep(row, of, visit.orElseThrow(), score);
      patient.ifPresent(label -> {
        patients.add(label);
        patientOfHip.putIfAbsent(of, new Fixed(label, row.line()));
      });
      group.ifPresent(label -> {
        groupNames.numberOf(label);
        groups.add(label);
        groupOfHip.putIfAbsent(of, new Fixed(label, row.line()));
      });
    }
  }

  private static void requireOne(
      CsvRow row, String column, String what, @Nullable Fixed known, String label) {
    if (known != null && !known.label().equals(label)) {
      row.report(
          column,
          what + "s of one hip [count] must be 1, but line " + known.line() + " names another "
              + what);
    }
  }

  private void keep(CsvRow row, String hip, String visit, OptionalDouble score) {
    covariates.keep();
    hips.add(hip);
    visits.add(visit);
    scores.add(score);
    lineOfVisit.put(List.of(hip, visit), row.line());
  }

  private OptionalDouble score(CsvRow row) {
    if (row.text(columns.score).filter(text -> !text.equals(MISSING)).isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble score = row.requiredNumber(columns.score);
    if (score.isPresent()
        && most.isPresent()
        && !(score.getAsDouble() >= 0 && score.getAsDouble() <= most.getAsDouble())) {
      row.report(
          columns.score,
          "score of this link must lie in 0.0.." + most.getAsDouble() + ", but was "
              + score.getAsDouble());
    }
    return score;
  }

  VisitScores scores() {
    VisitScoresBuilder rows =
        VisitScores.of(hips, visits, scores).names(columns.visit, columns.group.orElse("group"));
    if (columns.cluster.isPresent()) {
      rows.patients(patients);
    }
    if (columns.group.isPresent()) {
      rows.groups(groups, groupNames.order());
    }
    covariates.addTo(new Design(rows));
    return rows.build();
  }

  /** The scores as a design that takes covariates. */
  private record Design(VisitScoresBuilder rows) implements CovariateSpec.Target {
    @Override
    public void number(String name, List<OptionalDouble> values) {
      rows.number(name, values);
    }

    @Override
    public void factor(String name, List<Optional<String>> values, List<String> levels) {
      rows.factor(name, values, levels);
    }

    @Override
    public void spline(String name, List<OptionalDouble> values, int knots) {
      rows.spline(name, values, knots);
    }
  }
}
