package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Odds, risk and hazard ratios against the proportions they come from and against their limits.
 *
 * <p>The risk ratio of proportions p and q is {@code p / q}, their odds ratio {@code (p / (1 - p))
 * / (q / (1 - q))}. Wald's limits L and U lie at equal distances on the logarithmic scale, so that
 * {@code ratio^2 = L U}: no logarithm is needed.
 */
final class RatioCheck {
  private static final int DECIMALS = 4;

  /** How the two proportions are compared, and which they are. */
  private static final int WORDS = 3;

  private static final Pattern QUOTIENT =
      Pattern.compile("(ID)\\s+=\\s+(ID)\\s+/\\s+(ID)".replace("ID", Equation.ID.pattern()));
  private static final Pattern ODDS_RATIO = Pattern.compile("(?i).*\\b(odds|OR|aOR)\\b.*");
  private static final Pattern RISK_RATIO =
      Pattern.compile("(?i).*\\b(risk|relative|RR|aRR|prevalence)\\b.*");

  private static final Fraction ONE = Fraction.of(1);

  private final FindingList findings;
  private final Map<String, Claim> byId;

  RatioCheck(FindingList findings, Map<String, Claim> byId) {
    this.findings = findings;
    this.byId = byId;
  }

  /**
   * A printed ratio and the two proportions that a relation {@code ratio = above / below} names.
   */
  record Quotient(String ratio, String above, String below) {
    List<String> ids() {
      return List.of(ratio, above, below);
    }
  }

  /** Returns the quotient of a relation that is one. */
  static Optional<Quotient> quotient(Claim claim) {
    Matcher found = QUOTIENT.matcher(claim.basis().orElse("").strip());
    return claim.kind() == Claim.Kind.RELATION && found.matches()
        ? Optional.of(new Quotient(found.group(1), found.group(2), found.group(3)))
        : Optional.empty();
  }

  /** How two proportions are compared. */
  private enum RatioKind {
    ODDS,
    RISK
  }

  private static List<String> words(Claim claim) {
    return claim.kind() == Claim.Kind.RATIO && claim.basis().isPresent()
        ? List.of(claim.basis().get().strip().split("\\s+"))
        : List.of();
  }

  /** The ids of the two proportions; nothing if the ratio names none. */
  static List<String> ids(Claim claim) {
    List<String> words = words(claim);
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> ids = words.subList(1, words.size());
    if (words.size() != WORDS
        || !List.of("odds", "risk", "ratio").contains(words.get(0))
        || !ids.stream().allMatch(id -> Equation.ID.matcher(id).matches())) {
      throw new IllegalArgumentException(
          "basis [of a ratio] must be 'odds', 'risk' or, where the paper names neither, 'ratio' with"
              + " the ids of two proportions, and blanks between them");
    }
    return ids;
  }

  void check(Claim claim) {
    quotient(claim).ifPresent(quotient -> checkQuotient(claim, quotient));
    if (claim.kind() == Claim.Kind.RATIO && claim.number().isPresent()) {
      if (claim.low().isPresent() && claim.high().isPresent()) {
        checkLimits(claim, claim.number().get());
      }
      if (claim.basis().isPresent()) {
        checkProportions(
            List.of(claim),
            ids(claim),
            named(words(claim).get(0)),
            claim.number().get());
      }
    }
  }

  /** What the printed quantity calls itself tells how the proportions are compared. */
  private void checkQuotient(Claim claim, Quotient quotient) {
    Claim ratio = Objects.requireNonNull(byId.get(quotient.ratio()));
    String quantity = ratio.quantity();
    Set<RatioKind> named = ODDS_RATIO.matcher(quantity).matches()
        ? EnumSet.of(RatioKind.ODDS)
        : RISK_RATIO.matcher(quantity).matches()
            ? EnumSet.of(RatioKind.RISK)
            : EnumSet.allOf(RatioKind.class);
    ratio
        .number()
        .ifPresentOrElse(
            number -> checkProportions(
                List.of(claim, ratio), List.of(quotient.above(), quotient.below()), named, number),
            () -> findings.add(
                Check.RATIO, Verdict.UNDECIDABLE, List.of(claim, ratio), "no number is printed"));
  }

  /**
   * Exact limits and those of a profile are not symmetric: they are unexplained, not impossible.
   */
  private void checkLimits(Claim claim, PrintedNumber ratio) {
    PrintedNumber low = Range.printed(claim.low().orElseThrow());
    PrintedNumber high = Range.printed(claim.high().orElseThrow());
    boolean areOrdered = low.value().compareTo(high.value()) <= 0;
    if (!areOrdered || Stream.of(low, ratio).anyMatch(printed -> printed.value().signum() < 0)) {
      findings.add(
          Check.RATIO,
          Verdict.CONTRADICTS,
          claim,
          "a ratio and its limits are 0 or more and rise; printed " + ratio.text() + " with "
              + low.text() + " and " + high.text());
      return;
    }
    Set<PrintedRounding> symmetric = EnumSet.noneOf(PrintedRounding.class);
    boolean isInside = false;
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Range middle = Range.before(rounding, ratio).positive();
      Range lower = Range.before(rounding, low).positive();
      Range upper = Range.before(rounding, high).positive();
      // log ratio = (log L + log U) / 2, that is ratio^2 = L U, over all that prints so
      Range product = new Range(lower.low.times(upper.low), lower.high.times(upper.high));
      if (product.meets(new Range(middle.low.square(), middle.high.square()))) {
        symmetric.add(rounding);
      }
      isInside |= Range.canRise(List.of(low, ratio, high), rounding);
    }
    Verdict symmetry = symmetric.isEmpty() ? Verdict.UNEXPLAINED : Verdict.of(symmetric);
    findings.add(
        Check.RATIO,
        isInside ? symmetry : Verdict.CONTRADICTS,
        claim,
        isInside
            ? "limits symmetric on the logarithmic scale need " + ratio.text() + "^2 = "
                + low.text()
                + " * " + high.text() + ": " + exact(ratio).square().text(DECIMALS) + " against "
                + exact(low).times(exact(high)).text(DECIMALS)
            : ratio.text() + " lies outside its limits " + low.text() + " and " + high.text());
  }

  private static Fraction exact(PrintedNumber number) {
    return Fraction.of(number.value());
  }

  private void checkProportions(
      List<Claim> claims, List<String> ids, Set<RatioKind> named, PrintedNumber ratio) {
    List<Claim> all = new ArrayList<>(claims);
    List<PossibleCounts.Proportion> settled = new ArrayList<>();
    for (String id : ids) {
      Claim share = Objects.requireNonNull(byId.get(id));
      all.add(share);
      if (PossibleCounts.exist(share) && PossibleCounts.of(share).fit) {
        List<PossibleCounts.Proportion> own = PossibleCounts.of(share).proportions;
        settled.addAll(own.size() == 1 ? own : List.of());
      }
    }
    if (settled.size() < ids.size()) {
      findings.add(Check.RATIO, Verdict.UNDECIDABLE, all, "the counts or totals are not settled");
      return;
    }
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    List<String> arithmetic = new ArrayList<>();
    for (RatioKind kind : named) {
      Optional<Fraction> value = value(kind, settled.get(0), settled.get(1));
      for (PrintedRounding rounding : PrintedRounding.values()) {
        if (value.filter(exact -> exact.printsAs(ratio, rounding)).isPresent()) {
          fitting.add(rounding);
        }
      }
      arithmetic.add((kind == RatioKind.ODDS ? "odds ratio " : "risk ratio ")
          + value.map(exact -> exact.text(DECIMALS)).orElse("not defined"));
    }
    Verdict none = named.size() == 1 ? Verdict.CONTRADICTS : Verdict.UNEXPLAINED;
    findings.add(
        Check.RATIO,
        fitting.isEmpty() ? none : Verdict.of(fitting),
        all,
        settled.get(0) + " against " + settled.get(1) + ": " + String.join(", ", arithmetic)
            + "; printed " + ratio.text());
  }

  private static Set<RatioKind> named(String word) {
    return switch (word) {
      case "odds" -> EnumSet.of(RatioKind.ODDS);
      case "risk" -> EnumSet.of(RatioKind.RISK);
      default -> EnumSet.allOf(RatioKind.class);
    };
  }

  private static Optional<Fraction> value(
      RatioKind kind, PossibleCounts.Proportion one, PossibleCounts.Proportion other) {
    Fraction first = Fraction.of(one.count(), one.total());
    Fraction second = Fraction.of(other.count(), other.total());
    Fraction above = first;
    Fraction below = second;
    if (kind == RatioKind.ODDS) {
      // p / (1 - p) / (q / (1 - q)) = p (1 - q) / (q (1 - p))
      above = first.times(ONE.minus(second));
      below = second.times(ONE.minus(first));
    }
    return below.signum() == 0 ? Optional.empty() : Optional.of(above.over(below));
  }
}
