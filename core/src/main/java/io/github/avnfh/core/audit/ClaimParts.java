package io.github.avnfh.core.audit;

import io.github.avnfh.core.internal.OneLine;
import java.util.regex.Pattern;

/** What a claim of each kind must have, may have and cannot have. */
final class ClaimParts {
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private ClaimParts() {}

  static void check(Claim claim) {
    if (!ID.matcher(claim.id()).matches()) {
      throw new IllegalArgumentException(
          "id [of a claim] must have small letters, digits and hyphens, with a letter first");
    }
    OneLine.check("section", claim.section());
    OneLine.check("quantity", claim.quantity());
    claim.printed().ifPresent(printed -> OneLine.check("printed", printed));
    claim.of().forEach(total -> within("of", total, 1, Integer.MAX_VALUE));
    checkScale(claim);
    checkKind(claim);
  }

  private static void checkScale(Claim claim) {
    claim
        .step()
        .filter(step -> step.signum() <= 0)
        .ifPresent(step -> refuse("step [of the scale] must lie above 0, but was " + step));
    if (claim.low().isPresent()
        && claim.high().isPresent()
        && claim.low().get().compareTo(claim.high().get()) >= 0) {
      refuse("low [end of the scale] must lie below high");
    }
    claim
        .standardDeviation()
        .filter(sd -> sd.value().signum() < 0)
        .ifPresent(sd -> refuse("sd [standard deviation] must be 0 or more, but was " + sd.text()));
  }

  private static void checkKind(Claim claim) {
    switch (claim.kind()) {
      case COUNT -> checkCount(claim);
      case PERCENT -> checkPercent(claim);
      case MEAN, NUMBER -> claim.number();
      case P -> Comparison.of(claim);
      case RELATION -> Equation.of(claim);
    }
    if (claim.standardDeviation().isPresent() && claim.kind() != Claim.Kind.MEAN) {
      refuse("sd belongs to a mean");
    }
    if (claim.count().isPresent() && claim.kind() != Claim.Kind.PERCENT) {
      refuse("count belongs to a percent; a count stands in printed");
    }
    boolean based = claim.kind() == Claim.Kind.P || claim.kind() == Claim.Kind.RELATION;
    if (claim.basis().isPresent() && !based) {
      refuse("basis belongs to a p or a relation");
    }
  }

  private static void checkCount(Claim claim) {
    if (claim.printed().isEmpty() && claim.of().isEmpty()) {
      refuse("of is needed for a count that is not printed");
    }
    claim
        .number()
        .filter(number -> number.decimals() > 0 || number.value().signum() < 0)
        .ifPresent(number -> refuse(
            "count [printed] must be a whole number of 0 or more, but was " + number.text()));
    claim.number().ifPresent(number -> checkTotals(claim, number.value().intValueExact()));
  }

  private static void checkPercent(Claim claim) {
    claim
        .number()
        .filter(number -> number.value().signum() < 0)
        .ifPresent(
            number -> refuse("percent [printed] must be 0 or more, but was " + number.text()));
    if (claim.count().isPresent()) {
      if (claim.of().isEmpty()) {
        refuse("of is needed for a percent with a count");
      }
      checkTotals(claim, claim.count().getAsInt());
    }
  }

  private static void checkTotals(Claim claim, int count) {
    claim.of().forEach(total -> within("count [of " + total + "]", count, 0, total));
  }

  private static void within(String what, int value, int low, int high) {
    if (value < low || value > high) {
      refuse(what + " must lie in " + low + ".." + high + ", but was " + value);
    }
  }

  private static void refuse(String message) {
    throw new IllegalArgumentException(message);
  }
}
