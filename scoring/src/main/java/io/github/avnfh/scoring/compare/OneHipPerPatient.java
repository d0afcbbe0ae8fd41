package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Decimals;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Which hip stands for a patient with two, when each patient may count once. Together the choices
 * show how much an answer hangs on the second hip.
 *
 * <pre>{@code
 * Clustered improvements = Clustered.of(new double[] {34, 28, 41}, List.of("P01", "P01", "P02"));
 * OneHipPerPatient.FIRST.reduce(improvements); // [34.0, 41.0]
 * OneHipPerPatient.MEAN.reduce(improvements);  // [31.0, 41.0]
 * }</pre>
 */
public enum OneHipPerPatient implements Coded {
  /** The hip that was given first. */
  FIRST("first", cluster -> cluster[0]),

  /** The hip with the smallest value. */
  SMALLEST("smallest", cluster -> Arrays.stream(cluster).min().orElseThrow()),

  /** The hip with the largest value. */
  LARGEST("largest", cluster -> Arrays.stream(cluster).max().orElseThrow()),

  /** The mean of both hips. */
  MEAN("mean", cluster -> Decimals.of(cluster).mean());

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // without state
  private final ToDoubleFunction<double[]> choice;

  OneHipPerPatient(String code, ToDoubleFunction<double[]> choice) {
    this.code = code;
    this.choice = choice;
  }

  /**
   * Reduces clustered values to one for each cluster.
   *
   * @param values the values of all hips
   * @return one value for each patient, in the order of first appearance
   */
  public double[] reduce(Clustered values) {
    return values.byCluster().stream().mapToDouble(choice).toArray();
  }

  @Override
  public String code() {
    return code;
  }
}
