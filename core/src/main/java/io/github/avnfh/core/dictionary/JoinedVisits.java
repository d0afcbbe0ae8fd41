package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.Meaning.Level;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/** Visits or images whose parts come from several rows, forms or tables. */
final class JoinedVisits {
  private static final String DAY = "day";
  private static final String DATE = "date";
  private static final String MODALITY = "modality";
  private static final String READER = "reader";

  private final Level level;
  private final RecordRows rows;
  private final JoinedParts parts;
  private final Problems problems;
  private final Map<String, Joined> records = new LinkedHashMap<>();

  /** Starts without a record. */
  JoinedVisits(Level level, RecordRows rows, JoinedParts parts, Problems problems) {
    this.level = level;
    this.rows = rows;
    this.parts = parts;
    this.problems = problems;
  }

  /** A record, and the part that named it first. */
  private record Joined(Part first, RecordParts parts) {}

  /** Adds what a row tells of a visit to the record of its key; false where it tells nothing. */
  boolean join(SourcePlan plan, CsvRow row, String patient, Side side, SourcePlan.Visit visit) {
    RecordParts told = new RecordParts(rows.layout());
    if (!plan.readRecord(row, visit, side, told, problems)) {
      return false;
    }
    Part when = plan.when(visit, row, side);
    Part key = when.withText(patient);
    told.put(CohortFile.PATIENT, parts.isRefused(patient, side) ? key.reported() : key);
    told.put(CohortFile.SIDE, when.withText(side.code()));
    told.put(CohortFile.VISIT, when);
    if (level == Level.IMAGES) {
      told.putIfAbsent(MODALITY, when.withText("combined"));
      told.putIfAbsent(READER, when.withText("record"));
    }
    addNominalDay(plan, visit, side, told, when);
    records
        .computeIfAbsent(
            key(patient, told), first -> new Joined(when, new RecordParts(rows.layout())))
        .parts()
        .mergeAll(told, problems);
    return true;
  }

  private String key(String patient, RecordParts told) {
    StringBuilder key = new StringBuilder(patient)
        .append('\u0000')
        .append(told.text(CohortFile.SIDE))
        .append('\u0000')
        .append(told.text(CohortFile.VISIT))
        .append('\u0000');
    if (told.text(CohortFile.VISIT).equals("UNS")) {
      key.append(told.text(DAY)).append(told.text(DATE)).append('\u0000');
    }
    if (level == Level.IMAGES) {
      key.append(told.text(MODALITY)).append('\u0000').append(told.text(READER));
    }
    return key.toString();
  }

  /** Where no line tells when a visit took place, it stands on its planned day. */
  private static void addNominalDay(
      SourcePlan plan, SourcePlan.Visit visit, Side side, RecordParts told, Part when) {
    if (!plan.tellsDay(visit, side) && !when.isReported()) {
      Timepoint.parse(when.text())
          .nominalDay()
          .ifPresent(day -> told.putIfAbsent(DAY, when.withText(Integer.toString(day))));
    }
  }

  /** Gives all records to the file. */
  void emit() {
    records.values().forEach(record -> rows.take(record.first(), record.parts()));
    records.clear();
  }
}
