package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HonestPaperProperties {
  @Property
  void neverFaultsAnHonestTable(@ForAll long seed) {
    assertThat(new HonestPaper(seed).contradictions()).isEmpty();
  }

  @Property
  void faultsEveryPercentageThatIsTwoUnitsOff(
      @ForAll @IntRange(min = 1, max = 400) int total,
      @ForAll @IntRange(min = 0, max = 400) int drawn,
      @ForAll @IntRange(min = 0, max = 2) int decimals) {
    int count = Math.min(drawn, total);
    Fraction off = new PossibleCounts.Proportion(count, total).percent().plus(Fraction.of(2, (long)
        Math.pow(10, decimals)));
    Claim claim = Claim.builder()
        .id("off")
        .section("S")
        .quantity("q")
        .kind(Claim.Kind.PERCENT)
        .printed(off.round(PrintedRounding.HALF_UP, decimals).toPlainString())
        .count(count)
        .addOf(total)
        .build();
    Audit audit = Audit.of(Paper.of(List.of(claim)));
    assertThat(audit.findings(Verdict.CONTRADICTS)).hasSize(1);
  }

  /** All samples of up to 6 values from 1 to 5, in order: what one of them prints, and no other. */
  @Property(tries = 300)
  void faultsADeviationJustWhereNoSampleHasIt(
      @ForAll @IntRange(min = 2, max = 6) int number,
      @ForAll @IntRange(min = 0, max = 24) int sum,
      @ForAll @IntRange(min = 0, max = 300) int hundredths) {
    int total = number + sum % (4 * number + 1);
    BigDecimal mean = Fraction.of(total, number).round(PrintedRounding.HALF_UP, 4);
    BigDecimal deviation = BigDecimal.valueOf(hundredths, 2);
    Claim claim = Claim.builder()
        .id("a")
        .section("S")
        .quantity("q")
        .kind(Claim.Kind.MEAN)
        .printed(mean.toPlainString())
        .standardDeviation(PrintedNumber.of(deviation.toPlainString()))
        .addOf(number)
        .low(BigDecimal.ONE)
        .high(BigDecimal.valueOf(5))
        .step(BigDecimal.ONE)
        .build();
    Verdict verdict = Papers.finding(
            Audit.of(Paper.of(List.of(claim))), Check.STANDARD_DEVIATION, "a")
        .verdict();
    assertThat(verdict == Verdict.CONSISTENT).isEqualTo(prints(number, total, 0, hundredths));
  }

  /** Whether a sample of values from 1 to 5 has the sum left and prints that deviation. */
  private static boolean prints(int number, int sum, long squares, int hundredths) {
    return prints(number, number, sum, sum, squares, hundredths);
  }

  private static boolean prints(
      int number, int left, int sum, int rest, long squares, int hundredths) {
    if (left == 0) {
      double variance = (squares - (double) sum * sum / number) / (number - 1);
      return rest == 0
          && Math.abs(Math.sqrt(Math.max(0, variance)) * 100 - hundredths) <= 0.5 + 1e-9;
    }
    return IntStream.rangeClosed(1, Math.min(5, rest))
        .anyMatch(value -> prints(
            number, left - 1, sum, rest - value, squares + (long) value * value, hundredths));
  }
}
