package io.github.avnfh.staging.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The jackknife that leaves out one patient at a time.
 *
 * <p>A statistic is a function of sums over subjects; the sums without a patient are the whole less
 * those of the patient. The variance is {@code (G - 1) / G sum((t_g - mean)^2)} over G patients.
 */
final class PatientJackknife {
  /** Squares of influences that are sums of rounding errors. */
  private static final double NO_INFLUENCE = 1e-24;

  private final int[] patientOf;
  private final int patients;

  private PatientJackknife(int[] patientOf, int patients) {
    this.patientOf = patientOf;
    this.patients = patients;
  }

  /** Every subject is a patient. */
  static PatientJackknife bySubject(int subjects) {
    int[] own = new int[subjects];
    Arrays.setAll(own, subject -> subject);
    return new PatientJackknife(own, subjects);
  }

  /** Only numbers are kept, in the order of first appearance: what names a patient is forgotten. */
  static PatientJackknife byPatient(List<?> patients, int subjects) {
    if (patients.size() != subjects) {
      throw new IllegalArgumentException("patients of an agreement [count] must be " + subjects
          + ", one for each subject, but was " + patients.size());
    }
    Map<Object, Integer> numbers = new HashMap<>();
    int[] numbered = new int[subjects];
    for (int subject = 0; subject < subjects; subject++) {
      numbered[subject] = numbers.computeIfAbsent(patients.get(subject), next -> numbers.size());
    }
    return new PatientJackknife(numbered, numbers.size());
  }

  /** The patients of some of the subjects, by their positions. */
  PatientJackknife of(int[] subjects) {
    int[] kept = Arrays.stream(subjects).map(subject -> patientOf[subject]).toArray();
    return byPatient(Arrays.stream(kept).boxed().toList(), kept.length);
  }

  int patients() {
    return patients;
  }

  /**
   * The design effect of patients: the sum of the squares of the influences summed by patient, over
   * that of the influences themselves; not below 1, and not above the most subjects of a patient,
   * which it is where nothing has influence.
   */
  double designEffect(double... influences) {
    double[] ofPatient = new double[patients];
    double alone = 0;
    for (int subject = 0; subject < influences.length; subject++) {
      ofPatient[patientOf[subject]] += influences[subject];
      alone += influences[subject] * influences[subject];
    }
    // sum over patients of (sum of u)^2 / sum of u^2
    double together = Arrays.stream(ofPatient).map(sum -> sum * sum).sum();
    int most = mostSubjects();
    double known = NO_INFLUENCE * influences.length;
    return alone > known ? Math.min(most, Math.max(1, together / alone)) : most;
  }

  /** The subjects of the patient with most of them. */
  int mostSubjects() {
    int[] counts = new int[patients];
    for (int patient : patientOf) {
      counts[patient]++;
    }
    return Arrays.stream(counts).max().orElse(1);
  }

  /**
   * The standard error of a statistic of the sums of contributions; infinite where the statistic is
   * not finite without some patient, because all that is known of it then rests on that patient.
   */
  double standardError(double[][] contributions, ToDoubleFunction<double[]> statistic) {
    double[] total = new double[contributions[0].length];
    double[][] ofPatient = new double[patients][total.length];
    for (int subject = 0; subject < contributions.length; subject++) {
      add(total, 1, contributions[subject]);
      add(ofPatient[patientOf[subject]], 1, contributions[subject]);
    }
    double[] without = new double[patients];
    for (int patient = 0; patient < patients; patient++) {
      double[] rest = total.clone();
      // the sums without a patient, in time proportional to the subjects
      add(rest, -1, ofPatient[patient]);
      without[patient] = statistic.applyAsDouble(rest);
    }
    return spread(without);
  }

  private static void add(double[] sums, int sign, double[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += sign * terms[i];
    }
  }

  private double spread(double[] without) {
    double mean = Arrays.stream(without).sum() / patients;
    double squares = Arrays.stream(without)
        .map(value -> value - mean)
        .map(away -> away * away)
        .sum();
    // (G - 1) / G sum of (t_g - mean)^2
    double variance = (patients - 1.0) / patients * squares;
    return Double.isFinite(variance) ? Math.sqrt(variance) : Double.POSITIVE_INFINITY;
  }
}
