package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A table made from data that were drawn at random, with every number rounded in one way. */
final class HonestPaper {
  private static final MathContext PRECISION = new MathContext(50);
  private static final List<PrintedRounding> ROUNDINGS = List.of(PrintedRounding.values());
  private static final List<String> OUTCOMES = List.of("improved", "stable", "progressed");

  /** Beyond it p is below 0.05 with two degrees of freedom, and with more all the sooner. */
  private static final double SIGNIFICANT = 4.31;

  private final Random random;
  private final PrintedRounding rounding;
  private final int decimals;
  private final List<Claim> claims = new ArrayList<>();
  private Claim.Builder open = Claim.builder();
  private boolean isOpen;

  HonestPaper(long seed) {
    this.random = new Random(seed);
    this.rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
    this.decimals = random.nextInt(3);
  }

  /** What the audit faults in it. */
  List<Finding> contradictions() {
    return Audit.of(Paper.of(claims())).findings(Verdict.CONTRADICTS);
  }

  /** One table: of counts by group, of means, or of two proportions with their p value. */
  private List<Claim> claims() {
    int kind = random.nextInt(10);
    if (kind < 6) {
      int[][] counts = counts(1 + random.nextInt(3));
      addGroups(counts);
      addTotals(counts);
    } else if (kind < 9) {
      addMeans();
    } else {
      addTest(counts(1)[0]);
    }
    return claims;
  }

  private int[][] counts(int groups) {
    int[][] counts = new int[groups][OUTCOMES.size()];
    for (int[] group : counts) {
      for (int outcome = 0; outcome < group.length; outcome++) {
        group[outcome] = random.nextInt(30);
      }
      group[0]++;
    }
    return counts;
  }

  private void addGroups(int[][] counts) {
    for (int group = 0; group < counts.length; group++) {
      int total = IntStream.of(counts[group]).sum();
      add("group-" + group, "group " + group, Claim.Kind.COUNT).printed("" + total);
      StringBuilder sum = new StringBuilder("group-" + group + " =");
      for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
        String id = OUTCOMES.get(outcome) + "-" + group;
        addCount(id, counts[group][outcome], total);
        sum.append(outcome == 0 ? " " : " + ").append(id);
      }
      add("sum-" + group, "outcomes of group " + group, Claim.Kind.RELATION).basis(sum.toString());
      finish();
    }
  }

  /** A count with its percentage, the percentage alone, the count alone, or neither. */
  private void addCount(String id, int count, int total) {
    Fraction percent = Fraction.of(100L * count, total);
    String printed = percent.round(rounding, decimals).toPlainString();
    switch (random.nextInt(4)) {
      case 0 -> add(id, id, Claim.Kind.PERCENT).printed(printed).count(count).addOf(total);
      case 1 -> add(id, id, Claim.Kind.PERCENT).printed(printed).addOf(total, total + 1);
      case 2 -> add(id, id, Claim.Kind.COUNT).printed("" + count).addOf(total);
      default -> add(id, id, Claim.Kind.COUNT).addOf(total);
    }
    finish();
  }

  private void addTotals(int[][] counts) {
    int all = IntStream.range(0, counts.length)
        .map(group -> IntStream.of(counts[group]).sum())
        .sum();
    for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
      int column = outcome;
      int count =
          IntStream.range(0, counts.length).map(group -> counts[group][column]).sum();
      String word = OUTCOMES.get(outcome);
      add(word + "-text", "hips " + word, Claim.Kind.COUNT).printed("" + count);
      add(word + "-table", "hips " + word, Claim.Kind.PERCENT)
          .printed(Fraction.of(100L * count, all).round(rounding, decimals).toPlainString())
          .addOf(all);
      StringBuilder sum = new StringBuilder(word + "-text =");
      for (int group = 0; group < counts.length; group++) {
        sum.append(group == 0 ? " " : " + ").append(word).append("-").append(group);
      }
      add(word + "-sum", "hips " + word + " by group", Claim.Kind.RELATION).basis(sum.toString());
      finish();
    }
  }

  /** Pearson's test in plain floating point, with the tail by Simpson's rule. */
  private void addTest(int[] counts) {
    int[] totals = {IntStream.of(counts).sum(), 40};
    int[] events = {counts[0], 1 + random.nextInt(39)};
    for (int arm = 0; arm < 2; arm++) {
      add("arm-" + arm, "events of arm " + arm, Claim.Kind.COUNT)
          .printed("" + events[arm])
          .addOf(totals[arm]);
    }
    double all = totals[0] + totals[1];
    double share = (events[0] + events[1]) / all;
    double z = ((double) events[0] / totals[0] - (double) events[1] / totals[1])
        / Math.sqrt(share * (1 - share) * (1.0 / totals[0] + 1.0 / totals[1]));
    double p = 1 - 2 * area(Math.abs(z));
    boolean isSmall = p < 0.001;
    add("p-arms", "arms compared", Claim.Kind.P)
        .printed(
            isSmall
                ? "<0.001"
                : BigDecimal.valueOf(p).setScale(3, rounding.mode()).toPlainString())
        .basis("compare arm-0 arm-1");
    finish();
  }

  /** The area under the standard normal density from 0 to z. */
  private static double area(double z) {
    int steps = 100;
    double sum = 0;
    for (int step = 0; step <= steps; step++) {
      double x = z * step / steps;
      int weight = step == 0 || step == steps ? 1 : 2 + 2 * (step % 2);
      sum += weight * Math.exp(-x * x / 2);
    }
    return sum * z / steps / 3 / Math.sqrt(2 * Math.PI);
  }

  private void addMeans() {
    int number = 3 + random.nextInt(20);
    int[] before = random.ints(number, 0, 21).toArray();
    int[] after = IntStream.range(0, number)
        .map(index -> random.nextInt(1 + random.nextInt(21)))
        .toArray();
    addMean("before", before);
    addMean("after", after);
    Fraction change = mean(before).minus(mean(after));
    add("change", "change", Claim.Kind.NUMBER)
        .printed(change.round(rounding, decimals).toPlainString());
    add("changes", "change from the means", Claim.Kind.RELATION).basis("change = before - after");
    finish();
    if (pairedT(before, after) > SIGNIFICANT) {
      add("p-paired", "before and after", Claim.Kind.P)
          .printed("<0.05")
          .basis("paired before after");
      finish();
    }
  }

  /** Values in steps of a half on a scale from 0 to 10. */
  private static Fraction mean(int[] halves) {
    return Fraction.of(IntStream.of(halves).sum(), 2L * halves.length);
  }

  private void addMean(String id, int[] halves) {
    Fraction mean = mean(halves);
    Fraction squares = Fraction.of(0);
    for (int value : halves) {
      squares = squares.plus(Fraction.of(value, 2).minus(mean).square());
    }
    BigDecimal deviation = squares.over(halves.length - 1L).decimal(PRECISION).sqrt(PRECISION);
    add(id, id, Claim.Kind.MEAN)
        .printed(mean.round(rounding, decimals).toPlainString())
        .standardDeviation(
            PrintedNumber.of(deviation.setScale(decimals, rounding.mode()).toPlainString()))
        .addOf(halves.length)
        .low(BigDecimal.ZERO)
        .high(BigDecimal.TEN)
        .step(new BigDecimal("0.5"));
  }

  private static double pairedT(int[] before, int[] after) {
    double[] change =
        IntStream.range(0, before.length).mapToDouble(i -> before[i] - after[i]).toArray();
    double mean =
        IntStream.range(0, change.length).mapToDouble(i -> change[i]).average().orElse(0);
    double squares = 0;
    for (double value : change) {
      squares += (value - mean) * (value - mean);
    }
    return Math.abs(mean) / Math.sqrt(squares / (change.length - 1) / change.length);
  }

  private Claim.Builder add(String id, String quantity, Claim.Kind kind) {
    finish();
    isOpen = true;
    open = Claim.builder().id(id).section("Results").quantity(quantity).kind(kind);
    return open;
  }

  private void finish() {
    if (isOpen) {
      claims.add(open.build());
      isOpen = false;
    }
  }
}
