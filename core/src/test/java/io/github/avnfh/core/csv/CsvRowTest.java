package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowTest {
  private static final byte[] TABLE =
      "reader,number\nR1,2.5\nR2,QA-7731\nR3,\n".getBytes(StandardCharsets.UTF_8);
  private final Problems problems = new Problems();

  private CsvInput input() {
    return CsvInput.of("x.csv", new ByteArrayInputStream(TABLE), CsvFormat.withDefaults());
  }

  private List<String> messages() {
    return problems.list().stream().map(Problem::message).toList();
  }

  @Test
  void wordsItselfWhatAParserOfJavaRefuses() {
    assertThat(input().forEachRow(problems, row -> row.required("number", Double::valueOf)))
        .isEqualTo(3);
    assertThat(messages())
        .containsExactly(
            "a text of 7 characters cannot be read as a number; a number was expected",
            "is empty; a value was expected");
  }

  @Test
  void repeatsTheWordsOfAParserOfTheCaller() {
    input()
        .forEachRow(
            problems,
            row -> row.optional("number", text -> {
              throw new IllegalArgumentException("is none of ours");
            }));
    assertThat(messages()).containsExactly("is none of ours", "is none of ours");
  }

  @Test
  void givesRowsThatMayBeKept() {
    List<CsvRow> rows = new ArrayList<>();
    input().forEachRow(problems, rows::add);
    assertThat(rows)
        .extracting(row -> row.text("reader").orElse(""))
        .containsExactly("R1", "R2", "R3");
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L);
  }

  /** In columns of text and of numbers alike; text that only begins so is text. */
  @Test
  void refusesErrorsOfASpreadsheetInEveryColumn() {
    String cells = "text,number\n#N/A,1\n#MERGED,#REF!\n#1,2\n#N/A!,3\n,\n";
    CsvInput.of(
            "x.csv",
            new ByteArrayInputStream(cells.getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults())
        .forEachRow(problems, row -> {
          row.optional("text", text -> text);
          row.requiredNumber("number");
        });
    String error = "holds an error of a spreadsheet or is merged into another cell; a value or an"
        + " empty cell was expected";
    assertThat(problems.list())
        .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.message())
        .containsExactly("2 text " + error, "3 text " + error, "3 number " + error);
  }
}
