package io.github.avnfh.staging.crosswalk;

import java.util.List;
import java.util.Map;

/** The rows in which ARCO's revision of 2019 sets the stages of four systems side by side. */
final class PrintedComparison {
  private static final List<Map<String, String>> ROWS = List.of(
      Map.of("ficat", "0", "steinberg", "0", "arco1994", "0"),
      row("I", "I", "I", "I"),
      row("II", "II", "II", "II"),
      row("III", "III", "III", "IIIA"),
      row("III", "IV", "III", "IIIB"),
      row("IV", "V", "IV", "IV"),
      row("IV", "VI", "IV", "IV"));

  private PrintedComparison() {}

  private static Map<String, String> row(
      String ficat, String steinberg, String arco1994, String arco2019) {
    return Map.of(
        "ficat", ficat, "steinberg", steinberg, "arco1994", arco1994, "arco2019", arco2019);
  }

  static boolean holds(String from, String stage, String to, String counterpart) {
    return ROWS.stream()
        .anyMatch(row -> stage.equals(row.get(from)) && counterpart.equals(row.get(to)));
  }
}
