package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** The table of follow-up: a row per hip, read into columns. */
final class FollowUpSheet {
  private final ColumnOptions columns;
  private final EventCodes codes;
  private final Numbers times = new Numbers();
  private final BitSet events = new BitSet();
  private final Numbers entries = new Numbers();
  private final Numbers weights = new Numbers();
  private final Names groups = new Names();
  private final Names strata = new Names();
  private final Names clusters = new Names();
  private int rows;

  FollowUpSheet(ColumnOptions columns) {
    this.columns = columns;
    this.codes = columns.codes();
  }

  void read(CsvInput table, Problems problems, Progress progress) {
    CsvInput input = table.withRequired(columns.required());
    long found = input.forEachRow(problems, row -> {
      take(row);
      progress.rows(rows);
    });
    progress.end();
    if (found == 0 && problems.isEmpty()) {
      input.reportNoRows(problems);
    }
  }

  boolean isEmpty() {
    return rows == 0;
  }

  private void take(CsvRow row) {
    OptionalDouble time = atLeastZero(row, columns.time());
    Optional<Boolean> event = row.required(columns.event(), codes::parse);
    OptionalDouble entry = entry(row, time);
    OptionalDouble weight = weight(row);
    Optional<String> group = label(row, columns.group());
    Optional<String> stratum = label(row, columns.strata());
    Optional<String> cluster = label(row, columns.cluster());
    if (row.isSound()) {
      times.add(time.orElseThrow());
      events.set(rows++, event.orElseThrow());
      entry.ifPresent(entries::add);
      weight.ifPresent(weights::add);
      group.ifPresent(groups::add);
      stratum.ifPresent(strata::add);
      cluster.ifPresent(clusters::add);
    }
  }

  private static OptionalDouble atLeastZero(CsvRow row, String column) {
    OptionalDouble number = row.requiredNumber(column);
    if (number.isPresent()
        && !(number.getAsDouble() >= 0 && Double.isFinite(number.getAsDouble()))) {
      row.report(
          column,
          "time [unit of the table] must be finite and 0.0 or more, but was "
              + number.getAsDouble());
    }
    return number;
  }

  private OptionalDouble entry(CsvRow row, OptionalDouble time) {
    if (columns.entry().isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble entry = atLeastZero(row, columns.entry().get());
    if (entry.isPresent() && time.orElse(-1) >= 0 && entry.getAsDouble() >= time.orElseThrow()) {
      row.report(
          columns.entry().get(),
          "entry [unit of the table] must lie before the time " + time.orElseThrow() + ", but was "
              + entry.getAsDouble());
    }
    return entry;
  }

  private OptionalDouble weight(CsvRow row) {
    if (columns.weight().isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble weight = row.requiredNumber(columns.weight().get());
    if (weight.isPresent()
        && !(weight.getAsDouble() > 0 && Double.isFinite(weight.getAsDouble()))) {
      row.report(
          columns.weight().get(),
          "weight [rows] must be finite and above 0.0, but was " + weight.getAsDouble());
    }
    return weight;
  }

  private static Optional<String> label(CsvRow row, Optional<String> column) {
    return column.flatMap(name -> row.required(name, text -> text));
  }

  /** The columns as follow-up; whole numbers are taken as days, which keeps ties exact. */
  FollowUp followUp() {
    boolean whole = times.areWhole() && entries.areWhole();
    boolean[] happened = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      happened[row] = events.get(row);
    }
    FollowUpBuilder followUp = whole
        ? FollowUp.ofDays(times.wholes(), happened)
        : FollowUp.ofTimes(times.column(), happened);
    if (columns.entry().isPresent()) {
      followUp = whole ? followUp.entry(entries.wholes()) : followUp.entry(entries.column());
    }
    if (columns.weight().isPresent()) {
      followUp = followUp.weights(weights.column());
    }
    if (columns.group().isPresent()) {
      followUp = followUp.groups(ordered(groups), groups.order());
    }
    if (columns.strata().isPresent()) {
      followUp = followUp.strata(strata.texts());
    }
    return columns.cluster().isPresent()
        ? followUp.clusters(clusters.column()).build()
        : followUp.build();
  }

  /** The column renumbered from the order of first appearance to the order of the groups. */
  private static int[] ordered(Names names) {
    int[] places = names.labels().stream().mapToInt(names.order()::indexOf).toArray();
    int[] column = names.column();
    Arrays.setAll(column, row -> places[column[row]]);
    return column;
  }
}
