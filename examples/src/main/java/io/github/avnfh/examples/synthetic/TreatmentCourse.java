package io.github.avnfh.examples.synthetic;

/**
 * Draws the treatment of every patient within the limits of the protocol: on each day of an
 * injection 60 to 120 mL of marrow in aliquots of 5 to 10 mL, and 8 to 14 mL of cells from it.
 *
 * <p>The hips of a patient share the cells. The days are those of the visits, and the first one is
 * day 0.
 */
final class TreatmentCourse {
  private static final int TENTHS = 10;

  private final Draws draws;

  TreatmentCourse(Draws draws) {
    this.draws = draws;
  }

  void fill(Subject subject) {
    Schedule.INJECTIONS.stream()
        .map(timepoint -> new Session(timepoint, Math.max(0, subject.day(timepoint))))
        .forEach(session -> {
          fill(session);
          subject.sessions.add(session);
        });
  }

  /** The mean aliquot lies between 6.7 and 8 mL, so that all of them find room in 5 to 10 mL. */
  private void fill(Session session) {
    int milliliters = draws.between(60, 120);
    session.aspirated = TENTHS * milliliters;
    session.aliquots = (milliliters + 7) / 8;
    session.smallestAliquot = draws.between(50, 64);
    session.largestAliquot = draws.between(82, 100);
    session.prepared = draws.between(80, 140);
    session.viability = draws.between(860, 985);
    session.minutes = draws.between(40, 60);
  }
}
