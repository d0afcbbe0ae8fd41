package io.github.avnfh.examples.report;

import io.github.avnfh.core.table.Table;
import java.util.stream.Collectors;

/** A report as Markdown; its figures are files beside it. */
final class MarkdownPage {
  private MarkdownPage() {}

  static String of(StudyReport report) {
    String notices = report.notices().stream()
        .map(notice -> "> **" + notice + "**\n")
        .collect(Collectors.joining(">\n"));
    return report.sections().stream()
        .map(MarkdownPage::section)
        .collect(Collectors.joining("\n", "# " + report.title() + "\n\n" + notices + "\n", ""));
  }

  private static String section(Section section) {
    StringBuilder text = new StringBuilder("## " + section.title() + "\n");
    section
        .paragraphs()
        .forEach(paragraph -> text.append("\n").append(paragraph).append("\n"));
    section.tables().stream()
        .map(Table::markdown)
        .forEach(table -> text.append("\n").append(table));
    section
        .figures()
        .forEach(figure -> text.append("\n![")
            .append(figure.caption())
            .append("](")
            .append(figure.name())
            .append(".svg)\n"));
    return text.toString();
  }
}
