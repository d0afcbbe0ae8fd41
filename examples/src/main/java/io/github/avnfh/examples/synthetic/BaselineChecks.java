package io.github.avnfh.examples.synthetic;

/** Draws the laboratory readings and the length of conservative therapy, all of them eligible. */
final class BaselineChecks {
  private final Draws draws;

  BaselineChecks(Draws draws) {
    this.draws = draws;
  }

  void fill(Subject subject) {
    subject.hemoglobin = draws.between(100, 165);
    subject.leukocytes = draws.between(40, 105) * 100;
    subject.inr = draws.between(9, 12);
    subject.aptt = draws.between(25, 37);
    subject.creatinine = draws.between(5, 12);
    subject.alt = draws.between(10, 45);
    subject.ast = draws.between(10, 40);
    subject.hips.forEach(hip -> hip.conservativeMonths = draws.between(3, 14));
  }
}
