package io.github.avnfh.core.audit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of a paper to which another claim refers by their ids, and whether it may. */
final class ClaimReferences {
  private ClaimReferences() {}

  static List<String> ids(Claim claim) {
    return switch (claim.kind()) {
      case P -> Comparison.of(claim.basis(), claim.printed()).ids;
      case RELATION ->
        RatioCheck.quotient(claim)
            .map(RatioCheck.Quotient::ids)
            .orElseGet(() -> Equation.isRandomized(claim.basis())
                ? List.of()
                : Equation.of(claim.basis()).ids());
      case MEAN -> SubgroupCheck.ids(claim);
      case RATIO -> RatioCheck.ids(claim);
      default -> List.of();
    };
  }

  /** Returns claims by their ids; of claims with one id the first is kept. */
  static Map<String, Claim> byId(List<Claim> claims) {
    Map<String, Claim> byId = new HashMap<>();
    claims.forEach(claim -> byId.putIfAbsent(claim.id(), claim));
    return byId;
  }

  /** What is wrong with the references of a claim. */
  static Optional<String> problem(Claim claim, Map<String, Claim> byId) {
    Set<Claim.Kind> allowed = allowed(claim, byId);
    for (String id : ids(claim)) {
      Optional<Claim> other = Optional.ofNullable(byId.get(id));
      if (other.isEmpty()) {
        return Optional.of(
            "names " + id + ", which is the id of no row; ids of rows were expected");
      }
      if (!allowed.contains(other.get().kind())) {
        return Optional.of("names " + id + ", which is a " + other.get().kind().code()
            + "; another kind was expected");
      }
    }
    return Optional.empty();
  }

  private static boolean isMean(@Nullable Claim claim) {
    return claim != null && claim.kind() == Claim.Kind.MEAN;
  }

  private static Set<Claim.Kind> allowed(Claim claim, Map<String, Claim> byId) {
    if (claim.kind() == Claim.Kind.RELATION
        && !Equation.isRandomized(claim.basis())
        && RatioCheck.quotient(claim).isEmpty()
        && Equation.of(claim.basis()).isOfPercentages()) {
      return EnumSet.of(Claim.Kind.PERCENT);
    }
    if (claim.kind() == Claim.Kind.MEAN) {
      return EnumSet.of(Claim.Kind.MEAN);
    }
    if (claim.kind() == Claim.Kind.RATIO) {
      return EnumSet.of(Claim.Kind.COUNT, Claim.Kind.PERCENT);
    }
    if (claim.kind() != Claim.Kind.P) {
      return EnumSet.of(
          Claim.Kind.COUNT,
          Claim.Kind.PERCENT,
          Claim.Kind.MEAN,
          Claim.Kind.MEDIAN,
          Claim.Kind.RATIO,
          Claim.Kind.NUMBER);
    }
    Comparison comparison = Comparison.of(claim.basis(), claim.printed());
    return comparison.kinds(comparison.ids.stream().limit(1).anyMatch(id -> isMean(byId.get(id))));
  }
}
