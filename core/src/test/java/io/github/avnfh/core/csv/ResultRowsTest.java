package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a database as the lines of a table. */
class ResultRowsTest {
  private final List<String> calls = new ArrayList<>();

  /** A result set of these rows; the method of a name fails. */
  private ResultSet set(
      List<String> labels, List<? extends List<? extends @Nullable Object>> rows, String failing) {
    int[] at = {-1};
    ResultSetMetaData names = (ResultSetMetaData) Proxy.newProxyInstance(
        ResultSetMetaData.class.getClassLoader(),
        new Class<?>[] {ResultSetMetaData.class},
        (proxy, method, given) -> method.getName().equals("getColumnCount")
            ? labels.size()
            : labels.get((int) given[0] - 1));
    return (ResultSet) Proxy.newProxyInstance(
        ResultSet.class.getClassLoader(),
        new Class<?>[] {ResultSet.class},
        (proxy, method, given) -> {
          calls.add(method.getName());
          if (method.getName().equals(failing)) {
            throw new SQLException("gone");
          }
          return switch (method.getName()) {
            case "getMetaData" -> names;
            case "next" -> ++at[0] < rows.size();
            case "getObject" -> rows.get(at[0]).get((int) given[0] - 1);
            case "getString" -> string(rows.get(at[0]).get((int) given[0] - 1));
            default -> null;
          };
        });
  }

  private static @Nullable String string(@Nullable Object value) {
    return String.valueOf(value).equals("'c'") ? null : String.valueOf(value);
  }

  private ResultSet row(@Nullable Object... values) {
    List<String> labels = new ArrayList<>();
    for (int column = 0; column < values.length; column++) {
      labels.add("c" + (char) ('a' + column));
    }
    return set(labels, List.of(Arrays.asList(values)), "");
  }

  private static String text(ResultSet rows) throws IOException {
    try (ResultRows stream = new ResultRows(rows)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void areALineOfLabelsAndALineForEachRow() throws IOException {
    assertThat(text(set(List.of("hip", "a \"b\""), List.of(List.of("L", 1), List.of("R,", 2)), "")))
        .isEqualTo("\"hip\",\"a \"\"b\"\"\"\n\"L\",\"1\"\n\"R,\",\"2\"\n");
    assertThat(text(set(List.of("hip"), Collections.<List<Object>>emptyList(), "")))
        .isEqualTo("\"hip\"\n");
  }

  @Test
  void writeAMomentAsItsDay() throws IOException {
    assertThat(text(row(
            Date.valueOf("2021-03-04"),
            Timestamp.valueOf("2021-03-04 23:59:59"),
            LocalDateTime.of(2021, 3, 4, 0, 0),
            OffsetDateTime.parse("2021-03-04T23:30:00-05:00"))))
        .endsWith("\n\"2021-03-04\",\"2021-03-04\",\"2021-03-04\",\"2021-03-04\"\n");
  }

  @Test
  void writeNumbersWithoutExponentAndYesAndNoAsDigits() throws IOException {
    assertThat(text(
            row(true, false, new BigDecimal("1E+2"), 1e-7, 2.5f, 1e8, 7, new BigDecimal("3.50"))))
        .endsWith("\n\"1\",\"0\",\"100\",\"0.0000001\",\"2.5\",\"100000000\",\"7\",\"3.50\"\n");
  }

  @Test
  void leaveACellWithoutAValueEmpty() throws IOException {
    assertThat(text(row(null, "'c'", "x"))).endsWith("\n\"\",\"\",\"x\"\n");
  }

  @Test
  void giveTheSameByteByByteAndInPieces() throws IOException {
    String all = "\"ca\",\"cb\"\n\"\u00E4\",\"y\"\n";
    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
    try (ResultRows stream = new ResultRows(row("\u00E4", "y"))) {
      for (byte next : bytes) {
        assertThat(stream.read()).isEqualTo(next & 0xFF);
      }
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.read(new byte[3], 0, 3)).isEqualTo(-1);
    }
    byte[] piece = new byte[6];
    try (ResultRows stream = new ResultRows(row("\u00E4", "y"))) {
      assertThat(stream.read(piece, 0, 0)).isZero();
      assertThat(stream.read(piece, 1, 4)).isEqualTo(4);
      assertThat(piece).startsWith(0, bytes[0], bytes[1], bytes[2], bytes[3], 0);
      // a piece ends with its line
      byte[] rest = new byte[40];
      assertThat(stream.read(rest, 0, 40)).isEqualTo(6);
      assertThat(new String(rest, 0, 6, StandardCharsets.UTF_8)).isEqualTo(",\"cb\"\n");
    }
  }

  @Test
  void areReadAsATableAndClosed() {
    Problems problems = new Problems();
    List<String> read = new ArrayList<>();
    long rows = CsvInput.ofQuery("hips", () -> row("L", null))
        .withRequired(List.of("ca", "cb"))
        .forEachRow(problems, row -> read.add(row.text("ca").orElse("") + row.isEmpty("cb")));
    assertThat(rows).isEqualTo(1);
    assertThat(read).containsExactly("Ltrue");
    assertThat(problems.isEmpty()).isTrue();
    assertThat(calls).last().isEqualTo("close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"getMetaData", "getObject", "close"})
  void reportADatabaseThatFails(String method) {
    Problems problems = new Problems();
    CsvInput.ofQuery("hips", () -> set(List.of("ca"), List.of(List.of("L")), method))
        .forEachRow(problems, row -> {});
    assertThat(problems.list()).hasSize(1);
    assertThat(problems.concernFiles()).isTrue();
  }

  @Test
  void reportAQueryThatFailsAndPassOnAMistakeOfTheCaller() {
    Problems problems = new Problems();
    CsvInput.ofQuery("hips", () -> {
          throw new SQLException("gone");
        })
        .forEachRow(problems, row -> {});
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly(
            "hips:1: column 1: the file cannot be read; a readable CSV file was expected");
    CsvInput mistaken = CsvInput.ofQuery("hips", () -> {
      throw new IllegalStateException("no connection yet");
    });
    assertThatThrownBy(() -> mistaken.forEachRow(problems, row -> {}))
        .isInstanceOf(IllegalStateException.class);
  }
}
