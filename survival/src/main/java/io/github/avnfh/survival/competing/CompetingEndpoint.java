package io.github.avnfh.survival.competing;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * An event of a hip, and another that makes it impossible, such as the death of the patient.
 *
 * <p>Whichever comes first ends the time; on one day it is the event. The patient is the cluster.
 *
 * <pre>{@code
 * Endpoint death = Endpoint.death(cohort);
 * CompetingFollowUp hips = CompetingEndpoint.of(Endpoint.arthroplasty(), death)
 *     .followUp(cohort.hips(), Hip::baselineStage);
 * hips.size(); // 58
 * }</pre>
 */
public final class CompetingEndpoint {
  private final Endpoint event;
  private final Endpoint competing;
  private final Endpoint either;

  private CompetingEndpoint(Endpoint event, Endpoint competing) {
    this.event = event;
    this.competing = competing;
    this.either = Endpoint.firstOf(event.name() + " or " + competing.name(), event, competing);
  }

  /**
   * Chooses the event and what competes with it.
   *
   * @param event the event; what censors it does not count
   * @param competing what makes it impossible; several are put together by
   *     {@link Endpoint#firstOf(String, Endpoint...)}
   * @return the endpoint
   */
  public static CompetingEndpoint of(Endpoint event, Endpoint competing) {
    return new CompetingEndpoint(event, competing);
  }

  /**
   * Follows hips as one group.
   *
   * @param hips at least one hip
   * @return their follow-up, a row for each hip in their order
   * @throws IllegalArgumentException if there is no hip
   */
  public CompetingFollowUp followUp(List<Hip> hips) {
    return with(hips, either.followUp(hips));
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
  public <G extends Enum<G> & Coded> CompetingFollowUp followUp(
      List<Hip> hips, Function<? super Hip, G> group) {
    return with(hips, either.followUp(hips, group));
  }

  private CompetingFollowUp with(List<Hip> hips, FollowUp followUp) {
    return CompetingFollowUp.of(hips.stream().map(this::outcome).toList(), ended -> followUp);
  }

  private EventStatus outcome(Hip hip) {
    OptionalInt happened = event.day(hip);
    OptionalInt other = competing.day(hip);
    if (happened.isPresent() && happened.getAsInt() <= other.orElse(Integer.MAX_VALUE)) {
      return EventStatus.EVENT;
    }
    return other.isPresent() ? EventStatus.COMPETING : EventStatus.CENSORED;
  }

  @Override
  public String toString() {
    return "CompetingEndpoint{" + either.name() + "}";
  }
}
