package io.github.avnfh.staging.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class AgreementProperties {
  private static final List<Integer> CATEGORIES = List.of(1, 2, 3);
  private static final double TOLERANCE = 1e-9;

  /** Readings of some readers, and the patient of each subject. */
  record Study(List<List<Optional<Integer>>> readings, List<Integer> patients) {
    Ratings<Integer> ratings() {
      return Ratings.of(CATEGORIES, readings).withPatients(patients);
    }

    Measurements numbers() {
      return Measurements.of(readings.stream()
              .map(row -> row.stream().map(Study::number).toList())
              .toList())
          .withPatients(patients);
    }

    private static OptionalDouble number(Optional<Integer> reading) {
      return reading.isPresent() ? OptionalDouble.of(reading.get() / 10.0) : OptionalDouble.empty();
    }

    Study shuffled(long seed) {
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, readings.size()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      return new Study(
          order.stream().map(readings::get).toList(),
          order.stream().map(patients::get).toList());
    }
  }

  @Provide
  Arbitrary<Study> studies() {
    return Combinators.combine(
            Arbitraries.integers().between(3, 25),
            Arbitraries.integers().between(1, 3),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.randomValue(Random::nextLong))
        .as(AgreementProperties::study);
  }

  private static Study study(int subjects, int hips, double agreeing, long seed) {
    Random random = new Random(seed);
    List<List<Optional<Integer>>> readings = new ArrayList<>();
    List<Integer> patients = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      int first = 1 + random.nextInt(3);
      int second = random.nextDouble() < agreeing ? first : 1 + random.nextInt(3);
      readings.add(List.of(Optional.of(first), Optional.of(second)));
      patients.add(subject / hips);
    }
    return new Study(readings, patients);
  }

  private static List<Coefficient> all(Study study) {
    List<Coefficient> all = new ArrayList<>();
    for (AgreementInterval interval : AgreementInterval.values()) {
      for (KappaMethod method : KappaMethod.values()) {
        all.add(method.estimate(study.ratings(), 0.95, interval));
      }
      for (IccForm form : IccForm.values()) {
        all.add(form.estimate(study.numbers(), 0.95, interval));
      }
    }
    return all;
  }

  @Property(tries = 100)
  void doesNotDependOnTheOrderOfSubjects(@ForAll("studies") Study study, @ForAll long seed) {
    List<Coefficient> shuffled = all(study.shuffled(seed));
    List<Coefficient> found = all(study);
    for (int i = 0; i < found.size(); i++) {
      same(found.get(i), shuffled.get(i));
    }
  }

  private static void same(Coefficient one, Coefficient other) {
    assertThat(one.interval().isPresent()).isEqualTo(other.interval().isPresent());
    one.estimate().ifPresent(value -> close(value, other.estimate().orElseThrow()));
    one.interval().ifPresent(limits -> {
      close(limits.lower(), other.interval().orElseThrow().lower());
      close(limits.upper(), other.interval().orElseThrow().upper());
    });
  }

  private static void close(double one, double other) {
    assertThat(one).isCloseTo(other, Offset.offset(TOLERANCE * Math.max(1, Math.abs(other))));
  }

  @Property(tries = 100)
  void liesWithItsLimitsInItsRange(@ForAll("studies") Study study) {
    for (KappaMethod method : KappaMethod.values()) {
      double lowest = method == KappaMethod.GWET_AC1 ? -0.5 : -1;
      method
          .estimate(study.ratings(), 0.95)
          .interval()
          .ifPresent(limits ->
              assertThat(List.of(lowest, limits.lower(), limits.upper(), 1.0)).isSorted());
    }
    for (Coefficient found : all(study).subList(0, 2 * 11)) {
      found.interval().ifPresent(limits -> {
        // the least value of one reading of two; an estimate from mean squares may lie below
        double estimate = Math.max(-1, found.estimate().orElseThrow());
        assertThat(limits.upper()).isLessThanOrEqualTo(1);
        // a generalized interval knows that no variance is negative, which the estimate does not
        // and the mean of k readings has no least value
        if (!found.convention().contains("generalized") && !found.name().contains("k)")) {
          assertThat(limits.lower()).isLessThanOrEqualTo(estimate + TOLERANCE);
          assertThat(limits.upper()).isGreaterThanOrEqualTo(estimate - TOLERANCE);
        }
      });
    }
  }

  /** What the categories are called says nothing where all that differ are equally far apart. */
  @Property(tries = 100)
  void doesNotDependOnTheNamesOfCategories(@ForAll("studies") Study study) {
    Study turned = new Study(
        study.readings().stream()
            .map(row -> row.stream().map(word -> word.map(code -> code % 3 + 1)).toList())
            .toList(),
        study.patients());
    for (KappaMethod method :
        List.of(KappaMethod.COHEN, KappaMethod.FLEISS, KappaMethod.GWET_AC1)) {
      same(method.estimate(study.ratings(), 0.95), method.estimate(turned.ratings(), 0.95));
    }
  }

  @Property(tries = 100)
  void turnsTheLimitsOfAgreementWithTheReaders(@ForAll("studies") Study study) {
    Study turned = new Study(
        study.readings().stream().map(row -> List.of(row.get(1), row.get(0))).toList(),
        study.patients());
    for (AgreementLimits method : AgreementLimits.values()) {
      BlandAltman one = BlandAltman.of(study.numbers(), 0.95, method);
      BlandAltman other = BlandAltman.of(turned.numbers(), 0.95, method);
      close(one.bias(), -other.bias());
      close(one.lowerLimit(), -other.upperLimit());
      assertThat(one.lowerInterval().isPresent())
          .isEqualTo(other.upperInterval().isPresent());
      one.lowerInterval()
          .ifPresent(limits ->
              close(limits.lower(), -other.upperInterval().orElseThrow().upper()));
    }
  }

  /** Patients of one hip each are what no patients are. */
  @Property(tries = 100)
  void takesEverySubjectForAPatientUnlessToldOtherwise(@ForAll("studies") Study study) {
    Ratings<Integer> plain = Ratings.of(CATEGORIES, study.readings());
    Ratings<Integer> single =
        plain.withPatients(IntStream.range(0, plain.subjects()).boxed().toList());
    for (KappaMethod method : KappaMethod.values()) {
      assertThat(method.estimate(plain, 0.9)).isEqualTo(method.estimate(single, 0.9));
    }
  }

  /** Hips that are read alike add nothing: the interval is that of the patients, seen once. */
  @Property(tries = 100)
  void isNotTakenInByASecondHipThatIsACopy(@ForAll("studies") Study study) {
    Study once = new Study(
        study.readings(), IntStream.range(0, study.readings().size()).boxed().toList());
    List<List<Optional<Integer>>> twice = new ArrayList<>(once.readings());
    twice.addAll(once.readings());
    List<Integer> patients = new ArrayList<>(once.patients());
    patients.addAll(once.patients());
    for (KappaMethod method : KappaMethod.values()) {
      same(
          method.estimate(once.ratings(), 0.95),
          method.estimate(new Study(twice, patients).ratings(), 0.95));
    }
  }
}
