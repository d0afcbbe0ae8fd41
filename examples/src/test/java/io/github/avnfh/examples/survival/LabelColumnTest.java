package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelColumnTest {
  private static final int LABELS = 2_000;

  private static List<String> labels() {
    return IntStream.range(0, LABELS).mapToObj(i -> "hip " + i * i % 9973 + i).toList();
  }

  /** Of many labels some meet in the table, and each keeps its number by its text and its cell. */
  @Test
  void numbersManyLabelsInTheirOrder() {
    LabelColumn byText = new LabelColumn();
    LabelColumn byCell = new LabelColumn();
    for (int pass = 0; pass < 2; pass++) {
      assertThat(labels()).extracting(byText::numberOf).isEqualTo(upTo(LABELS));
      assertThat(numbers(byCell)).isEqualTo(upTo(LABELS));
    }
    assertThat(labels()).extracting(byCell::numberOf).isEqualTo(upTo(LABELS));
    assertThat(numbers(byText)).isEqualTo(upTo(LABELS));
    assertThat(byText.labels()).isEqualTo(labels()).isEqualTo(byCell.labels());
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static List<Integer> numbers(LabelColumn column) {
    byte[] table = ("label\n" + String.join("\n", labels())).getBytes(StandardCharsets.UTF_8);
    List<Integer> numbers = new ArrayList<>();
    CsvInput.of("labels.csv", new ByteArrayInputStream(table), CsvFormat.withDefaults())
        .withRequired(List.of("label"))
        .forEachRow(
            new Problems(),
            List.of("label"),
            cells -> numbers.add(column.number(cells, 0)),
            row -> assertThat(row.line()).isZero());
    return numbers;
  }
}
