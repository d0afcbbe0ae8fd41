package io.github.avnfh.survival.interval;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.ImageReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An event that is looked for at visits, such as a progression on images, and the way from hips to
 * follow-up by intervals.
 *
 * <p>A hip in which it was found had it after the last day on which it was looked for and not
 * found, up to the first day on which it was found. A hip in which it was not found may have it
 * after the last day on which it was looked for. What was found at or before the first treatment
 * counts for day 0. The patient is the cluster.
 *
 * <pre>{@code
 * VisitEndpoint collapse = VisitEndpoint.atImageReadings("collapse", examination ->
 *     Optional.of(examination.findings().flattening())
 *         .filter(Presence::isAssessed)
 *         .map(flattening -> flattening == Presence.PRESENT));
 * IntervalCurve curve = Turnbull.withDefaults().estimate(collapse.followUp(cohort.hips())).get(0);
 * curve.at(365).lowest();  // 0.8448…
 * curve.at(365).isPoint(); // true
 * }</pre>
 */
public final class VisitEndpoint {
  private final String name;
  private final Function<? super Hip, Map<Integer, Boolean>> foundByDay;

  private VisitEndpoint(String name, Function<? super Hip, Map<Integer, Boolean>> foundByDay) {
    this.name = name;
    this.foundByDay = foundByDay;
  }

  /**
   * Returns an event that is looked for on images, up to an arthroplasty. Where readings of one day
   * differ, it was found if any of them found it.
   *
   * @param name what is looked for, in words
   * @param rule whether an examination found it; nothing if it could not tell
   * @return the endpoint
   */
  public static VisitEndpoint atImageReadings(
      String name, Function<? super ImageReading, Optional<Boolean>> rule) {
    return new VisitEndpoint(name, hip -> {
      int replaced = hip.arthroplasty().map(Arthroplasty::day).orElse(Integer.MAX_VALUE);
      Map<Integer, Boolean> found = new TreeMap<>();
      hip.imageReadings().stream()
          .filter(examination -> examination.day() <= replaced)
          .forEach(examination ->
              rule.apply(examination).ifPresent(holds -> add(found, examination.day(), holds)));
      return found;
    });
  }

  /**
   * Returns an event that is looked for at visits, among those at which the patient was seen and
   * the hip was still the patient's own.
   *
   * @param name what is looked for, in words
   * @param rule whether a visit found it; nothing if it could not tell
   * @return the endpoint
   */
  public static VisitEndpoint atVisits(
      String name, Function<? super Visit, Optional<Boolean>> rule) {
    return new VisitEndpoint(name, hip -> {
      Map<Integer, Boolean> found = new TreeMap<>();
      hip.visits().stream()
          .filter(visit -> visit.status() == VisitStatus.DONE)
          .forEach(visit -> rule.apply(visit).ifPresent(holds -> add(found, visit.day(), holds)));
      return found;
    });
  }

  private static void add(Map<Integer, Boolean> found, int day, boolean holds) {
    found.merge(Math.max(0, day), holds, Boolean::logicalOr);
  }

  /**
   * Returns what is looked for.
   *
   * @return the name in words
   */
  public String name() {
    return name;
  }

  /**
   * Returns when it happened to a hip, as far as that is known.
   *
   * @param hip a hip
   * @return the interval in whole days from the first treatment, or nothing if it was never looked
   *     for
   */
  public Optional<EventInterval> interval(Hip hip) {
    Optional<Integer> free = Optional.empty();
    for (Map.Entry<Integer, Boolean> day : foundByDay.apply(hip).entrySet()) {
      if (day.getValue()) {
        return Optional.of(
            free.isPresent()
                ? EventInterval.between(free.get(), day.getKey())
                : EventInterval.upTo(day.getKey()));
      }
      free = Optional.of(day.getKey());
    }
    return free.map(EventInterval::after);
  }

  /**
   * Follows hips as one group.
   *
   * @param hips hips; those of which it was never looked for are left out
   * @return their follow-up
   * @throws IllegalArgumentException if no hip is left
   */
  public IntervalFollowUp followUp(List<Hip> hips) {
    List<Hip> looked = looked(hips);
    return IntervalFollowUp.of(
            looked.stream().flatMap(hip -> interval(hip).stream()).toList())
        .withClusters(looked.stream().map(Hip::id).map(HipId::patient).toList());
  }

  /**
   * Follows hips in groups that are the words of an ordered scale, such as the stage at enrollment.
   *
   * @param <G> the scale
   * @param hips hips; those of which it was never looked for are left out
   * @param group the group of a hip
   * @return their follow-up, the groups in the order of the scale
   * @throws IllegalArgumentException if no hip is left
   */
  public <G extends Enum<G> & Coded> IntervalFollowUp followUp(
      List<Hip> hips, Function<? super Hip, G> group) {
    List<Hip> sorted = looked(hips).stream()
        .sorted((one, other) -> group.apply(one).compareTo(group.apply(other)))
        .toList();
    List<String> labels = sorted.stream().<G>map(group).map(Coded::code).toList();
    return followUp(sorted).withGroups(labels);
  }

  private List<Hip> looked(List<Hip> hips) {
    return hips.stream().filter(hip -> interval(hip).isPresent()).toList();
  }

  @Override
  public String toString() {
    return "VisitEndpoint{" + name + "}";
  }
}
