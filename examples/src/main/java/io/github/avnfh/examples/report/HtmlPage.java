package io.github.avnfh.examples.report;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report as one self-contained HTML page: no script, nothing from elsewhere.
 *
 * <p>A browser prints it on A4 upright. A word processor reads the first size of the page only,
 * which is across, so that wide tables have room.
 */
final class HtmlPage {
  private static final String STYLE = """
      :root { color-scheme: light; background: #fff; }
      body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 70rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc; }
      p, li, figcaption { max-width: 46rem; overflow-wrap: anywhere; } a { color: #005a8c; }
      .notice { border-left: 4px solid #b00020; background: #fdecee; padding: .5rem 1rem; font-weight: 600; margin: .5rem 0; }
      .key { border: 2px solid #005a8c; padding: 0 1rem; margin: 1rem 0; } .key h2 { border: 0; margin: .8rem 0 0; font-size: 1.1rem; }
      nav ul { columns: 2; padding-left: 1.2rem; }
      figure { margin: 1.5rem 0; } figure.table, .drawing { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .9rem; } caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
      th, td { padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      td.number, td:first-child { white-space: nowrap; } th { vertical-align: bottom; }
      thead th { border-top: 2px solid #1a1a1a; border-bottom: 1px solid #1a1a1a; }
      tbody tr:last-child td { border-bottom: 2px solid #1a1a1a; }
      .note { font-size: .9rem; color: #444; margin: .3rem 0; }
      .drawing svg { display: block; max-width: 100%; height: auto; }
      @media (max-width: 40rem) {
        nav ul { columns: 1; } td:first-child { white-space: normal; min-width: 5.5rem; }
      }
      @page { size: 297mm 210mm; margin: 15mm; }
      @media print {
        @page { size: A4 portrait; margin: 15mm 12mm; }
        body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; } a { color: inherit; }
        h2 { margin-top: 1.5rem; } h2, caption, thead { break-after: avoid; }
        caption, tr, .drawing, .key { break-inside: avoid; }
        p, li, figcaption { max-width: none; } figure { margin: 1rem 0; } .note, table { font-size: 8pt; }
        thead { display: table-header-group; } figure.table, .drawing { overflow: visible; }
        th, td { padding: .2rem .5rem .2rem 0; } td:first-child { white-space: normal; min-width: 4rem; }
        table:has(thead th:nth-child(9)) { font-size: 7pt; }
        .drawing svg { max-width: 100%; max-height: 200mm; }
      }
      """;

  /** Neither scripts nor anything from elsewhere; styles stand in the page and its drawings. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private HtmlPage() {}

  static String of(StudyReport report) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escaped(report.title())
        + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>"
        + escaped(report.title())
        + "</h1>\n"
        + notices(report)
        + keyResults(report)
        + contents(report.sections())
        + sections(report.sections())
        + "<footer>\n" + notices(report) + "</footer>\n</body>\n</html>\n";
  }

  private static String notices(StudyReport report) {
    return report.notices().stream()
        .map(notice -> "<p class=\"notice\">" + escaped(notice) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String keyResults(StudyReport report) {
    return report.keyResults().stream()
        .map(sentence -> "<li>" + escaped(sentence) + "</li>\n")
        .collect(Collectors.joining(
            "", "<section class=\"key\">\n<h2>Key results</h2>\n<ul>\n", "</ul>\n</section>\n"));
  }

  private static String contents(List<Section> sections) {
    return IntStream.range(0, sections.size())
        .mapToObj(
            i -> "<li><a href=\"#s" + i + "\">" + escaped(sections.get(i).title()) + "</a></li>\n")
        .collect(
            Collectors.joining("", "<nav aria-label=\"Contents\">\n<ul>\n", "</ul>\n</nav>\n"));
  }

  private static String sections(List<Section> sections) {
    return IntStream.range(0, sections.size())
        .mapToObj(i -> section(i, sections.get(i)))
        .collect(Collectors.joining());
  }

  static String section(int number, Section section) {
    StringBuilder text = new StringBuilder(
        "<section id=\"s" + number + "\">\n<h2>" + escaped(section.title()) + "</h2>\n");
    section
        .paragraphs()
        .forEach(paragraph -> text.append("<p>").append(escaped(paragraph)).append("</p>\n"));
    section.tables().stream().map(PrintedTable::of).map(Table::html).forEach(text::append);
    section
        .figures()
        .forEach(figure -> text.append("<figure>\n<div class=\"drawing\">\n")
            .append(figure.svg())
            .append("</div>\n<figcaption class=\"note\">")
            .append(escaped(figure.caption()))
            .append("</figcaption>\n</figure>\n"));
    return text.append("</section>\n").toString();
  }

  private static String escaped(String words) {
    return VisibleText.of(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
