package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@code .ci/survivors.csv} names mutants of the code as it is. */
class SurvivorsTest {
  private static final Path FILE = Documents.ROOT.resolve(".ci/survivors.csv");

  private static boolean isThere(String type, String method) {
    try {
      Class<?> owner =
          Class.forName("io.github.avnfh." + type, false, SurvivorsTest.class.getClassLoader());
      // <init> and <clinit>
      return method.startsWith("<")
          || Arrays.stream(owner.getDeclaredMethods())
              .anyMatch(each -> each.getName().equals(method));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void namesOnlyMethodsThatAreThereWithAReason() {
    List<String> rows = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    Problems problems = new Problems();
    CsvInput.of(FILE, CsvFormat.withDefaults())
        .withRequired(List.of("class", "method", "mutator", "survivors", "why"))
        .forEachRow(problems, row -> {
          String type = row.text("class").orElseThrow();
          String method = row.text("method").orElseThrow();
          String mutant = Stream.of(type, method, row.text("mutator").orElseThrow())
              .reduce((one, other) -> one + "," + other)
              .orElseThrow();
          assertThat(rows).as("rows").doesNotContain(mutant);
          rows.add(mutant);
          if (!isThere(type, method)) {
            stale.add(type + "." + method);
          }
          assertThat(row.text("why")).as(mutant).isPresent();
        });
    assertThat(problems.list()).isEmpty();
    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(stale).as("mutants of methods that are gone").isEmpty();
  }
}
