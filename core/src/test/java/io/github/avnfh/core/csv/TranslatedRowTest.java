package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A row put together of cells of other files: what it reports, and where it says that is. */
class TranslatedRowTest {
  private final Problems problems = new Problems();
  private final TranslatedRow cells = TranslatedRow.of(
      CsvInput.absent("t.csv", CsvFormat.withDefaults()).withRequired(List.of("day", "vas")),
      List.of("day", "vas"),
      column -> column.toUpperCase(Locale.ROOT),
      problems);

  private List<String> told() {
    return problems.list().stream().map(Problem::text).toList();
  }

  @Test
  void givesItsTextsByTheirColumns() {
    cells.begin(3);
    cells.add(" 7 ");
    cells.add("");
    assertThat(cells.row().line()).isEqualTo(3);
    assertThat(cells.row().text("day")).contains("7");
    assertThat(cells.row().text("vas")).isEmpty();
    assertThat(cells.row().columns()).containsExactly("day", "vas");
    cells.begin(4);
    cells.add("8");
    assertThat(cells.row().line()).isEqualTo(4);
    assertThat(cells.row().text("day")).contains("8");
  }

  @Test
  void reportsWhereTheCellStoodElseWhereTheRowStandsElseTheTable() {
    cells.begin("b.csv", 4);
    cells.add("1", "c.csv", 7, "days");
    cells.add("2");
    cells.row().report("day", "is wrong");
    cells.row().report("vas", "is wrong");
    cells.row().report("other", "is wrong");
    cells.begin(9);
    cells.add("1");
    cells.row().report("day", "is wrong");
    assertThat(told())
        .containsExactly(
            "c.csv:7: column days: is wrong",
            "b.csv:4: column VAS: is wrong",
            "b.csv:4: column OTHER: is wrong",
            "t.csv:9: column DAY: is wrong");
  }

  @Test
  void reportsARefusedTextOnce() {
    cells.begin(2);
    assertThat(cells.row().isSound()).isTrue();
    cells.refuse("x", "is no day");
    cells.add("");
    assertThat(cells.row().isSound()).isFalse();
    assertThat(cells.row().required("day", text -> text)).isEmpty();
    assertThat(cells.row().isEmpty("day")).isFalse();
    assertThat(cells.row().isEmpty("vas")).isTrue();
    assertThat(cells.row().required("vas", text -> text)).isEmpty();
    assertThat(told())
        .containsExactly(
            "t.csv:2: column DAY: is no day",
            "t.csv:2: column VAS: is empty; a value was expected");
  }

  @Test
  void forgetsWithTheNextRowWhatWasReported() {
    cells.begin(2);
    cells.addReported();
    assertThat(cells.row().isSound()).isFalse();
    assertThat(cells.row().isEmpty("day")).isFalse();
    assertThat(problems.isEmpty()).isTrue();
    cells.begin(3);
    cells.add("");
    assertThat(cells.row().isSound()).isTrue();
    assertThat(cells.row().isEmpty("day")).isTrue();
  }

  @Test
  void refusesMoreTextsThanColumns() {
    cells.begin(2);
    cells.add("1");
    cells.add("2", "c.csv", 7, "pain");
    String words = "texts of a row [count] must lie in 0..2, but were 3";
    assertThatThrownBy(() -> cells.add("3")).hasMessage(words);
    assertThatThrownBy(() -> cells.add("3", "c.csv", 7, "more")).hasMessage(words);
    assertThatThrownBy(() -> cells.refuse("3", "is too much")).hasMessage(words);
    assertThatThrownBy(cells::addReported).hasMessage(words);
    assertThat(problems.isEmpty()).isTrue();
    assertThat(cells.row().text("vas")).contains("2");
  }

  @Test
  void sharesProblemsButNoCellsWithItsLike() {
    TranslatedRow other = cells.withoutCells();
    cells.begin(2);
    cells.add("1");
    other.begin(3);
    other.add("4");
    assertThat(cells.row().text("day")).contains("1");
    other.row().report("day", "is wrong");
    assertThat(told()).containsExactly("t.csv:3: column DAY: is wrong");
  }

  @Test
  void leavesTheCellOfARefusedTextEmptyAndFillsTheNext() {
    cells.begin("b.csv", 4);
    cells.addReported();
    cells.add("5");
    assertThat(cells.row().text("day")).isEmpty();
    assertThat(cells.row().text("vas")).contains("5");
    cells.begin("b.csv", 5);
    cells.refuse("x", "is no day");
    cells.add("y".repeat(700));
    assertThat(cells.row().text("day")).isEmpty();
    assertThat(cells.row().text("vas")).contains("y".repeat(700));
    assertThat(told()).containsExactly("b.csv:5: column DAY: is no day");
  }
}
