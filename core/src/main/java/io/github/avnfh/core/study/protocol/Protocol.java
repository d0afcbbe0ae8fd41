package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.imaging.Modality;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The protocol of a study as data: criteria, visits, images, injections and processing.
 *
 * <pre>{@code
 * Protocol mine = Protocol.builder()
 *     .name("mine")
 *     .source(Sources.ANALYST)
 *     .visits(VisitSchedule.within(
 *         "the study's handbook", 14, List.of(Timepoint.baseline(), Timepoint.ofMonths(12))))
 *     .addInstruments(Instruments.HARRIS_HIP_SCORE)
 *     .processing(Processing.builder().build())
 *     .build();
 * mine.visits().visitOn(370).map(visit -> visit.timepoint().code()); // Optional[M12]
 * }</pre>
 */
@Value.Immutable
public sealed interface Protocol permits ImmutableProtocol {

  /**
   * Returns the name.
   *
   * @return the name, by which a caller chooses a protocol
   */
  String name();

  /**
   * Returns where the protocol was published.
   *
   * @return the source
   */
  Citation source();

  /**
   * Returns the criteria of eligibility.
   *
   * @return the criteria in the order of the source, no two with one identifier
   */
  List<EligibilityCriterion> criteria();

  /**
   * Returns the planned visits.
   *
   * @return the schedule
   */
  VisitSchedule visits();

  /**
   * Returns the instruments that are asked at every visit.
   *
   * @return the instruments
   */
  List<Instrument> instruments();

  /**
   * Returns the visits with images.
   *
   * @return their timepoints, each a planned visit
   */
  List<Timepoint> imaging();

  /**
   * Returns the kinds of images of which any one will do.
   *
   * @return the modalities
   */
  List<Modality> modalities();

  /**
   * Returns the planned injections.
   *
   * @return the injections, numbered from 1
   */
  List<PlannedInjection> injections();

  /**
   * Returns what is demanded of decompression, aspiration and preparation.
   *
   * @return the demands
   */
  Processing processing();

  /**
   * Returns the months after which survival and progression are told, if the protocol says so.
   *
   * @return whole months, 1 or more
   */
  OptionalInt horizonMonths();

  /**
   * Refuses two criteria with one identifier, images without a planned visit, and injections that
   * are not numbered from 1.
   *
   * @throws IllegalArgumentException if the protocol contradicts itself
   */
  @Value.Check
  default void check() {
    long ids =
        criteria().stream().map(criterion -> criterion.rule().id()).distinct().count();
    if (ids < criteria().size()) {
      throw new IllegalArgumentException("criteria of a protocol [distinct ids] must be "
          + criteria().size() + ", but were " + ids);
    }
    for (Timepoint timepoint : imaging()) {
      if (visits().visit(timepoint).isEmpty()) {
        throw new IllegalArgumentException(
            "images of a protocol [timepoint] must belong to a planned visit, but were at "
                + timepoint.code());
      }
    }
    List<Integer> numbers = injections().stream().map(PlannedInjection::number).toList();
    if (!numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
      throw new IllegalArgumentException("injections of a protocol [numbers] must be 1.."
          + numbers.size() + " in order, but were " + numbers);
    }
  }

  /**
   * Starts a protocol.
   *
   * @return a builder; name, source, visits and processing are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds protocols. */
  final class Builder extends ImmutableProtocol.Builder {
    Builder() {}
  }
}
