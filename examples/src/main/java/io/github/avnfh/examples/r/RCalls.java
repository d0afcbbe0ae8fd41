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
 * What R computes the same with, for each rule of a statistical method, and each method that has no
 * rule: a call, or where R has no function the part of the scripts of {@link RScript} that does.
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
   * Returns what there is a call for.
   *
   * @return the identifiers of the rules and the names of the methods, in order
   */
  public static List<String> names() {
    return List.copyOf(CALLS.keySet());
  }

  /**
   * Tells the calls of the rules that made a result.
   *
   * @param explanation why a result is what it is
   * @return a line for each rule of a statistical method; empty where there is none
   */
  public static String of(Explanation explanation) {
    return of(explanation.rules().stream().map(Rule::id));
  }

  /**
   * Tells the calls of methods that have no rule.
   *
   * @param methods their names, such as {@code Gray's test}
   * @return a line for each method
   * @throws IllegalArgumentException if there is no such method
   */
  public static String of(List<String> methods) {
    methods.forEach(method -> {
      if (!CALLS.containsKey(method)) {
        throw new IllegalArgumentException(
            "method [name] must be one of " + names() + ", but was " + method);
      }
    });
    return of(methods.stream());
  }

  private static String of(Stream<String> names) {
    String calls = names
        .distinct()
        .flatMap(name -> Stream.ofNullable(CALLS.get(name)).map(call -> name + ": " + call + "\n"))
        .collect(Collectors.joining());
    return calls.isEmpty() ? "" : "In R\n" + calls;
  }
}
