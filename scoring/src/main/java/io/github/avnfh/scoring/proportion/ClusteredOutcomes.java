package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Count;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * Outcomes of hips, yes or no, that know which of them share a patient.
 *
 * <p>Who the patients are is not kept, only how many hips of each had the outcome.
 *
 * <pre>{@code
 * ClusteredOutcomes replaced =
 *     ClusteredOutcomes.ofHips(cohort.hips(), hip -> hip.arthroplasty().isPresent());
 * replaced.hips();             // 58
 * replaced.patients();         // 46
 * replaced.count().percent(1); // 10.3
 * }</pre>
 *
 * @see ClusteredProportion
 */
@Value.Immutable
public sealed interface ClusteredOutcomes permits ImmutableClusteredOutcomes {

  /**
   * Returns the hips with the outcome out of the hips of each patient.
   *
   * @return a count for each patient, in ascending order of hips and then of outcomes
   */
  @Value.Redacted
  List<Count> byPatient();

  /**
   * Returns outcomes with the patients they come from.
   *
   * @param outcomes for each hip whether it had the outcome
   * @param patients for each hip its patient, told apart by {@code equals}
   * @return the outcomes
   * @throws IllegalArgumentException if the two differ in length
   */
  static ClusteredOutcomes of(List<Boolean> outcomes, List<?> patients) {
    if (outcomes.size() != patients.size()) {
      throw new IllegalArgumentException("patients [count] must be " + outcomes.size()
          + ", one for each outcome, but were " + patients.size());
    }
    Map<Object, Count> counts = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      counts.merge(
          patients.get(i), Count.of(outcomes.get(i) ? 1 : 0, 1), ClusteredOutcomes::together);
    }
    return ImmutableClusteredOutcomes.builder()
        .addAllByPatient(counts.values().stream()
            .sorted(Comparator.comparingInt(Count::total).thenComparingInt(Count::count))
            .toList())
        .build();
  }

  private static Count together(Count one, Count other) {
    return Count.of(one.count() + other.count(), one.total() + other.total());
  }

  /**
   * Returns the outcomes of hips, clustered by patient.
   *
   * @param hips the hips, each of which counts
   * @param outcome whether a hip had the outcome
   * @return the outcomes
   */
  static ClusteredOutcomes ofHips(List<Hip> hips, Predicate<? super Hip> outcome) {
    return of(
        hips.stream().map(outcome::test).toList(),
        hips.stream().map(hip -> hip.id().patient()).toList());
  }

  /**
   * Returns how many hips there are.
   *
   * @return hips
   */
  default int hips() {
    return count().total();
  }

  /**
   * Returns how many patients they come from.
   *
   * @return patients
   */
  default int patients() {
    return byPatient().size();
  }

  /**
   * Returns how many hips had the outcome.
   *
   * @return hips with the outcome, out of all
   */
  default Count count() {
    return byPatient().stream().reduce(Count.of(0, 0), ClusteredOutcomes::together);
  }

  /**
   * Returns the design effect: by how much the variance of the proportion is larger than if all
   * hips were of different patients. With n hips, y of the m hips of a patient and the proportion p
   * it is the sum over patients of (y - m p) squared, divided by n p (1 - p).
   *
   * @return 1 or more: where the hips of patients are less alike than those of strangers, it is 1;
   *     nothing where no hip or every hip has the outcome
   */
  default OptionalDouble designEffect() {
    Count all = count();
    double p = (double) all.count() / all.total();
    // n p (1 - p) = y (1 - p)
    double independent = all.count() * (1 - p);
    if (!(independent > 0)) {
      return OptionalDouble.empty();
    }
    double squares = byPatient().stream()
        .mapToDouble(hips -> Math.pow(hips.count() - hips.total() * p, 2))
        .sum();
    return OptionalDouble.of(Math.max(1, squares / independent));
  }

  /**
   * Returns the effective sample size: how many hips of different patients tell as much as these.
   *
   * @return hips divided by the design effect; where no hip or every hip has the outcome, which
   *     tells nothing of how alike the hips of a patient are, the number of patients
   */
  default double effectiveSize() {
    OptionalDouble effect = designEffect();
    // where no hip or every hip has the outcome, the hips of a patient all agree: one unit each
    return effect.isPresent() ? hips() / effect.getAsDouble() : patients();
  }

  /**
   * Returns the proportion with its limits by the default method, at a level of 0.95.
   *
   * @return limits after Wilson on the effective sample size, with a quantile of t; none for hips
   *     of fewer than two patients
   */
  default ClusteredProportion proportion() {
    return ClusteredProportion.Method.WILSON.of(this, 0.95);
  }
}
