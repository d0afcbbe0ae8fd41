package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims about one quantity, two by two. */
final class RivalCheck {
  private static final int DECIMALS = 3;

  private final Findings findings;

  RivalCheck(Findings findings) {
    this.findings = findings;
  }

  void check(List<Claim> claims) {
    Map<String, List<Claim>> byQuantity = new LinkedHashMap<>();
    claims.stream()
        .filter(claim -> claim.number().isPresent())
        .forEach(claim -> byQuantity
            .computeIfAbsent(claim.quantity(), key -> new ArrayList<>())
            .add(claim));
    byQuantity.values().forEach(this::checkRivals);
  }

  private void checkRivals(List<Claim> rivals) {
    for (int first = 0; first < rivals.size(); first++) {
      for (int second = first + 1; second < rivals.size(); second++) {
        check(rivals.get(first), rivals.get(second));
      }
    }
  }

  private void check(Claim one, Claim other) {
    if (Candidates.exist(one) && Candidates.exist(other)) {
      checkCounts(one, other);
    } else if (!Candidates.exist(one) && !Candidates.exist(other)) {
      checkNumbers(one, other);
    }
  }

  /** A percentage that fits no count is a finding of its own and is nobody's rival. */
  private void checkCounts(Claim one, Claim other) {
    Candidates first = Candidates.of(one);
    Candidates second = Candidates.of(other);
    if (first.fit && second.fit) {
      add(first.range.meets(second.range), one, other, text(one, first) + text(other, second));
    }
  }

  private void checkNumbers(Claim one, Claim other) {
    PrintedNumber first = one.number().orElseThrow();
    PrintedNumber second = other.number().orElseThrow();
    boolean agree = false;
    for (Rounding rounding : Rounding.values()) {
      agree |= rounding.before(first).meets(rounding.before(second));
    }
    add(agree, one, other, place(first.text(), one) + place(second.text(), other));
  }

  private static String text(Claim claim, Candidates candidates) {
    return place(candidates.range.text(DECIMALS), claim);
  }

  private static String place(String number, Claim claim) {
    return ", " + number + " in " + claim.section();
  }

  private void add(boolean agree, Claim one, Claim other, String places) {
    findings.add(
        Check.RIVALS,
        agree ? Verdict.CONSISTENT : Verdict.CONTRADICTS,
        List.of(one, other),
        (agree ? "agree: " : "differ: ") + places.substring(2));
  }
}
