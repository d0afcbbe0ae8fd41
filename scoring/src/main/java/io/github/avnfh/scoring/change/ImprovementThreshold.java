package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** A threshold for the improvement of a hip, in points or in percent of the earlier score. */
@Value.Immutable
public sealed interface ImprovementThreshold extends ResponderRule
    permits ImmutableImprovementThreshold {

  /** What a threshold for improvement stands for. */
  enum Kind implements Coded {
    /** Minimal clinically important improvement, or difference. */
    MINIMAL_IMPORTANT("MCII"),

    /** Substantial clinical benefit, as a change. */
    SUBSTANTIAL_BENEFIT("SCB"),

    /** An improvement that a study counted, without a claim to clinical importance. */
    STUDY_DEFINITION("study");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** In what an improvement is measured. */
  enum Scale implements Coded {
    /** Points of the instrument. */
    POINTS("points"),

    /** Percent of the earlier score. */
    PERCENT("percent");

    private final String code;

    Scale(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  @Override
  Rule rule();

  @Override
  Instrument instrument();

  @Override
  String population();

  /**
   * Returns what the threshold stands for.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns in what the improvement is measured.
   *
   * @return points or percent
   */
  Scale scale();

  /**
   * Returns the threshold.
   *
   * @return points or percent, positive for improvement
   */
  double threshold();

  /**
   * Returns what an improvement on the threshold gets.
   *
   * @return strict or inclusive
   */
  Cut cut();

  @Override
  default Optional<Boolean> isMetBy(Change change) {
    OptionalDouble improvement = scale() == Scale.POINTS
        ? OptionalDouble.of(change.improvement())
        : change.percentImprovement();
    return improvement.isPresent()
        ? Optional.of(cut().isPassed(improvement.getAsDouble(), threshold()))
        : Optional.empty();
  }

  /**
   * Returns a threshold that somebody chose, to see how much an answer hangs on it.
   *
   * @param instrument the instrument
   * @param points the threshold in points, positive for improvement
   * @param cut what an improvement on the threshold gets
   * @return a threshold without a published source, which its citation says
   */
  static ImprovementThreshold chosen(Instrument instrument, double points, Cut cut) {
    return builder()
        .rule(Rule.of(
            "CHOSEN " + instrument.code() + " " + cut.code() + " " + points,
            "1.0",
            "a hip responds if its improvement is " + cut.code() + " " + points,
            Citation.of("The analyst", "Threshold chosen for this analysis", "not published")))
        .instrument(instrument)
        .population("none; chosen for this analysis")
        .kind(Kind.STUDY_DEFINITION)
        .scale(Scale.POINTS)
        .threshold(points)
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

  /** Builds thresholds for improvement. */
  final class Builder extends ImmutableImprovementThreshold.Builder {
    Builder() {}
  }
}
