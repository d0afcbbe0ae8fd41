package io.github.avnfh.core.audit;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.internal.OneLine;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a paper prints in one place: a number with what belongs to it, or words about numbers.
 *
 * <p>Claims with the same {@link #quantity()}, {@link #arm()} and {@link #time()} are rivals: they
 * print the same thing and must agree.
 *
 * <pre>{@code
 * Claim improved = Claim.builder()
 *     .id("mri-improved")
 *     .section("MRI assessment")
 *     .quantity("hips improved")
 *     .kind(Claim.Kind.PERCENT)
 *     .printed("32.7")
 *     .count(19)
 *     .addOf(58)
 *     .unit("hips")
 *     .build();
 * Audit.of(Paper.of(List.of(improved))).findings(Verdict.CONSISTENT).get(0).arithmetic();
 * // 32.7 is truncated
 * }</pre>
 */
@Value.Immutable
public sealed interface Claim permits ImmutableClaim {

  /** What kind of thing is printed. */
  enum Kind implements Coded {
    /** A whole number of things. */
    COUNT("count"),
    /** A percentage of a total. */
    PERCENT("percent"),
    /** A mean, with a standard deviation or without. */
    MEAN("mean"),
    /** A median, with quartiles or without. */
    MEDIAN("median"),
    /** An odds, risk or hazard ratio, with limits in {@code low} and {@code high} or without. */
    RATIO("ratio"),
    /** Any other number. */
    NUMBER("number"),
    /** A p value, as a number or as a limit. */
    P("p"),
    /** Words, put as an equation or inequality between claims. */
    RELATION("relation");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the kind
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Kind parse(String text) {
      return Coded.parse(values(), text, "a kind of claim");
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Returns the identifier of the claim in its paper.
   *
   * @return letters a to z or A to Z, digits and hyphens, beginning with a letter
   */
  String id();

  /**
   * Returns the part of the paper in which the claim stands and whose percentages are rounded
   * alike.
   *
   * @return the heading, or the name of the table
   */
  String section();

  /**
   * Returns the quantity of which the number is printed.
   *
   * @return the quantity in words, the same words wherever the same thing is printed
   */
  String quantity();

  /**
   * Returns the group of a trial or cohort for which the quantity is printed.
   *
   * @return the words of the paper, or nothing where it is printed of all
   */
  Optional<String> arm();

  /**
   * Returns the moment for which the quantity is printed.
   *
   * @return the words of the paper, such as {@code 24 months}, or nothing where it has one moment
   */
  Optional<String> time();

  /**
   * Returns the kind of the claim.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns what is printed, without the percent sign and without what stands in brackets beside
   * it.
   *
   * @return the text; nothing if the paper announces or needs the number and does not print it
   */
  Optional<String> printed();

  /**
   * Returns the standard deviation beside a mean.
   *
   * @return the number, 0 or more, in the unit of the mean
   */
  Optional<PrintedNumber> standardDeviation();

  /**
   * Returns the least observed value beside a mean or median.
   *
   * @return the number, in the unit of the mean or median, if it is printed
   */
  Optional<PrintedNumber> minimum();

  /**
   * Returns the greatest observed value beside a mean or median.
   *
   * @return the number, in the unit of the mean or median, if it is printed
   */
  Optional<PrintedNumber> maximum();

  /**
   * Returns the lower quartile beside a median.
   *
   * @return the number, in the unit of the median, if it is printed
   */
  Optional<PrintedNumber> lowerQuartile();

  /**
   * Returns the upper quartile beside a median.
   *
   * @return the number, in the unit of the median, if it is printed
   */
  Optional<PrintedNumber> upperQuartile();

  /**
   * Returns the count beside a percentage.
   *
   * @return the count, if it is printed
   */
  OptionalInt count();

  /**
   * Returns out of how many a count or percentage is, or of how many values a mean or median.
   *
   * @return the total, several where the paper leaves open which it is, or nothing
   */
  List<Integer> of();

  /**
   * Returns what is counted.
   *
   * @return the unit in words, such as {@code hips}
   */
  Optional<String> unit();

  /**
   * Returns the lower end of the scale on which the values of a mean lie, or the lower limit of a
   * ratio.
   *
   * <p>A quantity in {@code years}, {@code months}, {@code weeks}, {@code days} or {@code kg} has
   * no scale: what is printed for its ends are the least and the greatest observed value.
   *
   * @return the lowest possible value or the limit with its printed decimals, if it is known
   */
  Optional<BigDecimal> low();

  /**
   * Returns the upper end of the scale on which the values of a mean lie, or the upper limit of a
   * ratio.
   *
   * @return the highest possible value or the limit with its printed decimals, if it is known
   */
  Optional<BigDecimal> high();

  /**
   * Returns the step of the scale of which all values are multiples.
   *
   * @return the step, above 0, such as 1 for whole points; nothing if it is not known
   */
  Optional<BigDecimal> step();

  /**
   * Returns what a relation says, what a p value or ratio comes from, or what a mean is made of.
   *
   * @return an equation or inequality as {@code a = b + c - 2}, of percentages where a number in it
   *     has a percent sign, as {@code a + b = 100%}; {@code randomized} of the groups whose means
   *     the section prints; {@code paired a b} for the means a and b; {@code compare a b} for the
   *     proportions, or the means of independent groups, a and b and more, or a named test
   *     ({@code student}, {@code welch}, {@code anova}, {@code fisher}, {@code chi-square},
   *     {@code yates}, {@code log-rank}) of them; {@code limits a} for the p value of a ratio with
   *     limits at 95 %; a statistic with its degrees of freedom, as {@code t(58) = 2.31},
   *     {@code F(2, 45) = 3.1}, {@code chi-square(2) = 7.4} or {@code z = 1.9}; {@code odds a b},
   *     {@code risk a b} or {@code ratio a b} for a ratio of the proportions a and b; {@code parts
   *     a b} for the mean of all that the means a and b are parts of
   */
  Optional<String> basis();

  /**
   * Returns the printed number.
   *
   * @return the number of a count, percentage, mean or other number, if it is printed
   */
  @Value.Lazy
  default Optional<PrintedNumber> number() {
    return kind() == Kind.P || kind() == Kind.RELATION
        ? Optional.empty()
        : printed().map(PrintedNumber::of);
  }

  /**
   * Returns what the number is of.
   *
   * @return the quantity, followed by arm and time, commas between them
   */
  default String subject() {
    return Stream.of(Optional.of(quantity()), arm(), time())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /**
   * Refuses claims that cannot be checked because their parts do not fit their kind.
   *
   * @throws IllegalArgumentException if a part is missing, does not belong there or is out of range
   */
  @Value.Check
  default void check() {
    checkParts(this);
  }

  private static void checkParts(Claim claim) {
    if (!Equation.ID.matcher(claim.id()).matches()) {
      throw new IllegalArgumentException(
          "id [of a claim] must have letters a to z or A to Z, digits and hyphens, with a letter first");
    }
    OneLine.check("section", claim.section());
    OneLine.check("quantity", claim.quantity());
    claim.arm().ifPresent(arm -> OneLine.check("arm", arm));
    claim.time().ifPresent(time -> OneLine.check("time", time));
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
    if (claim.kind() != Kind.RATIO
        && claim.low().isPresent()
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
      case MEAN, MEDIAN, RATIO, NUMBER -> claim.number();
      case P -> Comparison.of(claim.basis(), claim.printed());
      case RELATION -> {
        if (!Equation.isRandomized(claim.basis()) && RatioCheck.quotient(claim).isEmpty()) {
          Equation.of(claim.basis());
        }
      }
    }
    if (claim.standardDeviation().isPresent() && claim.kind() != Claim.Kind.MEAN) {
      refuse("sd belongs to a mean");
    }
    checkObserved(claim);
    if (claim.count().isPresent() && claim.kind() != Claim.Kind.PERCENT) {
      refuse("count belongs to a percent; a count is in column printed");
    }
    checkBasis(claim);
  }

  private static void checkBasis(Claim claim) {
    Set<Claim.Kind> based = EnumSet.of(Kind.P, Kind.RELATION, Kind.RATIO, Kind.MEAN);
    if (claim.basis().isPresent() && !based.contains(claim.kind())) {
      refuse("basis belongs to a p, a relation, a ratio or a mean");
    }
    SubgroupCheck.ids(claim);
    RatioCheck.ids(claim);
  }

  private static void checkObserved(Claim claim) {
    boolean isMedian = claim.kind() == Claim.Kind.MEDIAN;
    boolean hasExtremes = claim.minimum().isPresent() || claim.maximum().isPresent();
    if (hasExtremes && !isMedian && claim.kind() != Claim.Kind.MEAN) {
      refuse("min and max belong to a mean or median");
    }
    if (!isMedian && (claim.lowerQuartile().isPresent() || claim.upperQuartile().isPresent())) {
      refuse("q1 and q3 belong to a median");
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

  /**
   * Starts a claim.
   *
   * @return a builder; identifier, section, quantity and kind are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds claims. */
  final class Builder extends ImmutableClaim.Builder {
    Builder() {}
  }
}
