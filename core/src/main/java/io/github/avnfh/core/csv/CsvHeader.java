package io.github.avnfh.core.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header of a table: which column stands where, and how numbers are written below it. */
final class CsvHeader {
  private static final int ABSENT = -1;

  /** What a decoder puts in the place of bytes that are not UTF-8. */
  private static final String REPLACEMENT = "\uFFFD";

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");
  /** Digits would let an identifier, an age or a date through. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}_ ().%/-]{0,63}");

  private final CsvInput input;
  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final boolean trusted;

  CsvHeader(CsvInput input, List<String> names) {
    this.input = input;
    this.names = names.stream().map(String::strip).toList();
    for (int index = 0; index < names.size(); index++) {
      indexes.putIfAbsent(this.names.get(index), index);
    }
    this.trusted = indexes.keySet().containsAll(input.required())
        && this.names.stream()
            .allMatch(name -> input.knows(name) || NAME.matcher(name).matches());
  }

  String file() {
    return input.name();
  }

  boolean decimalComma() {
    return input.decimalComma();
  }

  /** Counts the line breaks inside the cells of a record, which add to its lines. */
  static long lineBreaks(List<String> cells) {
    return cells.stream()
        .filter(CsvHeader::isBroken)
        .mapToLong(cell -> LINE_BREAK.matcher(cell).results().count())
        .sum();
  }

  private static boolean isBroken(String cell) {
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
  }

  Optional<String> cell(List<String> cells, String column) {
    int index = indexes.getOrDefault(column, ABSENT);
    return index == ABSENT
        ? Optional.empty()
        : Optional.of(cells.get(index).strip()).filter(text -> !text.isEmpty());
  }

  boolean check(Problems problems) {
    int before = problems.size();
    for (String column : input.required()) {
      if (!indexes.containsKey(column)) {
        problems.add(Problem.of(file(), 1, column, "is missing from the header; it is required"));
      }
    }
    for (int index = 0; index < names.size(); index++) {
      checkName(problems, index);
    }
    return problems.size() == before;
  }

  private void checkName(Problems problems, int index) {
    String name = names.get(index);
    if (name.isEmpty()) {
      report(problems, index, "has no name in the header; a name was expected");
    } else if (name.contains(REPLACEMENT)) {
      report(problems, index, "has a name with bytes that are not UTF-8; UTF-8 was expected");
    } else if (isBroken(name)) {
      report(problems, index, "has a name with a line break; a header in one line was expected");
    } else if (indexes.getOrDefault(name, ABSENT) != index) {
      report(problems, index, "stands twice in the header; one column of that name was expected");
    } else if (input.refuses(name)) {
      report(problems, index, "is unknown; only known columns are allowed in strict reading");
    }
  }

  private void report(Problems problems, int index, String message) {
    problems.add(Problem.of(file(), 1, label(index), message));
  }

  /**
   * Where the header may be a row of data by mistake, names that are not our own are not repeated.
   */
  private String label(int index) {
    String name = names.get(index);
    return trusted || input.knows(name) ? name : "number " + (index + 1);
  }

  Optional<CsvRow> row(List<String> cells, long line, Problems problems) {
    Optional<Problem> misshapen = lineBreak(cells, line)
        .or(() -> misfit(cells.size(), line))
        .or(() -> replacement(cells, line));
    misshapen.ifPresent(problems::add);
    return misshapen.isPresent()
        ? Optional.empty()
        : Optional.of(new CsvRow(this, cells, line, problems));
  }

  private Optional<Problem> lineBreak(List<String> cells, long line) {
    for (int index = 0; index < cells.size(); index++) {
      if (isBroken(cells.get(index))) {
        return Optional.of(Problem.of(
            file(),
            line,
            label(Math.min(index, names.size() - 1)),
            "holds a line break, perhaps for a quote left open; one line was expected, and nothing"
                + " up to line " + (line + lineBreaks(cells)) + " was taken"));
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> replacement(List<String> cells, long line) {
    for (int index = 0; index < cells.size(); index++) {
      if (cells.get(index).contains(REPLACEMENT)) {
        return Optional.of(Problem.of(
            file(),
            line,
            label(index),
            "holds bytes that are not UTF-8; text in UTF-8 was expected"));
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> misfit(int fields, long line) {
    if (fields == names.size()) {
      return Optional.empty();
    }
    boolean few = fields < names.size();
    String column = label(few ? fields : names.size() - 1);
    String what = few ? "is missing from the line" : "is followed by more fields";
    return Optional.of(Problem.of(
        file(),
        line,
        column,
        what + "; " + names.size() + " fields were expected, but there are " + fields));
  }
}
