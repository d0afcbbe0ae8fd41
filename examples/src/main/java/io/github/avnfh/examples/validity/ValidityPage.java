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

  /** Which defaults lie within their bounds at 46 patients, and where and why the others do not. */
  ValidityPage defaults(List<Count> all) {
    List<List<Count>> rows = rows(all.stream()
        .filter(count -> count.method().isDefault()
            && count.patients() == Study.JUDGED_AT
            && count.answered() > 0)
        .toList());
    line("").line("## The defaults at 46 patients").line("");
    line("| | default | range | designs | within the bounds | promises too much | is cautious |");
    line("| :-- | :-- | --: | --: | --: | --: | --: |");
    rows.forEach(this::judgment);
    line("").line("Outside the bounds, with the reason:").line("");
    rows.stream().filter(row -> row.stream().anyMatch(Count::isOutside)).forEach(this::exceptions);
    return this;
  }

  private void judgment(List<Count> row) {
    long outside = row.stream().filter(Count::isOutside).count();
    long harmful =
        row.stream().filter(count -> count.kind().isHarmful(count.proportion())).count();
    line("| " + row.get(0).quantity() + " | " + row.get(0).method().name() + " | "
        + range(row, false)
        + " | " + row.size() + " | " + (row.size() - outside) + " | " + harmful + " | "
        + (outside - harmful) + " |");
  }

  private void exceptions(List<Count> row) {
    Method<?> method = row.get(0).method();
    StringBuilder item = new StringBuilder("- **" + method.quantity() + ", " + method.name()
        + "**: " + method.reason().orElse("no reason is known") + ".");
    row.stream()
        .filter(Count::isOutside)
        .sorted(Comparator.comparingDouble(ValidityPage::distance).reversed())
        .forEach(count -> item.append(
            " " + percent(count.proportion()) + " " + count.scenario() + isByChance(count) + ";"));
    item.setCharAt(item.length() - 1, '.');
    line(item.toString());
  }

  private static String isByChance(Count count) {
    double error = error(count.proportion(), count.answered());
    return count.kind().excess(count.proportion()) <= 2 * error ? " (may be chance)" : "";
  }

  ValidityPage section(String title, List<Count> counts, boolean power) {
    line("").line("## " + title).line("");
    StringBuilder head = new StringBuilder("| | method |");
    StringBuilder rule = new StringBuilder("| :-- | :-- |");
    for (int size : sizes) {
      head.append(" ").append(size).append(" |");
      rule.append(" --: |");
    }
    line(head + (power ? "" : " farthest off at 46 patients |"));
    line(rule + (power ? "" : " :-- |"));
    String before = "";
    for (List<Count> row : rows(counts)) {
      row(row, row.get(0).quantity().equals(before) ? "" : row.get(0).quantity(), power);
      before = row.get(0).quantity();
    }
    return this;
  }

  /**
   * Counts by method, those of one quantity next to each other, quantities in the order in which
   * they first came.
   */
  private static List<List<Count>> rows(List<Count> counts) {
    Map<String, Map<String, List<Count>>> rows = new LinkedHashMap<>();
    for (Count count : counts) {
      rows.computeIfAbsent(count.quantity(), quantity -> new LinkedHashMap<>())
          .computeIfAbsent(count.method().name(), name -> new ArrayList<>())
          .add(count);
    }
    return rows.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  private void row(List<Count> counts, String quantity, boolean power) {
    StringBuilder row =
        new StringBuilder("| " + quantity + " | " + counts.get(0).method().name() + " |");
    for (int size : sizes) {
      row.append(' ')
          .append(
              range(counts.stream().filter(count -> count.patients() == size).toList(), power))
          .append(" |");
    }
    line(row + (power ? "" : " " + farthest(counts) + " |"));
  }

  private static String range(List<Count> counts, boolean power) {
    List<Count> answered = counts.stream()
        .filter(count -> count.answered() > 0)
        .sorted(Comparator.comparingDouble(Count::proportion))
        .toList();
    if (answered.isEmpty()) {
      return counts.isEmpty() ? "" : "no answer";
    }
    Count low = answered.get(0);
    Count high = answered.get(answered.size() - 1);
    double least = counts.stream()
        .mapToDouble(count -> count.answered() / (double) count.cohorts())
        .min()
        .orElseThrow();
    String ends = low.proportion() == high.proportion()
        ? marked(low, power)
        : marked(low, power) + "–" + marked(high, power);
    return ends + (least < NEARLY_ALL ? " (answers from " + percent(least) + ")" : "");
  }

  /** In bold where a default lies outside its bounds at 46 patients. */
  private static String marked(Count count, boolean power) {
    String percent = percent(count.proportion());
    boolean judged = !power && count.method().isDefault() && count.patients() == Study.JUDGED_AT;
    return judged && count.isOutside() ? "**" + percent + "**" : percent;
  }

  private static String farthest(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.patients() == Study.JUDGED_AT && count.answered() > 0)
        .max(Comparator.comparingDouble(ValidityPage::distance))
        .map(count -> percent(count.proportion()) + ": " + count.scenario())
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
