package io.github.avnfh.examples.inspect;

import static io.github.avnfh.examples.cli.XlsxFile.date;
import static io.github.avnfh.examples.cli.XlsxFile.error;
import static io.github.avnfh.examples.cli.XlsxFile.number;
import static io.github.avnfh.examples.cli.XlsxFile.row;
import static io.github.avnfh.examples.cli.XlsxFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.XlsxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectCommandTest {
  private static final String TABLE = """
      Nr;Geschlecht;Alter;Seite;Stadium ARCO;Injektion Datum;HHS 0;HHS 12;TEP
      1;m;41;L;II;17.02.2021;54,5;81;
      1;m;41;R;III;17.02.2021;61;;03.05.2023
      2;w;38;R;II;09.11.2020;47,5;90;
      """;

  @TempDir
  Path folder;

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Run inspect(Path... tables) {
    String[] typed = new String[tables.length + 4];
    typed[0] = "inspect";
    typed[1] = "--data";
    for (int i = 0; i < tables.length; i++) {
      typed[i + 2] = tables[i].toString();
    }
    typed[tables.length + 2] = "--out";
    typed[tables.length + 3] = dictionary().toString();
    return Run.of(typed);
  }

  private Path dictionary() {
    return folder.resolve("dictionary.csv");
  }

  private Run report(String data) {
    return Run.of(
        "report",
        "--data",
        data,
        "--dictionary",
        dictionary().toString(),
        "--out",
        folder.resolve("report").toString());
  }

  @Test
  void proposesADictionaryThatTheReportReads() throws IOException {
    Path table = written("hips.csv", TABLE);
    Run run = inspect(table);
    assertThat(run.code()).as(run.err()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out())
        .contains(
            "hips.csv: 3 rows",
            "dates: 2020-11 to 2023-05",
            "as far as decided: 2 patients, 3 hips")
        .contains(
            "to decide: hips.csv: column Stadium ARCO: means ?stage:arco1994 or stage:arco2019")
        .doesNotContain("54,5", "17.02.2021");
    assertThat(report(table.toString()))
        .matches(refused -> refused.code() == RunOutcome.PROBLEMS)
        .matches(refused -> refused.err().contains("is still undecided"));
    Files.writeString(
        dictionary(),
        Files.readString(dictionary())
            .replace("?stage:arco1994 or stage:arco2019", "stage:arco2019"));
    Run done = report(table.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(RunOutcome.DONE);
    assertThat(Files.readString(folder.resolve("report/report.md")))
        .contains(
            "by ARCO 2019 stage (2 patients, 3 hips)**",
            "| hips |  | hips | 2 (66.7 %) | 1 (33.3 %) | 3 (100.0 %) |",
            "Survival free of arthroplasty by ARCO 2019 stage")
        .doesNotContain("Steinberg");
  }

  @Test
  void tellsThatATableCannotBeRead() throws IOException {
    assertThat(inspect(folder.resolve("gone.csv")))
        .matches(run -> run.code() == RunOutcome.PROBLEMS)
        .matches(run -> run.err().startsWith("gone.csv:1: column 1: the file is not there"));
    assertThat(inspect(written("broken.xlsx", "no workbook")))
        .matches(run -> run.code() == RunOutcome.PROBLEMS)
        .matches(run -> run.err().startsWith("broken.xlsx:1: column 1: the file cannot be read"));
    assertThat(inspect(written("header.csv", "Nr;Alter\n")))
        .matches(run -> run.code() == RunOutcome.PROBLEMS);
    assertThat(dictionary()).doesNotExist();
  }

  /** Dates, formulas, errors, numbers and truth values of a sheet; a second sheet by its name. */
  @Test
  void readsTheSheetsOfAWorkbook() throws IOException {
    Path workbook = folder.resolve("hips.xlsx");
    workbook(workbook, "#N/A", "");
    Run run = inspect(workbook);
    assertThat(run.code()).as(run.err()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out())
        .contains("hips.xlsx: 2 rows", "dates: 2021-02 to 2021-02", "2 patients, 2 hips");
    assertThat(Files.readString(dictionary()))
        .contains("hips.xlsx,Injection date,index_date,,,,,,yyyy-MM-dd")
        .contains("hips.xlsx,HHS 12m,score:hhs,M12,,,#N/A");
    Run done = report(workbook.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(RunOutcome.DONE);
    assertThat(Files.readString(folder.resolve("report/hhs_by_visit.csv")))
        .contains("baseline,2,", "12 months,1,");
    assertThat(inspect(Path.of(workbook + "#Notes")))
        .matches(second -> second.code() == RunOutcome.DONE)
        .matches(second -> second.out().contains("hips.xlsx#Notes: 1 row\n"));
    assertThat(inspect(Path.of(workbook + "#None")))
        .matches(second -> second.code() == RunOutcome.PROBLEMS)
        .matches(
            second -> second.err().contains("hips.xlsx#None:1: column 1: the file is not there"));
  }

  /** The identifier of the second patient is merged into that of the first, as is the sex. */
  @Test
  void tellsMergedCellsAndErrorsByLineAndColumn() throws IOException {
    Path workbook = folder.resolve("hips.xlsx");
    workbook(workbook, "#N/A", "");
    inspect(workbook);
    workbook(
        workbook,
        "#REF!",
        "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"$B$2:$B$3\"/></mergeCells>");
    Run run = report(workbook.toString());
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    String said = "holds an error of a spreadsheet or is merged into another cell; a value or an"
        + " empty cell was expected";
    assertThat(run.err().lines().filter(line -> line.contains("hips.xlsx:")))
        .containsExactly("hips.xlsx:3: column Pat ID: " + said);
    workbook(workbook, "#REF!", "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>");
    assertThat(report(workbook.toString()).err().lines().filter(line -> line.contains("xlsx:")))
        .contains("hips.xlsx:3: column Sex: " + said, "hips.xlsx:3: column HHS 12m: " + said)
        .noneMatch(line -> line.contains(".csv"));
  }

  private static void workbook(Path file, String error, String merged) throws IOException {
    String hips = row(
            1,
            text("Pat ID"),
            text("Sex"),
            text("Age"),
            text("Side"),
            text("Injection date"),
            text("HHS pre"),
            text("HHS 12m"))
        + row(
            2,
            number("1"),
            text("M"),
            number("41"),
            text("L"),
            date("44244"),
            number("54.5"),
            "<c><f>80+1</f><v>81</v></c>")
        + row(
            3,
            number("2"),
            text("F"),
            number("38"),
            text("R"),
            date("44245"),
            number("47"),
            error(error));
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("Hips", "<sheetData>" + hips + "</sheetData>" + merged);
    sheets.put(
        "Notes", "<sheetData>" + row(1, text("Pat ID")) + row(2, number("1")) + "</sheetData>");
    XlsxFile.write(file, sheets);
  }

  @Test
  void refusesTwoTablesOfOneNameInWhateverFolders() throws IOException {
    Path first = written("export.csv", TABLE);
    Files.createDirectory(folder.resolve("later"));
    Path second = written("later/export.csv", TABLE);
    Run run = inspect(first, second);
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(run.err())
        .startsWith("--data must give tables of different names, but two are named export.csv");
    assertThat(dictionary()).doesNotExist();
    inspect(first);
    assertThat(Run.of(
                "report",
                "--data",
                first.toString(),
                second.toString(),
                "--dictionary",
                dictionary().toString(),
                "--out",
                folder.resolve("report").toString())
            .code())
        .isEqualTo(RunOutcome.WRONG_USAGE);
  }

  private static final String DECIDED = "Nr;Geschlecht;Alter;Seite;Injektion Datum;HHS 12\n";

  @Test
  void countsWhatIsThereWhereNothingIsLeftToDecide() throws IOException {
    Run run = inspect(written(
        "hips.csv", DECIDED + "1;m;41;L;17.02.2021;81\n1;m;41;R;17.02.2021;\n2;w;38;R;;90\n"));
    assertThat(run.out()).isEqualTo("""
        hips.csv: 3 rows
        dates: 2021-02 to 2021-02
        2 patients, 3 hips, 2 visits
        recorded: visits
        dictionary: DICTIONARY
        """.replace("DICTIONARY", dictionary().toString()));
    assertThat(inspect(written("bare.csv", "Nr;Geschlecht;Alter;Seite\n1;m;41;L\n2;w;44;R\n"))
            .out())
        .startsWith(
            "bare.csv: 2 rows\n2 patients, 2 hips, 0 visits\nrecorded: nothing but patients and hips\n");
  }

  /** The same hip at the same visit again and again: problems by line, the first ten of them. */
  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void showsTheFirstTenProblems(int problems) throws IOException {
    String row = "1;m;41;L;17.02.2021;81\n";
    Run run = inspect(written("hips.csv", DECIDED + row.repeat(problems + 1)));
    assertThat(run.out()
            .lines()
            .filter(line -> line.startsWith("hips.csv:") && line.contains("column")))
        .hasSize(10)
        .allMatch(
            line -> line.contains("column visit: names a visit of this hip that line 2 gave"));
    assertThat(run.out().contains("\n11 problems in all\n")).isEqualTo(problems == 11);
    assertThat(run.out().contains("problems in all")).isEqualTo(problems == 11);
  }
}
