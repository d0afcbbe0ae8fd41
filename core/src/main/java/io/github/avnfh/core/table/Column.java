package io.github.avnfh.core.table;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A column of a table: its heading in print, its name in CSV, the kind of its cells, and where it
 * has them its unit and what it counts.
 *
 * <pre>{@code
 * Column pain = Column.of("vas", "Pain", Column.Kind.MEAN_SD);
 * pain.withUnit("cm").withCounted("19 hips").label(); // Pain [cm] (19 hips)
 * }</pre>
 */
@Value.Immutable
public sealed interface Column permits ImmutableColumn {

  /** What the cells of a column hold, and by which names CSV tells the parts apart. */
  enum Kind {
    /** Words. */
    TEXT,
    /** A whole number. */
    COUNT,
    /** A number. */
    NUMBER,
    /** A count out of a total. */
    PROPORTION,
    /** A mean with its standard deviation. */
    MEAN_SD,
    /** An estimate between the limits of its interval. */
    ESTIMATE;

    List<String> suffixes() {
      return switch (this) {
        case TEXT, COUNT, NUMBER -> List.of("");
        case PROPORTION -> List.of("_n", "_of");
        case MEAN_SD -> List.of("_mean", "_sd");
        case ESTIMATE -> List.of("", "_lower", "_upper");
      };
    }
  }

  /**
   * Returns the name in CSV.
   *
   * @return the name, in lower case with underscores
   */
  String name();

  /**
   * Returns the heading in print.
   *
   * @return the heading, without unit and denominator
   */
  String heading();

  /**
   * Returns the kind of the cells.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns the unit of the numbers, where they have one.
   *
   * @return the unit, such as {@code points}
   */
  Optional<String> unit();

  /**
   * Returns what this column counts, where it is not what the table counts.
   *
   * @return the denominator with its unit, such as {@code 19 hips}
   */
  Optional<String> counted();

  /**
   * Returns the heading as it is printed.
   *
   * @return the heading, the unit in square brackets and what is counted in round ones
   */
  default String label() {
    return heading()
        + unit().map(unit -> " [" + unit + "]").orElse("")
        + counted().map(counted -> " (" + counted + ")").orElse("");
  }

  /**
   * Returns this column with the unit of its numbers.
   *
   * @param unit the unit
   * @return the column
   */
  default Column withUnit(String unit) {
    return ImmutableColumn.builder()
        .name(name())
        .heading(heading())
        .kind(kind())
        .unit(unit)
        .counted(counted())
        .build();
  }

  /**
   * Returns this column with what it counts.
   *
   * @param counted the denominator with its unit, such as {@code 19 hips}
   * @return the column
   */
  default Column withCounted(String counted) {
    return ImmutableColumn.builder()
        .name(name())
        .heading(heading())
        .kind(kind())
        .unit(unit())
        .counted(counted)
        .build();
  }

  /**
   * Returns a column without a unit, which counts what the table counts.
   *
   * @param name the name in CSV
   * @param heading the heading in print
   * @param kind the kind of the cells
   * @return the column
   */
  static Column of(String name, String heading, Kind kind) {
    return ImmutableColumn.builder().name(name).heading(heading).kind(kind).build();
  }
}
