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
          Column.of("improved", "Improved", Kind.SHARE),
          Column.of("vas", "VAS", Kind.MEAN_SD),
          Column.of("survival", "Survival", Kind.ESTIMATE))
      .addRows(List.of(
          Cell.text("I"),
          Cell.share(Count.of(10, 14)),
          Cell.meanSd(7.84, OptionalDouble.of(1.05), 1),
          Cell.estimate(1.0 / 3, 0.1, 0.5, 3)))
      .addRows(List.of(
          Cell.text("II & more"),
          Cell.share(Count.of(0, 0)),
          Cell.missing(Kind.MEAN_SD, "not taken"),
          Cell.missing(Kind.ESTIMATE, "not estimable")))
      .addFootnotes("Of 58 hips.")
      .build();

  @Test
  void printsAsMarkdown() {
    assertThat(TABLE.markdown()).isEqualTo("""
        **Outcome \\| by &lt;stage> (58 hips)**

        | Stage | Improved | VAS | Survival |
        | :-- | --: | --: | --: |
        | I | 10 (71.4 %) | 7.8 ± 1.1 | 0.333 (0.100 to 0.500) |
        | II & more | 0 | not taken | not estimable |

        Of 58 hips.
        """);
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

  @Test
  void refusesACountBeyondItsTotal() {
    assertThatThrownBy(() -> Count.of(3, 2)).hasMessage("count [of 2] must lie in 0..2, but was 3");
    assertThatThrownBy(() -> Count.of(-1, 2))
        .hasMessage("count [of 2] must lie in 0..2, but was -1");
    assertThatThrownBy(() -> Count.of(0, -1))
        .hasMessage("total [count] must lie in 0..2147483647, but was -1");
  }
}
