package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** A table as LaTeX that needs no package. */
final class LatexText {
  private LatexText() {}

  static String of(Table table) {
    StringBuilder text = new StringBuilder("\\begin{table}\n\\centering\n");
    text.append("\\caption{").append(escaped(table.heading())).append("}\n");
    text.append("\\begin{tabular}{").append(alignment(table)).append("}\n\\hline\n");
    text.append(row(table.columns().stream().map(Column::label).toList())).append("\\hline\n");
    table.rows().forEach(row -> text.append(row(row.stream().map(Cell::printed).toList())));
    text.append("\\hline\n\\end{tabular}\n");
    table.footnotes().forEach(note -> text.append("\n").append(escaped(note)).append("\n"));
    return text.append("\\end{table}\n").toString();
  }

  private static String alignment(Table table) {
    return table.columns().stream()
        .map(column -> column.kind() == Column.Kind.TEXT ? "l" : "r")
        .collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(LatexText::escaped).collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  private static String escaped(String words) {
    return VisibleText.of(words)
        .codePoints()
        .mapToObj(LatexText::escaped)
        .collect(Collectors.joining());
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + Character.toString(letter);
      // after a line's end these two would be read as options of the line break
      case '[', '*' -> "{" + Character.toString(letter) + "}";
      case '"' -> "''";
      case '<', '>', '|' -> "$" + math(letter) + "$";
      case '±', '−', '×', '≤', '≥', 'µ', '°' -> "$" + math(letter) + "$";
      case '–' -> "--";
      case '—' -> "---";
      default -> Character.toString(letter);
    };
  }

  private static String math(int letter) {
    return switch (letter) {
      case '|' -> "\\vert";
      case '±' -> "\\pm";
      case '−' -> "-";
      case '×' -> "\\times";
      case '≤' -> "\\leq";
      case '≥' -> "\\geq";
      case 'µ' -> "\\mu";
      case '°' -> "^\\circ";
      default -> Character.toString(letter);
    };
  }
}
