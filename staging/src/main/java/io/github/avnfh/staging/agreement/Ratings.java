package io.github.avnfh.staging.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ratings of the same subjects by several readers in categories; some may be missing.
 *
 * <p>The categories are declared, in the order of their scale, because weights and some
 * coefficients depend on categories without any rating.
 *
 * @param <T> the categories
 * @see KappaMethod
 */
public final class Ratings<T> {
  private final List<T> categories;
  private final int readers;
  private final List<List<Optional<T>>> subjects;
  private final PatientJackknife jackknife;

  private Ratings(
      List<T> categories,
      int readers,
      List<List<Optional<T>>> subjects,
      PatientJackknife jackknife) {
    this.categories = categories;
    this.readers = readers;
    this.subjects = subjects;
    this.jackknife = jackknife;
  }

  /**
   * Returns ratings in which every subject is a patient; where one patient has two hips, use
   * {@link #withPatients}.
   *
   * @param <T> the categories
   * @param categories all categories of the scale, in their order, 2 or more
   * @param subjects for each subject the ratings of the readers, always in the same order of
   *     readers; nothing where a reader gave none
   * @return the ratings
   * @throws IllegalArgumentException if there are fewer than 2 categories, subjects or readers, a
   *     category stands twice, rows differ in length, or a word is not among the categories
   */
  public static <T> Ratings<T> of(List<T> categories, List<List<Optional<T>>> subjects) {
    Shape.atLeastTwo("categories", categories.size());
    if (categories.stream().distinct().count() < categories.size()) {
      throw new IllegalArgumentException(
          "categories of a scale must be distinct, but one occurs twice");
    }
    int readers = Shape.readers(subjects);
    for (List<Optional<T>> subject : subjects) {
      subject.forEach(word -> word.ifPresent(given -> known(categories, given)));
    }
    return new Ratings<>(
        List.copyOf(categories),
        readers,
        subjects.stream().map(List::copyOf).toList(),
        PatientJackknife.bySubject(subjects.size()));
  }

  /**
   * Returns the same ratings of subjects of whom some, as the two hips of one patient, belong
   * together.
   *
   * @param patients for each subject its patient, by anything that tells patients apart, such as a
   *     {@link io.github.avnfh.core.PatientId}; only who belongs to whom is kept
   * @return the ratings
   * @throws IllegalArgumentException if there is not one patient for each subject
   */
  public Ratings<T> withPatients(List<?> patients) {
    return new Ratings<>(
        categories, readers, subjects, PatientJackknife.byPatient(patients, subjects.size()));
  }

  private static <T> void known(List<T> categories, T word) {
    if (!categories.contains(word)) {
      throw new IllegalArgumentException("every answer of a reader must be one of the "
          + categories.size() + " categories, but one is not");
    }
  }

  /**
   * Returns the words of the scale.
   *
   * @return the categories in their order
   */
  public List<T> categories() {
    return categories;
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
   * Returns the number of subjects, whether or not every reader rated them.
   *
   * @return 2 or more
   */
  public int subjects() {
    return subjects.size();
  }

  /**
   * Returns the number of patients.
   *
   * @return 1 or more; the number of subjects unless their patients were given
   */
  public int patients() {
    return jackknife.patients();
  }

  /** The patients of some of the subjects, by their positions. */
  PatientJackknife jackknife(int[] kept) {
    return jackknife.of(kept);
  }

  /** For each subject the positions of the words that were given, in the order of readers. */
  List<List<Integer>> positions() {
    List<List<Integer>> positions = new ArrayList<>();
    for (List<Optional<T>> subject : subjects) {
      positions.add(
          subject.stream().flatMap(Optional::stream).map(categories::indexOf).toList());
    }
    return positions;
  }

  @Override
  public String toString() {
    return "Ratings{" + subjects.size() + " subjects, " + readers + " readers, " + categories.size()
        + " categories}";
  }
}
