package io.github.avnfh.examples.validity;

import io.github.avnfh.examples.validity.Study.Count;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of coverage, size and power, as Markdown. */
final class ValidityPage {
  /** Patients from which on the worst design of a method is named. */
  private static final int NAMED_FROM = 46;

  /** Below this proportion of cohorts with an answer the page says how many had one. */
  private static final double NEARLY_ALL = 0.99;

  private final List<Integer> sizes;
  private final StringBuilder text = new StringBuilder();

  ValidityPage(List<Integer> sizes) {
    this.sizes = sizes;
  }

  ValidityPage line(String line) {
    text.append(line).append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  /** The Monte Carlo error of a proportion. */
  static double error(double proportion, int cohorts) {
    return Math.sqrt(proportion * (1 - proportion) / cohorts);
  }

  ValidityPage section(String title, List<Count> counts, boolean power) {
    line("").line("## " + title).line("");
    StringBuilder head = new StringBuilder("| | method |");
    StringBuilder rule = new StringBuilder("| :-- | :-- |");
    for (int size : sizes) {
      head.append(" ").append(size).append(" |");
      rule.append(" --: |");
    }
    line(head + (power ? "" : " farthest off, from 46 patients on |"));
    line(rule + (power ? "" : " :-- |"));
    Map<String, List<Count>> rows = new LinkedHashMap<>();
    for (Count count : counts) {
      rows.computeIfAbsent(count.quantity() + "|" + count.method(), key -> new ArrayList<>())
          .add(count);
    }
    String before = "";
    for (List<Count> row : byQuantity(rows.values())) {
      row(row, row.get(0).quantity().equals(before) ? "" : row.get(0).quantity(), power);
      before = row.get(0).quantity();
    }
    return this;
  }

  /** Rows of one quantity next to each other, quantities in the order in which they first came. */
  private static List<List<Count>> byQuantity(Collection<List<Count>> rows) {
    Map<String, List<List<Count>>> quantities = new LinkedHashMap<>();
    rows.forEach(row -> quantities
        .computeIfAbsent(row.get(0).quantity(), key -> new ArrayList<>())
        .add(row));
    return quantities.values().stream().flatMap(List::stream).toList();
  }

  private void row(List<Count> counts, String quantity, boolean power) {
    StringBuilder row =
        new StringBuilder("| " + quantity + " | " + counts.get(0).method() + " |");
    for (int size : sizes) {
      row.append(' ')
          .append(
              range(counts.stream().filter(count -> count.patients() == size).toList()))
          .append(" |");
    }
    line(row + (power ? "" : " " + farthest(counts) + " |"));
  }

  private static String range(List<Count> counts) {
    List<Count> answered = counts.stream().filter(count -> count.answered() > 0).toList();
    if (answered.isEmpty()) {
      return counts.isEmpty() ? "" : "no answer";
    }
    double low = answered.stream().mapToDouble(Count::proportion).min().orElseThrow();
    double high = answered.stream().mapToDouble(Count::proportion).max().orElseThrow();
    double least = counts.stream()
        .mapToDouble(count -> count.answered() / (double) count.cohorts())
        .min()
        .orElseThrow();
    return (low == high ? percent(low) : percent(low) + "–" + percent(high))
        + (least < NEARLY_ALL ? " (answers from " + percent(least) + ")" : "");
  }

  private static String farthest(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.patients() >= NAMED_FROM && count.answered() > 0)
        .max(Comparator.comparingDouble(ValidityPage::distance))
        .map(count -> percent(count.proportion()) + ": " + count.patients() + " patients, "
            + count.scenario())
        .orElse("");
  }

  /** How far from nominal, in the direction that does harm first. */
  private static double distance(Count count) {
    double away = count.kind() == Method.Kind.INTERVAL
        ? 0.95 - count.proportion()
        : count.proportion() - 0.05;
    return away > 0 ? 1 + away : -away;
  }

  private static String percent(double proportion) {
    return String.format(Locale.ROOT, "%.1f", 100 * proportion);
  }
}
