package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Claims about one quantity of one arm at one time: two by two where they are few, else each with
 * the outermost before it.
 */
final class ConflictCheck {
  private static final int DECIMALS = 3;

  /** A paper prints a quantity in a few places; the pairs of many would fill the memory. */
  private static final int FEW = 12;

  private final FindingList findings;

  ConflictCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(List<Claim> claims) {
    Map<List<Object>, List<Claim>> byQuantity = new LinkedHashMap<>();
    claims.stream()
        .filter(claim -> claim.number().isPresent())
        .forEach(claim -> byQuantity
            .computeIfAbsent(
                List.of(claim.quantity(), claim.arm(), claim.time()), key -> new ArrayList<>())
            .add(claim));
    byQuantity.values().forEach(rivals -> {
      if (rivals.size() <= FEW) {
        checkAll(rivals);
      } else {
        checkOutermost(rivals);
      }
    });
  }

  private void checkAll(List<Claim> rivals) {
    for (int first = 0; first < rivals.size(); first++) {
      for (int second = first + 1; second < rivals.size(); second++) {
        check(rivals.get(first), rivals.get(second));
      }
    }
  }

  /**
   * Compares each claim with the lowest and the highest of the claims before it that are printed to
   * as many decimals: if it differs from one of these, it differs from the outermost on that side.
   */
  private void checkOutermost(List<Claim> rivals) {
    Map<List<Object>, Outermost> byPrecision = new LinkedHashMap<>();
    for (Claim claim : rivals) {
      Set<Claim> before = new LinkedHashSet<>();
      byPrecision.values().forEach(outermost -> outermost.addTo(before));
      before.forEach(earlier -> check(earlier, claim));
      if (!PossibleCounts.exist(claim) || PossibleCounts.of(claim).fit) {
        byPrecision
            .computeIfAbsent(precision(claim), key -> new Outermost(claim))
            .include(claim);
      }
    }
  }

  private static List<Object> precision(Claim claim) {
    return List.of(
        PossibleCounts.exist(claim),
        isMedian(claim),
        claim.number().orElseThrow().decimals());
  }

  private static Range range(Claim claim) {
    Fraction number = Fraction.of(claim.number().orElseThrow().value());
    return PossibleCounts.exist(claim) ? PossibleCounts.of(claim).range : new Range(number, number);
  }

  /** The claims that reach least far up and least far down. */
  private static final class Outermost {
    private Claim lowest;
    private Claim highest;

    Outermost(Claim claim) {
      lowest = claim;
      highest = claim;
    }

    void include(Claim claim) {
      lowest = range(claim).high.compareTo(range(lowest).high) < 0 ? claim : lowest;
      highest = range(claim).low.compareTo(range(highest).low) > 0 ? claim : highest;
    }

    void addTo(Set<Claim> claims) {
      claims.add(lowest);
      claims.add(highest);
    }
  }

  private void check(Claim one, Claim other) {
    if (PossibleCounts.exist(one) && PossibleCounts.exist(other)) {
      checkCounts(one, other);
    } else if (!PossibleCounts.exist(one)
        && !PossibleCounts.exist(other)
        && isMedian(one) == isMedian(other)) {
      checkNumbers(one, other);
    }
  }

  /** The mean and the median of one thing are no rivals. */
  private static boolean isMedian(Claim claim) {
    return claim.kind() == Claim.Kind.MEDIAN;
  }

  /** A percentage that fits no count is a separate finding and no rival. */
  private void checkCounts(Claim one, Claim other) {
    PossibleCounts first = PossibleCounts.of(one);
    PossibleCounts second = PossibleCounts.of(other);
    if (first.fit && second.fit) {
      add(first.range.meets(second.range), one, other, text(one, first) + text(other, second));
    }
  }

  /**
   * Means that agree say nothing of the standard deviations beside them, which are compared too.
   */
  private void checkNumbers(Claim one, Claim other) {
    boolean areSpread =
        one.standardDeviation().isPresent() && other.standardDeviation().isPresent();
    boolean agree = agree(one.number().orElseThrow(), other.number().orElseThrow())
        && (!areSpread
            || agree(
                one.standardDeviation().orElseThrow(), other.standardDeviation().orElseThrow()));
    add(agree, one, other, place(text(one, areSpread), one) + place(text(other, areSpread), other));
  }

  private static String text(Claim claim, boolean isSpread) {
    String number = claim.number().orElseThrow().text();
    return isSpread
        ? number + " (SD " + claim.standardDeviation().orElseThrow().text() + ")"
        : number;
  }

  private static boolean agree(PrintedNumber first, PrintedNumber second) {
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Range common = Range.before(rounding, first).within(Range.before(rounding, second));
      // ranges are closed: a number at the end of both prints as one of the two only
      boolean isPoint = common.low.compareTo(common.high) == 0;
      boolean prints =
          common.low.printsAs(first, rounding) && common.low.printsAs(second, rounding);
      if (!common.isEmpty() && (!isPoint || prints)) {
        return true;
      }
    }
    return false;
  }

  private static String text(Claim claim, PossibleCounts candidates) {
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
