package io.github.avnfh.examples.report;

import io.github.avnfh.core.table.MarkdownText;
import io.github.avnfh.core.table.Table;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as Markdown, in which no label comes alive; its figures are files beside it. */
final class MarkdownPage {
  private MarkdownPage() {}

  static String of(StudyReport report) {
    String notices = report.notices().stream()
        .map(notice -> "> **" + MarkdownText.of(notice) + "**\n")
        .collect(Collectors.joining(">\n"));
    return report.sections().stream()
        .map(MarkdownPage::section)
        .collect(Collectors.joining(
            "\n",
            "# " + MarkdownText.of(report.title()) + "\n\n" + notices + "\n" + keyResults(report)
                + contents(report),
            ""));
  }

  private static String keyResults(StudyReport report) {
    return report.keyResults().stream()
        .map(sentence -> "- " + MarkdownText.of(sentence) + "\n")
        .collect(Collectors.joining("", "## Key results\n\n", "\n"));
  }

  private static String contents(StudyReport report) {
    return report.sections().stream()
        .map(section ->
            "- [" + MarkdownText.of(section.title()) + "](#" + anchor(section.title()) + ")\n")
        .collect(Collectors.joining("", "## Contents\n\n", "\n"));
  }

  /** The name by which pages made of Markdown link to a heading. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  static String section(Section section) {
    StringBuilder text = new StringBuilder("## " + MarkdownText.of(section.title()) + "\n");
    section
        .paragraphs()
        .forEach(paragraph ->
            text.append("\n").append(MarkdownText.ofParagraph(paragraph)).append("\n"));
    section.tables().stream()
        .map(PrintedTable::of)
        .map(Table::markdown)
        .forEach(table -> text.append("\n").append(table));
    section
        .figures()
        .forEach(figure -> text.append("\n![")
            .append(MarkdownText.of(figure.caption()))
            .append("](")
            .append(figure.name())
            .append(".svg)\n"));
    return text.toString();
  }
}
