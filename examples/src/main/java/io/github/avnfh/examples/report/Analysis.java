package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a cohort is analyzed: by which protocol, if by any, and up to when.
 *
 * <p>Without a protocol no cohort is held against the plan of another study.
 *
 * @param protocol the protocol that was followed, if one is named
 * @param horizonMonths the months after which survival, progression and the last scores are told
 */
public record Analysis(Optional<Protocol> protocol, int horizonMonths) {
  private static final int TWO_YEARS = 24;
  private static final List<Integer> EARLIER = List.of(6, 12);

  /**
   * Returns the analysis of the study's cohort: by its protocol, over 24 months.
   *
   * @return the analysis
   */
  public static Analysis study() {
    return new Analysis(Optional.of(StudyProtocol.withHalfwayWindows()), TWO_YEARS);
  }

  /**
   * Returns the analysis of a cohort for which no protocol is named, over 24 months.
   *
   * @return the analysis
   */
  public static Analysis withoutProtocol() {
    return new Analysis(Optional.empty(), TWO_YEARS);
  }

  /**
   * Returns this analysis up to another time.
   *
   * @param months whole months, 1 to 1200
   * @return the analysis
   * @throws IllegalArgumentException if the months lie outside their range
   */
  public Analysis withHorizon(int months) {
    if (months < 1 || months > 1200) {
      throw new IllegalArgumentException("horizon [months] must lie in 1..1200, but was " + months);
    }
    return new Analysis(protocol, months);
  }

  /**
   * Returns the analysis of a cohort by a protocol of the caller, up to the horizon that it names,
   * or over 24 months.
   *
   * @param protocol the protocol
   * @return the analysis
   */
  public static Analysis by(Protocol protocol) {
    return new Analysis(Optional.of(protocol), protocol.horizonMonths().orElse(TWO_YEARS));
  }

  /** Tells whether the study's own plan is what the cohort is held against. */
  boolean isStudy() {
    return protocol.map(Protocol::source).filter(Sources.STUDY::equals).isPresent();
  }

  /**
   * The study prints all hips at every visit; elsewhere a score that tells of a prosthesis does not
   * count as one of the hip.
   */
  ArthroplastyPolicy policy() {
    return isStudy() ? ArthroplastyPolicy.INCLUDE : ArthroplastyPolicy.EXCLUDE_AFTER;
  }

  Timepoint horizon() {
    return Timepoint.ofMonths(horizonMonths);
  }

  int horizonDay() {
    return horizon().nominalDay().orElseThrow();
  }

  /** The months at which progression is told, the horizon last. */
  List<Integer> months() {
    return IntStream.concat(
            EARLIER.stream().mapToInt(Integer::intValue).filter(month -> month < horizonMonths),
            IntStream.of(horizonMonths))
        .boxed()
        .toList();
  }
}
