package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Equations and inequalities between claims.
 *
 * <p>Counts that are not printed are narrowed by one equation after the other until nothing changes
 * any more. An equation that cannot hold narrows nothing.
 */
final class RelationCheck {
  private static final int DECIMALS = 3;

  private final Findings findings;
  private final Map<String, Claim> byId = new LinkedHashMap<>();
  private final Map<String, Range> counts = new LinkedHashMap<>();

  RelationCheck(Findings findings, List<Claim> claims) {
    this.findings = findings;
    claims.forEach(claim -> {
      byId.put(claim.id(), claim);
      if (Candidates.exist(claim)) {
        counts.put(claim.id(), Candidates.of(claim).range);
      }
    });
  }

  void check() {
    Map<Claim, Equation> open = new LinkedHashMap<>();
    byId.values().stream()
        .filter(claim -> claim.kind() == Claim.Kind.RELATION)
        .forEach(claim -> open.put(claim, Equation.of(claim)));
    Map<Claim, String> broken = new LinkedHashMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<Claim, Equation> entry : open.entrySet()) {
        Equation equation = entry.getValue();
        if (isPrinted(equation) && !broken.containsKey(entry.getKey())) {
          if (isPossible(equation)) {
            changed |= narrow(equation);
          } else {
            broken.put(entry.getKey(), arithmetic(equation));
          }
        }
      }
    }
    open.forEach((claim, equation) -> report(claim, equation, broken.getOrDefault(claim, "")));
    counts.forEach((id, range) -> reportUnprinted(claim(id), range));
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
    for (Rounding rounding : Rounding.values()) {
      if (equation.sign.isPossible(difference(equation, value(rounding)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCertain(Equation equation) {
    for (Rounding rounding : Rounding.values()) {
      if (!equation.sign.isCertain(difference(equation, value(rounding)))) {
        return false;
      }
    }
    return true;
  }

  private Function<Equation.Term, Range> value(Rounding rounding) {
    return term -> value(term, number -> rounding.before(number));
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

  /** Narrows every count of an equation to what the others leave to it. */
  private boolean narrow(Equation equation) {
    boolean onlyCounts = equation.ids().stream().allMatch(counts::containsKey);
    if (equation.sign != Equation.Sign.EQUAL || !onlyCounts) {
      return false;
    }
    boolean changed = false;
    for (Equation.Term term : equation.left) {
      changed |= narrow(equation.right, equation.left, term);
    }
    for (Equation.Term term : equation.right) {
      changed |= narrow(equation.left, equation.right, term);
    }
    return changed;
  }

  private boolean narrow(
      List<Equation.Term> across, List<Equation.Term> beside, Equation.Term term) {
    Range old = counts.get(term.word());
    if (old == null) {
      return false;
    }
    List<Equation.Term> others = new ArrayList<>(beside);
    others.remove(term);
    Function<Equation.Term, Range> value = this::asPrinted;
    Range rest = term.isTakenAway()
        ? sum(others, value).minus(sum(across, value))
        : sum(across, value).minus(sum(others, value));
    Range narrowed = rest.within(old);
    boolean narrower = narrowed.low.compareTo(old.low) > 0 || narrowed.high.compareTo(old.high) < 0;
    if (narrower && !narrowed.isEmpty()) {
      counts.put(term.word(), narrowed);
      return true;
    }
    return false;
  }

  private void report(Claim claim, Equation equation, String broken) {
    if (!broken.isEmpty()) {
      add(Verdict.CONTRADICTS, claim, broken + ", which does not hold");
    } else if (!isPrinted(equation)) {
      add(Verdict.UNDECIDABLE, claim, "a number that is needed is not printed");
    } else {
      boolean settled =
          equation.sign == Equation.Sign.EQUAL && equation.ids().stream().allMatch(this::isSettled);
      boolean holds = settled || isCertain(equation);
      add(holds ? Verdict.CONSISTENT : Verdict.UNDECIDABLE, claim, arithmetic(equation));
    }
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
