package io.github.avnfh.core.table;

import java.util.List;
import org.immutables.value.Value;

/** A column of a table: its heading in print, its name in CSV, and the kind of its cells. */
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
    SHARE,
    /** A mean with its standard deviation. */
    MEAN_SD,
    /** An estimate between the limits of its interval. */
    ESTIMATE;

    List<String> suffixes() {
      return switch (this) {
        case TEXT, COUNT, NUMBER -> List.of("");
        case SHARE -> List.of("_n", "_of");
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
   * @return the heading, with the unit where there is one
   */
  String heading();

  /**
   * Returns the kind of the cells.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns a column.
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
