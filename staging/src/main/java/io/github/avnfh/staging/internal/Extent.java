package io.github.avnfh.staging.internal;

import io.github.avnfh.core.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A measured extent in three bands, of which the middle one holds both of its bounds. */
public final class Extent {
  private final Quantity quantity;
  private final FindingField column;
  private final double low;
  private final double high;

  /**
   * Describes an extent.
   *
   * @param quantity what is measured
   * @param column the column of the record
   * @param low the lower bound of the middle band, itself in it
   * @param high the upper bound of the middle band, itself in it
   */
  public Extent(Quantity quantity, FindingField column, double low, double high) {
    this.quantity = quantity;
    this.column = column;
    this.low = low;
    this.high = high;
  }

  /**
   * Returns the column of the record.
   *
   * @return the column
   */
  public FindingField column() {
    return column;
  }

  /**
   * Returns the words that a measurement leaves possible.
   *
   * @param <G> the grades of the system
   * @param grades the three grades in their order
   * @param value the measurement, if it was taken
   * @return the grade of the band, or all of them
   */
  public <G extends Enum<G>> List<G> grades(Class<G> grades, OptionalDouble value) {
    G[] words = grades.getEnumConstants();
    return value.isPresent() ? List.of(words[band(value.getAsDouble())]) : Arrays.asList(words);
  }

  /**
   * Returns the band of a measurement.
   *
   * @param value the measurement
   * @return 0 below the lower bound, 1 from the lower to the upper bound, 2 above
   */
  public int band(double value) {
    if (value < low) {
      return 0;
    }
    return value <= high ? 1 : 2;
  }

  /**
   * Returns a measurement in words.
   *
   * @param value the measurement
   * @return the thing, the value and the unit
   */
  public String words(double value) {
    return quantity.name() + " " + value + " " + quantity.unit();
  }
}
