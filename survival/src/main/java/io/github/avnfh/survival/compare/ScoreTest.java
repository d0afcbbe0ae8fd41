package io.github.avnfh.survival.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Observed less expected events set against one variance.
 *
 * @see LogRank
 * @see ScoreTestResult#tests()
 */
@Value.Immutable
public sealed interface ScoreTest permits ImmutableScoreTest {

  /**
   * Returns how the variance was estimated.
   *
   * @return the variance
   */
  ScoreVariance variance();

  /**
   * Returns the statistic.
   *
   * @return the statistic, or nothing where this variance allows no test
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns what is lacking where there is no statistic.
   *
   * @return what a test would need, such as {@code more clusters than degrees of freedom}
   */
  Optional<String> lacks();

  /**
   * Returns a test with its statistic.
   *
   * @param variance how the variance was estimated
   * @param chiSquare the statistic
   * @return the test
   */
  static ScoreTest of(ScoreVariance variance, ChiSquare chiSquare) {
    return ImmutableScoreTest.builder().variance(variance).chiSquare(chiSquare).build();
  }

  /**
   * Returns a test that has no statistic.
   *
   * @param variance the variance that allows no test
   * @param lacks what a test would need
   * @return the test
   */
  static ScoreTest lacking(ScoreVariance variance, String lacks) {
    return ImmutableScoreTest.builder().variance(variance).lacks(lacks).build();
  }

  /**
   * Returns the test that is the answer among those by several variances.
   *
   * @param tests the tests in the order of {@link ScoreVariance}, one or more
   * @return the first with a statistic, but the independent one only where it is the only one; the
   *     first of all where none has a statistic
   * @throws IllegalArgumentException if there is no test
   */
  static ScoreTest answer(List<ScoreTest> tests) {
    if (Objects.requireNonNull(tests, "tests").isEmpty()) {
      throw new IllegalArgumentException("tests [count] must be 1 or more, but were 0");
    }
    return tests.stream()
        .filter(test -> Objects.requireNonNull(test, "test").chiSquare().isPresent())
        .filter(test -> test.variance() != ScoreVariance.INDEPENDENT || tests.size() == 1)
        .findFirst()
        .orElse(tests.get(0));
  }
}
