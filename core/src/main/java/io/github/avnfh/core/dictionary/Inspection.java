package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A proposal of what the columns of tables mean, with a reason for each line and a mark where a
 * person must decide.
 *
 * <p>Names, values and ranges decide. What they leave open is marked by a question mark, which
 * {@link Dictionary#parse} refuses, and never guessed. Nothing of a patient is repeated but the
 * codes of categories.
 *
 * <pre>{@code
 * byte[] table = "Nr;Sexe;Hanche;EVA 6 mois\n1;1;G;3,5\n2;2;D;7,1\n".getBytes(StandardCharsets.UTF_8);
 * Inspection inspection = Inspection.of(List.of(
 *     CsvInput.of("hips.csv", () -> new ByteArrayInputStream(table), CsvFormat.withDefaults())));
 * inspection.undecided(); // [hips.csv: column Sexe: codes 1=?;2=?]
 * System.out.print(inspection.text());
 * // source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
 * // ,,version,,,1,,,,,,
 * // …
 * }</pre>
 */
public final class Inspection {
  private final List<ProposedLine> lines;
  private final Map<String, Long> rows;
  private final List<YearMonth> months;

  private Inspection(List<ProposedLine> lines, Map<String, Long> rows, List<YearMonth> months) {
    this.lines = lines;
    this.rows = rows;
    this.months = months;
  }

  /**
   * Inspects tables.
   *
   * @param sources the tables, each of which may be passed twice
   * @return the proposal
   * @throws IllegalArgumentException if two sources have one name
   */
  public static Inspection of(List<CsvInput> sources) {
    return of(sources, List.of());
  }

  /**
   * Inspects tables that may hold scores of more instruments, told by their codes.
   *
   * @param sources the tables, each of which may be passed twice
   * @param instruments further instruments
   * @return the proposal
   * @throws IllegalArgumentException if two sources have one name
   */
  public static Inspection of(List<CsvInput> sources, List<Instrument> instruments) {
    Objects.requireNonNull(sources, "sources");
    sources.forEach(source -> Objects.requireNonNull(source, "source"));
    Objects.requireNonNull(instruments, "instruments");
    if (sources.stream().map(CsvInput::name).distinct().count() < sources.size()) {
      throw new IllegalArgumentException(
          "sources of a dictionary [distinct names] must be " + sources.size() + ", but are fewer");
    }
    List<ProposedLine> lines = new ArrayList<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    List<YearMonth> months = new ArrayList<>();
    for (CsvInput source : sources) {
      TableInspection table = new TableInspection(source, instruments);
      lines.addAll(table.lines());
      rows.put(table.name(), table.rows());
      months.addAll(table.months());
    }
    return new Inspection(List.copyOf(lines), rows, months.stream().sorted().toList());
  }

  /**
   * Returns the proposal as the text of a dictionary, to be written to a file and edited.
   *
   * @return the text of a CSV file
   */
  public String text() {
    CsvOutput csv = CsvOutput.withHeader(Dictionary.COLUMNS.toArray(String[]::new));
    csv.row(
        "",
        "",
        Meaning.VERSION,
        "",
        "",
        Integer.toString(Dictionary.VERSION),
        "",
        "",
        "",
        "",
        "",
        "");
    lines.forEach(line -> csv.row(line.cells()));
    return csv.text();
  }

  /**
   * Returns the dictionary if nothing is left to decide.
   *
   * @return the dictionary, or nothing where a person must decide first
   */
  public Optional<Dictionary> dictionary() {
    return undecided().isEmpty()
        ? Optional.of(Dictionary.parse("dictionary.csv", text()))
        : Optional.empty();
  }

  /**
   * Returns what a person must decide.
   *
   * @return a line for each, with source, column and question
   */
  public List<String> undecided() {
    return lines.stream()
        .filter(ProposedLine::isUndecided)
        .map(ProposedLine::question)
        .toList();
  }

  /**
   * Returns the dictionary with every column ignored of which a person must still decide, which
   * shows how much of the tables is understood so far.
   *
   * @return the dictionary
   */
  public Dictionary soFar() {
    List<ProposedLine> decided = lines.stream()
        .map(line -> line.isUndecided()
            ? ProposedLine.of(line.source(), line.column(), Meaning.IGNORED, "to be decided")
            : line)
        .toList();
    return Dictionary.parse("dictionary.csv", new Inspection(decided, rows, months).text());
  }

  /**
   * Returns the first and the last month in which a date lies, births left out.
   *
   * @return the two months, or none where no column holds dates that can be read in one way only
   */
  public List<YearMonth> span() {
    return months.isEmpty() ? List.of() : List.of(months.get(0), months.get(months.size() - 1));
  }

  /**
   * Returns the columns that are ignored because neither name nor values were understood.
   *
   * @return a line for each, with source and column
   */
  public List<String> notUnderstood() {
    return lines.stream()
        .filter(line ->
            line.means().equals(Meaning.IGNORED) && line.note().startsWith("not understood"))
        .map(line -> line.source() + ": column " + line.column())
        .toList();
  }

  /**
   * Returns the number of rows of each source.
   *
   * @return the rows below the header by source
   */
  public Map<String, Long> rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "Inspection{" + lines.size() + " lines, " + undecided().size() + " undecided}";
  }
}
