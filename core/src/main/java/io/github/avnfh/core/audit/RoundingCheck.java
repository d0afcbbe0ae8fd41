package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How percentages and means were rounded: in each section, percentages also between sections, and
 * of one and the same proportion.
 */
final class RoundingCheck {
  private final FindingList findings;
  private final Map<String, List<Claim>> sections = new LinkedHashMap<>();
  private final Map<String, List<Claim>> proportions = new LinkedHashMap<>();
  private final Map<String, Set<PrintedRounding>> roundings = new LinkedHashMap<>();

  RoundingCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(List<Claim> claims) {
    claims.stream()
        .filter(claim -> claim.kind() == Claim.Kind.PERCENT && claim.number().isPresent())
        .filter(claim -> !roundings(claim).isEmpty())
        .forEach(this::file);
    Map<List<Claim>, Set<PrintedRounding>> told = new LinkedHashMap<>();
    sections.forEach((section, members) -> {
      Set<PrintedRounding> common = common(members);
      checkSection("percentages", members, common);
      if (!common.isEmpty() && common.size() < PrintedRounding.values().length) {
        told.put(members, common);
      }
    });
    if (told.size() > 1) {
      checkPaper(told);
    }
    proportions.values().forEach(this::checkProportion);
    checkMeans(claims);
  }

  /** Means of one section, with their standard deviations, by one rounding. */
  private void checkMeans(List<Claim> claims) {
    Map<String, List<Claim>> means = new LinkedHashMap<>();
    claims.stream()
        .filter(claim -> claim.kind() == Claim.Kind.MEAN && claim.number().isPresent())
        .filter(claim -> claim.step().isPresent() && !meanRoundings(claim).isEmpty())
        .forEach(claim -> {
          roundings.put(claim.id(), meanRoundings(claim));
          means.computeIfAbsent(claim.section(), section -> new ArrayList<>()).add(claim);
        });
    means.values().stream()
        .filter(members -> common(members).size() < PrintedRounding.values().length)
        .forEach(members -> checkSection("means", members, common(members)));
  }

  private static Set<PrintedRounding> meanRoundings(Claim claim) {
    Set<PrintedRounding> all = EnumSet.noneOf(PrintedRounding.class);
    claim
        .of()
        .forEach(
            n -> all.addAll(PossibleSums.of(claim, n).roundings(claim.number().orElseThrow())));
    return all;
  }

  private Set<PrintedRounding> roundings(Claim claim) {
    return roundings.computeIfAbsent(
        claim.id(),
        id -> PossibleCounts.exist(claim)
            ? PossibleCounts.of(claim).roundings(claim.number().orElseThrow())
            : EnumSet.noneOf(PrintedRounding.class));
  }

  private void file(Claim claim) {
    sections.computeIfAbsent(claim.section(), section -> new ArrayList<>()).add(claim);
    List<PossibleCounts.Proportion> fitting = PossibleCounts.of(claim).proportions;
    if (fitting.size() == 1) {
      String key = fitting.get(0) + " with " + claim.number().orElseThrow().decimals();
      proportions.computeIfAbsent(key, proportion -> new ArrayList<>()).add(claim);
    }
  }

  private Set<PrintedRounding> common(List<Claim> claims) {
    Set<PrintedRounding> common = EnumSet.allOf(PrintedRounding.class);
    claims.forEach(claim -> common.retainAll(roundings(claim)));
    return common;
  }

  private void checkSection(String what, List<Claim> claims, Set<PrintedRounding> common) {
    Verdict verdict = Verdict.CONSISTENT;
    if (common.isEmpty()) {
      verdict = Verdict.CONTRADICTS;
    } else if (common.size() == PrintedRounding.values().length) {
      verdict = Verdict.NOT_TESTABLE;
    }
    String arithmetic = verdict == Verdict.CONTRADICTS
        ? "no one rounding explains all: " + byRounding(claims) + oddOneOut(claims)
        : printed(claims) + (claims.size() == 1 ? " is " : " are ") + words(common);
    findings.add(Check.ROUNDING, verdict, claims, "rounding of " + what, arithmetic);
  }

  /** The one number without which one rounding explains the others, if only one is. */
  private String oddOneOut(List<Claim> claims) {
    Map<Claim, Set<PrintedRounding>> odd = new LinkedHashMap<>();
    for (PrintedRounding rounding : PrintedRounding.values()) {
      List<Claim> others =
          claims.stream().filter(claim -> !roundings(claim).contains(rounding)).toList();
      if (others.size() == 1) {
        odd.computeIfAbsent(others.get(0), claim -> EnumSet.noneOf(PrintedRounding.class))
            .add(rounding);
      }
    }
    return odd.size() != 1
        ? ""
        : odd.entrySet().stream()
            .map(entry -> "; all but " + printed(List.of(entry.getKey())) + " ("
                + entry.getKey().subject() + ") are " + words(entry.getValue()))
            .collect(Collectors.joining());
  }

  private void checkPaper(Map<List<Claim>, Set<PrintedRounding>> told) {
    Set<PrintedRounding> common = EnumSet.allOf(PrintedRounding.class);
    told.values().forEach(common::retainAll);
    Map<String, List<String>> byWords = new LinkedHashMap<>();
    told.forEach((claims, roundings) -> byWords
        .computeIfAbsent(words(roundings), words -> new ArrayList<>())
        .add(claims.get(0).section()));
    String arithmetic = byWords.entrySet().stream()
        .map(entry -> entry.getKey() + " in " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
    findings.add(
        Check.ROUNDING,
        common.isEmpty() ? Verdict.CONTRADICTS : Verdict.CONSISTENT,
        told.keySet().stream().map(this::tellingMost).toList(),
        "rounding of percentages between sections",
        arithmetic);
  }

  private Claim tellingMost(List<Claim> claims) {
    return Collections.min(
        claims, Comparator.comparing(claim -> roundings(claim).size()));
  }

  private void checkProportion(List<Claim> claims) {
    List<String> texts =
        claims.stream().map(claim -> claim.number().orElseThrow().text()).toList();
    if (texts.stream().distinct().count() > 1) {
      PrintedNumber first = claims.get(0).number().orElseThrow();
      String places = claims.stream()
          .map(claim -> claim.number().orElseThrow().text() + " in " + claim.section())
          .distinct()
          .collect(Collectors.joining(", "));
      findings.add(
          Check.ROUNDING,
          Verdict.CONTRADICTS,
          claims,
          "one proportion printed in two ways",
          PossibleCounts.of(claims.get(0)).proportions.get(0).text(first) + " is printed "
              + places);
    }
  }

  private static String printed(List<Claim> claims) {
    return claims.stream()
        .map(claim -> claim.number().orElseThrow().text())
        .collect(Collectors.joining(", "));
  }

  private String byRounding(List<Claim> claims) {
    Map<String, List<Claim>> byWords = new LinkedHashMap<>();
    claims.forEach(claim -> byWords
        .computeIfAbsent(words(roundings(claim)), words -> new ArrayList<>())
        .add(claim));
    return byWords.entrySet().stream()
        .map(entry -> printed(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  /** Of numbers that can be printed, the nearest on either side of the one that is. */
  static String nearest(PrintedNumber printed, Stream<Fraction> possible) {
    NavigableSet<BigDecimal> numbers = possible
        .map(number -> number.round(PrintedRounding.HALF_UP, printed.decimals()))
        .collect(Collectors.toCollection(TreeSet::new));
    return numbers.isEmpty()
        ? ""
        : "; nearest possible: "
            + Stream.of(numbers.floor(printed.value()), numbers.ceiling(printed.value()))
                .flatMap(Stream::ofNullable)
                .map(BigDecimal::toPlainString)
                .distinct()
                .collect(Collectors.joining(" or "));
  }

  static String words(Set<PrintedRounding> roundings) {
    if (roundings.size() == PrintedRounding.values().length) {
      return "the same by every rounding";
    }
    Set<PrintedRounding> rest = EnumSet.copyOf(roundings);
    List<String> words = new ArrayList<>();
    Set<PrintedRounding> nearest =
        EnumSet.of(PrintedRounding.HALF_UP, PrintedRounding.HALF_EVEN, PrintedRounding.HALF_DOWN);
    if (rest.containsAll(nearest)) {
      rest.removeAll(nearest);
      words.add("rounded to the nearest");
    }
    rest.forEach(rounding -> words.add(rounding.words()));
    return String.join(" or ", words);
  }
}
