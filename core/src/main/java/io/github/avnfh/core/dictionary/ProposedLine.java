package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A proposed line of a dictionary, with question marks where a person must decide: its cells by the
 * column of the dictionary.
 */
record ProposedLine(Map<String, String> filled) {
  static ProposedLine of(String source, String column, String means, String note) {
    return new ProposedLine(Map.of())
        .with(Dictionary.SOURCE, source)
        .with(Dictionary.COLUMN, column)
        .with(Dictionary.MEANS, means)
        .with(Dictionary.NOTE, note);
  }

  private ProposedLine with(String column, String text) {
    Map<String, String> changed = new LinkedHashMap<>(filled);
    changed.put(column, text);
    return new ProposedLine(changed);
  }

  private String cell(String column) {
    return filled.getOrDefault(column, "");
  }

  ProposedLine codes(String found) {
    return with(Dictionary.CODES, found);
  }

  ProposedLine missing(List<String> found) {
    return with(
        Dictionary.MISSING,
        found.stream().map(Vocabulary::escaped).collect(Collectors.joining(";")));
  }

  ProposedLine unit(String found) {
    return with(Dictionary.UNIT, found);
  }

  ProposedLine dates(String found) {
    return with(Dictionary.DATES, found);
  }

  ProposedLine when(Optional<Timepoint> visit, Optional<Side> side) {
    return with(Dictionary.VISIT, visit.map(Timepoint::code).orElse(""))
        .with(Dictionary.SIDE, side.map(Side::code).orElse(""));
  }

  ProposedLine rows(String conditions, String several) {
    return with(Dictionary.ROWS, conditions).with(Dictionary.SEVERAL, several);
  }

  ProposedLine means(String found, String why) {
    return with(Dictionary.MEANS, found).with(Dictionary.NOTE, why);
  }

  String source() {
    return cell(Dictionary.SOURCE);
  }

  String column() {
    return cell(Dictionary.COLUMN);
  }

  String means() {
    return cell(Dictionary.MEANS);
  }

  String note() {
    return cell(Dictionary.NOTE);
  }

  String conditions() {
    return cell(Dictionary.ROWS);
  }

  String several() {
    return cell(Dictionary.SEVERAL);
  }

  /** Returns what no two lines of a source may have in common. */
  String key() {
    return String.join("|", means(), cell(Dictionary.VISIT), cell(Dictionary.SIDE), conditions());
  }

  boolean isUndecided() {
    return !question().isEmpty();
  }

  /** Returns what a person must decide, nothing where all is decided. */
  String question() {
    String what = "";
    if (means().startsWith("?")) {
      what = "means " + means();
    } else if (cell(Dictionary.CODES).contains("=?")) {
      what = "codes " + cell(Dictionary.CODES);
    } else if (cell(Dictionary.DATES).startsWith("?")) {
      what = "dates " + cell(Dictionary.DATES);
    } else if (cell(Dictionary.UNIT).startsWith("?")) {
      what = "unit " + cell(Dictionary.UNIT);
    } else if (conditions().contains("=?") || conditions().contains("|?")) {
      what = "rows " + conditions();
    }
    return what.isEmpty() ? "" : source() + ": column " + column() + ": " + what;
  }

  /** Returns the cells in the order of the columns of a dictionary. */
  List<String> cells() {
    return Dictionary.COLUMNS.stream().map(this::cell).toList();
  }
}
