package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a label holds is read on a page and does nothing there. */
class PageTest {
  private static Section section(String words) {
    return Section.of(words, List.of(words))
        .with(Figure.of("name", words, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "[a](https://example.org) \\[a\\](https\\://example.org)",
        "](x)![y](z) \\](x)!\\[y\\](z)",
        "<script>x</script> \\<script>x\\</script>",
        "$x^2$ \\$x^2\\$",
        "a&lt;b a\\&lt;b",
        "=1+1 =1+1",
        "p<0.001 p\\<0.001"
      })
  void leavesNothingAliveInMarkdown(String words, String escaped) {
    assertThat(MarkdownPage.section(section(words)))
        .isEqualTo("## " + escaped + "\n\n" + escaped + "\n\n![" + escaped + "](name.svg)\n");
  }

  @Test
  void beginsNoListByAParagraph() {
    assertThat(MarkdownPage.section(Section.of("t", List.of("1. of two", "# x"))))
        .isEqualTo("## t\n\n1\\. of two\n\n\\# x\n");
  }

  @Test
  void leavesNothingAliveInHtml() {
    String html = HtmlPage.section(0, section("<b>&amp;\u001b[31m\n\u202ex"));
    String escaped = "&lt;b&gt;&amp;amp;\\u001b[31m \\u202ex";
    assertThat(html)
        .contains("<h2>" + escaped + "</h2>", "<p>" + escaped + "</p>", ">" + escaped + "</fig")
        .doesNotContain("<b>", "\u001b", "\u202e");
  }

  /** A whole report on labels that would like to do something. */
  @Test
  void showsTheLabelsOfACohort() {
    StudyReport report = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("A,F,40", "B,M,41"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of("A,L,alcohol,II,800", "B,R,alcohol,I,800"))
        .with(
            "events.csv",
            "patient_id,term,day",
            List.of("A,<img src=x>[a](http://b)$x$,1", "B,p < 0.05 &lt;,2"))
        .report();
    assertThat(MarkdownPage.of(report))
        .contains("| \\<img src=x>\\[a\\](http\\://b)\\$x\\$ |", "| p \\< 0.05 \\&lt; |")
        .doesNotContainPattern("(?<!\\\\)&lt;");
    assertThat(HtmlPage.of(report)).contains("&lt;img src=x&gt;").doesNotContain("<img");
  }

  private static Table pValues(List<String> heads, String... printed) {
    Table.Builder table = Table.builder().name("t").title("T").counted("2 hips");
    table.addColumns(Column.of("visit", "Visit", Kind.TEXT));
    for (int i = 0; i < heads.size(); i++) {
      table.addColumns(Column.of("p" + i, heads.get(i), Kind.NUMBER));
    }
    for (String row : printed) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text("12")));
      for (String p : row.split(" ", -1)) {
        cells.add(Cell.pValue(Double.parseDouble(p)));
      }
      table.addRows(cells);
    }
    return table.build();
  }

  private static String head(Table table) {
    return PrintedTable.of(table).markdown().lines().skip(2).findFirst().orElseThrow();
  }

  @Test
  void printsPValuesThatReadAlikeOnce() {
    List<String> heads = List.of("p, by patient", "p, adjusted", "p, naive");
    assertThat(head(pValues(heads, "1e-5 1e-4 1e-9", "1e-6 1e-6 1e-7")))
        .isEqualTo("| Visit | p (by patient, adjusted, naive) |");
    assertThat(head(pValues(heads, "1e-5 1e-4 1e-9", "1e-6 0.04 1e-7")))
        .isEqualTo("| Visit | p (by patient, naive) | p, adjusted |");
    assertThat(head(pValues(heads, "0.01 0.02 0.03")))
        .isEqualTo("| Visit | p, by patient | p, adjusted | p, naive |");
    assertThat(head(pValues(List.of("p", "p, adjusted"), "0.2 0.2")))
        .isEqualTo("| Visit | p (alone, adjusted) |");
  }

  private static StudyReport oneHip() {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("A,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of("A,L,alcohol,II,800"))
        .report();
  }

  @Test
  void allowsNeitherScriptsNorAnythingFromElsewhere() {
    String page = HtmlPage.of(oneHip());
    assertThat(page)
        .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .doesNotContain("<script", " href=\"http", " src=");
  }

  @Test
  void listsWhatItHoldsAndWhatGuidelinesAsk() {
    String page = MarkdownPage.of(oneHip());
    assertThat(page)
        .contains("## Contents\n\n- [Participants](#participants)\n- [Baseline](#baseline)\n")
        .contains("- [Methods and sources](#methods-and-sources)")
        .contains("| 2 | background | for the authors to write |")
        .contains("| 6 | criteria, recruitment and follow-up | Table 4 |")
        .contains("| 12c | missing data | Methods and sources |")
        .contains("| 8 | how each was measured | for the authors to write |")
        .contains("Cell therapy (MIBO): treatments are not recorded.")
        .contains("Every patient has one hip in the analysis.")
        .doesNotContain("Kenward-Roger", "Items of MIBO");
  }
}
