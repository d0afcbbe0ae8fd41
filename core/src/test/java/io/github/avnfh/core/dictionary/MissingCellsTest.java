package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingCellsTest {
  private static final String WIDE =
      "record_id,age,vas_m3,vas_m6\nS1,NI,-999,3\nS2,41,-999,-999\nS3,-999,,2\n";

  private static final String DICTIONARY = """
      source,column,means,visit,codes,missing
      patients.csv,patient_id,patient,,,
      patients.csv,sex,sex,,,
      patients.csv,age_years,age_years,,,
      hips.csv,patient_id,patient,,,
      hips.csv,side,side,,,
      hips.csv,etiology,etiology,,,
      hips.csv,steinberg_stage,steinberg_stage,,,
      export.csv,record_id,patient,,,
      export.csv,,side,,=L,
      export.csv,age,visit_day,M3,,CODES
      export.csv,age,visit_day,M6,,CODES
      export.csv,vas_m3,score:vas,M3,,CODES
      export.csv,vas_m6,score:vas,M6,,CODES
      """;

  private static List<MissingCells> missing(String export, String... codes) {
    return read(export, codes).missing();
  }

  private static CohortReading read(String export, String... codes) {
    Map<String, String> files = Map.of(
        "patients.csv", "patient_id,sex,age_years\nS1,F,40\n",
        "hips.csv", "patient_id,side,etiology,steinberg_stage\nS1,L,idiopathic,II\n",
        "export.csv", export);
    String dictionary = DICTIONARY.replace("CODES", String.join(";", codes));
    return CohortReader.with(Dictionary.parse("dictionary.csv", dictionary))
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void countsACellOnceHoweverManyLinesReadItAndNoConstant() {
    assertThat(missing(WIDE, "NI", "-999"))
        .containsExactly(
            MissingCells.of("export.csv", "age", "-999", 1),
            MissingCells.of("export.csv", "age", "NI", 1),
            MissingCells.of("export.csv", "vas_m3", "-999", 2),
            MissingCells.of("export.csv", "vas_m6", "-999", 1));
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    String turned = "record_id,age,vas_m3,vas_m6\nS3,-999,,2\nS2,41,-999,-999\nS1,NI,-999,3\n";
    assertThat(missing(turned, "-999", "NI")).isEqualTo(missing(WIDE, "NI", "-999"));
  }

  @Test
  void countsNoEmptyCellAndNothingWhereNoCodeWasDeclared() {
    assertThat(missing(WIDE)).isEmpty();
    assertThat(missing(WIDE, "", "")).isEmpty();
  }

  @Test
  void printsAsOneLine() {
    assertThat(MissingCells.of("export.csv", "vas", "NI", 1).text())
        .isEqualTo("export.csv: column vas: NI in 1 cell");
    assertThat(MissingCells.of("export.csv", "vas", "NI", 0).text())
        .isEqualTo("export.csv: column vas: NI in 0 cells");
  }

  @Test
  void refusesANegativeCount() {
    assertThatThrownBy(() -> MissingCells.of("export.csv", "vas", "NI", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cells of a code [count] must be at least 0, but were -1");
  }
}
