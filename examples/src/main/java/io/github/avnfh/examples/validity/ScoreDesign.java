package io.github.avnfh.examples.validity;

import io.github.avnfh.scoring.compare.ClusteredSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Changes of a score in hips of which some share a patient.
 *
 * <p>A value is the mean of its group plus a normal or skewed deviation of standard deviation 10,
 * whose normal scores have the given correlation between the two hips of a patient. The first
 * patients make up the second group; the second hip lies in the same group or in the other.
 *
 * @param patients how many
 * @param bilateral the probability of two hips
 * @param correlation between two hips of a patient, 0 to 1
 * @param skewed whether deviations are log-normal instead of normal
 * @param inSecond the number of patients of the second group, 0 where there is one group
 * @param sameGroup whether both hips of a patient lie in one group
 * @param mean the mean of the first group
 * @param difference the mean of the second group less that of the first
 */
public record ScoreDesign(
    int patients,
    double bilateral,
    double correlation,
    boolean skewed,
    int inSecond,
    boolean sameGroup,
    double mean,
    double difference) {
  private static final double DEVIATION = 10;

  /** Standard deviation of the normal variate whose exponential is the skewed one. */
  private static final double SKEW = 0.6;

  /**
   * Values with their patients, and whether each lies in the second group.
   *
   * @param values the values
   * @param patients the patient of each
   * @param second whether each lies in the second group
   * @param covariate of each, a number of its patient that no value depends on
   * @param seed what they were drawn from
   */
  public record Sample(
      List<Double> values,
      List<Integer> patients,
      List<Boolean> second,
      List<Double> covariate,
      long seed) {
    /** The name of the group among the covariates of a model. */
    static final String SECOND = "second";

    /**
     * Returns the values by patient.
     *
     * @return the values
     */
    public ClusteredSample clustered() {
      return ClusteredSample.of(numbers(), patients);
    }

    double[] numbers() {
      return numbers(values);
    }

    /** The group, as 0 and 1, and the covariate. */
    Map<String, double[]> model() {
      Map<String, double[]> columns = new LinkedHashMap<>();
      columns.put(SECOND, second.stream().mapToDouble(in -> in ? 1 : 0).toArray());
      columns.put("covariate", numbers(covariate));
      return columns;
    }

    private static double[] numbers(List<Double> of) {
      return of.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether each value lies above 0. */
    List<Boolean> above() {
      return values.stream().map(value -> value > 0).toList();
    }

    boolean[] inSecond() {
      boolean[] flags = new boolean[second.size()];
      for (int row = 0; row < flags.length; row++) {
        flags[row] = second.get(row);
      }
      return flags;
    }
  }

  /**
   * Draws values.
   *
   * @param seed the same seed draws the same values
   * @return the values
   */
  public Sample draw(long seed) {
    Random random = Study.random(seed);
    List<Double> values = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    List<Boolean> second = new ArrayList<>();
    List<Double> covariate = new ArrayList<>();
    for (int patient = 0; patient < patients; patient++) {
      double shared = random.nextGaussian();
      double unrelated = random.nextGaussian();
      int count = random.nextDouble() < bilateral ? 2 : 1;
      for (int hip = 0; hip < count; hip++) {
        double score =
            Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * random.nextGaussian();
        boolean other = patient < inSecond ^ (hip == 1 && !sameGroup);
        double shape = skewed ? skewed(score) : score;
        values.add(mean + DEVIATION * shape + (other ? difference : 0));
        of.add(patient);
        second.add(other);
        covariate.add(unrelated);
      }
    }
    return new Sample(values, of, second, covariate, seed);
  }

  /** The log-normal variate of mean 0, variance 1 and skewness 2.3 with that normal score. */
  static double skewed(double score) {
    double square = SKEW * SKEW;
    double center = Math.exp(square / 2);
    return (Math.exp(SKEW * score) - center) / (center * Math.sqrt(Math.expm1(square)));
  }
}
