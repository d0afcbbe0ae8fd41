package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as Markdown and HTML. */
final class MarkupText {
  private MarkupText() {}

  static String markdown(Table table) {
    StringBuilder text = new StringBuilder("**" + MarkdownText.of(table.heading()) + "**\n\n");
    text.append(markdownRow(table.columns().stream().map(Column::label).toList()));
    text.append(table.columns().stream()
        .map(column -> isText(column.kind()) ? ":--" : "--:")
        .collect(Collectors.joining(" | ", "| ", " |\n")));
    table
        .rows()
        .forEach(row -> text.append(markdownRow(row.stream().map(Cell::printed).toList())));
    table
        .footnotes()
        .forEach(
            note -> text.append("\n").append(MarkdownText.ofParagraph(note)).append("\n"));
    return text.toString();
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String html(Table table) {
    StringBuilder text = new StringBuilder("<figure class=\"table\">\n<table>\n");
    text.append("<caption>").append(escapedHtml(table.heading())).append("</caption>\n<thead><tr>");
    table
        .columns()
        .forEach(
            column -> text.append(htmlCell("th scope=\"col\"", column.kind(), column.label())));
    text.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : table.rows()) {
      text.append("<tr>");
      row.forEach(cell -> text.append(htmlCell("td", cell.kind(), cell.printed())));
      text.append("</tr>\n");
    }
    text.append("</tbody>\n</table>\n");
    table
        .footnotes()
        .forEach(
            note -> text.append("<p class=\"note\">").append(escapedHtml(note)).append("</p>\n"));
    return text.append("</figure>\n").toString();
  }

  private static String htmlCell(String tag, Column.Kind kind, String words) {
    String element = tag.substring(0, 2);
    return "<" + tag + (isText(kind) ? "" : " class=\"number\"") + ">" + escapedHtml(words) + "</"
        + element + ">";
  }

  private static boolean isText(Column.Kind kind) {
    return kind == Column.Kind.TEXT;
  }

  private static String escapedHtml(String words) {
    return VisibleText.of(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
