package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Equations and inequalities between claims.
 *
 * <p>Counts that are not printed are narrowed by one equation after the other until nothing changes
 * any more. An equation that cannot hold narrows nothing.
 */
final class RelationCheck {
  private static final int DECIMALS = 3;

  /** Equations of a paper settle after a few visits; those that creep on for ever do not hold. */
  private static final int MOST_VISITS = 1000;

  private final FindingList findings;
  private final Map<String, Claim> byId = new LinkedHashMap<>();
  private final Map<String, Range> counts = new LinkedHashMap<>();
  private final Set<Claim> ofPercentages = new HashSet<>();

  RelationCheck(FindingList findings, List<Claim> claims) {
    this.findings = findings;
    claims.forEach(claim -> {
      byId.put(claim.id(), claim);
      if (PossibleCounts.exist(claim)) {
        counts.put(claim.id(), PossibleCounts.of(claim).range);
      }
    });
  }

  void check() {
    Map<Claim, Equation> open = new LinkedHashMap<>();
    byId.values().stream()
        .filter(claim -> claim.kind() == Claim.Kind.RELATION
            && !Equation.isRandomized(claim.basis())
            && RatioCheck.quotient(claim).isEmpty())
        .forEach(claim -> open.put(claim, Equation.of(claim.basis())));
    Map<Claim, String> broken = solve(open);
    open.forEach((claim, equation) -> report(claim, equation, broken.getOrDefault(claim, "")));
    counts.forEach((id, range) -> reportUnprinted(claim(id), range));
  }

  /**
   * Narrows counts by every equation in the order of the paper, and in further rounds by those that
   * share a narrowed count; returns the arithmetic of those that cannot hold.
   */
  private Map<Claim, String> solve(Map<Claim, Equation> open) {
    List<Claim> order = List.copyOf(open.keySet());
    Map<String, Set<Integer>> byCount = new HashMap<>();
    NavigableSet<Integer> waiting = new TreeSet<>();
    for (int place = 0; place < order.size(); place++) {
      for (String id : equation(open, order.get(place)).ids()) {
        byCount.computeIfAbsent(id, key -> new TreeSet<>()).add(place);
      }
      waiting.add(place);
    }
    Map<Claim, String> broken = new HashMap<>();
    int[] visits = new int[order.size()];
    while (!waiting.isEmpty()) {
      NavigableSet<Integer> later = new TreeSet<>();
      while (!waiting.isEmpty()) {
        int place = waiting.pollFirst();
        if (visits[place]++ == MOST_VISITS) {
          continue;
        }
        for (String id : narrow(order.get(place), equation(open, order.get(place)), broken)) {
          later.addAll(byCount.getOrDefault(id, Set.of()));
        }
        waiting.addAll(later.tailSet(place, false));
        later.tailSet(place, false).clear();
      }
      waiting = later;
    }
    return broken;
  }

  private static Equation equation(Map<Claim, Equation> open, Claim claim) {
    return Objects.requireNonNull(open.get(claim));
  }

  private List<String> narrow(Claim claim, Equation equation, Map<Claim, String> broken) {
    if (!isPrinted(equation) || broken.containsKey(claim)) {
      return List.of();
    }
    if (equation.isOfPercentages()) {
      return List.of();
    }
    if (isPossible(equation)) {
      return narrow(equation);
    }
    if (mayBeOfPercentages(equation)) {
      ofPercentages.add(claim);
      return List.of();
    }
    broken.put(claim, arithmetic(equation));
    return List.of();
  }

  private Claim claim(String id) {
    Claim claim = byId.get(id);
    if (claim == null) {
      throw new IllegalStateException("no claim has the id " + id);
    }
    return claim;
  }

  private boolean isPrinted(Equation equation) {
    return equation.ids().stream()
        .allMatch(id -> counts.containsKey(id) || claim(id).number().isPresent());
  }

  /** Whether the relation can hold if all numbers in it were rounded in one way. */
  private boolean isPossible(Equation equation) {
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (equation.sign.isPossible(difference(equation, value(rounding)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCertain(Equation equation) {
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (!equation.sign.isCertain(difference(equation, value(rounding)))) {
        return false;
      }
    }
    return true;
  }

  private Function<Equation.Term, Range> value(PrintedRounding rounding) {
    return term -> value(term, number -> Range.before(rounding, number));
  }

  private Range asPrinted(Equation.Term term) {
    return value(term, number -> {
      Fraction exact = Fraction.of(number.value());
      return new Range(exact, exact);
    });
  }

  private Range value(Equation.Term term, Function<PrintedNumber, Range> range) {
    if (term.number().isPresent()) {
      return new Range(term.number().get(), term.number().get());
    }
    Range count = counts.get(term.word());
    return count == null ? range.apply(claim(term.word()).number().orElseThrow()) : count;
  }

  private static Range sum(List<Equation.Term> terms, Function<Equation.Term, Range> value) {
    Range sum = Range.of(0, 0);
    for (Equation.Term term : terms) {
      Range next = value.apply(term);
      sum = term.isTakenAway() ? sum.minus(next) : sum.plus(next);
    }
    return sum;
  }

  private static Range difference(Equation equation, Function<Equation.Term, Range> value) {
    return sum(equation.left, value).minus(sum(equation.right, value));
  }

  /** Narrows every count of an equation to what the others leave to it, and returns which. */
  private List<String> narrow(Equation equation) {
    List<String> ids = equation.ids();
    if (equation.sign != Equation.Sign.EQUAL || !counts.keySet().containsAll(ids)) {
      return List.of();
    }
    Range difference = difference(equation, this::asPrinted);
    List<String> narrowed = new ArrayList<>();
    List<Equation.Term> terms = new ArrayList<>(equation.left);
    terms.addAll(equation.right);
    boolean repeats =
        ids.size() < terms.stream().filter(term -> !term.isNumber()).count();
    for (int place = 0; place < terms.size(); place++) {
      Equation.Term term = terms.get(place);
      // a term counts as + on the left if it is not taken away, and on the right if it is
      boolean added = term.isTakenAway() != (place < equation.left.size());
      // left - right = 0: a term is the sum of all others, with its sign turned where it is added
      Range others = difference.without(signed(term, added));
      if (narrow(term, added ? negative(others) : others)) {
        narrowed.add(term.word());
        difference =
            // a count that stands twice changed in both places
            repeats ? difference(equation, this::asPrinted) : others.plus(signed(term, added));
      }
    }
    return narrowed;
  }

  /** What a term adds to the difference of the left and the right side. */
  private Range signed(Equation.Term term, boolean added) {
    return added ? asPrinted(term) : negative(asPrinted(term));
  }

  private static Range negative(Range range) {
    return Range.of(0, 0).minus(range);
  }

  /** Narrows a count to the rest that the other terms of its equation leave. */
  private boolean narrow(Equation.Term term, Range rest) {
    Range old = counts.get(term.word());
    if (old == null) {
      return false;
    }
    Range narrowed = rest.within(old);
    boolean narrower = narrowed.low.compareTo(old.low) > 0 || narrowed.high.compareTo(old.high) < 0;
    if (!narrower || narrowed.isEmpty()) {
      return false;
    }
    counts.put(term.word(), narrowed);
    return true;
  }

  private void report(Claim claim, Equation equation, String broken) {
    if (!broken.isEmpty()) {
      add(Verdict.CONTRADICTS, claim, broken + ", which does not hold");
    } else if (!isPrinted(equation)) {
      add(Verdict.UNDECIDABLE, claim, "a number that is needed is not printed");
    } else if (equation.isOfPercentages() || ofPercentages.contains(claim)) {
      reportPercentages(claim, equation);
    } else {
      boolean settled =
          equation.sign == Equation.Sign.EQUAL && equation.ids().stream().allMatch(this::isSettled);
      boolean holds = settled || isCertain(equation);
      add(holds ? Verdict.CONSISTENT : Verdict.UNDECIDABLE, claim, arithmetic(equation));
    }
  }

  /** Parts of a whole: what adds up to 100 are percentages where the counts cannot. */
  private boolean mayBeOfPercentages(Equation equation) {
    return equation.addsUpToHundred()
        && equation.ids().stream().allMatch(id -> claim(id).kind() == Claim.Kind.PERCENT)
        && !roundingsOfPercentages(equation).isEmpty();
  }

  private Set<PrintedRounding> roundingsOfPercentages(Equation equation) {
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (equation.sign.isPossible(difference(equation, term -> percentage(term, rounding)))) {
        fitting.add(rounding);
      }
    }
    return fitting;
  }

  /**
   * What a percentage was before it was rounded, by the counts that print so where they are few.
   */
  private Range percentage(Equation.Term term, PrintedRounding rounding) {
    if (term.number().isPresent()) {
      return new Range(term.number().get(), term.number().get());
    }
    Claim claim = claim(term.word());
    if (claim.number().isEmpty()) {
      return Range.of(0, 100);
    }
    PrintedNumber printed = claim.number().get();
    Range rounded = Range.before(rounding, printed);
    if (!PossibleCounts.exist(claim)
        || PossibleCounts.of(claim).proportions.size() >= PossibleCounts.MOST) {
      return rounded;
    }
    List<Fraction> exact = PossibleCounts.of(claim).proportions.stream()
        .filter(proportion -> proportion.roundings(printed).contains(rounding))
        .map(PossibleCounts.Proportion::percent)
        .sorted()
        .toList();
    return exact.isEmpty() ? rounded : new Range(exact.get(0), exact.get(exact.size() - 1));
  }

  private void reportPercentages(Claim claim, Equation equation) {
    Set<PrintedRounding> roundings = roundingsOfPercentages(equation);
    PrintedRounding shown =
        roundings.isEmpty() ? PrintedRounding.HALF_UP : roundings.iterator().next();
    Function<Equation.Term, Range> value = term -> percentage(term, shown);
    add(
        Verdict.of(roundings),
        claim,
        "percentages before rounding: " + sum(equation.left, value).text(DECIMALS) + " "
            + equation.sign.text + " " + sum(equation.right, value).text(DECIMALS)
            + (roundings.isEmpty() ? ", which does not hold" : ""));
  }

  private boolean isSettled(String id) {
    Range count = counts.get(id);
    return count == null || count.low.compareTo(count.high) == 0;
  }

  private String arithmetic(Equation equation) {
    Function<Equation.Term, Range> value = this::asPrinted;
    String words = words(equation.left) + " " + equation.sign.text + " " + words(equation.right);
    return equation.left.size() + equation.right.size() == 2
        ? words
        : words + ": " + sum(equation.left, value).text(DECIMALS) + " against "
            + sum(equation.right, value).text(DECIMALS);
  }

  private String words(List<Equation.Term> terms) {
    StringBuilder words = new StringBuilder();
    for (Equation.Term term : terms) {
      if (words.length() > 0 || term.isTakenAway()) {
        words.append(term.isTakenAway() ? " - " : " + ");
      }
      words.append(asPrinted(term).text(DECIMALS));
    }
    return words.toString();
  }

  private void reportUnprinted(Claim claim, Range range) {
    if (claim.printed().isEmpty() && claim.count().isEmpty()) {
      boolean solved = range.low.compareTo(range.high) == 0;
      findings.add(
          Check.PRINTED,
          solved ? Verdict.CONSISTENT : Verdict.UNDECIDABLE,
          claim,
          "not printed; " + (solved ? "only " : "") + range.text(0) + (solved ? " fits" : " fit")
              + " what is printed elsewhere");
    }
  }

  private void add(Verdict verdict, Claim claim, String arithmetic) {
    findings.add(Check.RELATION, verdict, claim, arithmetic);
  }
}
