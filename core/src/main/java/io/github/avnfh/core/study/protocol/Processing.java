package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.Centrifugation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * What a protocol demands of decompression, aspiration and the preparation of cells. What is left
 * out is not demanded.
 *
 * <pre>{@code
 * Processing processing = Processing.builder()
 *     .site(AspirationSite.POSTERIOR_ILIAC_CREST)
 *     .addSpins(Centrifugation.of(1_200, 10), Centrifugation.of(3_000, 7))
 *     .allowsCulture(false)
 *     .build();
 * processing.allowsCulture();         // false
 * processing.allowsDensityGradient(); // true
 * }</pre>
 */
@Value.Immutable
public sealed interface Processing permits ImmutableProcessing {

  /**
   * Returns the limits of the aspirated volume.
   *
   * @return the limit in milliliters
   */
  Optional<Limit> aspiratedMilliliters();

  /**
   * Returns the limits of every aliquot of an aspirate.
   *
   * @return the limit in milliliters
   */
  Optional<Limit> aliquotMilliliters();

  /**
   * Returns the limits of the final volume of a preparation.
   *
   * @return the limit in milliliters
   */
  Optional<Limit> finalMilliliters();

  /**
   * Returns the bone from which marrow is aspirated.
   *
   * @return the site
   */
  Optional<AspirationSite> site();

  /**
   * Returns the runs of the centrifuge in their order.
   *
   * @return the spins, empty if none are demanded
   */
  List<Centrifugation> spins();

  /**
   * Returns the diameter of the drill of a decompression.
   *
   * @return the diameter in millimeters
   */
  OptionalDouble drillMillimeters();

  /**
   * Returns whether a density gradient is allowed.
   *
   * @return true unless the protocol forbids it
   */
  @Value.Default
  default boolean allowsDensityGradient() {
    return true;
  }

  /**
   * Returns whether culture of cells is allowed.
   *
   * @return true unless the protocol forbids it
   */
  @Value.Default
  default boolean allowsCulture() {
    return true;
  }

  /**
   * Returns whether cryopreservation of cells is allowed.
   *
   * @return true unless the protocol forbids it
   */
  @Value.Default
  default boolean allowsCryopreservation() {
    return true;
  }

  /**
   * Starts what is demanded.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds what is demanded. */
  final class Builder extends ImmutableProcessing.Builder {
    Builder() {}
  }
}
