package io.github.avnfh.staging.response;

import io.github.avnfh.core.Timepoint;
import java.util.List;
import org.immutables.value.Value;

/**
 * A visit at which images of a hip were read, by one reader or several.
 *
 * <pre>{@code
 * Response response = ResponseRule.study(5).assess(cohort.hips().get(0));
 * for (ImagingVisit occasion : response.compared()) {
 *   System.out.println(occasion.timepoint().code() + ", day " + occasion.day() + ", "
 *       + String.join(", ", occasion.readers()));
 * }
 * // BL, day -11, consensus
 * // M24, day 733, consensus
 * }</pre>
 */
@Value.Immutable
public sealed interface ImagingVisit permits ImmutableImagingVisit {

  /**
   * Returns the planned moment.
   *
   * @return the timepoint
   */
  Timepoint timepoint();

  /**
   * Returns the day of the first images of the visit.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the codes of those whose readings count, in alphabetical order.
   *
   * @return the readers; only the adjudicator where there is a reading of the adjudicator
   */
  List<String> readers();

  /**
   * Returns an occasion.
   *
   * @param timepoint the planned moment
   * @param day the day of the first images
   * @param readers the codes of those whose readings count
   * @return the occasion
   */
  static ImagingVisit of(Timepoint timepoint, int day, List<String> readers) {
    return ImmutableImagingVisit.builder()
        .timepoint(timepoint)
        .day(day)
        .addAllReaders(readers)
        .build();
  }
}
