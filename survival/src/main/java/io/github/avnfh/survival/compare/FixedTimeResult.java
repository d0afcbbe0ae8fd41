package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The result of a comparison of survival at one time.
 *
 * @see FixedTime
 */
@Value.Immutable
public sealed interface FixedTimeResult permits ImmutableFixedTimeResult {

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns the scale on which survival was compared.
   *
   * @return the scale, or nothing where the limits of the groups were combined
   */
  Optional<IntervalType> scale();

  /**
   * Returns the method in words.
   *
   * @return the method with its quantile
   */
  String method();

  /**
   * Returns the survival of each group at the time.
   *
   * @return the answers of the curves, in the order of the groups
   */
  List<SurvivalAtTime> curves();

  /**
   * Returns the statistic, robust where the curves are; the naive one comes from an estimate of
   * follow-up that ignores its clusters.
   *
   * @return the statistic, or nothing where no test is possible: for a single group, where a group
   *     was not followed for so long or has all rows in one cluster, and on a scale also where one
   *     has survival 0 or 1
   */
  Optional<ChiSquare> chiSquare();
}
