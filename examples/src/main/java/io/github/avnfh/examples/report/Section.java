package io.github.avnfh.examples.report;

import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.figure.Illustration;
import io.github.avnfh.examples.figure.Omission;
import java.util.ArrayList;
import java.util.List;

/**
 * A section of a report: what it says, its tables and its figures.
 *
 * @param title the heading
 * @param paragraphs what is said before the tables
 * @param tables the tables
 * @param figures the figures, after the tables
 * @param keyResults what a reader should know of it first, a sentence each
 * @param rules the rules that its numbers follow
 */
public record Section(
    String title,
    List<String> paragraphs,
    List<Table> tables,
    List<Figure> figures,
    List<String> keyResults,
    List<Rule> rules) {

  static Section of(String title, List<String> paragraphs, Table... tables) {
    return of(title, paragraphs, List.of(tables));
  }

  static Section of(String title, List<String> paragraphs, List<Table> tables) {
    return new Section(
        title, List.copyOf(paragraphs), List.copyOf(tables), List.of(), List.of(), List.of());
  }

  /** A section whose data are not there: one line. */
  static Section notRecorded(String title, String what) {
    return of(title, List.of(what + ": not recorded."));
  }

  /** Adds figures; of one that is left out, a paragraph gives the reason. */
  Section with(Illustration... illustrations) {
    List<String> said = new ArrayList<>(paragraphs);
    List<Figure> drawn = new ArrayList<>(figures);
    for (Illustration illustration : illustrations) {
      if (illustration instanceof Figure figure) {
        drawn.add(figure);
      } else if (illustration instanceof Omission omission) {
        said.add(omission.text());
      }
    }
    return new Section(title, List.copyOf(said), tables, List.copyOf(drawn), keyResults, rules);
  }

  Section withKeyResults(List<String> sentences) {
    return new Section(title, paragraphs, tables, figures, List.copyOf(sentences), rules);
  }

  Section withRules(List<Rule> followed) {
    return new Section(title, paragraphs, tables, figures, keyResults, List.copyOf(followed));
  }

  /** Numbers the tables and figures, each after so many of the sections before. */
  Section numbered(int tablesBefore, int figuresBefore) {
    List<Table> ofReport = new ArrayList<>();
    for (Table table : tables) {
      String number = "Table " + (tablesBefore + ofReport.size() + 1) + ". ";
      ofReport.add(table.withTitle(number + table.title()));
    }
    List<Figure> drawn = new ArrayList<>();
    for (Figure figure : figures) {
      String number = "Figure " + (figuresBefore + drawn.size() + 1) + ". ";
      drawn.add(figure.withCaption(number + figure.caption()));
    }
    return new Section(
        title, paragraphs, List.copyOf(ofReport), List.copyOf(drawn), keyResults, rules);
  }
}
