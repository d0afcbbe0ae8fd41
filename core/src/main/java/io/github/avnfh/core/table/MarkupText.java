package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as Markdown and HTML. */
final class MarkupText {
  /** Characters with a meaning inside a line; underscores have none between two letters. */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private static final Pattern ENTITY = Pattern.compile("&(#?[0-9A-Za-z]+;)");
  private static final Pattern BARE_ADDRESS = Pattern.compile("(?i)(www)\\.");
  private static final Pattern BLOCK = Pattern.compile("^(?=>|#{1,6}( |$)|[-+]( |$)|-+$)");
  private static final Pattern NUMBERED = Pattern.compile("^([0-9]{1,9})(?=[.)]( |$))");

  private MarkupText() {}

  static String markdown(Table table) {
    StringBuilder text = new StringBuilder("**" + escapedMarkdown(table.heading()) + "**\n\n");
    text.append(markdownRow(table.columns().stream().map(Column::label).toList()));
    text.append(table.columns().stream()
        .map(column -> isText(column.kind()) ? ":--" : "--:")
        .collect(Collectors.joining(" | ", "| ", " |\n")));
    table
        .rows()
        .forEach(row -> text.append(markdownRow(row.stream().map(Cell::printed).toList())));
    table
        .footnotes()
        .forEach(note -> text.append("\n").append(markdownParagraph(note)).append("\n"));
    return text.toString();
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream()
        .map(MarkupText::escapedMarkdown)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
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

  /** A separate paragraph, which must not begin like a heading, a list, a quotation or a rule. */
  private static String markdownParagraph(String words) {
    String text = BLOCK.matcher(escapedMarkdown(words.strip())).replaceFirst("\\\\");
    return NUMBERED.matcher(text).replaceFirst("$1\\\\");
  }

  /**
   * Escapes by CommonMark 0.31 and the tables, deletions, formulas and bare addresses of GitHub's
   * dialect. An address is none without the colon of its scheme or the dot behind www.
   */
  private static String escapedMarkdown(String words) {
    String text = MARKUP.matcher(VisibleText.of(words)).replaceAll("\\\\$0");
    text = ENTITY.matcher(text).replaceAll("&amp;$1").replace("<", "&lt;").replace("://", "\\://");
    return BARE_ADDRESS.matcher(text).replaceAll("$1\\\\.");
  }

  private static String escapedHtml(String words) {
    return VisibleText.of(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
