package io.github.avnfh.core.treatment;

import io.github.avnfh.core.Quantity;
import org.immutables.value.Value;

/**
 * One run of a centrifuge.
 *
 * <pre>{@code
 * Centrifugation second = Centrifugation.of(3_000, 7);
 * second.relativeForce(10); // 1006.4…
 * }</pre>
 */
@Value.Immutable
public sealed interface Centrifugation permits ImmutableCentrifugation {
  /** Speed of the rotor, in revolutions per minute. */
  Quantity SPEED = Quantity.of("speed of a spin", "revolutions per minute", 1, 200_000);

  /** Duration of the run, in minutes. */
  Quantity DURATION = Quantity.of("duration of a spin", "min", 0.1, 1_440);

  /** Distance of the sample from the axis of the rotor, in centimeters. */
  Quantity RADIUS = Quantity.of("radius of a rotor", "cm", 0.1, 100);

  /**
   * Returns the speed of the rotor.
   *
   * @return the speed in revolutions per minute
   */
  double revolutionsPerMinute();

  /**
   * Returns how long it ran.
   *
   * @return the duration in minutes
   */
  double minutes();

  /**
   * Returns a spin.
   *
   * @param revolutionsPerMinute the speed of the rotor in revolutions per minute
   * @param minutes the duration in minutes
   * @return the spin
   * @throws IllegalArgumentException if speed or duration is impossible
   */
  static Centrifugation of(double revolutionsPerMinute, double minutes) {
    return ImmutableCentrifugation.builder()
        .revolutionsPerMinute(SPEED.check(revolutionsPerMinute))
        .minutes(DURATION.check(minutes))
        .build();
  }

  /**
   * Returns the relative centrifugal force, which the speed alone does not give.
   *
   * <p>Computed as (2 pi n / 60)<sup>2</sup> r / g, with n the speed in revolutions per minute, r
   * the radius in meters and g the standard gravity of 9.80665 m/s<sup>2</sup>; that is close to
   * the rule of thumb of 1.118e-5 times the radius in centimeters times n squared.
   *
   * @param radiusCentimeters the distance of the sample from the axis in centimeters, 0.1 to 100
   * @return the force as a multiple of standard gravity
   * @throws IllegalArgumentException if the radius is impossible
   */
  default double relativeForce(double radiusCentimeters) {
    double radiansPerSecond = 2 * Math.PI * revolutionsPerMinute() / 60;
    double meters = RADIUS.check(radiusCentimeters) / 100;
    return radiansPerSecond * radiansPerSecond * meters / 9.80665;
  }
}
