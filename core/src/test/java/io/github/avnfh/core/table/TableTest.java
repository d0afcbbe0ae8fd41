package io.github.avnfh.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.table.Column.Kind;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  private static final Table TABLE = Table.builder()
      .name("outcome")
      .title("Outcome | by <stage>")
      .counted("58 hips")
      .addColumns(
          Column.of("stage", "Stage", Kind.TEXT),
          Column.of("improved", "Improved", Kind.PROPORTION),
          Column.of("vas", "VAS", Kind.MEAN_SD),
          Column.of("survival", "Survival", Kind.ESTIMATE))
      .addRows(List.of(
          Cell.text("I"),
          Cell.proportion(Count.of(10, 14)),
          Cell.meanSd(7.84, OptionalDouble.of(1.05), 1),
          Cell.estimate(1.0 / 3, 0.1, 0.5, 3)))
      .addRows(List.of(
          Cell.text("II & more"),
          Cell.proportion(Count.of(0, 0)),
          Cell.missing(Kind.MEAN_SD, "not taken"),
          Cell.missing(Kind.ESTIMATE, "not estimable")))
      .addFootnotes("Of 58 hips.")
      .build();

  @Test
  void printsAsMarkdown() {
    assertThat(TABLE.markdown()).isEqualTo("""
        **Outcome \\| by \\<stage> (58 hips)**

        | Stage | Improved | VAS | Survival |
        | :-- | --: | --: | --: |
        | I | 10 (71.4 %) | 7.8 ± 1.1 | 0.333 (0.100 to 0.500) |
        | II & more | 0 | not taken | not estimable |

        Of 58 hips.
        """);
  }

  @Test
  void printsAsJsonWithNumbersAndNulls() {
    assertThat(TABLE.json()).isEqualTo("""
        {
          "name": "outcome",
          "title": "Outcome | by <stage>",
          "counted": "58 hips",
          "rows": [
            {"stage": "I", "improved_n": 10, "improved_of": 14, "vas_mean": 7.84, "vas_sd": 1.05, "survival": 0.3333333333333333, "survival_lower": 0.1, "survival_upper": 0.5},
            {"stage": "II & more", "improved_n": 0, "improved_of": 0, "vas_mean": null, "vas_sd": null, "survival": null, "survival_lower": null, "survival_upper": null}
          ],
          "footnotes": [
            "Of 58 hips."
          ]
        }
        """);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "a\"b a\\\"b",
        "a\\b a\\\\b",
        "a\u0001b a\\u0001b",
        "\u202e \\u202e",
        "\ud83e\uddb4 \\ud83e\\uddb4",
        "ä ä"
      })
  void escapesTextsInJson(String text, String written) {
    assertThat(of(text, "none").json()).contains("{\"x\": \"" + written + "\"}");
  }

  private static Table of(String label, String note) {
    return Table.builder()
        .name("x")
        .title("x")
        .counted("1 hip")
        .addColumns(Column.of("x", "x", Kind.TEXT))
        .addRows(List.of(Cell.text(label)))
        .addFootnotes(note)
        .build();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {
        "[click](https://example.org) \\[click\\](https\\://example.org)",
        "![x](x.png) !\\[x\\](x.png)",
        "https://example.org https\\://example.org",
        "WWW.example.org WWW\\.example.org",
        "<script> \\<script>",
        "&lt;b> \\&lt;b>",
        "&#60;b> \\&#60;b>",
        "R&D R&D",
        "`code` \\`code\\`",
        "**bold** \\*\\*bold\\*\\*",
        "_slanted_ \\_slanted\\_",
        "study_id study_id",
        "~~gone~~ \\~\\~gone\\~\\~",
        "$x^2$ \\$x^2\\$",
        "a|b a\\|b",
        "a\\b a\\\\b",
        "=SUM(A1) =SUM(A1)"
      })
  void leavesNothingAliveInMarkdown(String words, String escaped) {
    assertThat(of(words, words).markdown())
        .contains("\n| " + escaped + " |\n")
        .endsWith("\n\n" + escaped + "\n");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "# heading, \\# heading",
    "#1 of two, #1 of two",
    "> quoted, \\> quoted",
    "- item, \\- item",
    "-3 points, -3 points",
    "+ item, \\+ item",
    "---, \\---",
    "1. item, 1\\. item",
    "12) item, 12\\) item",
    "0.95 is the level, 0.95 is the level"
  })
  void beginsNoBlockOfMarkdownByAFootnote(String note, String escaped) {
    assertThat(of("x", note).markdown()).endsWith("\n\n" + escaped + "\n");
  }

  @Test
  void showsEscapesInEveryForm() {
    Table table = of("\u001b[31mred", "\u202eback");
    assertThat(table.markdown()).contains("| \\\\u001b\\[31mred |", "\n\\\\u202eback\n");
    assertThat(table.html()).contains("<td>\\u001b[31mred</td>", ">\\u202eback</p>");
    assertThat(table.latex())
        .contains("\n\\textbackslash{}u001b{[}31mred", "\\textbackslash{}u202eback");
    assertThat(table.csv()).isEqualTo("x\n\u001b[31mred\n");
  }

  @Test
  void writesEveryDigitAsCsvAndNothingWhereAValueIsMissing() {
    assertThat(TABLE.csv()).isEqualTo("""
        stage,improved_n,improved_of,vas_mean,vas_sd,survival,survival_lower,survival_upper
        I,10,14,7.84,1.05,0.3333333333333333,0.1,0.5
        II & more,0,0,,,,,
        """);
  }

  @Test
  void printsAsHtmlWithItsWordsEscaped() {
    assertThat(TABLE.html())
        .contains("<caption>Outcome | by &lt;stage&gt; (58 hips)</caption>")
        .contains("<th scope=\"col\" class=\"number\">Improved</th>")
        .contains("<td>II &amp; more</td>")
        .contains("<p class=\"note\">Of 58 hips.</p>");
  }

  @Test
  void linesUpAsTextWithDecimalSignsOneBelowTheOther() {
    Table table = Table.builder()
        .name("outcome")
        .title("Outcome")
        .counted("58 hips")
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("improved", "Improved", Kind.PROPORTION),
            Column.of("change", "Change", Kind.NUMBER).withUnit("points").withCounted("9 hips"),
            Column.of("vas", "VAS", Kind.MEAN_SD).withUnit("cm"),
            Column.of("hazard", "Hazard ratio", Kind.ESTIMATE))
        .addRows(List.of(
            Cell.text("II"),
            Cell.proportion(Count.of(1, 14)),
            Cell.number(-3.25, 1),
            Cell.meanSd(7.84, OptionalDouble.of(10.5), 1),
            Cell.estimate(0.5, 0.05, 12, 2)))
        .addRows(List.of(
            Cell.text("III\nlate"),
            Cell.proportion(Count.of(10, 14)),
            Cell.number(12, 0),
            Cell.meanSd(17.84, OptionalDouble.empty(), 1),
            Cell.missing(Kind.ESTIMATE, "not estimable")))
        .addRows(List.of(
            Cell.text("IV"),
            Cell.proportion(Count.of(0, 0)),
            Cell.missing(Kind.NUMBER, "–"),
            Cell.missing(Kind.MEAN_SD, "not taken at 12.5"),
            Cell.estimate(10.25, 1, 3, 2)))
        .addFootnotes("Of 58 hips.", "No cause.")
        .build();
    assertThat(table.text()).isEqualTo("""
        Outcome (58 hips)

        Stage        Improved  Change [points] (9 hips)           VAS [cm]           Hazard ratio
        --------  -----------  ------------------------  -----------------  ---------------------
        II         1 ( 7.1 %)                      -3.3         7.8 ± 10.5   0.50 (0.05 to 12.00)
        III late  10 (71.4 %)                      12          17.8                 not estimable
        IV         0                                  –  not taken at 12.5  10.25 (1.00 to  3.00)

        Of 58 hips.

        No cause.
        """);
  }

  @ParameterizedTest(name = "{0} takes {1} cells")
  @CsvSource({
    "abc, 3",
    "é, 1",
    "e\u0301, 1",
    "نخر, 3",
    "股骨头, 6",
    "ｱ, 1",
    "Ａ, 2",
    "한국, 4",
    "\uD83D\uDE00, 2",
    "a\u200Db, 2",
    "\uD840\uDC00, 2",
    "±–≥, 3"
  })
  void countsTheCellsThatATextTakes(String text, int cells) {
    assertThat(AlignedText.DisplayWidth.of(text)).isEqualTo(cells);
  }

  @Test
  void linesUpBehindWideLettersAndBehindMarks() {
    Table table = Table.builder()
        .name("x")
        .title("x")
        .counted("3 hips")
        .addColumns(Column.of("cause", "Cause", Kind.TEXT), Column.of("n", "n", Kind.COUNT))
        .addRows(List.of(Cell.text("股骨头"), Cell.count(1)))
        .addRows(List.of(Cell.text("ste\u0301roi\u0308de"), Cell.count(10)))
        .addRows(List.of(Cell.text("\u001B[31mred"), Cell.count(2)))
        .build();
    assertThat(table.text()).isEqualTo("""
        x (3 hips)

        Cause           n
        -------------  --
        股骨头          1
        ste\u0301roi\u0308de       10
        \\u001b[31mred   2
        """);
  }

  @Test
  void printsAsLatexWithEveryLetterThatHasAMeaningEscaped() {
    assertThat(TABLE.latex()).isEqualTo("""
        \\begin{table}
        \\centering
        \\caption{Outcome $\\vert$ by $<$stage$>$ (58 hips)}
        \\begin{tabular}{lrrr}
        \\hline
        Stage & Improved & VAS & Survival \\\\
        \\hline
        I & 10 (71.4 \\%) & 7.8 $\\pm$ 1.1 & 0.333 (0.100 to 0.500) \\\\
        II \\& more & 0 & not taken & not estimable \\\\
        \\hline
        \\end{tabular}

        Of 58 hips.
        \\end{table}
        """);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "\\ \\textbackslash{}",
        "~ \\textasciitilde{}",
        "^ \\textasciicircum{}",
        "a_b a\\_b",
        "50% 50\\%",
        "$5 \\$5",
        "`#1` \\#1",
        "{x} \\{x\\}",
        "[x] {[}x]",
        "* {*}",
        "\"x\" ''x''",
        "≤2 $\\leq$2",
        "≥2 $\\geq$2",
        "2×2 2$\\times$2",
        "−2 $-$2",
        "5µ 5$\\mu$",
        "5° 5$^\\circ$",
        "1–2 1--2",
        "1—2 1---2",
        "é é"
      })
  void escapesForLatex(String words, String latex) {
    Table table = Table.builder()
        .name("x")
        .title("x")
        .counted("1 hip")
        .addColumns(Column.of("x", "x", Kind.TEXT))
        .addRows(List.of(Cell.text(words)))
        .build();
    assertThat(table.latex()).contains("\n" + latex + " \\\\\n");
  }

  @Test
  void saysWhatItIsOnOneShortLine() {
    assertThat(TABLE).hasToString("Table{outcome: 2 rows, 4 columns, 58 hips}");
  }

  @Test
  void refusesARowThatDoesNotFit() {
    Table.Builder table = Table.builder()
        .name("x")
        .title("x")
        .counted("1 hip")
        .addColumns(Column.of("n", "n", Kind.COUNT))
        .addRows(List.of(Cell.text("1")));
    assertThatThrownBy(table::build)
        .hasMessage("row [kinds of cells] must be [COUNT], but was [TEXT]");
  }

  @ParameterizedTest
  @CsvSource({
    "19, 58, 32.8",
    "27, 58, 46.6",
    "12, 58, 20.7",
    "41, 58, 70.7",
    "9, 46, 19.6",
    "1, 8, 12.5",
    "1, 16, 6.3"
  })
  void roundsPercentagesHalfUpOnce(int count, int total, String percent) {
    assertThat(Count.of(count, total).percent(1)).hasToString(percent);
  }

  @ParameterizedTest(name = "{0} to {1} decimals: {2} or {3}")
  @CsvSource({
    "12.5, 0, 13, 12",
    "13.5, 0, 14, 14",
    "-12.5, 0, -13, -12",
    "84.25, 1, 84.3, 84.2",
    "2.675, 2, 2.68, 2.68",
    "2.665, 2, 2.67, 2.66",
    "-0.04, 1, 0.0, 0.0",
    "1e-7, 3, 0.000, 0.000",
    "1e21, 0, 1000000000000000000000, 1000000000000000000000"
  })
  void printsADecimalByTheNameOfItsRounding(double value, int places, String up, String even) {
    assertThat(Digits.halfUp(places).print(value)).isEqualTo(up);
    assertThat(Digits.of(places, Rounding.HALF_EVEN).print(value)).isEqualTo(even);
    assertThat(Cell.number(value, Digits.of(places, Rounding.HALF_EVEN)).printed())
        .isEqualTo(even);
  }

  @Test
  void printsOneCountTwoWays() {
    assertThat(Count.of(1, 8).percent(0)).hasToString("13");
    assertThat(Count.of(1, 8).percent(Digits.of(0, Rounding.HALF_EVEN))).hasToString("12");
    assertThat(Cell.proportion(Count.of(1, 8), Digits.of(0, Rounding.HALF_EVEN)).printed())
        .isEqualTo("1 (12 %)");
    assertThat(Rounding.parse("half_even")).isEqualTo(Rounding.HALF_EVEN);
  }

  @Test
  void refusesWhatCannotBePrinted() {
    assertThatThrownBy(() -> Digits.halfUp(18))
        .hasMessage("decimals in print [count] must lie in 0.0..17.0, but was 18.0");
    assertThatThrownBy(() -> Cell.number(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number in print [its own unit] must be finite, but was NaN");
  }

  @Test
  void refusesACountBeyondItsTotal() {
    assertThatThrownBy(() -> Count.of(3, 2)).hasMessage("count [of 2] must lie in 0..2, but was 3");
    assertThatThrownBy(() -> Count.of(-1, 2))
        .hasMessage("count [of 2] must lie in 0..2, but was -1");
    assertThatThrownBy(() -> Count.of(0, -1))
        .hasMessage("total [count] must lie in 0..2147483647, but was -1");
  }
}
