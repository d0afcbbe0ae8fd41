package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

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
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the lines of a dictionary do not read of a table is told, in rows of every kind. */
class LongTableTest {
  private static final String OPERATIONS = """
      reg_no,sex,age,side,operation,op_date
      1,F,40,L,core decompression,2015-01-01
      1,F,40,L,primary THA,2016-07-01
      2,M,50,R,core decompression,2015-03-01
      2,M,50,R,primary THA,2015-12-01
      """;

  private static final String OPERATION_LINES = """
      source,column,means,dates,rows
      t.csv,reg_no,patient,,
      t.csv,sex,sex,,
      t.csv,age,age_years,,
      t.csv,side,side,,
      t.csv,operation,condition,,
      t.csv,op_date,index_date,yyyy-MM-dd,operation=core decompression
      """;

  private static List<String> told(String dictionary, String table) {
    return CohortReader.with(Dictionary.parse("dictionary.csv", dictionary))
        .read(file -> Optional.of(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))))
        .problems()
        .stream()
        .map(Problem::text)
        .toList();
  }

  private static String unread(int line, String column) {
    return "t.csv:" + line + ": column " + column + ": holds a value, but no line of the dictionary"
        + " for this column applies to this row; an empty cell was expected, or a line for such"
        + " rows, if only one that means ignored";
  }

  @Test
  void tellsAnOperationThatNoLineAsksForThoughOthersTakeItsRow() {
    assertThat(told(OPERATION_LINES, OPERATIONS))
        .containsExactly(unread(3, "op_date"), unread(5, "op_date"));
  }

  @Test
  void saysNothingWhereOtherRowsAreReadOrDeclaredToBeIgnored() {
    String other = "t.csv,op_date,%s,,operation!=core decompression\n";
    assertThat(told(OPERATION_LINES + other.replace("%s", "ignored"), OPERATIONS))
        .isEmpty();
    String replaced = other.replace("%s,", "arthroplasty_date,yyyy-MM-dd");
    assertThat(told(OPERATION_LINES + replaced, OPERATIONS)).isEmpty();
  }

  @Test
  void tellsASideThatNoCodeExplains() {
    String dictionary = """
        source,column,means,codes
        t.csv,id,patient,
        t.csv,age,age_years,
        t.csv,side,side,L=L;R=R
        t.csv,stage,steinberg_stage,
        """;
    String table = "id,age,side,stage\n1,40,L,II\n2,50,Both,III\n";
    assertThat(told(dictionary, table))
        .containsExactly(
            "t.csv:3: column side: the text is no code that was declared; one of L, R was expected");
    assertThat(told(dictionary, table.replace("Both", "R"))).isEmpty();
  }

  private static final String LONG = """
      Nr,Sexe,Age,Hanche,Stade,Injection,Visite,Date,EVA,Prothese
      1,F,40,L,II,2020-02-01,BL,2020-02-01,8.0,
      1,F,40,L,II,2020-02-01,M24,2022-02-01,3.0,2021-07-15
      """;
  private static final String LONG_LINES = """
      source,column,means,dates,rows
      t.csv,Nr,patient,,
      t.csv,Sexe,sex,,
      t.csv,Age,age_years,,
      t.csv,Hanche,side,,
      t.csv,Stade,steinberg_stage,,
      t.csv,Injection,index_date,yyyy-MM-dd,
      t.csv,Visite,visit,,
      t.csv,Date,visit_date,yyyy-MM-dd,
      t.csv,EVA,score:vas,,
      t.csv,Prothese,arthroplasty_date,yyyy-MM-dd,
      """;

  /** What a row repeats of its hip is no news; what it says otherwise is a contradiction. */
  @Test
  void readsWhatTheRowOfALaterVisitSaysOfTheHip() {
    assertThat(told(LONG_LINES, LONG)).isEmpty();
    assertThat(told(LONG_LINES, LONG.replace("8.0,", "8.0,2021-07-15"))).isEmpty();
    assertThat(told(LONG_LINES, LONG.replace("II,2020-02-01,M24", "III,2020-02-01,M24")))
        .containsExactly(
            "t.csv:3: column Stade: contradicts line 2 about the same hip; equal values"
                + " or an empty cell were expected");
  }

  @Test
  void tellsAnArthroplastyInARowThatIsNotReadForIt() {
    String baseline = LONG_LINES.replace(
        "arthroplasty_date,yyyy-MM-dd,", "arthroplasty_date,yyyy-MM-dd,Visite=BL");
    assertThat(told(baseline, LONG)).containsExactly(unread(3, "Prothese"));
    assertThat(told(baseline, LONG.replace("2021-07-15", ""))).isEmpty();
  }

  @Provide
  static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(0, 1L << 40);
  }

  /** All files of a cohort in one table, told apart by a column; then one row of another form. */
  @Property(tries = 30)
  void accountsForEachRowOfAWholeCohortInOneLongTable(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Cohort cohort = new RandomCohort(random).next();
    Assume.that(OwnColumns.isReadThroughDictionary(cohort));
    Map<String, String> texts = CohortWriter.withDefaults().texts(cohort);
    List<String> lines = lines(texts);
    StringBuilder dictionary =
        new StringBuilder(OwnColumns.header()).append("t.csv,form,condition,\n");
    texts.forEach((file, text) ->
        dictionary.append(OwnColumns.lines("t.csv", file, header(text), "form=" + file)));
    CohortReader reader = CohortReader.with(Dictionary.parse("own.csv", dictionary.toString()))
        .withInstruments(RandomCohort.INSTRUMENTS);
    OwnColumns.assertSame(read(reader, lines).orThrow(), cohort);
    int row = 1 + random.nextInt(lines.size() - 1);
    lines.set(row, lines.get(row).replaceFirst("^[a-z]+[.]csv", "another form"));
    assertThat(read(reader, lines).problems())
        .filteredOn(problem -> problem.message().startsWith("holds a value, but no line"))
        .extracting(Problem::line)
        .isNotEmpty()
        .containsOnly(row + 1L);
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

  static List<String> header(String text) {
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
}
