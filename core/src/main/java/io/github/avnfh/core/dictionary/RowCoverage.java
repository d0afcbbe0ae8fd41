package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What no mapping of a caller's table reads: rows, values of the columns that choose rows, and
 * single cells.
 *
 * <p>That some mapping takes a row is not enough, for another one may be meant to. A row is
 * reported
 *
 * <ul>
 *   <li>if no mapping takes it;
 *   <li>if a mapping would take it but for values that no mapping that takes the row asks for or
 *       reads: the value of a column that chooses rows is not known;
 *   <li>if a cell is filled in a column that only mappings read that do not take the row, unless a
 *       row that they do take says the same of the patient or hip.
 * </ul>
 */
final class RowCoverage {
  private static final List<String> KEYS = List.of(CohortFile.PATIENT, CohortFile.SIDE);
  private static final Set<String> ONE_ROW_EACH = Set.of(CohortFile.PATIENTS, CohortFile.HIPS);

  private final String file;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Set<String>> conditions = new LinkedHashMap<>();
  private final Set<Statement> read = new HashSet<>();
  private final List<UnreadCell> unread = new ArrayList<>();

  RowCoverage(String file) {
    this.file = file;
  }

  /** A mapping, the caller's columns that it reads, and those of them that are no key. */
  private record Member(TableMapping mapping, Set<String> reads, Set<String> tells) {
    static Member of(TableMapping mapping, List<String> columns) {
      return new Member(
          mapping,
          sources(mapping, columns),
          sources(mapping, columns.stream().filter(name -> !KEYS.contains(name)).toList()));
    }

    private static Set<String> sources(TableMapping mapping, List<String> columns) {
      Set<String> sources = new LinkedHashSet<>();
      for (String column : columns) {
        mapping.source(column).label().ifPresent(sources::add);
        sources.addAll(mapping.source(column).required());
      }
      return sources;
    }

    boolean isOneRowEach() {
      return ONE_ROW_EACH.contains(mapping.sheet());
    }

    boolean isFilled(CsvRow row, String column) {
      return row.text(column).filter(text -> !mapping.isMissing(text)).isPresent();
    }

    Statement statement(CsvRow row, String column) {
      String side = mapping.sheet().equals(CohortFile.HIPS) ? key(row, CohortFile.SIDE) : "";
      return new Statement(
          mapping.sheet(),
          key(row, CohortFile.PATIENT),
          side,
          column,
          row.text(column).orElse(""));
    }

    private String key(CsvRow row, String column) {
      try {
        return mapping.source(column).text(row);
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
  }

  /** What a cell says of a patient or hip. */
  private record Statement(String sheet, String patient, String side, String column, String text) {}

  /** A filled cell that no mapping reads, and what it says to those that could have. */
  private record UnreadCell(long line, String column, List<Optional<Statement>> statements) {}

  /** Adds a mapping of the table, with the columns of the cohort's file that it gives. */
  void add(TableMapping mapping, List<String> columns) {
    members.add(Member.of(mapping, columns));
    mapping
        .rows()
        .conditions()
        .forEach((column, texts) ->
            conditions.computeIfAbsent(column, name -> new LinkedHashSet<>()).addAll(texts));
  }

  /** Reads the table once more and reports what no mapping reads. */
  void report(CsvInput source, Problems problems) {
    if (conditions.isEmpty()) {
      return;
    }
    source.forEachPassingRow(new Problems(), row -> see(row, problems));
    for (UnreadCell cell : unread) {
      if (!cell.statements().stream()
          .allMatch(said -> said.filter(read::contains).isPresent())) {
        problems.add(Problem.of(
            file,
            cell.line(),
            cell.column(),
            "holds a value, but the mappings that read this column do not take the row; an empty"
                + " cell was expected, or a mapping for such rows"));
      }
    }
  }

  private void see(CsvRow row, Problems problems) {
    Map<Member, Set<String>> failing = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    for (Member member : members) {
      Set<String> columns = member.mapping().rows().failing(row);
      if (columns.isEmpty()) {
        known.addAll(member.reads());
        known.addAll(member.mapping().rows().conditions().keySet());
        note(member, row);
      } else {
        failing.put(member, columns);
      }
    }
    if (failing.size() == members.size()) {
      reportUnmatched(row, conditions.keySet(), problems);
    } else {
      failing.keySet().removeIf(member -> member.mapping().rows().ignoresOthers());
      unmatched(failing.values(), known)
          .ifPresentOrElse(
              columns -> reportUnmatched(row, columns, problems),
              () -> noteUnread(row, failing.keySet(), known));
    }
  }

  private static Optional<Set<String>> unmatched(
      Collection<Set<String>> failing, Set<String> known) {
    return failing.stream()
        .filter(columns -> Collections.disjoint(columns, known))
        .min(Comparator.comparing(Set::size));
  }

  private void note(Member member, CsvRow row) {
    if (member.isOneRowEach() && !member.mapping().rows().conditions().isEmpty()) {
      member.tells().forEach(column -> read.add(member.statement(row, column)));
    }
  }

  private void noteUnread(CsvRow row, Set<Member> failing, Set<String> known) {
    Map<String, List<Optional<Statement>>> cells = new LinkedHashMap<>();
    for (Member member : failing) {
      for (String column : member.tells()) {
        if (!known.contains(column) && member.isFilled(row, column)) {
          cells
              .computeIfAbsent(column, name -> new ArrayList<>())
              .add(
                  member.isOneRowEach()
                      ? Optional.of(member.statement(row, column))
                      : Optional.empty());
        }
      }
    }
    cells.forEach(
        (column, statements) -> unread.add(new UnreadCell(row.line(), column, statements)));
  }

  private void reportUnmatched(CsvRow row, Set<String> columns, Problems problems) {
    String expected = columns.stream()
        .map(column -> listed(conditions.getOrDefault(column, Set.of())))
        .collect(Collectors.joining("; "));
    problems.add(Problem.of(
        file,
        row.line(),
        String.join(", ", columns),
        "is matched by no mapping of this file; one of [" + expected + "] was expected"));
  }

  private static String listed(Set<String> texts) {
    return String.join(
        ", ", texts.stream().map(text -> text.isEmpty() ? "nothing" : text).toList());
  }
}
