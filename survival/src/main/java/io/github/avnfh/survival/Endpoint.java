package io.github.avnfh.survival;

import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.study.Hip;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The event that ends the time of a hip, and so the way from hips to follow-up.
 *
 * <p>A hip with the event is followed to the day of the event; any other is censored on the last
 * day of which anything is known of it ({@link Hip#lastKnownDay()}). Times are whole days, and the
 * patient is the cluster, because two hips of one patient are not independent.
 *
 * <pre>{@code
 * FollowUp hips = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
 * }</pre>
 */
public final class Endpoint {
  private final String name;
  private final Function<? super Hip, OptionalInt> eventDay;

  private Endpoint(String name, Function<? super Hip, OptionalInt> eventDay) {
    this.name = name;
    this.eventDay = eventDay;
  }

  /**
   * Returns the replacement of the hip by a total hip arthroplasty.
   *
   * @return the endpoint
   */
  public static Endpoint arthroplasty() {
    return on(
        "total hip arthroplasty",
        hip -> hip.arthroplasty().stream().mapToInt(Arthroplasty::day).findFirst());
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
    return new Endpoint(name, eventDay);
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
  public <G extends Enum<G> & Coded> FollowUp followUp(
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

  private FollowUpBuilder columns(List<Hip> hips) {
    int[] days = new int[hips.size()];
    boolean[] events = new boolean[hips.size()];
    for (int row = 0; row < days.length; row++) {
      Hip hip = hips.get(row);
      OptionalInt event = eventDay.apply(hip);
      events[row] = event.isPresent();
      days[row] = event.orElseGet(hip::lastKnownDay);
    }
    return FollowUp.ofDays(days, events)
        .clusters(hips.stream().map(Hip::id).map(HipId::patient).toList());
  }

  @Override
  public String toString() {
    return "Endpoint{" + name + "}";
  }
}
