package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.internal.OneLine;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One reading of a hip's images: who read which images of which day, and what was found.
 *
 * <pre>{@code
 * ImageReading films = ImageReading.builder()
 *     .timepoint(Timepoint.ofMonths(12))
 *     .day(371)
 *     .modality(Modality.RADIOGRAPH)
 *     .view(View.TWO_PLANES)
 *     .reader("first reader")
 *     .findings(Findings.builder().crescent(Presence.PRESENT).crescentPercent(12).build())
 *     .build();
 * films.isConsensus();         // false
 * films.findings().crescent(); // PRESENT
 * }</pre>
 */
@Value.Immutable
public sealed interface ImageReading permits ImmutableImageReading {
  /** The code of the reader whose reading settles where others differ. */
  String CONSENSUS = "consensus";

  /**
   * Returns the planned moment.
   *
   * @return the timepoint
   */
  Timepoint timepoint();

  /**
   * Returns the day on which the images were taken.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the kind of images.
   *
   * @return the modality
   */
  Modality modality();

  /**
   * Returns which projections or slices were read.
   *
   * @return the view, if it was recorded
   */
  Optional<View> view();

  /**
   * Returns who read the images, as the study's code.
   *
   * @return the code of the reader, such as {@code R1} or {@code consensus}
   */
  String reader();

  /**
   * Returns what was found.
   *
   * @return the findings
   */
  @Value.Redacted
  Findings findings();

  /**
   * Tells whether this is the reading that settles where others differ.
   *
   * @return whether the reader is {@link #CONSENSUS}
   */
  default boolean isConsensus() {
    return reader().equals(CONSENSUS);
  }

  /**
   * Refuses an impossible day and a reader without a code.
   *
   * @throws IllegalArgumentException if the day lies outside its range or the code is not one line
   *     of visible characters with blanks only inside
   */
  @Value.Check
  default void check() {
    Timepoint.DAY.check(day());
    OneLine.check("reader", reader());
  }

  /**
   * Starts a reading.
   *
   * @return a builder; everything but the view is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds readings. */
  final class Builder extends ImmutableImageReading.Builder {
    Builder() {}
  }
}
