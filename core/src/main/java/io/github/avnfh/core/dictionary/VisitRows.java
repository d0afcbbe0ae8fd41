package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.TranslatedRow;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the visits of a source, which come once each, as rows of the cohort's file. */
final class VisitRows {
  private static final String DAY = "day";
  private static final String DATE = "date";

  private final SourcePlan plan;
  private final CohortFile file;
  private final JoinedParts parts;
  private final Consumer<CsvRow> following;
  private final List<String> columns;
  private final TranslatedRow translated;
  private final IdentityHashMap<SourcePlan.Visit, Map<Side, Layout>> layouts =
      new IdentityHashMap<>();
  private final Map<String, String> nominalDays = new HashMap<>();
  private String[] labels = {};

  /** Starts with a taker of rows whose patient or hip was left out. */
  VisitRows(
      SourcePlan plan,
      CohortFile file,
      JoinedParts parts,
      Consumer<CsvRow> following,
      Problems problems) {
    this.plan = plan;
    this.file = file;
    this.parts = parts;
    this.following = following;
    this.columns = file.columns();
    this.translated = TranslatedRow.of(
        plan.input().withFormat(CsvFormat.withDefaults()).withWithheld(file::withholds),
        columns,
        this::label,
        problems);
  }

  /** Where the cells of a visit of one side stand, which is found once for all rows. */
  private static final class Layout {
    private final SourcePlan.Cell[][] cells;
    private final String[] labels;
    private final boolean tellsDay;

    Layout(SourcePlan plan, SourcePlan.Visit visit, Side side, CohortFile file) {
      this.cells = plan.byColumn(visit, side, file);
      this.labels = SourcePlan.labels(cells);
      this.tellsDay = plan.tellsDay(visit, side);
    }
  }

  private String label(String column) {
    int index = columns.indexOf(column);
    boolean known = index >= 0 && index < labels.length && !labels[index].isEmpty();
    if (!known && column.equals(DATE)) {
      return label(DAY);
    }
    return known ? labels[index] : plan.label(column);
  }

  /** Writes the visit of a side, if the row tells something of it. */
  void write(CsvRow row, String patient, Side side, SourcePlan.Visit visit) {
    Layout layout = layouts
        .computeIfAbsent(visit, first -> new EnumMap<>(Side.class))
        .computeIfAbsent(side, first -> new Layout(plan, visit, first, file));
    if (!plan.isFilled(row, layout.cells)) {
      plan.countMissing(row, layout.cells);
      return;
    }
    Part when = plan.when(visit, row, side);
    labels = layout.labels;
    translated.begin(row.line());
    for (int i = 0; i < layout.cells.length; i++) {
      switch (columns.get(i)) {
        case CohortFile.PATIENT -> addPatient(patient, side, row);
        case CohortFile.SIDE -> translated.add(side.code());
        case CohortFile.VISIT -> addVisit(when);
        default -> addCell(row, layout, i, when);
      }
    }
    file.take(translated.row());
  }

  private void addPatient(String patient, Side side, CsvRow row) {
    if (parts.isRefused(patient, side)) {
      following.accept(row);
      translated.addReported();
    } else {
      translated.add(patient);
    }
  }

  private void addVisit(Part when) {
    if (when.isReported()) {
      translated.addReported();
    } else {
      translated.add(when.text());
    }
  }

  private void addCell(CsvRow row, Layout layout, int column, Part when) {
    String text = "";
    for (SourcePlan.Cell cell : layout.cells[column]) {
      String read = plan.isActive(cell) ? plan.text(cell, row) : "";
      if (plan.isActive(cell) && plan.wasReported()) {
        translated.addReported();
        return;
      }
      if (!read.isEmpty() && !text.isEmpty() && !read.equals(text)) {
        translated.refuse(
            read, "differs from another column with the same meaning; one value was expected");
        return;
      }
      text = read.isEmpty() ? text : read;
    }
    boolean nominal =
        text.isEmpty() && !layout.tellsDay && columns.get(column).equals(DAY) && !when.isReported();
    translated.add(
        nominal ? nominalDays.computeIfAbsent(when.text(), VisitRows::nominalDay) : text);
  }

  private static String nominalDay(String visit) {
    var day = Timepoint.parse(visit).nominalDay();
    return day.isPresent() ? Integer.toString(day.getAsInt()) : "";
  }
}
