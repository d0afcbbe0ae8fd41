package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One quantity printed in many places: each place is held against the outermost before it. */
class RivalsTest {
  private static final int MOST_IN_PAIRS = 12;

  /** The findings about claims a0, a1, … of the kinds, numbers, deviations and totals. */
  private static List<Finding> rivals(List<String> claims) {
    StringBuilder csv = new StringBuilder("id,section,quantity,kind,printed,sd,of\n");
    for (int row = 0; row < claims.size(); row++) {
      csv.append("a" + row + ",S" + row + ",q," + claims.get(row) + "\n");
    }
    Problems problems = new Problems();
    Paper paper = Papers.read(csv.toString(), problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper).findings().stream()
        .filter(finding -> finding.check() == Check.RIVALS)
        .toList();
  }

  private static List<String> many(int times, String claim, String... others) {
    List<String> claims = new ArrayList<>(Collections.nCopies(times, claim));
    claims.addAll(Arrays.asList(others));
    return claims;
  }

  private static List<String> contradicting(List<String> claims) {
    return rivals(claims).stream()
        .filter(finding -> finding.verdict() == Verdict.CONTRADICTS)
        .map(finding -> String.join(" ", finding.claims()))
        .toList();
  }

  @Test
  void areComparedTwoByTwoUpToTwelve() {
    assertThat(rivals(many(MOST_IN_PAIRS, "number,10,,"))).hasSize(66);
    assertThat(rivals(many(MOST_IN_PAIRS + 1, "number,10,,"))).hasSize(MOST_IN_PAIRS);
  }

  @Test
  void areHeldAgainstTheLowestAndTheHighestBeforeThem() {
    assertThat(contradicting(many(13, "number,10,,", "number,12,,", "number,8,,", "number,11,,")))
        .containsExactly("a0 a13", "a0 a14", "a13 a14", "a14 a15", "a13 a15");
  }

  /**
   * 10.4 and 10.6 may each be the 10 that other places print, the second truncated, and not both.
   */
  @Test
  void areHeldAgainstNumbersOfOtherDecimals() {
    assertThat(contradicting(many(13, "number,10,,", "number,10.4,,", "number,10.6,,")))
        .containsExactly("a13 a14");
    assertThat(rivals(many(13, "number,10,,", "number,10.4,,"))).hasSize(13);
  }

  /** Of 10 hips 60 % are 6, and 55 % are none. */
  @Test
  void areHeldAgainstCounts() {
    assertThat(
            contradicting(many(13, "count,5,,10", "percent,60,,10", "percent,55,,10", "count,6,,")))
        .containsExactly("a0 a13", "a0 a15");
    assertThat(rivals(many(13, "count,5,,10", "number,5,,"))).hasSize(MOST_IN_PAIRS);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "mean,5,, | median,6,, | ''",
        "median,5,, | median,6,, | differ: 5 in S0, 6 in S1",
        "mean,5.0,1.0, | mean,5.0,1.0, | agree: 5.0 (SD 1.0) in S0, 5.0 (SD 1.0) in S1",
        "mean,5.0,1.0, | mean,5.0,1.2, | differ: 5.0 (SD 1.0) in S0, 5.0 (SD 1.2) in S1",
        "mean,5.0,1.0, | mean,5.0,, | agree: 5.0 in S0, 5.0 in S1",
        "percent,50,,200 | count,101,, | agree: 98..102 in S0, 101 in S1",
        "percent,50,,200|400 | count,203,, | agree: 98..204 in S0, 203 in S1",
        "percent,50,,400|200 | count,97,, | differ: 98..204 in S0, 97 in S1",
        "count,5,, | number,6,, | ''"
      },
      delimiterString = " | ")
  void areToldWithWhatTheyPrint(String one, String other, String arithmetic) {
    assertThat(rivals(List.of(one, other)).stream().map(Finding::arithmetic))
        .isEqualTo(arithmetic.isEmpty() ? List.of() : List.of(arithmetic));
  }
}
