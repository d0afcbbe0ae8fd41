package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the patients as they enroll: cause, hips, sex, age, body and visit days. */
final class Enrollment {
  private static final double SHARED = Math.sqrt(0.5);

  private final StudyMargins margins;
  private final Draws draws;

  Enrollment(StudyMargins margins, Draws draws) {
    this.margins = margins;
    this.draws = draws;
  }

  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (List<Etiology> causes : causesOfHips()) {
      Subject subject = new Subject(id(subjects.size() + 1), causes.get(0), draws.normal());
      addHips(subject, causes.size() > 1);
      subjects.add(subject);
    }
    assignSex(subjects);
    assignAge(subjects);
    subjects.forEach(this::assignBody);
    subjects.forEach(subject -> subject.visitDays = Schedule.days(draws));
    return subjects;
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "S%02d", number);
  }

  /** Pairs hips of one cause until there are enough pairs; every other hip stands alone. */
  private List<List<Etiology>> causesOfHips() {
    List<Etiology> hips = hipsByCause();
    List<List<Etiology>> patients = new ArrayList<>();
    while (patients.size() < margins.bilateralPatients()) {
      Etiology cause = draws.oneOf(hips);
      if (hips.indexOf(cause) < hips.lastIndexOf(cause)) {
        hips.remove(cause);
        hips.remove(cause);
        patients.add(List.of(cause, cause));
      }
    }
    hips.forEach(cause -> patients.add(List.of(cause)));
    draws.shuffle(patients);
    return patients;
  }

  private List<Etiology> hipsByCause() {
    return margins.causes().stream()
        .flatMap(cause -> IntStream.range(0, cause.hips()).mapToObj(hip -> cause.cause()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void addHips(Subject subject, boolean bilateral) {
    Side first = bilateral || draws.uniform() < 0.5 ? Side.LEFT : Side.RIGHT;
    subject.hips.add(hip(subject, first));
    if (bilateral) {
      subject.hips.add(hip(subject, first.opposite()));
    }
  }

  private SubjectHip hip(Subject subject, Side side) {
    return new SubjectHip(subject, side, SHARED * (subject.constitution + draws.normal()));
  }

  /** Women are drawn from the patients whose cause is not alcohol, as far as these suffice. */
  private void assignSex(List<Subject> subjects) {
    List<Subject> candidates = new ArrayList<>(subjects);
    draws.shuffle(candidates);
    candidates.sort(Comparator.comparing(subject -> subject.cause == Etiology.ALCOHOL));
    candidates
        .subList(0, margins.patients() - margins.men())
        .forEach(subject -> subject.sex = Sex.FEMALE);
  }

  /** Patients with sickle cell disease tend to be younger. */
  private void assignAge(List<Subject> subjects) {
    double[] shape = new double[subjects.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = draws.normal() - (subjects.get(i).cause == Etiology.SICKLE_CELL ? 0.8 : 0);
    }
    Bounds bounds = Bounds.everywhere(shape.length, margins.youngest(), margins.oldest());
    bounds.narrow(indexOfLowest(shape, 1), margins.youngest(), margins.youngest());
    bounds.narrow(indexOfLowest(shape, -1), margins.oldest(), margins.oldest());
    int[] ages = new ExactSpread(margins.age(), 1, draws).fit(shape, bounds);
    for (int i = 0; i < ages.length; i++) {
      subjects.get(i).ageYears = ages[i];
    }
  }

  private static int indexOfLowest(double[] shape, int sign) {
    return IntStream.range(0, shape.length)
        .boxed()
        .min(Comparator.comparingDouble(index -> sign * shape[index]))
        .orElseThrow();
  }

  private void assignBody(Subject subject) {
    boolean female = subject.sex == Sex.FEMALE;
    subject.heightCm = (int) Math.rint((female ? 161 : 174) + 6 * draws.normal());
    double squareMeters = subject.heightCm * subject.heightCm / 10_000.0;
    subject.weightKg = (int) Math.rint(squareMeters * draws.uniform(21, 31));
    subject.platelets = draws.between(150, 400) * 1_000;
  }
}
