package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What mappings do not read of a table is told, whichever of them takes the row. */
class RowCoverageTest {
  private static final String OPERATIONS = """
      reg_no,sex,age,side,operation,op_date
      1,F,40,L,core decompression,2015-01-01
      1,F,40,L,primary THA,2016-07-01
      2,M,50,R,core decompression,2015-03-01
      2,M,50,R,primary THA,2015-12-01
      """;

  private static CohortReading read(List<TableMapping> tables, String table) {
    return CohortReader.withDefaults()
        .withTables(tables)
        .read(file -> file.equals("t.csv")
            ? Optional.of(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
            : Optional.empty());
  }

  private static List<String> told(List<TableMapping> tables, String table) {
    return read(tables, table).problems().stream().map(Problem::text).toList();
  }

  private static TableMapping named(String sheet, String patient) {
    return TableMapping.of(sheet, "t.csv").withNamedColumnsOnly().withColumn("patient_id", patient);
  }

  private static TableMapping patients(String id, String sex, String age) {
    return named("patients.csv", id)
        .withColumn("sex", sex)
        .withColumn("age_years", age)
        .withRepeatedPatients();
  }

  private static TableMapping decompressed() {
    return named("hips.csv", "reg_no")
        .withColumn("side", "side")
        .withConstant("etiology", "unknown")
        .withConstant("steinberg_stage", "II")
        .withColumn("index_date", "op_date")
        .withRowsWhere("operation", List.of("core decompression"));
  }

  @Test
  void tellsAnOperationThatNoMappingAsksForThoughAnotherMappingTakesItsRow() {
    assertThat(told(List.of(patients("reg_no", "sex", "age"), decompressed()), OPERATIONS))
        .containsExactly(
            "t.csv:3: column operation: is matched by no mapping of this file; one of [core"
                + " decompression] was expected",
            "t.csv:5: column operation: is matched by no mapping of this file; one of [core"
                + " decompression] was expected");
  }

  @Test
  void tellsACellThatOnlyAMappingReadsWhichDoesNotTakeItsRow() {
    List<TableMapping> tables = List.of(
        patients("reg_no", "sex", "age")
            .withRowsWhere("operation", List.of("core decompression", "primary THA")),
        decompressed());
    assertThat(told(tables, OPERATIONS))
        .containsExactly(
            "t.csv:3: column op_date: holds a value, but the mappings that read this column do not"
                + " take the row; an empty cell was expected, or a mapping for such rows",
            "t.csv:5: column op_date: holds a value, but the mappings that read this column do not"
                + " take the row; an empty cell was expected, or a mapping for such rows");
  }

  @Test
  void saysNothingWhereOtherRowsAreDeclaredToBeIgnored() {
    List<TableMapping> tables =
        List.of(patients("reg_no", "sex", "age"), decompressed().withOtherRowsIgnored());
    assertThat(told(tables, OPERATIONS)).isEmpty();
    assertThat(told(List.of(decompressed().withOtherRowsIgnored()), OPERATIONS))
        .contains("t.csv:3: column operation: is matched by no mapping of this file; one of [core"
            + " decompression] was expected");
  }

  @Test
  void tellsASideThatNoMappingAsksFor() {
    List<TableMapping> tables = new ArrayList<>(List.of(patients("id", "sex", "age")));
    for (String side : List.of("L", "R")) {
      tables.add(named("hips.csv", "id")
          .withConstant("side", side)
          .withConstant("etiology", "unknown")
          .withColumn("steinberg_stage", "stage")
          .withRowsWhere("side", List.of(side)));
    }
    String table = "id,sex,age,side,stage\n1,F,40,L,II\n2,M,50,Both,III\n";
    assertThat(told(tables, table))
        .containsExactly(
            "t.csv:3: column side: is matched by no mapping of this file; one of [L, R]"
                + " was expected");
    assertThat(told(tables, table.replace("Both", "R"))).isEmpty();
  }

  private static final String LONG = """
      Nr,Sexe,Age,Hanche,Stade,Injection,Visite,Date,EVA,Prothese
      1,F,40,L,II,2020-02-01,BL,2020-02-01,8.0,
      1,F,40,L,II,2020-02-01,M24,2022-02-01,3.0,2021-07-15
      """;

  private static List<TableMapping> longTable() {
    return List.of(
        patients("Nr", "Sexe", "Age"),
        named("hips.csv", "Nr")
            .withColumn("side", "Hanche")
            .withConstant("etiology", "unknown")
            .withColumn("steinberg_stage", "Stade")
            .withColumn("index_date", "Injection")
            .withColumn("arthroplasty_date", "Prothese")
            .withRowsWhere("Visite", List.of("BL")),
        named("visits.csv", "Nr")
            .withColumn("side", "Hanche")
            .withColumn("visit", "Visite")
            .withColumn("date", "Date")
            .withColumn("vas", "EVA"));
  }

  /** What a row repeats of its hip is no news; what it alone says is. */
  @Test
  void tellsAnArthroplastyInTheRowOfALaterVisitOnly() {
    assertThat(told(longTable(), LONG))
        .containsExactly("t.csv:3: column Prothese: holds a value, but the mappings that read this"
            + " column do not take the row; an empty cell was expected, or a mapping for such"
            + " rows");
    assertThat(told(longTable(), LONG.replace("2021-07-15", ""))).isEmpty();
    assertThat(told(longTable(), LONG.replace("8.0,", "8.0,2021-07-15"))).isEmpty();
    assertThat(told(
            longTable(),
            LONG.replace("M24", "M24").replace("II,2020-02-01,M24", "III,2020-02-01,M24")))
        .anyMatch(text -> text.startsWith("t.csv:3: column Stade: holds a value"));
  }

  @Test
  void aVisitIsNotRepeatedByAnotherThatScoresTheSame() {
    List<TableMapping> tables = new ArrayList<>(longTable().subList(0, 2));
    tables.add(longTable().get(2).withRowsWhere("Visite", List.of("BL")));
    tables.add(named("events.csv", "Nr")
        .withConstant("term", "fever")
        .withConstant("day", "3")
        .withRowsWhere("Visite", List.of("M24")));
    String table = LONG.replace("3.0,2021-07-15", "8.0,");
    assertThat(told(tables, table))
        .contains("t.csv:3: column EVA: holds a value, but the mappings that read this column do"
            + " not take the row; an empty cell was expected, or a mapping for such rows");
  }

  @Provide
  static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(0, 1L << 40);
  }

  /** All files of a cohort in one table, told apart by a column; then one row of another form. */
  @Property(tries = 60)
  void accountsForEachRowOfAWholeCohortInOneLongTable(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Cohort cohort = new RandomCohort(random).next();
    Map<String, String> texts = CohortWriter.withDefaults().texts(cohort);
    List<String> lines = lines(texts);
    CohortReader reader = CohortReader.withDefaults()
        .withInstruments(RandomCohort.INSTRUMENTS)
        .withTables(texts.keySet().stream()
            .map(file -> TableMapping.of(file, "t.csv").withRowsWhere("form", List.of(file)))
            .toList());
    assertThat(read(reader, lines).orThrow().equals(cohort)).isTrue();
    int row = 1 + random.nextInt(lines.size() - 1);
    lines.set(row, lines.get(row).replaceFirst("^[a-z]+[.]csv", "another form"));
    assertThat(read(reader, lines).problems())
        .filteredOn(problem -> problem.message().startsWith("is matched by no mapping"))
        .extracting(Problem::line)
        .containsExactly(row + 1L);
  }

  private static CohortReading read(CohortReader reader, List<String> lines) {
    byte[] table = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return reader.read(file ->
        file.equals("t.csv") ? Optional.of(new ByteArrayInputStream(table)) : Optional.empty());
  }

  /** A table with the columns of all files, and the name of the file first. */
  private static List<String> lines(Map<String, String> texts) {
    List<String> columns = new ArrayList<>();
    Map<String, List<Map<String, String>>> rows = new HashMap<>();
    texts.forEach((file, text) -> {
      List<String> header = header(text);
      header.stream().filter(name -> !columns.contains(name)).forEach(columns::add);
      rows.put(file, cells(text, header));
    });
    List<String> all = new ArrayList<>(List.of("form"));
    all.addAll(columns);
    CsvOutput table = CsvOutput.withHeader(all.toArray(String[]::new));
    texts
        .keySet()
        .forEach(file -> rows.getOrDefault(file, List.of()).forEach(cells -> {
          List<String> row = new ArrayList<>(List.of(file));
          columns.forEach(column -> row.add(cells.getOrDefault(column, "")));
          table.row(row);
        }));
    return new ArrayList<>(Arrays.asList(table.text().split("\n")));
  }

  private static List<String> header(String text) {
    List<String> header = new ArrayList<>();
    var records =
        de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(text).iterator();
    header.addAll(records.next().getFields());
    return header;
  }

  private static List<Map<String, String>> cells(String text, List<String> header) {
    List<Map<String, String>> rows = new ArrayList<>();
    CsvInput.of(
            "t.csv",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults())
        .forEachRow(new Problems(), row -> {
          Map<String, String> cells = new HashMap<>();
          header.forEach(column -> row.text(column).ifPresent(cell -> cells.put(column, cell)));
          rows.add(cells);
        });
    return rows;
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesANullByName() {
    TableMapping mapping = TableMapping.of("visits.csv", "t.csv");
    Map<String, String> nothing = new HashMap<>();
    nothing.put("1", null);
    assertThatThrownBy(() -> mapping.withColumn(null, "x"))
        .hasMessage("column of a mapping [name] must be given, but was null");
    assertThatThrownBy(() -> mapping.withColumn("vas", null))
        .hasMessage("column of the caller of a mapping [name] must be given, but was null");
    assertThatThrownBy(() -> mapping.withCodes("side", nothing))
        .hasMessage("text of a code of a mapping [name] must be given, but was null");
    assertThatThrownBy(() -> mapping.withMissing(Arrays.asList("NA", null)))
        .hasMessage("code of a mapping [name] must be given, but was null");
    assertThatThrownBy(() -> mapping.withRowsWhere("x", Arrays.asList((String) null)))
        .hasMessage("text of a mapping [name] must be given, but was null");
  }
}
