package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads margins from CSV, a row per printed number.
 *
 * <p>Columns {@code margin} and {@code value} are required; {@code level}, {@code source} and
 * {@code sd} may be there. A margin that several sources print with different values is a
 * contradiction, and it is named and refused unless the caller says which source to prefer.
 */
public final class MarginsReader {
  private static final String MARGIN = "margin";
  private static final String VALUE = "value";

  private final Optional<String> preferred;
  private final Problems problems;
  private final List<MarginRow> rows = new ArrayList<>();

  private MarginsReader(Optional<String> preferred, Problems problems) {
    this.preferred = preferred;
    this.problems = problems;
  }

  /**
   * Reads margins.
   *
   * @param input the table
   * @param preferred the source to follow where sources contradict each other, if one is preferred
   * @param problems takes what is wrong, contradictions included
   * @return the margins if nothing is wrong
   */
  public static Optional<StudyMargins> read(
      CsvInput input, Optional<String> preferred, Problems problems) {
    MarginsReader reader = new MarginsReader(preferred, problems);
    CsvInput table =
        input.withRequired(List.of(MARGIN, VALUE)).withOptional(List.of("level", "source", "sd"));
    long count = table.forEachRow(problems, row -> reader.take(row, input.decimalComma()));
    if (count == 0 && problems.isEmpty()) {
      table.reportNoRows(problems);
    }
    reader.checkSource(input.name());
    List<MarginRow> followed = reader.followed();
    return problems.isEmpty() ? reader.build(followed, input.name()) : Optional.empty();
  }

  private void take(CsvRow row, boolean decimalComma) {
    Optional<MarginRow> read = MarginRow.read(row, decimalComma);
    if (read.isPresent() && rows.stream().anyMatch(read.get()::repeats)) {
      row.report(MARGIN, "was given above for this level and source already; one row was expected");
    }
    read.ifPresent(rows::add);
  }

  private void checkSource(String file) {
    Set<String> sources = new TreeSet<>();
    rows.forEach(row -> row.source().ifPresent(sources::add));
    preferred
        .filter(source -> problems.isEmpty() && !sources.contains(source))
        .ifPresent(source -> problems.add(Problem.of(
            file,
            1,
            "source",
            "the preferred source is not there; one of " + String.join(", ", sources)
                + " was expected")));
  }

  /** Leaves out what other sources say where the preferred one speaks, and names contradictions. */
  private List<MarginRow> followed() {
    List<MarginRow> followed = new ArrayList<>();
    for (MarginRow row : rows) {
      boolean overruled = rows.stream()
          .anyMatch(other -> other.isRivalOf(row) && isPreferred(other) && !isPreferred(row));
      Optional<MarginRow> rival = followed.stream().filter(row::isRivalOf).findFirst();
      if (!overruled && rival.isPresent()) {
        contradict(rival.get(), row);
      } else if (!overruled) {
        followed.add(row);
      }
    }
    return followed;
  }

  private boolean isPreferred(MarginRow row) {
    return row.source().isPresent() && row.source().equals(preferred);
  }

  private void contradict(MarginRow first, MarginRow second) {
    if (!first.says(second)) {
      second
          .row()
          .report(
              VALUE,
              second.name() + " is " + first.text() + " on line " + first.row().line() + " and "
                  + second.text() + " here, a contradiction; one value or a preferred source ("
                  + first.source().orElse("none") + ", " + second.source().orElse("none")
                  + ") was expected");
    }
  }

  private Optional<StudyMargins> build(List<MarginRow> followed, String file) {
    try {
      return Optional.of(new MarginsDraft(followed).margins());
    } catch (IllegalArgumentException refused) {
      problems.add(Problem.of(
          file,
          1,
          VALUE,
          refused.getMessage() + "; margins that one cohort can meet were expected"));
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "MarginsReader{" + rows.size() + " rows}";
  }
}
