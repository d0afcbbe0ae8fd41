package io.github.avnfh.survival;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.ImageReading;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The event that ends the time of a hip, and so the way from hips to follow-up.
 *
 * <p>A hip with the event is followed to the day of the event; any other is censored on the last
 * day of which anything is known of it ({@link Hip#lastKnownDay()}). Times are whole days, and the
 * patient is the cluster, because two hips of one patient are not independent.
 *
 * <p>What makes the event impossible, such as death, either ends the time as a censoring
 * ({@link #censoredBy(Endpoint)}) or competes with the event; to take it for a censoring
 * overestimates how many will have the event, and
 * {@link io.github.avnfh.survival.competing.CompetingEndpoint} does not. An event that is found at
 * visits happened at some time since the visit before; it is dated to the visit here, and
 * {@link io.github.avnfh.survival.interval.VisitEndpoint} keeps the interval.
 *
 * <pre>{@code
 * Endpoint collapse = Endpoint.atFirstImageReading(
 *     "collapse", examination -> examination.findings().flattening() == Presence.PRESENT);
 * Endpoint failure = Endpoint.firstOf("arthroplasty or collapse", Endpoint.arthroplasty(), collapse);
 * Endpoint death = Endpoint.death(cohort);
 * FollowUp hips = failure.censoredBy(death).followUp(cohort.hips(), Hip::baselineStage);
 * hips.groups(); // [I, II, III]
 * hips.events(); // 9
 * }</pre>
 */
public final class Endpoint {
  private final String name;
  private final Function<? super Hip, OptionalInt> eventDay;
  private final Function<? super Hip, OptionalInt> stopDay;

  private Endpoint(
      String name,
      Function<? super Hip, OptionalInt> eventDay,
      Function<? super Hip, OptionalInt> stopDay) {
    this.name = name;
    this.eventDay = eventDay;
    this.stopDay = stopDay;
  }

  /**
   * Returns the replacement of the hip by a total hip arthroplasty.
   *
   * @return the endpoint
   */
  public static Endpoint arthroplasty() {
    return on(
        "total hip arthroplasty",
        hip -> firstDay(hip.arthroplasty().stream().mapToInt(Arthroplasty::day)));
  }

  /**
   * Returns the death of the hip's patient; a death before the first treatment of the hip, of a
   * patient whose hips were treated on two days, is no event of it.
   *
   * @param cohort the cohort of the hips
   * @return the endpoint; it refuses hips of other cohorts
   */
  public static Endpoint death(Cohort cohort) {
    Objects.requireNonNull(cohort, "cohort");
    return on(
        "death",
        hip -> cohort.deathDayOf(hip).stream()
            .mapToInt(Integer::intValue)
            .filter(day -> day >= 0)
            .findFirst());
  }

  /**
   * Returns an endpoint of one's own.
   *
   * @param name what happens, in words
   * @param eventDay the whole day from the first treatment, 0 or more, on which it happened to a
   *     hip, if it did
   * @return the endpoint
   */
  public static Endpoint on(String name, Function<? super Hip, OptionalInt> eventDay) {
    return new Endpoint(name, eventDay, hip -> OptionalInt.empty());
  }

  /**
   * Returns the first visit at which a rule holds, among those at which the patient was seen and
   * the hip was still the patient's own.
   *
   * <p>Where the rule holds at or before the first treatment already, the event is on day 0; such a
   * hip was never free of it.
   *
   * @param name what the rule says, in words
   * @param rule whether it holds at a visit
   * @return the endpoint, dated to the visit
   */
  public static Endpoint atFirstVisit(String name, Predicate<? super Visit> rule) {
    return on(
        name,
        hip -> firstDay(hip.visits().stream()
            .filter(visit -> visit.status() == VisitStatus.DONE)
            .filter(rule)
            .mapToInt(Visit::day)));
  }

  /**
   * Returns the first examination of images at which a rule holds, up to an arthroplasty.
   *
   * <p>Where the rule holds at or before the first treatment already, the event is on day 0; such a
   * hip was never free of it.
   *
   * @param name what the rule says, in words
   * @param rule whether it holds for an examination
   * @return the endpoint, dated to the examination
   */
  public static Endpoint atFirstImageReading(String name, Predicate<? super ImageReading> rule) {
    return on(name, hip -> {
      int replaced = hip.arthroplasty().map(Arthroplasty::day).orElse(Integer.MAX_VALUE);
      return firstDay(hip.imageReadings().stream()
          .filter(examination -> examination.day() <= replaced)
          .filter(rule)
          .mapToInt(ImageReading::day));
    });
  }

  private static OptionalInt firstDay(IntStream days) {
    return days.map(day -> Math.max(0, day)).min();
  }

  /**
   * Returns a composite: whichever of several endpoints comes first.
   *
   * @param name what happens, in words
   * @param endpoints at least one endpoint; what censors them does not count
   * @return the endpoint
   * @throws IllegalArgumentException if there is no endpoint
   */
  public static Endpoint firstOf(String name, Endpoint... endpoints) {
    if (endpoints.length == 0) {
      throw new IllegalArgumentException(
          "endpoints of a composite [count] must be 1 or more, but were 0");
    }
    List<Endpoint> all = List.of(endpoints);
    return on(
        name, hip -> all.stream().flatMapToInt(one -> one.day(hip).stream()).min());
  }

  /**
   * Returns the same endpoint, with the time of a hip ended by something else that came first.
   *
   * <p>A hip in which the other happened is censored on its day, and taken to have been free of the
   * event until then. On one day the event comes first. An earlier choice is replaced.
   *
   * @param other what ends the time without the event, such as a death
   * @return the endpoint
   */
  public Endpoint censoredBy(Endpoint other) {
    return new Endpoint(name, eventDay, other.eventDay);
  }

  /**
   * Returns the day on which it happened to a hip, regardless of what happened before.
   *
   * @param hip a hip
   * @return the whole day from the first treatment, or nothing if it did not happen
   */
  public OptionalInt day(Hip hip) {
    return eventDay.apply(hip);
  }

  /**
   * Returns what happens.
   *
   * @return the name in words
   */
  public String name() {
    return name;
  }

  /**
   * Follows hips as one group.
   *
   * @param hips at least one hip
   * @return their follow-up, a row for each hip in their order
   * @throws IllegalArgumentException if there is no hip
   */
  public FollowUp followUp(List<Hip> hips) {
    return columns(hips).build();
  }

  /**
   * Follows hips in groups that are the words of an ordered scale, such as the stage at enrollment;
   * the groups keep the order of the scale.
   *
   * @param <G> the scale
   * @param hips at least one hip
   * @param group the group of a hip
   * @return their follow-up, a row for each hip in their order
   * @throws IllegalArgumentException if there is no hip
   */
  public <G extends Coded & Comparable<? super G>> FollowUp followUp(
      List<Hip> hips, Function<? super Hip, G> group) {
    List<G> words = hips.stream().<G>map(group).toList();
    List<String> order = words.stream().distinct().sorted().map(Coded::code).toList();
    return columns(hips).groups(words.stream().map(Coded::code).toList(), order).build();
  }

  /**
   * Follows hips in groups by label; the groups keep the order of their first appearance.
   *
   * @param hips at least one hip
   * @param label the label of a hip's group
   * @return their follow-up, a row for each hip in their order
   * @throws IllegalArgumentException if there is no hip
   */
  public FollowUp followUpByLabel(List<Hip> hips, Function<? super Hip, String> label) {
    return columns(hips).groups(hips.stream().<String>map(label).toList()).build();
  }

  /**
   * Follows hips in the groups of a grouping, which keep its order.
   *
   * @param hips at least one hip
   * @param grouping how they are divided; a group in which no hip lies is left out
   * @return their follow-up, a row for each hip in their order
   * @throws IllegalArgumentException if there is no hip, or if the label of one is none of the
   *     grouping's
   */
  public FollowUp followUp(List<Hip> hips, Grouping grouping) {
    Objects.requireNonNull(hips, "hips");
    Grouping own = Objects.requireNonNull(grouping, "grouping").onlyOf(hips);
    return columns(hips)
        .groups(hips.stream().map(own::labelOf).toList(), own.labels())
        .build();
  }

  private FollowUpBuilder columns(List<Hip> hips) {
    int[] days = new int[hips.size()];
    boolean[] events = new boolean[hips.size()];
    for (int row = 0; row < days.length; row++) {
      Hip hip = hips.get(row);
      OptionalInt stop = stopDay.apply(hip);
      OptionalInt event = day(hip);
      events[row] = event.isPresent() && event.getAsInt() <= stop.orElse(Integer.MAX_VALUE);
      days[row] = events[row] ? event.getAsInt() : stop.orElseGet(hip::lastKnownDay);
    }
    return FollowUp.ofDays(days, events)
        .clusters(hips.stream().map(Hip::id).map(HipId::patient).toList());
  }

  @Override
  public String toString() {
    return "Endpoint{" + name + "}";
  }
}
