package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingCellsTest {
  private static final String WIDE =
      "record_id,age,vas_m3,vas_m6\nS1,NI,-999,3\nS2,41,-999,-999\nS3,-999,,2\n";

  private static TableMapping visits(String month, List<String> missing) {
    return TableMapping.of("visits.csv", "export.csv")
        .withNamedColumnsOnly()
        .withMissing(missing)
        .withColumn("patient_id", "record_id")
        .withConstant("side", "L")
        .withConstant("visit", "M" + month)
        .withConstant("status", "NI")
        .withColumn("day", "age")
        .withColumn("vas", "vas_m" + month);
  }

  private static List<MissingCells> missing(String export, String... codes) {
    return read(export, codes).missing();
  }

  private static CohortReading read(String export, String... codes) {
    Map<String, String> files = Map.of(
        "patients.csv", "patient_id,sex,age_years\nS1,F,40\n",
        "hips.csv", "patient_id,side,etiology,steinberg_stage\nS1,L,idiopathic,II\n",
        "export.csv", export);
    return CohortReader.withDefaults()
        .withTables(
            Stream.of("3", "6").map(month -> visits(month, List.of(codes))).toList())
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void countsACellOnceHoweverManyMappingsReadItAndNoConstant() {
    assertThat(missing(WIDE, "NI", "-999"))
        .containsExactly(
            MissingCells.of("export.csv", "age", "-999", 1),
            MissingCells.of("export.csv", "age", "NI", 1),
            MissingCells.of("export.csv", "vas_m3", "-999", 2),
            MissingCells.of("export.csv", "vas_m6", "-999", 1));
  }

  @Test
  void readsAConstantThatIsSuchACodeAsNothing() {
    CohortReading reading = read("record_id,age,vas_m3,vas_m6\nS1,90,3,2\n", "NI");
    assertThat(reading.orThrow().hips().get(0).visits())
        .extracting(Visit::status)
        .containsExactly(VisitStatus.DONE, VisitStatus.DONE);
    assertThat(reading.missing()).isEmpty();
  }

  @Test
  void doesNotHangOnTheOrderOfRows() {
    String turned = "record_id,age,vas_m3,vas_m6\nS3,-999,,2\nS2,41,-999,-999\nS1,NI,-999,3\n";
    assertThat(missing(turned, "-999", "NI")).isEqualTo(missing(WIDE, "NI", "-999"));
  }

  @Test
  void countsNoEmptyCellAndNothingWhereNoCodeWasDeclared() {
    assertThat(missing(WIDE)).isEmpty();
    assertThat(missing(WIDE, "")).isEmpty();
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
