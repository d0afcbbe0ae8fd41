package io.github.avnfh.core.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The header of a table: which column stands where, and how numbers are written below it. */
final class CsvHeader {
  /** Digits would let an identifier, an age or a date through. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}_ ().%/-]{0,63}");

  private final CsvInput input;
  private final List<String> names;
  private final ColumnIndex indexes;
  private final boolean trusted;
  private final UnaryOperator<String> labels;

  CsvHeader(CsvInput input, List<String> names) {
    this(input, names, name -> name);
  }

  /** A header whose columns are told by other names. */
  CsvHeader(CsvInput input, List<String> names, UnaryOperator<String> labels) {
    this.input = input;
    this.labels = labels;
    this.names = names.stream().map(String::strip).toList();
    this.indexes = new ColumnIndex(this.names, input.columns());
    this.trusted = this.names.containsAll(input.required())
        && this.names.stream()
            .allMatch(name -> input.knows(name) || NAME.matcher(name).matches());
  }

  String file() {
    return input.name();
  }

  /** Returns the name that problems of a column use. */
  String shown(String column) {
    return labels.apply(column);
  }

  boolean decimalComma() {
    return input.decimalComma();
  }

  private static boolean isBroken(String cell) {
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
  }

  /** Returns which cell of a row holds a column, or none. */
  int cell(String column) {
    return indexes.cell(column);
  }

  boolean check(Problems problems) {
    int before = problems.size();
    for (String column : input.required()) {
      if (cell(column) == CsvCells.NONE) {
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
    } else if (name.indexOf(CsvCells.REPLACEMENT) >= 0) {
      report(problems, index, "has a name with bytes that are not UTF-8; UTF-8 was expected");
    } else if (isBroken(name)) {
      report(problems, index, "has a name with a line break; a header in one line was expected");
    } else if (cell(name) != index) {
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

  /** Tells whether cells make a row of this table, and reports it where they do not. */
  boolean fits(CsvCells cells, Problems problems) {
    boolean fits = cells.broken() == CsvCells.NONE
        && cells.undecoded() == CsvCells.NONE
        && cells.size() == names.size();
    if (!fits) {
      problems.add(misshapen(cells));
    }
    return fits;
  }

  private Problem misshapen(CsvCells cells) {
    if (cells.broken() != CsvCells.NONE) {
      return Problem.of(
          file(),
          cells.line(),
          label(Math.min(cells.broken(), names.size() - 1)),
          "holds a line break, perhaps for a quote left open; one line was expected, and nothing"
              + " up to line " + (cells.line() + cells.lineBreaks()) + " was taken");
    }
    return misfit(cells.size(), cells.line())
        .orElseGet(() -> Problem.of(
            file(),
            cells.line(),
            label(cells.undecoded()),
            "holds bytes that are not UTF-8; text in UTF-8 was expected"));
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
