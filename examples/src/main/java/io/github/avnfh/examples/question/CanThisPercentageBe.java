package io.github.avnfh.examples.question;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Claim;
import io.github.avnfh.core.audit.Finding;
import io.github.avnfh.core.audit.Paper;
import java.util.List;

/**
 * A paper says that 88 % of 19 hips were improved or stable. Can this be?
 *
 * <p>No count out of 19 prints so, under any way of rounding. Out of 17 one does.
 *
 * <pre>{@code
 * contradicts (percentage): Results: idiopathic hips of 19: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
 * consistent (percentage): Results: idiopathic hips of 17: 88 % of 17: only 15/17 = 88.23… % prints so
 * consistent (rounding): Results: rounding of percentages: 88 is rounded to the nearest or truncated
 * }</pre>
 */
public final class CanThisPercentageBe {
  private CanThisPercentageBe() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    Paper paper = Paper.of(List.of(claim("of-19", 19), claim("of-17", 17)));
    for (Finding finding : Audit.of(paper).findings()) {
      System.out.println(finding.text());
    }
  }

  private static Claim claim(String id, int total) {
    return Claim.builder()
        .id(id)
        .section("Results")
        .quantity("idiopathic hips of " + total)
        .kind(Claim.Kind.PERCENT)
        .printed("88")
        .addOf(total)
        .build();
  }
}
