package io.github.avnfh.examples.question;

import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import java.util.List;
import java.util.Locale;

/**
 * Eight hips of four patients gained points, and both hips of a patient gained alike. How sure is
 * the mean?
 *
 * <p>The naive answer takes eight hips for eight patients, and is too sure.
 *
 * <pre>{@code
 * by patient mean 25.0, 95 % interval 4.5 to 45.5, on 3 degrees of freedom
 * naive      mean 25.0, 95 % interval 15.0 to 35.0, on 7 degrees of freedom
 * }</pre>
 */
public final class WhatIfTwoHipsAreOnePatient {
  private WhatIfTwoHipsAreOnePatient() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    double[] gains = {10, 10, 20, 20, 30, 30, 40, 40};
    List<Integer> patients = List.of(1, 1, 2, 2, 3, 3, 4, 4);
    Comparison.Result result =
        Comparison.withDefaults().ofMean(ClusteredSample.of(gains, patients));
    print("by patient", result.clustered());
    print("naive", result.naive());
  }

  private static void print(String name, Estimate answer) {
    System.out.println(String.format(
        Locale.ROOT,
        "%-10s mean %.1f, 95 %% interval %.1f to %.1f, on %.0f degrees of freedom",
        name,
        answer.estimate(),
        answer.lower(),
        answer.upper(),
        answer.degreesOfFreedom()));
  }
}
