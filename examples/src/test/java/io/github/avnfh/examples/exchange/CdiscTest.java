package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.examples.exchange.AnalysisDataset.Variable;
import io.github.avnfh.examples.exchange.TimeToEventDataset.FirstDay;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ADSL and ADTTE as R reads them: see {@code adtte.R}. */
class CdiscTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0);

  private static byte[] golden(String name) throws IOException {
    try (InputStream file = CdiscTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static List<String> lines(String name) throws IOException {
    return new String(golden(name), StandardCharsets.UTF_8).lines().toList();
  }

  private static AnalysisDataset hips(FirstDay first) {
    return TimeToEventDataset.of("AVNFH", Endpoint.arthroplasty(), "TTTHA", first)
        .of(BundledCohort.read());
  }

  private static Object cell(AnalysisDataset data, int row, String variable) {
    int column = data.variables().stream().map(Variable::name).toList().indexOf(variable);
    return data.rows().get(row).get(column).orElse("");
  }

  @Test
  void writesTheFilesThatRHasRead(@TempDir Path folder) throws IOException {
    Path files = folder.resolve("cdisc");
    WriteCdisc.main(files.toString(), "2026-01-31T12:00:00");
    assertThat(Files.readAllBytes(files.resolve("adtte.xpt"))).isEqualTo(golden("adtte.xpt"));
    assertThat(files)
        .isDirectoryContaining("glob:**adsl.xpt")
        .isDirectoryContaining("glob:**adsl.json")
        .isDirectoryContaining("glob:**adtte.json");
  }

  @Test
  void readsInRAsTheRowsThatWereWritten() throws IOException {
    AnalysisDataset data = hips(FirstDay.DAY_0);
    CsvOutput table =
        CsvOutput.withHeader(data.variables().stream().map(Variable::name).toArray(String[]::new));
    data.rows()
        .forEach(row -> table.row(
            row.stream().map(cell -> cell.map(Object::toString).orElse("")).toList()));
    assertThat(table.text().lines()).hasSize(59).containsExactlyElementsOf(lines("adtte_read.csv"));
    assertThat(lines("adtte_labels.csv").stream().skip(1))
        .containsExactlyElementsOf(data.variables().stream()
            .map(variable -> variable.name() + "," + variable.label())
            .toList());
  }

  @Test
  void givesRTheCurvesOfTheLibrary() throws IOException {
    List<String> golden = lines("adtte_curve.csv");
    assertThat(golden).hasSize(7);
    List<String[]> expected =
        golden.stream().skip(1).map(line -> line.split(",", -1)).toList();
    List<SurvivalCurve.Step> steps = new ArrayList<>();
    KaplanMeier.withDefaults()
        .estimate(Endpoint.arthroplasty()
            .followUp(BundledCohort.read().hips(), Hip::baselineStage)
            .ignoringClusters())
        .curves()
        .forEach(
            curve -> curve.steps().stream().filter(step -> step.events() > 0).forEach(steps::add));
    assertThat(steps).hasSameSizeAs(expected);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).time()).isEqualTo(Double.parseDouble(expected.get(i)[1]));
      assertThat(steps.get(i).survival())
          .isCloseTo(Double.parseDouble(expected.get(i)[3]), within(1e-14));
      assertThat(steps.get(i).estimate().standardError().orElseThrow())
          .isCloseTo(Double.parseDouble(expected.get(i)[4]), within(1e-14));
    }
  }

  @Test
  void writesTheSameRowsAsJson() throws IOException {
    AnalysisDataset data = SubjectLevelDataset.of("AVNFH", BundledCohort.read());
    JsonNode json = new ObjectMapper().readTree(DatasetJson.of(data, NOON));
    assertThat(json.get("datasetJSONCreationDateTime").textValue())
        .isEqualTo("2026-01-31T12:00:00");
    assertThat(json.get("datasetJSONVersion").textValue()).isEqualTo("1.1.0");
    assertThat(json.get("records").intValue())
        .isEqualTo(46)
        .isEqualTo(json.get("rows").size());
    assertThat(json.get("columns").get(1).toString())
        .isEqualTo("{\"itemOID\":\"IT.ADSL.USUBJID\",\"name\":\"USUBJID\","
            + "\"label\":\"Unique Subject Identifier\",\"dataType\":\"string\",\"keySequence\":2}");
    for (int row = 0; row < 46; row++) {
      for (int i = 0; i < data.variables().size(); i++) {
        Optional<Object> cell = data.rows().get(row).get(i);
        JsonNode written = json.get("rows").get(row).get(i);
        assertThat(written.isNull()).isEqualTo(cell.isEmpty());
        assertThat(written.isTextual()).isEqualTo(cell.orElse(0) instanceof String);
        assertThat(written.asText("")).isEqualTo(cell.map(Object::toString).orElse(""));
      }
    }
  }

  @Test
  void countsFromTheDayThatIsAskedForAndSaysSo() {
    AnalysisDataset zero = hips(FirstDay.DAY_0);
    AnalysisDataset one = hips(FirstDay.DAY_1);
    assertThat(zero.variables().get(5).label())
        .isEqualTo("Analysis Value (Days, Treatment = Day 0)");
    assertThat(one.variables().get(5).label())
        .isEqualTo("Analysis Value (Days, Treatment = Day 1)");
    for (int row = 0; row < zero.rows().size(); row++) {
      assertThat((Integer) cell(one, row, "AVAL")).isEqualTo((Integer) cell(zero, row, "AVAL") + 1);
    }
  }

  /** The first hip is replaced on day 200, or its patient has died on day 100, or neither. */
  @ParameterizedTest
  @CsvSource({
    "200, , 200, 0, replaced, ''",
    "200, 200, 200, 0, replaced, ''",
    "200, 199, 199, 1, death, day of death",
    ", 100, 100, 1, death, day of death",
  })
  void saysWhatEndedTheTime(
      Integer event, Integer end, int day, int censored, String ended, String how) {
    Cohort cohort = BundledCohort.read().keepHips(hip -> hip.lastKnownDay() > 300);
    AnalysisDataset data = TimeToEventDataset.of(
            "S", Endpoint.on("replaced", hip -> maybe(event)), "TTR", FirstDay.DAY_0)
        .censoredBy(Endpoint.on("death", hip -> maybe(end)))
        .of(cohort);
    assertThat(List.of(
            cell(data, 0, "AVAL"),
            cell(data, 0, "CNSR"),
            cell(data, 0, "EVNTDESC"),
            cell(data, 0, "CNSDTDSC")))
        .isEqualTo(List.of(day, censored, ended, how));
  }

  private static OptionalInt maybe(Integer day) {
    return day == null ? OptionalInt.empty() : OptionalInt.of(day);
  }

  @Test
  void takesTwoHipsOfAPatientForTwoRows() {
    AnalysisDataset data = hips(FirstDay.DAY_0);
    assertThat(data.rows().stream().map(row -> row.subList(0, data.keys())).distinct())
        .hasSize(58);
    assertThat(data.rows().stream().map(row -> row.get(1)).distinct()).hasSize(46);
  }

  /** The first is worked in full in every text on the format, the last is the nearest to 1/10. */
  @ParameterizedTest
  @CsvSource({
    "-118.625, c276a00000000000",
    "1, 4110000000000000",
    "100, 4264000000000000",
    "0, 0000000000000000",
    "-0.0, 0000000000000000",
    "0.1, 401999999999999a",
  })
  void writesNumbersOfTheIbm370(double value, String bytes) {
    String digits = Long.toHexString(SasTransport.ibm(value)).toLowerCase(Locale.ROOT);
    assertThat("0".repeat(16 - digits.length()) + digits).isEqualTo(bytes);
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    double low = Math.scalb(1.0, -260);
    double high = Math.scalb(1.0, 252);
    assertThat(SasTransport.ibm(low)).isEqualTo(0x0010000000000000L);
    assertThat(SasTransport.ibm(Math.nextDown(high))).isEqualTo(0x7ffffffffffffff8L);
    AnalysisDataset data = AnalysisDataset.of(
        "X", "Numbers", 0, List.of(Variable.number("A", "A"), Variable.text("B", "B")));
    assertThatThrownBy(() -> SasTransport.of(data.add(high, ""), NOON))
        .hasMessage("X.A in row 1: number in SAS transport [absolute value] must be 0 or lie in"
            + " 16^-65..16^63, but was 7.237005577332262E75");
    assertThatThrownBy(() -> SasTransport.ibm(Math.nextDown(low)))
        .isInstanceOf(IllegalArgumentException.class);
    AnalysisDataset words = AnalysisDataset.of("X", "Words", 0, List.of(Variable.text("B", "B")));
    assertThatThrownBy(() -> SasTransport.of(words.add("Bo\u00e9"), NOON))
        .hasMessage("X.B in row 1 [text] must have 0..200 visible characters of ASCII, but had 3"
            + " characters");
    assertThatThrownBy(() -> words.add(1))
        .hasMessage("X.B in row 2 must be TEXT, but was a Integer");
    assertThatThrownBy(() -> Variable.text("LASTKNOWN", "Day"))
        .hasMessageStartingWith("name of a variable or data set [text] must have 1..8 letters");
    assertThatThrownBy(() -> Variable.text("DAY", "x".repeat(41)))
        .hasMessageStartingWith("label of DAY [text] must have 1..40 characters of ASCII");
  }

  /** Whole records of 80 bytes, a missing number as a point and zeros. */
  @Test
  void writesMissingNumbersAndFullRecords() {
    byte[] file = SasTransport.of(
        AnalysisDataset.of("X", "One", 0, List.of(Variable.number("A", "A"))).add(Optional.empty()),
        NOON);
    assertThat(file).hasSize(80 * (8 + 2 + 1 + 1));
    assertThat(List.of(file[880], file[881], file[887], file[888]))
        .isEqualTo(List.of((byte) '.', (byte) 0, (byte) 0, (byte) ' '));
    assertThat(new String(file, 144, 16, StandardCharsets.US_ASCII)).isEqualTo("31JAN26:12:00:00");
  }
}
