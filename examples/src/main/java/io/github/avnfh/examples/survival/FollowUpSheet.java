package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.RowCells;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The table of follow-up, a row per hip.
 *
 * <p>Rows whose cells are written plainly are taken from their characters. All others, and so all
 * with problems, are read as texts.
 */
final class FollowUpSheet {
  private static final int ABSENT = -1;

  /** Up to so many digits a double holds every whole number, and a power of ten besides. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = powers();

  private final ColumnOptions columns;
  private final CovariateCells covariates;
  private EventCodes codes;
  private char decimalSign = '.';
  private final FollowUpColumns hips;
  private final HipCells hip = new HipCells();
  private final List<String> names;
  private final int entryCell;
  private final int weightCell;
  private final int groupCell;
  private final int stratumCell;
  private final int clusterCell;

  FollowUpSheet(ColumnOptions columns) {
    this(columns, new CovariateCells(List.of()), true);
  }

  FollowUpSheet(ColumnOptions columns, CovariateCells covariates) {
    this(columns, covariates, covariates.isEmpty());
  }

  private FollowUpSheet(ColumnOptions columns, CovariateCells covariates, boolean areAlike) {
    this.columns = columns;
    this.covariates = covariates;
    this.codes = columns.codes();
    this.hips = new FollowUpColumns(columns, areAlike);
    this.names = Stream.concat(columns.required().stream(), covariates.columns().stream())
        .distinct()
        .toList();
    this.entryCell = cell(columns.entry());
    this.weightCell = cell(columns.weight());
    this.groupCell = cell(columns.group());
    this.stratumCell = cell(columns.strata());
    this.clusterCell = cell(columns.cluster());
  }

  /** A sheet that keeps every row, also where hips could be counted. */
  static FollowUpSheet keepingRows(ColumnOptions columns) {
    return new FollowUpSheet(columns, new CovariateCells(List.of()), false);
  }

  private int cell(Optional<String> column) {
    return column.map(names::indexOf).orElse(ABSENT);
  }

  void read(CsvInput table, Problems problems, Progress progress) {
    CsvInput input = table.withRequired(names);
    codes = codes.withDecimalComma(table.decimalComma());
    decimalSign = table.decimalComma() ? ',' : '.';
    int timeCell = names.indexOf(columns.time());
    int eventCell = names.indexOf(columns.event());
    long found = input.forEachRow(
        problems,
        names,
        cells -> {
          progress.rows(hips.rows());
          return take(cells, timeCell, eventCell);
        },
        this::take);
    progress.end();
    covariates.remove(hips.refuseRows(table.name(), problems));
    if (found == 0 && problems.isEmpty()) {
      input.reportNoRows(problems);
    }
  }

  boolean isEmpty() {
    return hips.rows() == 0;
  }

  /** How many groups were named. */
  int groups() {
    return hips.groups().labels().size();
  }

  /** Tells in which columns labels came in several ways that look alike. */
  List<String> ambiguities() {
    return Stream.of(
            ambiguity(columns.group(), hips.groups()),
            ambiguity(columns.strata(), hips.strata()),
            ambiguity(columns.cluster(), hips.clusters()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> ambiguity(Optional<String> column, LabelColumn names) {
    int labels = names.ambiguous();
    return column
        .filter(name -> labels > 0)
        .map(name -> "column " + name + ": " + labels
            + (labels == 1 ? " label is" : " labels are")
            + " written in several ways that look alike (blanks that do not show, or accents"
            + " composed in two ways); each is one label");
  }

  /** The rows one by one, as a model with covariates needs them. */
  FollowUp followUp() {
    return hips.followUp();
  }

  /** The rows with what ended each of them. */
  CompetingFollowUp competing() {
    return hips.competing();
  }

  FollowUpEstimates followed() {
    return hips.followed();
  }

  private boolean take(RowCells cells, int timeCell, int eventCell) {
    if (!covariates.isEmpty()) {
      return false;
    }
    double time = number(cells, timeCell);
    double entry = entryCell == ABSENT ? 0 : number(cells, entryCell);
    double weight = weightCell == ABSENT ? 1 : number(cells, weightCell);
    int cause = codes.cause(cells, eventCell);
    boolean plain = time >= 0
        && (entryCell == ABSENT || entry < time)
        && weight > 0
        && cause != EventCodes.UNKNOWN
        && isLabel(cells, groupCell)
        && isLabel(cells, stratumCell)
        && isLabel(cells, clusterCell);
    if (plain) {
      hip.time = time;
      hip.cause = cause;
      hip.entry = entry;
      hip.weight = weight;
      hip.group = groupCell == ABSENT ? 0 : hips.groups().number(cells, groupCell);
      hip.stratum = stratumCell == ABSENT ? 0 : hips.strata().number(cells, stratumCell);
      hip.cluster = clusterCell == ABSENT ? 0 : hips.clusters().number(cells, clusterCell);
      hips.add(hip, cells.line());
    }
    return plain;
  }

  private double number(RowCells cells, int cell) {
    return plainNumber(cells, cell, decimalSign);
  }

  /**
   * Tells whether a cell holds plain characters only, no blanks around them, and no error of a
   * spreadsheet, which begins with a number sign.
   */
  private static boolean isLabel(RowCells cells, int cell) {
    if (cell == ABSENT) {
      return true;
    }
    int length = cells.length(cell);
    boolean plain = length > 0
        && cells.charAt(cell, 0) != ' '
        && cells.charAt(cell, 0) != '#'
        && cells.charAt(cell, length - 1) != ' ';
    for (int index = 0; plain && index < length; index++) {
      plain = cells.charAt(cell, index) >= ' ' && cells.charAt(cell, index) <= '~';
    }
    return plain;
  }

  private void take(CsvRow row) {
    OptionalDouble time = atLeastZero(row, columns.time());
    Optional<Integer> cause = row.required(columns.event(), codes::parse);
    OptionalDouble entry = entry(row, time);
    OptionalDouble weight = weight(row);
    Optional<String> group = label(row, columns.group());
    Optional<String> stratum = label(row, columns.strata());
    Optional<String> cluster = label(row, columns.cluster());
    covariates.read(row);
    if (row.isSound()) {
      covariates.keep();
      hip.time = time.orElseThrow();
      hip.cause = cause.orElseThrow();
      hip.entry = entry.orElse(0);
      hip.weight = weight.orElse(1);
      hip.group = group.map(hips.groups()::numberOf).orElse(0);
      hip.stratum = stratum.map(hips.strata()::numberOf).orElse(0);
      hip.cluster = cluster.map(hips.clusters()::numberOf).orElse(0);
      hips.add(hip, row.line());
    }
  }

  private static OptionalDouble atLeastZero(CsvRow row, String column) {
    OptionalDouble number = row.requiredNumber(column);
    if (number.isPresent() && !(number.getAsDouble() >= 0)) {
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
    if (weight.isPresent() && !(weight.getAsDouble() > 0)) {
      row.report(
          columns.weight().get(),
          "weight [rows] must be finite and above 0.0, but was " + weight.getAsDouble());
    }
    return weight;
  }

  private static Optional<String> label(CsvRow row, Optional<String> column) {
    return column.flatMap(name -> row.required(name, text -> {
      LabelColumn.visible(text);
      return text;
    }));
  }

  private static double[] powers() {
    double[] powers = new double[MOST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  /**
   * The number that a cell of digits, perhaps with a decimal sign among them, holds; not a number
   * otherwise. Both parts of the quotient are exact, so it is the double nearest to the text.
   */
  private static double plainNumber(RowCells cells, int column, char decimalSign) {
    int length = cells.length(column);
    long digits = 0;
    int point = length;
    for (int i = 0; i < length; i++) {
      char character = cells.charAt(column, i);
      if (character >= '0' && character <= '9') {
        digits = 10 * digits + (character - '0');
      } else if (character == decimalSign && point == length && i > 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    return length == 0 || length > MOST_DIGITS
        ? Double.NaN
        : digits / POWERS[Math.max(0, length - point - 1)];
  }
}
