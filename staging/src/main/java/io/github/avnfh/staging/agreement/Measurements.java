package io.github.avnfh.staging.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Numbers that several readers measured on the same subjects, some of them perhaps missing.
 *
 * @see IccForm
 */
public final class Measurements {
  private final int subjects;
  private final int readers;
  private final List<double[]> complete;

  private Measurements(int subjects, int readers, List<double[]> complete) {
    this.subjects = subjects;
    this.readers = readers;
    this.complete = complete;
  }

  /**
   * Returns measurements.
   *
   * @param subjects for each subject the numbers of the readers, always in the same order of
   *     readers; nothing where a reader gave none
   * @return the measurements
   * @throws IllegalArgumentException if there are fewer than 2 readers, rows differ in length, a
   *     number is not finite, or fewer than 2 subjects were measured by every reader
   */
  public static Measurements of(List<List<OptionalDouble>> subjects) {
    int readers = Shape.readers(subjects);
    List<double[]> complete = subjects.stream()
        .filter(row -> row.stream().allMatch(OptionalDouble::isPresent))
        .map(row -> row.stream().mapToDouble(OptionalDouble::getAsDouble).toArray())
        .toList();
    Shape.atLeastTwo("subjects that every reader measured", complete.size());
    for (double[] row : complete) {
      for (double number : row) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              "measurement of a reader must be finite, but was " + number);
        }
      }
    }
    return new Measurements(subjects.size(), readers, complete);
  }

  /**
   * Returns the number of readers.
   *
   * @return 2 or more
   */
  public int readers() {
    return readers;
  }

  /**
   * Returns the number of subjects that every reader measured.
   *
   * @return 2 or more
   */
  public int subjects() {
    return complete.size();
  }

  /**
   * Returns the number of subjects that are left out because a measurement is missing.
   *
   * @return 0 or more
   */
  public int leftOut() {
    return subjects - complete.size();
  }

  double value(int subject, int reader) {
    return complete.get(subject)[reader];
  }

  @Override
  public String toString() {
    return "Measurements{" + subjects + " subjects, " + readers + " readers}";
  }
}
