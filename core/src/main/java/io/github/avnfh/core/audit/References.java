package io.github.avnfh.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The claims to which another claim refers. */
final class References {
  private References() {}

  static List<String> ids(Claim claim) {
    return switch (claim.kind()) {
      case P -> Comparison.of(claim).ids;
      case RELATION -> Equation.of(claim).ids();
      default -> List.of();
    };
  }

  /** What is wrong with the references of a claim. */
  static Optional<String> problem(Claim claim, List<Claim> claims) {
    Set<Claim.Kind> allowed = allowed(claim);
    for (String id : ids(claim)) {
      Optional<Claim> other =
          claims.stream().filter(named -> named.id().equals(id)).findFirst();
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

  private static Set<Claim.Kind> allowed(Claim claim) {
    if (claim.kind() != Claim.Kind.P) {
      return EnumSet.of(Claim.Kind.COUNT, Claim.Kind.PERCENT, Claim.Kind.MEAN, Claim.Kind.NUMBER);
    }
    return Comparison.of(claim).isPaired
        ? EnumSet.of(Claim.Kind.MEAN)
        : EnumSet.of(Claim.Kind.COUNT, Claim.Kind.PERCENT);
  }
}
