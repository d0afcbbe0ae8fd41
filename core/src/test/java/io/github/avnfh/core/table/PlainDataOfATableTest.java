package io.github.avnfh.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Column.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Tables and what a rule rests on, as maps of texts, numbers and lists. */
class PlainDataOfATableTest {
  private static final Table TABLE = Table.builder()
      .name("outcome")
      .title("Outcome")
      .counted("58 hips")
      .addColumns(
          Column.of("stage", "Stage", Kind.TEXT),
          Column.of("hips", "Hips", Kind.COUNT),
          Column.of("improved", "Improved", Kind.PROPORTION),
          Column.of("vas", "VAS", Kind.MEAN_SD))
      .addRows(List.of(
          Cell.text("I"),
          Cell.count(14),
          Cell.proportion(Count.of(10, 14)),
          Cell.meanSd(7.84, OptionalDouble.of(1.05), 1)))
      .addRows(List.of(
          Cell.text("II"),
          Cell.count(0),
          Cell.proportion(Count.of(0, 0)),
          Cell.missing(Kind.MEAN_SD, "not taken")))
      .addFootnotes("Of 58 hips.")
      .build();

  @Test
  void aTableIsItsRowsByTheNamesOfItsFields() {
    Map<String, Object> table = PlainData.asMap(TABLE);
    assertThat(table)
        .containsOnlyKeys("name", "title", "counted", "rows", "footnotes")
        .containsEntry("name", "outcome")
        .containsEntry("title", "Outcome")
        .containsEntry("counted", "58 hips")
        .containsEntry("footnotes", List.of("Of 58 hips."))
        .containsEntry(
            "rows",
            List.of(
                Map.of(
                    "stage",
                    "I",
                    "hips",
                    14L,
                    "improved_n",
                    10L,
                    "improved_of",
                    14L,
                    "vas_mean",
                    7.84,
                    "vas_sd",
                    1.05),
                Map.of("stage", "II", "hips", 0L, "improved_n", 0L, "improved_of", 0L)));
    assertThat(PlainData.asMap(TABLE.withTitle("Other"))).containsEntry("title", "Other");
  }

  @Test
  void aRuleTellsItsSourceAsOneText() {
    Citation source = Citation.of("A B", "Of hips", "J Bone 2020;1:2", "10.1000/182");
    assertThat(PlainData.asMap(Rule.of("R-1", "1", "is so", source)))
        .containsEntry("id", "R-1")
        .containsEntry("citation", source.text());
    assertThatThrownBy(() -> Citation.of("A B", "Of hips", "J Bone 2020;1:2", "10\n2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("digital object identifier ");
  }

  @Test
  void plainDataRefusesWhatTellsNothing() {
    assertThatThrownBy(() -> PlainData.asRows(List.of("text")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PlainData.asRows(List.of())).isEmpty();
    assertThatThrownBy(() -> PlainData.asMap(Side.LEFT).put("a", 1))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aCellOfWordsForACodeIsThatCode() {
    assertThat(Cell.text("on the left", Side.LEFT).parts()).containsExactly("L");
  }
}
