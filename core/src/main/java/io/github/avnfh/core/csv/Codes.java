package io.github.avnfh.core.csv;

import io.github.avnfh.core.Coded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a table holds, as a map: by the names of the columns, which are the codes, texts or
 * numbers as a web form, a parser of JSON or a data frame gives them.
 *
 * <p>A number is the text of its digits, so that 41, 41.0 and {@code "41"} are one; a whole number
 * may come as any kind of number. A {@link Coded} is its code, and yes or no is true or false, 1 or
 * 0. What is not there, is {@code null} or an empty text is missing, as an empty cell is. An
 * unknown code is refused, for a misspelled one would lose its value.
 *
 * <pre>{@code
 * Codes codes = Codes.of("visit", List.of("day", "vas"));
 * codes.read(Map.of("day", 185.0), row -> Optional.of(row.wholeNumber("day", Timepoint.DAY)));
 * // OptionalInt[185]
 * codes.texts(List.of("185", "")); // {day=185}
 * codes.read(Map.of("pain", 3), row -> Optional.of(row.line()));
 * // IllegalArgumentException: visit [code] must be one of day, vas, but was pain
 * }</pre>
 */
public final class Codes {
  private static final int MOST_CHARACTERS = 1 << 12;

  /** What is taken for a value. */
  static final String VALUES =
      "a text of at most " + MOST_CHARACTERS + " characters, a finite number, true or false";

  /** A name of a column of ours; digits and capitals might be an identifier in the wrong place. */
  private static final Pattern NAME = Pattern.compile("[a-z]{2,}(_[a-z]+)*");

  private static final int MOST_ZEROS = 30;

  private final String what;
  private final List<String> columns;
  private final CsvHeader header;

  private Codes(String what, List<String> columns, CsvInput input) {
    this.what = what;
    this.columns = columns;
    this.header = CsvHeader.ofCodes(input, columns);
  }

  /**
   * Returns the codes of one kind of row.
   *
   * @param what what a row holds, such as {@code findings}
   * @param columns the names of the columns, each once
   * @return the codes
   */
  public static Codes of(String what, List<String> columns) {
    Objects.requireNonNull(what, "what");
    List<String> names = present(columns, "columns");
    return new Codes(
        what, names, CsvInput.absent(what, CsvFormat.withDefaults()).withOptional(names));
  }

  /**
   * Returns these codes keeping some texts out of every refusal: those that tell something of a
   * person.
   *
   * @param texts tells whether no refusal may repeat a text
   * @return the codes
   */
  public Codes withWithheld(Predicate<String> texts) {
    Objects.requireNonNull(texts, "texts");
    return new Codes(
        what,
        columns,
        CsvInput.absent(what, CsvFormat.withDefaults()).withOptional(columns).withWithheld(texts));
  }

  /**
   * Returns the names of the columns.
   *
   * @return the codes in their order
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * Reads a value of its codes.
   *
   * @param <T> what the codes tell
   * @param codes a text, a number, a category with a code, or true or false by each code
   * @param reader reads a row; nothing if something required is missing
   * @return the value
   * @throws IllegalArgumentException if a code is unknown, or if what stands under one is refused;
   *     the message names each such code, what is allowed, and no identifier
   */
  public <T> T read(
      Map<String, ? extends @Nullable Object> codes, Function<CsvRow, Optional<T>> reader) {
    Objects.requireNonNull(codes, "codes");
    Objects.requireNonNull(reader, "reader");
    for (String code : codes.keySet()) {
      if (code == null || !columns.contains(code)) {
        throw new IllegalArgumentException(what + " [code] must be one of "
            + String.join(", ", columns) + ", but was "
            + (code != null && NAME.matcher(code).matches() ? code : "another"));
      }
    }
    CsvCells cells = new CsvCells();
    cells.begin(1);
    for (String column : header.names()) {
      char[] text = text(column, codes.get(column)).toCharArray();
      cells.add(text, 0, text.length);
    }
    Problems problems = new Problems();
    Optional<T> value = reader.apply(new CsvRow(header, cells, problems));
    if (problems.isEmpty() && value.isPresent()) {
      return value.get();
    }
    throw new IllegalArgumentException(
        problems.isEmpty()
            ? what + " [codes] must tell all that is required, but do not"
            : problems.list().stream()
                .map(problem -> problem.column() + " of " + what + ": " + problem.message())
                .collect(Collectors.joining("; ")));
  }

  private String text(String column, @Nullable Object value) {
    return written(value)
        .orElseThrow(() -> new IllegalArgumentException(
            column + " of " + what + " [value] must be " + VALUES + ", but was another"));
  }

  /** Returns a value as the text of a cell, or nothing if it is none of those that are taken. */
  static Optional<String> written(@Nullable Object value) {
    if (value == null) {
      return Optional.of("");
    } else if (value instanceof Coded coded) {
      return Optional.of(coded.code());
    } else if (value instanceof CharSequence || value instanceof Boolean) {
      return Optional.of(value.toString()).filter(text -> text.length() <= MOST_CHARACTERS);
    } else if (value instanceof Number number && isFinite(number)) {
      return Optional.of(digits(number));
    }
    return Optional.empty();
  }

  private static boolean isFinite(Number number) {
    return number instanceof BigDecimal
        || number instanceof BigInteger
        || Double.isFinite(number.doubleValue());
  }

  /** The digits without an exponent, unless that would write a long row of zeros. */
  private static String digits(Number number) {
    if (number instanceof Double value) {
      return CsvOutput.number(value);
    }
    BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
    return Math.abs((long) decimal.scale()) > MOST_ZEROS
        ? decimal.toString()
        : decimal.toPlainString();
  }

  /**
   * Returns a row as texts by its codes.
   *
   * @param cells a text for each column, empty where the value is missing
   * @return what is not missing, in the order of the columns; it cannot be changed
   * @throws IllegalArgumentException if the number of cells is not the number of columns
   */
  public Map<String, String> texts(List<String> cells) {
    present(cells, "cells");
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException("row [cells] must have " + columns.size() + ".."
          + columns.size() + ", but had " + cells.size());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (int at = 0; at < cells.size(); at++) {
      if (!cells.get(at).isEmpty()) {
        texts.put(columns.get(at), cells.get(at));
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  private static List<String> present(List<String> texts, String name) {
    Objects.requireNonNull(texts, name).forEach(text -> Objects.requireNonNull(text, name));
    return List.copyOf(texts);
  }

  @Override
  public String toString() {
    return "Codes{" + columns.size() + " columns}";
  }
}
