package io.github.avnfh.core.evidence;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.internal.OneLine;
import java.util.EnumSet;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A threshold of an instrument: the value with its unit, the population in which it was found, what
 * it stands for, and its source.
 *
 * <p>A threshold holds for its population; none is a default. What thresholds of different kinds
 * stand for cannot be exchanged: a minimal important difference says that a change matters, a
 * minimal detectable change that it is more than an error of measurement, an acceptable state
 * nothing about change at all. So thresholds are compared within one kind only.
 *
 * <pre>{@code
 * Threshold gain = Threshold.chosen(Instruments.HARRIS_HIP_SCORE, 20, Boundary.STRICT);
 * gain.isReachedBy(20); // false
 * gain.text();          // study threshold: improvement > 20.0 points (none; chosen for this analysis)
 * }</pre>
 */
@Value.Immutable
public sealed interface Threshold permits ImmutableThreshold {

  /** What a threshold stands for. */
  enum Kind implements Coded {
    /** Minimal clinically important difference: the smallest improvement that matters. */
    MCID("MCID", EnumSet.of(Measure.IMPROVEMENT, Measure.PERCENT_IMPROVEMENT)),

    /** Minimal clinically important improvement, asked of those who got better. */
    MCII("MCII", EnumSet.of(Measure.IMPROVEMENT, Measure.PERCENT_IMPROVEMENT)),

    /** Substantial clinical benefit, which some publish as a change and some as a state. */
    SCB("SCB", EnumSet.of(Measure.IMPROVEMENT, Measure.PERCENT_IMPROVEMENT, Measure.LATER_SCORE)),

    /** Patient acceptable symptom state, however it was reached. */
    PASS("PASS", EnumSet.of(Measure.LATER_SCORE)),

    /** Minimal detectable change: beyond the error of measurement, whether it matters or not. */
    MDC("MDC", EnumSet.of(Measure.CHANGE_EITHER_WAY)),

    /** What a study or an analyst counted, without a claim to clinical importance. */
    STUDY("study", EnumSet.allOf(Measure.class));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // the set is private and never changed
    private final Set<Measure> measures;

    Kind(String code, Set<Measure> measures) {
      this.code = code;
      this.measures = measures;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** What is held against a threshold. */
  enum Measure implements Coded {
    /** The improvement, positive for the better whichever way the scale runs. */
    IMPROVEMENT("improvement"),

    /** The improvement in percent of the earlier score. */
    PERCENT_IMPROVEMENT("percent_improvement"),

    /** The later score alone. */
    LATER_SCORE("later_score"),

    /** The difference of two scores without its sign. */
    CHANGE_EITHER_WAY("change_either_way");

    private final String code;

    Measure(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Returns the rule with its source.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the instrument for which the threshold holds.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns the population in which the threshold was found.
   *
   * @return the population in words
   */
  String population();

  /**
   * Returns what the threshold stands for.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns what is held against the threshold.
   *
   * @return the measure
   */
  Measure measure();

  /**
   * Returns the threshold itself.
   *
   * @return the value in {@link #unit()}
   */
  double value();

  /**
   * Returns what a value on the threshold gets.
   *
   * @return strict or inclusive
   */
  Boundary cut();

  /**
   * Returns the unit of the value.
   *
   * @return the instrument's unit, or {@code % of the earlier score}
   */
  default String unit() {
    return measure() == Measure.PERCENT_IMPROVEMENT
        ? "% of the earlier score"
        : instrument().quantity().unit();
  }

  /**
   * Tells whether a measured value reaches the threshold.
   *
   * @param measured a value of {@link #measure()} in {@link #unit()}
   * @return true if it lies on the good side of the threshold, or on it where that is enough; for a
   *     score on a scale where less is better, the good side is below
   */
  default boolean isReachedBy(double measured) {
    return lessIsBetter() ? cut().isPassed(value(), measured) : cut().isPassed(measured, value());
  }

  private boolean lessIsBetter() {
    return measure() == Measure.LATER_SCORE
        && instrument().direction() == Direction.LOWER_IS_BETTER;
  }

  /**
   * Tells whether this threshold asks for more than another one of its kind.
   *
   * @param other a threshold of the same kind, measure and instrument
   * @return true if something reaches the other one and not this one
   * @throws IllegalArgumentException if kind, measure or instrument differ, because the two cannot
   *     be compared then
   */
  default boolean asksMoreThan(Threshold other) {
    comparable("kind", kind().code(), other.kind().code());
    comparable("measure", measure().code(), other.measure().code());
    comparable("instrument", instrument().code(), other.instrument().code());
    if (value() == other.value()) {
      return cut() == Boundary.STRICT && other.cut() == Boundary.INCLUSIVE;
    }
    return lessIsBetter() ? value() < other.value() : value() > other.value();
  }

  private static void comparable(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new IllegalArgumentException(what + " of a threshold to compare with [code] must be "
          + expected + ", but was " + actual);
    }
  }

  /**
   * Returns the threshold as one line.
   *
   * @return kind, measure, cut, value, unit and population
   */
  default String text() {
    String sign = lessIsBetter() ? cut().code().replace('>', '<') : cut().code();
    return kind().code() + " threshold: " + measure().words() + " " + sign + " " + value() + " "
        + unit() + " (" + population() + ")";
  }

  /**
   * Refuses a measure that does not go with the kind, a state outside the instrument's range, a
   * detectable change that is not above 0, and other values that are not finite.
   *
   * @throws IllegalArgumentException if the threshold contradicts itself
   */
  @Value.Check
  default void check() {
    OneLine.check("population of a threshold", population());
    if (!kind().measures.contains(measure())) {
      throw new IllegalArgumentException("measure of a threshold [code] must be one that "
          + kind().code() + " has, but was " + measure().code());
    }
    if (measure() == Measure.LATER_SCORE) {
      instrument().quantity().check(value());
    }
    boolean positive = kind() != Kind.MDC || value() > 0;
    if (!Double.isFinite(value()) || !positive) {
      throw new IllegalArgumentException(kind().code() + " threshold [" + unit()
          + "] must be finite" + (kind() == Kind.MDC ? " and above 0.0" : "") + ", but was "
          + value());
    }
  }

  /**
   * Returns a chosen threshold for improvement, to see how much an answer depends on it.
   *
   * @param instrument the instrument
   * @param points the threshold in the instrument's unit, positive for improvement
   * @param cut what an improvement on the threshold gets
   * @return a threshold without a published source, which its citation says
   * @throws IllegalArgumentException if the threshold is not finite
   */
  static Threshold chosen(Instrument instrument, double points, Boundary cut) {
    return builder()
        .rule(Rule.of(
            "CHOSEN-" + instrument.code().replace(' ', '_') + cut.code() + points,
            "1.0",
            "a hip responds if its improvement is " + cut.code() + " " + points,
            Sources.ANALYST))
        .instrument(instrument)
        .population("none; chosen for this analysis")
        .kind(Kind.STUDY)
        .measure(Measure.IMPROVEMENT)
        .value(points)
        .cut(cut)
        .build();
  }

  /**
   * Starts a threshold.
   *
   * @return a builder; everything is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds thresholds. */
  final class Builder extends ImmutableThreshold.Builder {
    Builder() {}
  }
}
