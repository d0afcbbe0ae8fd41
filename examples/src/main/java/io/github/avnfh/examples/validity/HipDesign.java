package io.github.avnfh.examples.validity;

import io.github.avnfh.survival.EventStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A cohort of patients with one hip or two, followed to an event: what it is drawn from.
 *
 * <p>A patient brings two hips with a probability that may differ by group, and lies in a group;
 * the second hip lies in the same group or in the next one. The hazard of a hip is constant, times
 * the patient's {@link Frailty}, so chosen that the first group has the event by {@link #HORIZON}
 * with the given probability; in the others the hazard is multiplied by their ratio. Of the
 * patients a proportion is lost at a day between 1 and the horizon, both hips at once, the others
 * are followed to day 900. With delayed entry a proportion of hips is first seen at a day of the
 * first half of the horizon; those with the event before are never seen. Where a competing event is
 * drawn, it has the hazard of the event. Days are whole; a day holds what happens up to its end.
 *
 * @param patients how many
 * @param bilateral the probability of two hips, by group
 * @param groups the proportion of patients by group, which add up to 1
 * @param ratios the hazard ratio of each group to the first
 * @param sameGroup whether both hips of a patient lie in one group
 * @param frailty what makes two hips alike
 * @param events the probability of the event by the horizon in the first group, without a competing
 *     one
 * @param censored the proportion of patients lost before the horizon, by group
 * @param delayed the proportion of hips first seen later than day 0
 */
public record HipDesign(
    int patients,
    List<Double> bilateral,
    List<Double> groups,
    List<Double> ratios,
    boolean sameGroup,
    Frailty frailty,
    double events,
    List<Double> censored,
    double delayed) {
  /** The day of which truth is known in closed form: 24 months. */
  public static final int HORIZON = 730;

  private static final int END = 900;

  /**
   * Copies the lists.
   *
   * @param patients how many
   * @param bilateral the probability of two hips, by group
   * @param groups the proportion of patients by group, which add up to 1
   * @param ratios the hazard ratio of each group to the first
   * @param sameGroup whether both hips of a patient lie in one group
   * @param frailty what makes two hips alike
   * @param events the probability of the event by the horizon in the first group, without a
   *     competing one
   * @param censored the proportion of patients lost before the horizon, by group
   * @param delayed the proportion of hips first seen later than day 0
   */
  public HipDesign {
    bilateral = List.copyOf(bilateral);
    groups = List.copyOf(groups);
    ratios = List.copyOf(ratios);
    censored = List.copyOf(censored);
  }

  /**
   * Returns a cohort of one group, without censoring before the horizon.
   *
   * @param patients how many
   * @param bilateral the probability of two hips
   * @param frailty what makes two hips alike
   * @param events the probability of the event by the horizon
   * @return the design
   */
  public static HipDesign of(int patients, double bilateral, Frailty frailty, double events) {
    return new HipDesign(
        patients,
        List.of(bilateral),
        List.of(1.0),
        List.of(1.0),
        true,
        frailty,
        events,
        List.of(0.0),
        0);
  }

  /**
   * Returns this design with patients lost.
   *
   * @param proportion of patients, 0 to 1, the same in each group
   * @return the design
   */
  public HipDesign withCensored(double proportion) {
    return withCensored(Collections.nCopies(groups.size(), proportion));
  }

  /**
   * Returns this design with patients lost of another proportion in each group.
   *
   * @param proportions of patients, 0 to 1, by group
   * @return the design
   */
  public HipDesign withCensored(List<Double> proportions) {
    return new HipDesign(
        patients, bilateral, groups, ratios, sameGroup, frailty, events, proportions, delayed);
  }

  /**
   * Returns this design with hips that are first seen late.
   *
   * @param proportion of hips, 0 to 1
   * @return the design
   */
  public HipDesign withDelayed(double proportion) {
    return new HipDesign(
        patients, bilateral, groups, ratios, sameGroup, frailty, events, censored, proportion);
  }

  /**
   * Returns this design with groups, in which hazards are equal and patients alike: with as many
   * bilateral patients and losses as in the first group of this design.
   *
   * @param same whether both hips of a patient lie in one group
   * @param proportions of patients
   * @return the design
   */
  public HipDesign withGroups(boolean same, List<Double> proportions) {
    List<Double> equal = Collections.nCopies(proportions.size(), 1.0);
    List<Double> alike = Collections.nCopies(proportions.size(), bilateral.get(0));
    List<Double> lost = Collections.nCopies(proportions.size(), censored.get(0));
    return new HipDesign(patients, alike, proportions, equal, same, frailty, events, lost, delayed);
  }

  /**
   * Returns this design with bilateral patients of another proportion in each group.
   *
   * @param probabilities of two hips, by group
   * @return the design
   */
  public HipDesign withBilateral(List<Double> probabilities) {
    return new HipDesign(
        patients, probabilities, groups, ratios, sameGroup, frailty, events, censored, delayed);
  }

  /**
   * Returns this design with hazards that differ between the groups.
   *
   * @param hazardRatios to the first group
   * @return the design
   */
  public HipDesign withRatios(List<Double> hazardRatios) {
    return new HipDesign(
        patients, bilateral, groups, hazardRatios, sameGroup, frailty, events, censored, delayed);
  }

  /**
   * Returns the true survival of a hip of the first group.
   *
   * @param day the day, 0 or more
   * @return the survival at the end of the day
   */
  public double survival(int day) {
    return frailty.survival(hazard() * day / HORIZON);
  }

  /**
   * Returns the true restricted mean of a hip of the first group.
   *
   * @return whole days without the event up to the horizon
   */
  public double restrictedMean() {
    double sum = 0;
    for (int day = 0; day < HORIZON; day++) {
      sum += survival(day);
    }
    return sum;
  }

  /**
   * Returns the true cumulative incidence of the event at the horizon where one of equal hazard
   * competes: half of the probability of either.
   *
   * @return the incidence in the first group
   */
  public double incidence() {
    return (1 - frailty.survival(2 * hazard())) / 2;
  }

  /** This design in a study, named with its proportion of events. */
  Study.Scenario<HipCohort> scenario(String name, Map<String, Double> truths) {
    return new Study.Scenario<>(
        name + ", " + Math.round(100 * events) + " % events", patients, truths, this::draw);
  }

  private double hazard() {
    return frailty.hazard(1 - events);
  }

  /**
   * Draws a cohort.
   *
   * @param seed the same seed draws the same cohort
   * @return the cohort
   */
  public HipCohort draw(long seed) {
    Random random = Study.random(seed);
    double hazard = hazard() / HORIZON;
    List<HipCohort.Hip> hips = new ArrayList<>();
    for (int patient = 0; patient < patients; patient++) {
      int group = pick(random);
      double rate = hazard * frailty.draw(random);
      boolean lost = random.nextDouble() < censored.get(group);
      int last = lost ? 1 + random.nextInt(HORIZON) : END;
      int count = random.nextDouble() < bilateral.get(group) ? 2 : 1;
      for (int hip = 0; hip < count; hip++) {
        int of = sameGroup ? group : (group + hip) % groups.size();
        draw(patient, of, rate * ratios.get(of), last, random).ifPresent(hips::add);
      }
    }
    return new HipCohort(this, hips);
  }

  private Optional<HipCohort.Hip> draw(
      int patient, int group, double rate, int last, Random random) {
    double event = -Math.log(1 - random.nextDouble()) / rate;
    double competing = -Math.log(1 - random.nextDouble()) / rate;
    int entry = random.nextDouble() < delayed ? 1 + random.nextInt(HORIZON / 2) : 0;
    int day = (int) Math.min(last, Math.ceil(event));
    if (entry >= day) {
      return Optional.empty();
    }
    EventStatus first = event < competing ? EventStatus.EVENT : EventStatus.COMPETING;
    double either = Math.min(event, competing);
    return Optional.of(new HipCohort.Hip(
        patient,
        group,
        entry,
        last,
        day,
        event <= last,
        Math.max(1, (int) Math.min(last, Math.ceil(either))),
        either <= last ? first : EventStatus.CENSORED));
  }

  private int pick(Random random) {
    double left = random.nextDouble();
    int group = 0;
    while (group < groups.size() - 1 && left >= groups.get(group)) {
      left -= groups.get(group);
      group++;
    }
    return group;
  }
}
