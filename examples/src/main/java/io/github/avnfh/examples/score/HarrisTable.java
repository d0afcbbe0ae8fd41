package io.github.avnfh.examples.score;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.scoring.harris.HarrisGrade;
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of scores: a row for each hip and visit, in the order of the input. */
final class HarrisTable {
  private static final List<String> COLUMNS = List.of(
      "patient_id",
      "side",
      "visit",
      "pain_points",
      "function_points",
      "deformity_points",
      "rom_points",
      "total",
      "grade",
      "rom_method",
      "missing");

  private final RangeOfMotionMethod method;
  private final CsvOutput table;
  private long rows;

  private HarrisTable(RangeOfMotionMethod method) {
    this.method = method;
    List<String> columns = new ArrayList<>(COLUMNS);
    if (hasNotes()) {
      columns.add("notes");
    }
    this.table = CsvOutput.withHeader(columns.toArray(String[]::new));
  }

  static HarrisTable by(RangeOfMotionMethod method) {
    return new HarrisTable(method);
  }

  /** Only the total arc counts a motion at less than was measured. */
  private boolean hasNotes() {
    return method == RangeOfMotionMethod.TOTAL_ARC;
  }

  void add(HarrisRow row) {
    HarrisScore score = HarrisScore.of(row.form(), method);
    List<String> cells =
        new ArrayList<>(List.of(row.hip().patient().value(), row.hip().side().code(), row.visit()));
    for (HarrisItem.Domain domain : HarrisItem.Domain.values()) {
      cells.add(CsvOutput.number(score.subtotal(domain)));
    }
    cells.add(CsvOutput.number(score.total()));
    cells.add(score.grade().map(HarrisGrade::code).orElse(""));
    cells.add(method.code());
    cells.add(score.missing().stream().map(HarrisItem::code).collect(Collectors.joining(";")));
    if (hasNotes()) {
      cells.add(String.join(";", score.notes()));
    }
    table.row(cells);
    rows++;
  }

  long rows() {
    return rows;
  }

  String text() {
    return table.text();
  }
}
