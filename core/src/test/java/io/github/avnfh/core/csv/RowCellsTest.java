package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCellsTest {
  private final Problems problems = new Problems();
  private final List<String> taken = new ArrayList<>();
  private final List<String> offered = new ArrayList<>();

  private long read(byte[] table) {
    return CsvInput.of("hips.csv", new ByteArrayInputStream(table), CsvFormat.withDefaults())
        .withRequired(List.of("day", "stage"))
        .forEachRow(
            problems,
            List.of("stage", "day"),
            cells -> {
              boolean plain = !cells.holds(1, "late");
              if (plain) {
                taken.add(cells.text(0) + "/" + cells.text(1));
              }
              return plain;
            },
            row -> offered.add(row.line() + ":" + row.text("day").orElse("")));
  }

  private long read(String table) {
    return read(table.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> told() {
    return problems.list().stream().map(Problem::text).toList();
  }

  @Test
  void givesTheCellsOfTheColumnsInTheOrderAskedFor() {
    assertThat(read("\uFEFFx;day;stage\n1;20;I\n2; 30;\"II\"\n\n3;;III\n")).isEqualTo(3);
    assertThat(taken).containsExactly("I/20", "II/ 30", "III/");
    assertThat(offered).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void readsCharacters() {
    List<Integer> lengths = new ArrayList<>();
    CsvInput.of(
            "hips.csv",
            new ByteArrayInputStream("day\n417\n".getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults())
        .withRequired(List.of("day"))
        .forEachRow(
            problems,
            List.of("day"),
            cells -> {
              lengths.add(cells.length(0));
              assertThat(cells.charAt(0, 2)).isEqualTo('7');
              assertThat(cells.holds(0, "417")).isTrue();
              assertThat(cells.holds(0, "418")).isFalse();
              assertThat(cells.holds(0, "41")).isFalse();
              return lengths.size() == 1;
            },
            row -> offered.add("none"));
    assertThat(lengths).containsExactly(3);
    assertThat(offered).isEmpty();
  }

  @Test
  void offersRowsThatWereNotTakenAsTexts() {
    assertThat(read("day,stage\n1,I\nlate,II\n3,III\n")).isEqualTo(3);
    assertThat(taken).containsExactly("I/1", "III/3");
    assertThat(offered).containsExactly("3:late");
  }

  @Test
  void reportsRowsOfAnotherShapeAsAlways() {
    read("day,stage\n1,I\n2\n3,III,x\n\"4\n\",IV\n5,V\n");
    assertThat(taken).containsExactly("I/1", "V/5");
    assertThat(told())
        .containsExactly(
            "hips.csv:3: column stage: is missing from the line; 2 fields were expected, but there"
                + " are 1",
            "hips.csv:4: column stage: is followed by more fields; 2 fields were expected, but"
                + " there are 3",
            "hips.csv:5: column day: holds a line break, perhaps for a quote left open; one line"
                + " was expected, and nothing up to line 6 was taken");
  }

  @Test
  void reportsBytesThatAreNotText() {
    read("day,stage,name\n1,I,\u00e9\n2,II,e\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(taken).containsExactly("II/2");
    assertThat(told())
        .containsExactly(
            "hips.csv:2: column name: holds bytes that are not UTF-8 at character 1; text in UTF-8 was expected,"
                + " and this is likely windows-1252, which the format can name");
  }

  @Test
  void reportsAFileThatCannotBeReadToItsEnd() {
    read("day,stage\n1,I\n2,\"II\n");
    assertThat(taken).containsExactly("I/1");
    assertThat(told())
        .containsExactly("hips.csv:3: column day: a quote that opens here or below does not close"
            + " rightly; nothing from there on was read");
  }

  @Test
  void reportsAHeaderThatLacksAColumn() {
    assertThat(read("day\n1\n")).isZero();
    assertThat(read("")).isZero();
    assertThat(taken).isEmpty();
    assertThat(told())
        .containsExactly(
            "hips.csv:1: column stage: is missing from the header; it is required",
            "hips.csv:1: column day: the file is empty; a header line was expected");
  }
}
