package io.github.avnfh.core.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header of a table: which column stands where, and how numbers are written below it. */
final class CsvHeader {
  private static final int ABSENT = -1;

  /** What a decoder puts in the place of bytes that are not UTF-8. */
  private static final String REPLACEMENT = "\uFFFD";

  private final String file;
  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final boolean decimalComma;

  CsvHeader(String file, List<String> names, boolean decimalComma) {
    this.file = file;
    this.names = names.stream().map(String::strip).toList();
    this.decimalComma = decimalComma;
    for (int index = 0; index < names.size(); index++) {
      indexes.putIfAbsent(this.names.get(index), index);
    }
  }

  String file() {
    return file;
  }

  boolean decimalComma() {
    return decimalComma;
  }

  Optional<String> cell(List<String> cells, String column) {
    int index = indexes.getOrDefault(column, ABSENT);
    return index == ABSENT
        ? Optional.empty()
        : Optional.of(cells.get(index).strip()).filter(text -> !text.isEmpty());
  }

  boolean check(CsvInput input, Problems problems) {
    int before = problems.size();
    for (String column : input.required()) {
      if (!indexes.containsKey(column)) {
        problems.add(Problem.of(file, 1, column, "is missing from the header; it is required"));
      }
    }
    for (int index = 0; index < names.size(); index++) {
      checkName(input, problems, index);
    }
    return problems.size() == before;
  }

  private void checkName(CsvInput input, Problems problems, int index) {
    String name = names.get(index);
    if (name.isEmpty()) {
      problems.add(Problem.of(
          file, 1, "number " + (index + 1), "has no name in the header; a name was expected"));
    } else if (indexes.getOrDefault(name, ABSENT) != index) {
      problems.add(Problem.of(
          file, 1, name, "stands twice in the header; one column of that name was expected"));
    } else if (input.refuses(name)) {
      problems.add(Problem.of(
          file, 1, name, "is unknown; only known columns are allowed in strict reading"));
    }
  }

  Optional<CsvRow> row(List<String> cells, long line, Problems problems) {
    if (cells.size() != names.size()) {
      problems.add(misfit(cells.size(), line));
      return Optional.empty();
    }
    for (int index = 0; index < cells.size(); index++) {
      if (cells.get(index).contains(REPLACEMENT)) {
        problems.add(Problem.of(
            file,
            line,
            names.get(index),
            "holds bytes that are not UTF-8; text in UTF-8 was expected"));
        return Optional.empty();
      }
    }
    return Optional.of(new CsvRow(this, cells, line, problems));
  }

  private Problem misfit(int fields, long line) {
    boolean few = fields < names.size();
    String column = names.get(few ? fields : names.size() - 1);
    String what = few ? "is missing from the line" : "is followed by more fields";
    return Problem.of(
        file,
        line,
        column,
        what + "; " + names.size() + " fields were expected, but there are " + fields);
  }
}
