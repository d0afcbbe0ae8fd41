package io.github.avnfh.staging.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Numbers that several readers measured on the same subjects, some of them perhaps missing.
 *
 * @see IccForm
 */
public final class Measurements {
  private final int subjects;
  private final int readers;
  private final int[] kept;
  private final List<double[]> complete;
  private final PatientJackknife jackknife;

  private Measurements(
      int subjects, int readers, int[] kept, List<double[]> complete, PatientJackknife jackknife) {
    this.subjects = subjects;
    this.readers = readers;
    this.kept = kept;
    this.complete = complete;
    this.jackknife = jackknife;
  }

  /**
   * Returns measurements in which every subject is a patient; {@link #withPatients} says otherwise.
   *
   * @param subjects for each subject the numbers of the readers, always in the same order of
   *     readers; nothing where a reader gave none
   * @return the measurements
   * @throws IllegalArgumentException if there are fewer than 2 readers, rows differ in length, a
   *     number is not finite, or fewer than 2 subjects were measured by every reader
   */
  public static Measurements of(List<List<OptionalDouble>> subjects) {
    int readers = Shape.readers(subjects);
    int[] kept = IntStream.range(0, subjects.size())
        .filter(row -> subjects.get(row).stream().allMatch(OptionalDouble::isPresent))
        .toArray();
    List<double[]> complete = Arrays.stream(kept)
        .mapToObj(subjects::get)
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
    return new Measurements(
        subjects.size(), readers, kept, complete, PatientJackknife.bySubject(complete.size()));
  }

  /**
   * Returns the same measurements of subjects of whom some, as the two hips of one patient, belong
   * together.
   *
   * @param patients for each subject, those with a gap included, its patient, by anything that
   *     tells patients apart, such as a {@link io.github.avnfh.core.PatientId}; only who belongs to
   *     whom is kept
   * @return the measurements
   * @throws IllegalArgumentException if there is not one patient for each subject
   */
  public Measurements withPatients(List<?> patients) {
    return new Measurements(
        subjects,
        readers,
        kept,
        complete,
        PatientJackknife.byPatient(patients, subjects).of(kept));
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

  /**
   * Returns the number of patients of the subjects that every reader measured.
   *
   * @return 1 or more; the number of subjects unless their patients were given
   */
  public int patients() {
    return jackknife.patients();
  }

  PatientJackknife jackknife() {
    return jackknife;
  }

  double value(int subject, int reader) {
    return complete.get(subject)[reader];
  }

  @Override
  public String toString() {
    return "Measurements{" + subjects + " subjects, " + readers + " readers}";
  }
}
