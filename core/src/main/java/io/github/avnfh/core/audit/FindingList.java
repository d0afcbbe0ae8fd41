package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.List;

/** The findings so far, in the order of checking. */
final class FindingList {
  private final List<Finding> all = new ArrayList<>();

  void add(Check check, Verdict verdict, Claim claim, String arithmetic) {
    add(check, verdict, List.of(claim), arithmetic);
  }

  /** Adds a finding about claims of which the first gives the subject. */
  void add(Check check, Verdict verdict, List<Claim> claims, String arithmetic) {
    add(check, verdict, claims, claims.get(0).subject(), arithmetic);
  }

  void add(Check check, Verdict verdict, List<Claim> claims, String subject, String arithmetic) {
    all.add(ImmutableFinding.builder()
        .check(check)
        .verdict(verdict)
        .addAllClaims(claims.stream().map(Claim::id).toList())
        .addAllSections(claims.stream().map(Claim::section).distinct().toList())
        .subject(subject)
        .arithmetic(arithmetic)
        .build());
  }

  List<Finding> list() {
    return List.copyOf(all);
  }
}
