package io.github.avnfh.examples.r;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What R computes the same with, for each rule of a statistical method: a call, or where R has no
 * function the part of the scripts of {@link RScript} that does.
 */
public final class RCalls {
  private static final Map<String, String> CALLS = read();

  private RCalls() {}

  private static Map<String, String> read() {
    try (InputStream stream =
        Objects.requireNonNull(RCalls.class.getResourceAsStream("calls.csv"))) {
      Map<String, String> calls = new LinkedHashMap<>();
      CsvInput.of("calls.csv", stream, CsvFormat.withDefaults())
          .withRequired(List.of("rule", "call"))
          .forEachRow(
              new Problems(),
              row -> calls.put(row.text("rule").orElseThrow(), row.text("call").orElseThrow()));
      return calls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the rules for which there is a call.
   *
   * @return the identifiers of the rules, in order
   */
  public static List<String> rules() {
    return List.copyOf(CALLS.keySet());
  }

  /**
   * Tells the calls of the rules that made a result.
   *
   * @param explanation why a result is what it is
   * @return a line for each rule of a statistical method; empty where there is none
   */
  public static String of(Explanation explanation) {
    String calls = explanation.rules().stream()
        .map(Rule::id)
        .distinct()
        .flatMap(rule -> Stream.ofNullable(CALLS.get(rule)).map(call -> rule + ": " + call + "\n"))
        .collect(Collectors.joining());
    return calls.isEmpty() ? "" : "In R\n" + calls;
  }
}
