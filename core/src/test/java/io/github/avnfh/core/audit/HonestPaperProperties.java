package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HonestPaperProperties {
  @Property(tries = 10_000)
  void neverFaultsAnHonestTable(@ForAll long seed) {
    List<Claim> claims = new HonestPaper(seed).claims();
    assertThat(Audit.of(Paper.of(claims)).findings(Verdict.CONTRADICTS)).isEmpty();
  }

  @Property
  void faultsEveryPercentageThatIsTwoUnitsOff(
      @ForAll @IntRange(min = 1, max = 400) int total,
      @ForAll @IntRange(min = 0, max = 400) int drawn,
      @ForAll @IntRange(min = 0, max = 2) int decimals) {
    int count = Math.min(drawn, total);
    Fraction off = new Candidates.Proportion(count, total).percent().plus(Fraction.of(2, (long)
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
}
