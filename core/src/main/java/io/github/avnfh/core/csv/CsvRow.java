package io.github.avnfh.core.csv;

import io.github.avnfh.core.Quantity;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of a table, whose cells are read by the name of their column.
 *
 * <p>A cell that cannot be read becomes a {@link Problem} and leaves the row unsound; reading goes
 * on, so that one pass finds everything that is wrong with the row. Blanks around a cell do not
 * count; an empty cell and a column that is not there are both "nothing".
 *
 * <pre>{@code
 * Consumer<CsvRow> reader = row -> System.out.println(
 *     row.required("side", Side::parse) + " on day " + row.wholeNumber("day", Timepoint.DAY));
 * byte[] file = "side,day\nL,185\nR,\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withRequired(List.of("side", "day"))
 *     .forEachRow(new Problems(), reader);
 * // Optional[LEFT] on day OptionalInt[185]
 * // Optional[RIGHT] on day OptionalInt.empty
 * }</pre>
 */
public final class CsvRow {
  private static final Set<String> SPREADSHEET_ERRORS = Set.of(
      "#N/A",
      "#REF!",
      "#VALUE!",
      "#DIV/0!",
      "#NAME?",
      "#NULL!",
      "#NUM!",
      "#SPILL!",
      "#CALC!",
      "#GETTING_DATA",
      "#MERGED");
  private static final String SPREADSHEET_ERROR =
      "holds an error of a spreadsheet or is merged into another cell; a value or an empty cell was"
          + " expected";

  private static final int MOST_CACHED = 1 << 16;

  private final CsvHeader header;
  private final CsvCells cells;
  private final Problems problems;
  private Set<String> refused = Set.of();
  private Optional<TranslatedRow.Places> places = Optional.empty();
  private boolean sound = true;

  CsvRow(CsvHeader header, CsvCells cells, Problems problems) {
    this.header = header;
    this.cells = cells;
    this.problems = problems;
  }

  /** Forgets what was found of the cells, which are filled again for the next row. */
  void begin() {
    refused = Set.of();
    sound = true;
  }

  /** Returns this row for readers that keep it while others pass. */
  CsvRow kept() {
    return new CsvRow(header, cells.copy(), problems);
  }

  /**
   * Returns the line on which the row begins.
   *
   * @return the line, counted from 1
   */
  public long line() {
    return cells.line();
  }

  /**
   * Tells whether the header has a column, whether or not its cell is filled.
   *
   * @param column the name of the column
   * @return true if the column is there
   */
  public boolean hasColumn(String column) {
    return header.cell(Objects.requireNonNull(column, "column")) != CsvCells.NONE;
  }

  /**
   * Tells whether every cell that was asked for could be read.
   *
   * @return false once a problem was found in the row
   */
  public boolean isSound() {
    return sound;
  }

  /**
   * Reports a problem of this row, which makes it unsound.
   *
   * @param column the column to name
   * @param message what is wrong and what is allowed
   */
  public void report(String column, String message) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    sound = false;
    TranslatedRow.Place place = place(column);
    problems.add(Problem.of(
        place.file(), place.line(), place.column(), CellParser.withoutLongNumber(message)));
  }

  private TranslatedRow.Place place(String column) {
    return places.isPresent()
        ? places.get().of(header.cell(column), header.file(), line(), shown(column))
        : new TranslatedRow.Place(header.file(), line(), shown(column));
  }

  void comesFrom(TranslatedRow.Places known) {
    places = Optional.of(known);
  }

  /**
   * Reports a cell whose text cannot be translated; the cell is not missing then.
   *
   * @param column the name of the column
   * @param text the text, which the problem repeats only where it may
   * @param message what is wrong and what is allowed
   */
  public void refuse(String column, String text, String message) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    markReported(column);
    report(column, wording(text, message));
  }

  void markReported(String column) {
    sound = false;
    refused = new HashSet<>(refused);
    refused.add(column);
  }

  /**
   * Returns the names in the header.
   *
   * @return the columns in their order, without empty names at the end
   */
  public List<String> columns() {
    return header.names();
  }

  /**
   * Returns the name that problems of a column use.
   *
   * @param column the name of the column
   * @return the name in the caller's own table
   */
  public String shown(String column) {
    return header.shown(column);
  }

  /**
   * Returns a parser that keeps what it made of some texts, for columns in which the same few come
   * again and again; reading such a cell then makes no text of it.
   *
   * @param <T> what a text says
   * @param places how many texts are kept at most, a power of two
   * @param parser reads a text
   * @return the parser, for one thread
   * @throws IllegalArgumentException if the number of texts is not a power of two up to 65536
   */
  public static <T> Function<String, T> caching(int places, Function<String, T> parser) {
    if (Integer.bitCount(places) != 1 || places < 1 || places > MOST_CACHED) {
      throw new IllegalArgumentException("texts kept by a parser [count] must be a power of two in"
          + " 1.." + MOST_CACHED + ", but was " + places);
    }
    return new CellParser.Caching<>(places, Objects.requireNonNull(parser, "parser"));
  }

  /**
   * Returns the text of a cell.
   *
   * @param column the name of the column
   * @return the text without the blanks around it, or nothing
   */
  public Optional<String> text(String column) {
    int cell = header.cell(column);
    return isEmpty(cell) ? Optional.empty() : Optional.of(cells.text(cell));
  }

  /**
   * Reads a cell that may be empty.
   *
   * @param <T> what the cell holds
   * @param column the name of the column
   * @param parser reads the text, or throws an {@link IllegalArgumentException} whose message is
   *     reported, except that of a {@link NumberFormatException}, which may repeat any text
   * @return what the cell holds, or nothing where it is empty or was reported
   */
  public <T> Optional<T> optional(String column, Function<String, T> parser) {
    int cell = header.cell(column);
    return isEmpty(cell) ? Optional.empty() : parsed(column, cell, parser);
  }

  private <T> Optional<T> parsed(String column, int cell, Function<String, T> parser) {
    if (isSpreadsheetError(cell)) {
      report(column, SPREADSHEET_ERROR);
      return Optional.empty();
    }
    try {
      return parser instanceof CellParser.Caching<T> remembered
          ? cells.read(cell, remembered)
          : Optional.of(cells.text(cell)).map(parser);
    } catch (IllegalArgumentException e) {
      String text = cells.text(cell);
      report(column, wording(text, CellParser.refusal(text, e)));
      return Optional.empty();
    }
  }

  /**
   * Tells whether a cell is empty or its column is not there.
   *
   * @param column the name of the column
   * @return true if nothing was written, false for a cell that could not be translated
   */
  public boolean isEmpty(String column) {
    return isEmpty(header.cell(Objects.requireNonNull(column, "column"))) && !isRefused(column);
  }

  /**
   * Tells whether cells are empty or their columns are not there.
   *
   * @param columns the names of the columns
   * @return true if none of them holds a text
   */
  public boolean areEmpty(List<String> columns) {
    Objects.requireNonNull(columns, "columns");
    for (String column : columns) {
      if (!isEmpty(header.cell(Objects.requireNonNull(column, "column")))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a cell holds what a spreadsheet writes in the place of a value, such as
   * {@code #N/A}, or {@code #MERGED} for a cell that is merged into another.
   *
   * @param column the name of the column
   * @return true for an error, which is no value of any column
   */
  public boolean isSpreadsheetError(String column) {
    int cell = header.cell(Objects.requireNonNull(column, "column"));
    return cell != CsvCells.NONE && isSpreadsheetError(cell);
  }

  private boolean isSpreadsheetError(int cell) {
    return cells.startsWith(cell, '#') && SPREADSHEET_ERRORS.contains(cells.text(cell));
  }

  /**
   * Reports a cell that holds what a spreadsheet writes in the place of a value.
   *
   * @param column the name of the column
   */
  public void reportSpreadsheetError(String column) {
    markReported(Objects.requireNonNull(column, "column"));
    report(column, SPREADSHEET_ERROR);
  }

  private boolean isRefused(String column) {
    return !sound && refused.contains(column);
  }

  private boolean isEmpty(int cell) {
    return cell == CsvCells.NONE || cells.isEmpty(cell);
  }

  private String wording(String text, String message) {
    return header.withheld().test(text) ? CellParser.withheld(text, message) : message;
  }

  /**
   * Reads a cell that must not be empty.
   *
   * @param <T> what the cell holds
   * @param column the name of the column
   * @param parser reads the text, or throws an {@link IllegalArgumentException} whose message is
   *     reported, except that of a {@link NumberFormatException}, which may repeat any text
   * @return what the cell holds, or nothing where that was reported
   */
  public <T> Optional<T> required(String column, Function<String, T> parser) {
    int cell = header.cell(column);
    if (!isEmpty(cell)) {
      return parsed(column, cell, parser);
    }
    reportEmpty(column);
    return Optional.empty();
  }

  private void reportEmpty(String column) {
    if (!isRefused(column)) {
      report(column, "is empty; a value was expected");
    }
  }

  /**
   * Tells whether a cell holds exactly a text.
   *
   * @param column the name of the column
   * @param text the text, which is not empty
   * @return true if every character is the same
   */
  public boolean holds(String column, String text) {
    int cell = header.cell(Objects.requireNonNull(column, "column"));
    return cell != CsvCells.NONE && cells.holds(cell, text);
  }

  /**
   * Reads a number that may be missing.
   *
   * @param column the name of the column
   * @param quantity what is measured, with its range
   * @return the number, or nothing where the cell is empty or was reported
   */
  public OptionalDouble number(String column, Quantity quantity) {
    int cell = header.cell(column);
    if (isEmpty(cell)) {
      return OptionalDouble.empty();
    }
    double plain = cells.number(cell, header.decimalComma() ? ',' : '.');
    return quantity.allows(plain)
        ? OptionalDouble.of(quantity.check(plain))
        : toDouble(optional(column, text -> quantity.check(parseNumber(text))));
  }

  /**
   * Reads a number of any size that must not be missing.
   *
   * @param column the name of the column
   * @return the number, or nothing where that was reported
   */
  public OptionalDouble requiredNumber(String column) {
    return toDouble(required(column, this::parseNumber));
  }

  /**
   * Reads a whole number that may be missing.
   *
   * @param column the name of the column
   * @param quantity what is counted, with its range
   * @return the number, or nothing where the cell is empty or was reported
   */
  public OptionalInt wholeNumber(String column, Quantity quantity) {
    int cell = header.cell(column);
    if (isEmpty(cell)) {
      return OptionalInt.empty();
    }
    int plain = cells.wholeNumber(cell);
    return plain != CellParser.PlainNumber.NONE && quantity.allows(plain)
        ? OptionalInt.of(plain)
        : toInt(optional(column, text -> (int) quantity.check(parseWholeNumber(text))));
  }

  /**
   * Reads a whole number that must not be missing.
   *
   * @param column the name of the column
   * @param quantity what is counted, with its range
   * @return the number, or nothing where that was reported
   */
  public OptionalInt requiredWholeNumber(String column, Quantity quantity) {
    if (isEmpty(header.cell(column))) {
      reportEmpty(column);
    }
    return wholeNumber(column, quantity);
  }

  private static OptionalInt toInt(Optional<Integer> number) {
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }

  private static OptionalDouble toDouble(Optional<Double> number) {
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }

  /**
   * Reads yes or no, written as 1 or 0, or in {@link Codes} as true or false too.
   *
   * @param column the name of the column
   * @return true for yes, false for no, nothing where the cell is empty or was reported
   */
  public Optional<Boolean> flag(String column) {
    return optional(column, header.isOfCodes() ? CellParser::truth : CellParser::flag);
  }

  /**
   * Reads a calendar date.
   *
   * @param column the name of the column
   * @return the date, or nothing where the cell is empty or was reported
   */
  public Optional<LocalDate> date(String column) {
    return optional(column, CellParser::date);
  }

  private int parseWholeNumber(String text) {
    return CellParser.wholeNumber(text, header.decimalComma());
  }

  private double parseNumber(String text) {
    return CellParser.number(text, header.decimalComma());
  }

  @Override
  public String toString() {
    return "CsvRow{line=" + line() + "}";
  }
}
