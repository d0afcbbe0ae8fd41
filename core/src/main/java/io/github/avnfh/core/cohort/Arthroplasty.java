package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Timepoint;
import org.immutables.value.Value;

/**
 * The replacement of a hip by a total hip arthroplasty (THA): an event, not a stage.
 *
 * <pre>{@code
 * Hip hip = Hip.builder()
 *     .id(HipId.of(PatientId.of("P01"), Side.LEFT))
 *     .etiology(Etiology.CORTICOSTEROID)
 *     .baselineStage(SteinbergStage.STAGE_III)
 *     .arthroplasty(Arthroplasty.onDay(412))
 *     .build();
 * hip.arthroplasty().map(Arthroplasty::day); // Optional[412]
 * }</pre>
 */
@Value.Immutable
public sealed interface Arthroplasty permits ImmutableArthroplasty {

  /**
   * Returns the day of the operation.
   *
   * @return whole days from the first treatment, 0 or later
   */
  @Value.Redacted
  int day();

  /**
   * Returns an arthroplasty.
   *
   * @param day whole days from the first treatment
   * @return the arthroplasty
   * @throws IllegalArgumentException if the day lies before the first treatment or is impossible
   */
  static Arthroplasty onDay(int day) {
    if (day < 0 || !Timepoint.DAY.allows(day)) {
      throw new IllegalArgumentException(
          "arthroplasty [days from the first treatment] must lie in 0.."
              + (int) Timepoint.DAY.high() + ", but was " + day);
    }
    return ImmutableArthroplasty.builder().day(day).build();
  }
}
