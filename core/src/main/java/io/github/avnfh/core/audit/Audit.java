package io.github.avnfh.core.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All checks of a paper's printed numbers.
 *
 * <pre>{@code
 * for (Finding finding : Audit.of(Paper.study()).findings(Verdict.CONTRADICTS)) {
 *   if (finding.check() == Check.PERCENTAGE) {
 *     System.out.println(finding.subject() + ": " + finding.arithmetic());
 *   }
 * }
 * // idiopathic hips improved or stable: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
 * }</pre>
 */
public final class Audit {
  private final List<Finding> findings;

  private Audit(List<Finding> findings) {
    this.findings = findings;
  }

  /**
   * Checks a paper.
   *
   * @param paper what is printed
   * @return the audit
   */
  public static Audit of(Paper paper) {
    FindingList findings = new FindingList();
    List<Claim> claims = paper.claims();
    Map<String, Claim> byId = new LinkedHashMap<>();
    claims.forEach(claim -> byId.put(claim.id(), claim));
    claims.forEach(new PercentageCheck(findings)::check);
    new RoundingCheck(findings).check(claims);
    checkUnits(findings, claims);
    new ConflictCheck(findings).check(claims);
    claims.forEach(new MeanCheck(findings)::check);
    claims.forEach(new StandardDeviationCheck(findings)::check);
    claims.forEach(new ExtremesCheck(findings)::check);
    claims.forEach(new MedianCheck(findings)::check);
    claims.forEach(new SubgroupCheck(findings, byId)::check);
    claims.forEach(new RatioCheck(findings, byId)::check);
    new RelationCheck(findings, claims).check();
    claims.forEach(new PValueCheck(findings, byId)::check);
    new BaselineCheck(findings, claims).check();
    claims.forEach(claim -> checkPrinted(findings, claim));
    return new Audit(findings.list());
  }

  /** One claim of each section stands for all that count the same there. */
  private static void checkUnits(FindingList findings, List<Claim> claims) {
    Map<String, Map<String, Claim>> byUnit = new LinkedHashMap<>();
    claims.stream()
        .filter(claim -> claim.kind() == Claim.Kind.PERCENT && claim.number().isPresent())
        .forEach(claim -> claim
            .unit()
            .ifPresent(unit -> byUnit
                .computeIfAbsent(unit, key -> new LinkedHashMap<>())
                .putIfAbsent(claim.section(), claim)));
    if (byUnit.size() > 1) {
      String places = byUnit.entrySet().stream()
          .map(entry ->
              entry.getKey() + " in " + String.join(", ", entry.getValue().keySet()))
          .collect(Collectors.joining("; "));
      findings.add(
          Check.DENOMINATOR,
          Verdict.UNDECIDABLE,
          byUnit.values().stream().flatMap(counted -> counted.values().stream()).toList(),
          "what percentages are taken of",
          places + "; a percentage without its unit can be either");
    }
  }

  /** Counts that are not printed are answered by the relations between claims. */
  private static void checkPrinted(FindingList findings, Claim claim) {
    boolean answered = claim.kind() == Claim.Kind.P
        || claim.kind() == Claim.Kind.RELATION
        || PossibleCounts.exist(claim);
    if (claim.printed().isEmpty() && !answered) {
      findings.add(
          Check.PRINTED, Verdict.UNDECIDABLE, claim, "announced or needed, and nothing is printed");
    }
  }

  /**
   * Returns what all checks say.
   *
   * @return the findings by check, and within a check in the order of the paper
   */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns what the checks say in one way.
   *
   * @param verdict the verdict
   * @return the findings with that verdict, by check, and within a check in the order of the paper
   */
  public List<Finding> findings(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }

  @Override
  public String toString() {
    return "Audit{" + findings.size() + " findings}";
  }
}
