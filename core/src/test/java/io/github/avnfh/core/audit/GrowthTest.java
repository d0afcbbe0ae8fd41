package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables of any length are audited in time and memory that grow with them. */
@Timeout(120)
class GrowthTest {
  private static final String HEADER = "id,section,quantity,kind,printed,count,of,unit,basis\n";

  private static Audit audit(String rows) {
    Problems problems = new Problems();
    byte[] table = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    Paper paper = PaperReader.read(
        CsvInput.of("paper.csv", new ByteArrayInputStream(table), CsvFormat.withDefaults()),
        problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper);
  }

  private static String numbers(List<String> printed) {
    return IntStream.range(0, printed.size())
        .mapToObj(row -> "a" + row + ",S" + row + ",age,number," + printed.get(row) + ",,,,\n")
        .collect(Collectors.joining());
  }

  private static Set<String> contradicting(Audit audit) {
    Set<String> claims = new HashSet<>();
    audit.findings(Verdict.CONTRADICTS).stream()
        .filter(finding -> finding.check() == Check.RIVALS)
        .forEach(finding -> claims.addAll(finding.claims()));
    return claims;
  }

  @Test
  void comparesAFewRivalsTwoByTwo() {
    assertThat(audit(numbers(List.of("10", "11", "10", "13", "10"))).findings())
        .filteredOn(finding -> finding.check() == Check.RIVALS)
        .hasSize(10);
  }

  @Test
  void comparesManyRivalsWithTheOutermostOnly() {
    List<String> printed = IntStream.range(0, 20_000)
        .mapToObj(row -> 10 + row % 50 + "." + row % 10)
        .toList();
    assertThat(audit(numbers(printed)).findings()).hasSizeLessThan(3 * printed.size());
  }

  /** Each number that differs from one before it is told to differ, as if all were compared. */
  @Test
  void findsEachRivalThatDiffersFromOneBeforeIt() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Integer> values = random.ints(20, 10, 10 + 1 + seed % 4).boxed().toList();
      Audit audit = audit(numbers(values.stream().map(String::valueOf).toList()));
      Set<String> told = contradicting(audit);
      for (int row = 1; row < values.size(); row++) {
        int value = values.get(row);
        boolean differs =
            values.subList(0, row).stream().anyMatch(before -> Math.abs(before - value) > 1);
        if (differs) {
          assertThat(told).as("seed " + seed).contains("a" + row);
        }
      }
      if (values.stream().distinct().count() == 1) {
        assertThat(told).isEmpty();
      }
    }
  }

  @Test
  void solvesALongChainOfEquationsFromItsEnd() {
    int length = 3000;
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < length; row++) {
      rows.append(
          "a" + row + ",S,q" + row + ",count," + (row < length - 1 ? "" : "5") + ",,10,hips,\n");
    }
    for (int row = 0; row < length - 1; row++) {
      rows.append("r" + row + ",S,r" + row + ",relation,,,,,a" + row + " = a" + (row + 1) + "\n");
    }
    assertThat(audit(rows.toString()).findings())
        .filteredOn(finding -> finding.check() == Check.PRINTED)
        .hasSize(length - 1)
        .allMatch(finding -> finding.arithmetic().contains("only 5 fits"));
  }

  /** Counts that step down by one for ever never settle; the audit ends all the same. */
  @Test
  void endsWhereEquationsNarrowWithoutEnd() {
    Audit audit = audit("""
        a,S,a,count,,,900000000,hips,
        b,S,b,count,,,900000000,hips,
        r,S,r,relation,,,,,a = b + 1
        s,S,s,relation,,,,,b = a
        """);
    assertThat(audit.findings()).isNotEmpty();
  }

  @Test
  void countsATermThatStandsTwiceInAnEquationTwice() {
    Audit audit = audit("""
        a,S,a,count,,,10,hips,
        b,S,b,count,6,,10,hips,
        r,S,r,relation,,,,,a + a = b
        """);
    assertThat(audit.findings())
        .filteredOn(finding -> finding.check() == Check.PRINTED)
        .singleElement()
        .satisfies(finding -> assertThat(finding.arithmetic()).contains("0..6"));
  }
}
