package io.github.avnfh.core;

import io.github.avnfh.core.internal.Notation;
import io.github.avnfh.core.internal.Quoted;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.immutables.value.Value;

/**
 * The planned moment of a visit, counted in months from the first treatment.
 *
 * <p>Months are names, days are measured: what happened when is told by the day of the visit, which
 * is a whole number of days from the first treatment. A month has {@value #DAYS_PER_MONTH} days on
 * average.
 *
 * <pre>{@code
 * Timepoint oneYear = Timepoint.ofMonths(12);
 * oneYear.code();                   // M12
 * oneYear.nominalDay();             // OptionalInt[365]
 * Timepoint.parse("BL").months();   // OptionalInt[0]
 * Timepoint.unscheduled().months(); // OptionalInt.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface Timepoint extends Comparable<Timepoint> permits ImmutableTimepoint {
  /** The average length of a month: 365.25 days divided by 12. */
  double DAYS_PER_MONTH = 30.4375;

  /** Days from the first treatment. */
  Quantity DAY = Quantity.of("day", "days from the first treatment", -3_650, 36_525);

  /**
   * Returns the planned number of months, if the visit was planned.
   *
   * @return the months from the first treatment, 0 for baseline
   */
  OptionalInt months();

  /**
   * Returns the moment before the first treatment, which files write {@code BL}.
   *
   * @return baseline
   */
  static Timepoint baseline() {
    return ofMonths(0);
  }

  /**
   * Returns the moment of a visit outside the plan, which files write {@code UNS}.
   *
   * @return unscheduled
   */
  static Timepoint unscheduled() {
    return ImmutableTimepoint.builder().months(OptionalInt.empty()).build();
  }

  /**
   * Returns a planned moment.
   *
   * @param months the months from the first treatment, in 0..1200
   * @return the moment
   * @throws IllegalArgumentException if the number of months lies outside that range
   */
  static Timepoint ofMonths(int months) {
    if (months < 0 || months > 1200) {
      throw new IllegalArgumentException(
          "timepoint [months] must lie in 0..1200, but was " + months);
    }
    return ImmutableTimepoint.builder().months(OptionalInt.of(months)).build();
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text {@code BL}, {@code M} with a number of months, or {@code UNS}
   * @return the moment
   * @throws IllegalArgumentException if the text is no such code
   */
  static Timepoint parse(String text) {
    if (text.equals("BL")) {
      return baseline();
    }
    if (text.equals("UNS")) {
      return unscheduled();
    }
    Matcher months = Notation.MONTHS.matcher(text);
    if (!months.matches()) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a timepoint; BL, UNS, or M and the months as in M6 was expected");
    }
    return ofMonths(Integer.parseInt(months.group(1)));
  }

  /**
   * Returns the code that files write.
   *
   * @return {@code BL}, {@code M6} and the like, or {@code UNS}
   */
  default String code() {
    if (months().isEmpty()) {
      return "UNS";
    }
    return months().getAsInt() == 0 ? "BL" : "M" + months().getAsInt();
  }

  /**
   * Returns the day on which a planned visit is due.
   *
   * @return the months times {@value #DAYS_PER_MONTH}, rounded to the nearest whole day, half up;
   *     nothing if unscheduled
   */
  default OptionalInt nominalDay() {
    return months().isPresent()
        ? OptionalInt.of((int) Math.round(months().getAsInt() * DAYS_PER_MONTH))
        : OptionalInt.empty();
  }

  @Override
  default int compareTo(Timepoint other) {
    return Integer.compare(
        months().orElse(Integer.MAX_VALUE), other.months().orElse(Integer.MAX_VALUE));
  }
}
