package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * One line of a dictionary: what one column of a source means in some of its rows.
 *
 * <p>A column may have several lines, such as the date of an operation that is the index operation
 * in one row and an arthroplasty in another. A line without a column gives the same text to every
 * row.
 *
 * <pre>{@code
 * DictionaryLine pain = DictionaryLine.builder("hips.csv", "EVA 6 mois", "score:vas")
 *     .visit(Timepoint.ofMonths(6))
 *     .addMissing("-99")
 *     .build();
 * pain.withSource("other.csv").column(); // EVA 6 mois
 * }</pre>
 *
 * @see Dictionary
 */
@Value.Immutable
public sealed interface DictionaryLine permits ImmutableDictionaryLine {
  /**
   * A condition on the rows to which a line applies.
   *
   * @param column a column of the source
   * @param excludes true if the row must hold none of the texts
   * @param texts the texts, an empty one for an empty cell
   */
  record Condition(String column, boolean excludes, List<String> texts) {
    boolean holds(CsvRow row) {
      return Vocabulary.has(texts, row.text(column).orElse("")) != excludes;
    }

    String text() {
      return Vocabulary.escaped(column)
          + (excludes ? "!=" : "=")
          + texts.stream().map(Vocabulary::escaped).collect(Collectors.joining("|"));
    }
  }

  /**
   * Returns the source.
   *
   * @return the name of the file or sheet
   */
  String source();

  /**
   * Returns the column.
   *
   * @return its name in the header, empty for a constant
   */
  String column();

  /**
   * Returns the meaning.
   *
   * @return its name, such as {@code patient}, {@code index_date}, {@code score:hhs} or
   *     {@code ignored}
   */
  String means();

  /**
   * Returns the planned moment that the column belongs to, for tables with a column for each visit.
   *
   * @return the moment
   */
  Optional<Timepoint> visit();

  /**
   * Returns the side that the column belongs to, for tables with a column for each side.
   *
   * @return the side
   */
  Optional<Side> side();

  /**
   * Returns what the codes of the column mean.
   *
   * @return the code of the cohort's files by the code of the source, empty for a missing value
   */
  Map<String, String> codes();

  /**
   * Returns the texts of the column that mean a missing value.
   *
   * @return the texts
   */
  List<String> missing();

  /**
   * Returns the unit of the column, if it is not that of the cohort's files.
   *
   * @return the unit, or an empty text
   */
  @Value.Default
  default String unit() {
    return "";
  }

  /**
   * Returns the ways in which the column writes dates.
   *
   * @return the patterns, such as {@code dd/MM/yyyy}, {@code dd-MMM-yy:1950} or {@code excel}
   */
  List<String> dates();

  /**
   * Returns the rows to which the line applies.
   *
   * @return conditions that must all hold; every row without one
   */
  List<Condition> rows();

  /**
   * Returns what holds if several rows give several values.
   *
   * @return {@code first} or {@code last} for the earliest or latest day, a code for several values
   *     in one row, or an empty text if they are a contradiction
   */
  @Value.Default
  default String several() {
    return "";
  }

  /**
   * Returns a remark: why the line was proposed, or why a column is ignored.
   *
   * @return the remark
   */
  @Value.Default
  default String note() {
    return "";
  }

  /**
   * Returns this line for another source.
   *
   * @param name the name of a file with the same columns
   * @return the line
   */
  default DictionaryLine withSource(String name) {
    return builder(name, column(), means())
        .visit(visit())
        .side(side())
        .putAllCodes(codes())
        .addAllMissing(missing())
        .unit(unit())
        .addAllDates(dates())
        .addAllRows(rows())
        .several(several())
        .note(note())
        .build();
  }

  /**
   * Starts a line.
   *
   * @param source the name of the file or sheet
   * @param column the name of the column, empty for a constant
   * @param means the name of a meaning
   * @return a builder
   */
  static Builder builder(String source, String column, String means) {
    Builder line = new Builder();
    line.source(source).column(column).means(means);
    return line;
  }

  /** Builds lines. */
  final class Builder extends ImmutableDictionaryLine.Builder {
    Builder() {}
  }
}
