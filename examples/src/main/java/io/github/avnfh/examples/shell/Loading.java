package io.github.avnfh.examples.shell;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortFormatException;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.dictionary.Dictionary;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.survival.FollowUpTable;
import io.github.avnfh.survival.FollowUp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cohorts from files, with every problem where there is one. */
final class Loading {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private Loading() {}

  static Cohort cohort(CohortReading reading) {
    if (!reading.problems().isEmpty()) {
      throw refusal(reading.problems());
    }
    return reading.accepted();
  }

  static Cohort cohort(String tables, String dictionary) {
    try {
      return cohort(CohortReader.with(Dictionary.read(Path.of(dictionary))).read(tables(tables)));
    } catch (CohortFormatException refused) {
      throw refusal(refused.problems());
    }
  }

  /** A table with a row per hip. */
  static FollowUp followUp(String table, Map<String, String> columns) {
    Problems problems = new Problems();
    return FollowUpTable.read(tables(table).get(0), columns, problems)
        .orElseThrow(() -> refusal(problems.list()));
  }

  static List<CsvInput> tables(String names) {
    InputOptions options = new InputOptions();
    return COMMA.splitAsStream(names.strip()).map(options::table).toList();
  }

  /** The files behind the names of tables, without the sheets of workbooks. */
  static List<Path> files(String names) {
    return COMMA
        .splitAsStream(names.strip())
        .map(name -> Path.of(name.replaceFirst("(?i)(\\.xlsx)#.*$", "$1")))
        .toList();
  }

  static IllegalArgumentException refusal(List<Problem> problems) {
    return new IllegalArgumentException(Counted.of(problems.size(), "problem") + ":\n"
        + problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
  }
}
