package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SasTransportProperties {
  /** Sign, 16 to the power of the seven bits less 64, and the fraction of 56 bits. */
  @Property(tries = 200)
  void losesNoDigitOfANumber(
      @ForAll @DoubleRange(min = -1e15, max = 1e15) double value,
      @ForAll @IntRange(min = -160, max = 80) int power) {
    double scaled = Math.scalb(value, power);
    long ibm = SasTransport.ibm(scaled);
    long fraction = ibm & ((1L << 56) - 1);
    int exponent = (int) (ibm >>> 56 & 127) - 64;
    double back = Math.scalb((double) fraction, 4 * exponent - 56);
    assertThat(ibm < 0 ? -back : back).isEqualTo(scaled + 0.0);
    assertThat(scaled == 0 || fraction >= 1L << 52).isTrue();
  }
}
