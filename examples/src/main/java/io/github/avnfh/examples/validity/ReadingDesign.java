package io.github.avnfh.examples.validity;

import io.github.avnfh.staging.agreement.Measurements;
import io.github.avnfh.staging.agreement.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Hips that several readers read.
 *
 * <p>A hip has a trait of mean 0 and variance 1, normal or skewed; a reader reads it with a
 * deviation of the reader, drawn anew for each study, and an error, both normal. Traits and errors
 * of the two hips of a patient are correlated. The category of a reading is how many of the cuts it
 * lies above.
 *
 * @param patients how many
 * @param bilateral the probability of two hips
 * @param correlation between two hips of a patient, of traits and of the errors of one reader
 * @param readers how many
 * @param readerVariance the variance of the readers' deviations
 * @param errorVariance the variance of the errors
 * @param skewed whether traits are log-normal instead of normal
 * @param cuts between categories, ascending; empty where readings are numbers
 */
public record ReadingDesign(
    int patients,
    double bilateral,
    double correlation,
    int readers,
    double readerVariance,
    double errorVariance,
    boolean skewed,
    List<Double> cuts) {
  /**
   * Copies the cuts.
   *
   * @param patients how many
   * @param bilateral the probability of two hips
   * @param correlation between two hips of a patient, of traits and of the errors of one reader
   * @param readers how many
   * @param readerVariance the variance of the readers' deviations
   * @param errorVariance the variance of the errors
   * @param skewed whether traits are log-normal instead of normal
   * @param cuts between categories, ascending; empty where readings are numbers
   */
  public ReadingDesign {
    cuts = List.copyOf(cuts);
  }

  /**
   * Readings with the patient of each row.
   *
   * @param rows the readings of each hip, by reader
   * @param patients the patient of each row
   * @param cuts between categories
   */
  public record Sample(List<List<Double>> rows, List<Integer> patients, List<Double> cuts) {
    /**
     * Returns the categories of the readings.
     *
     * @return ratings that know their patients
     */
    public Ratings<Integer> ratings() {
      return Ratings.of(
              IntStream.rangeClosed(0, cuts.size()).boxed().toList(),
              rows.stream()
                  .map(row -> row.stream().map(this::category).toList())
                  .toList())
          .withPatients(patients);
    }

    private Optional<Integer> category(double reading) {
      return Optional.of((int) cuts.stream().filter(cut -> reading > cut).count());
    }

    /**
     * Returns the readings as numbers with two decimals.
     *
     * @return measurements that know their patients
     */
    public Measurements measurements() {
      return Measurements.of(rows.stream()
              .map(row -> row.stream()
                  .map(reading -> OptionalDouble.of(Math.rint(reading * 100) / 100))
                  .toList())
              .toList())
          .withPatients(patients);
    }
  }

  /**
   * Draws readings.
   *
   * @param seed the same seed draws the same readings
   * @return the readings
   */
  public Sample draw(long seed) {
    Random random = Study.random(seed);
    double[] deviations = normals(random, readerVariance);
    List<List<Double>> rows = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int patient = 0; patient < patients; patient++) {
      double shared = random.nextGaussian();
      double[] sharedErrors = normals(random, errorVariance);
      int count = random.nextDouble() < bilateral ? 2 : 1;
      for (int hip = 0; hip < count; hip++) {
        double score = mixed(shared, random.nextGaussian());
        double trait = skewed ? ScoreDesign.skewed(score) : score;
        double[] errors = normals(random, errorVariance);
        rows.add(IntStream.range(0, readers)
            .mapToObj(
                reader -> trait + deviations[reader] + mixed(sharedErrors[reader], errors[reader]))
            .toList());
        of.add(patient);
      }
    }
    return new Sample(rows, of, cuts);
  }

  private double mixed(double shared, double own) {
    return Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * own;
  }

  private double[] normals(Random random, double variance) {
    return DoubleStream.generate(random::nextGaussian)
        .limit(readers)
        .map(normal -> Math.sqrt(variance) * normal)
        .toArray();
  }

  /**
   * Returns the true intraclass correlation of one reading.
   *
   * @param agreement whether differences between readers count
   * @return the variance of the trait over that of a reading
   */
  public double correlationOfReadings(boolean agreement) {
    return 1 / (1 + errorVariance + (agreement ? readerVariance : 0));
  }

  /**
   * Returns the true standard deviation of the difference of two readings by the same two readers.
   *
   * @return {@code sqrt(2 errorVariance)}
   */
  public double deviationOfDifferences() {
    return Math.sqrt(2 * errorVariance);
  }

  /**
   * Returns a very large study of one hip each, of which the coefficients of agreement that have no
   * closed form are taken as true.
   *
   * @param hips how many, such as 1,000,000
   * @param seed the seed
   * @return the readings
   */
  public Sample large(int hips, long seed) {
    return new ReadingDesign(hips, 0, 0, readers, readerVariance, errorVariance, skewed, cuts)
        .draw(seed);
  }
}
