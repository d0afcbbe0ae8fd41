package io.github.avnfh.examples.report;

import io.github.avnfh.core.table.Table;
import java.util.List;

/**
 * A section of a report: what it says, its tables and its figures.
 *
 * @param title the heading
 * @param paragraphs what is said before the tables
 * @param tables the tables
 * @param figures the figures, after the tables
 */
record Section(String title, List<String> paragraphs, List<Table> tables, List<Figure> figures) {

  /**
   * A figure of a report.
   *
   * @param name the name of its files, without their endings
   * @param caption what it shows
   * @param svg the picture
   */
  record Figure(String name, String caption, String svg) {}

  static Section of(String title, List<String> paragraphs, Table... tables) {
    return new Section(title, paragraphs, List.of(tables), List.of());
  }

  Section with(Figure figure) {
    return new Section(title, paragraphs, tables, List.of(figure));
  }
}
