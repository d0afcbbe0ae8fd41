package io.github.avnfh.examples.validity;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A drawn cohort of hips, and its follow-up as the library takes it. */
public final class HipCohort {
  private final HipDesign design;
  private final List<Hip> hips;
  private final FollowUp followUp;

  /** A hip, seen up to the last day; by the competing day it had what came first. */
  record Hip(
      int patient,
      int group,
      int entry,
      int last,
      int day,
      boolean event,
      int competingDay,
      EventStatus first) {}

  HipCohort(HipDesign design, List<Hip> hips) {
    this.design = design;
    this.hips = List.copyOf(hips);
    this.followUp = rows();
  }

  /**
   * Returns what the cohort was drawn from.
   *
   * @return the design
   */
  public HipDesign design() {
    return design;
  }

  /**
   * Returns the follow-up to the event, with groups from "1" on and patients as clusters.
   *
   * @return the rows of the hips
   */
  public FollowUp followUp() {
    return followUp;
  }

  private FollowUp rows() {
    int[] days = hips.stream().mapToInt(Hip::day).toArray();
    boolean[] events = new boolean[days.length];
    for (int row = 0; row < events.length; row++) {
      events[row] = hips.get(row).event();
    }
    FollowUpBuilder rows = described(FollowUp.ofDays(days, events));
    return (design.delayed() > 0 ? rows.entry(hips.stream().mapToInt(Hip::entry).toArray()) : rows)
        .build();
  }

  /**
   * Returns the follow-up to the event or the competing one, whichever came first; of a design
   * without delayed entry.
   *
   * @return the rows of the hips
   */
  public CompetingFollowUp competing() {
    return competing(rows -> rows);
  }

  /** The same follow-up as if every hip were of another patient. */
  CompetingFollowUp competingIgnoringPatients() {
    return competing(FollowUp::ignoringClusters);
  }

  private CompetingFollowUp competing(UnaryOperator<FollowUp> patients) {
    int[] days = hips.stream().mapToInt(Hip::competingDay).toArray();
    return CompetingFollowUp.of(
        hips.stream().map(Hip::first).toList(),
        ended -> patients.apply(described(FollowUp.ofDays(days, ended)).build()));
  }

  /**
   * Returns the event as it is found at visits, to which patients come until they are lost; hips of
   * patients who came to none are left out. Of a design of one group without delayed entry.
   *
   * @param days of the visits, in their order
   * @return the intervals of the hips, with patients as clusters
   */
  IntervalFollowUp atVisits(int... days) {
    List<EventInterval> intervals = new ArrayList<>();
    List<Integer> patients = new ArrayList<>();
    for (Hip hip : hips) {
      int[] seen = Arrays.stream(days).filter(day -> day <= hip.last()).toArray();
      if (seen.length > 0) {
        int event = hip.event() ? hip.day() : Integer.MAX_VALUE;
        int free = (int) Arrays.stream(seen).filter(day -> day < event).count();
        intervals.add(interval(seen, free));
        patients.add(hip.patient());
      }
    }
    return IntervalFollowUp.of(intervals).withClusters(patients);
  }

  private static EventInterval interval(int[] seen, int free) {
    if (free == seen.length) {
      return EventInterval.after(seen[free - 1]);
    }
    return free == 0
        ? EventInterval.upTo(seen[0])
        : EventInterval.between(seen[free - 1], seen[free]);
  }

  List<Hip> hips() {
    return hips;
  }

  private FollowUpBuilder described(FollowUpBuilder rows) {
    return rows.groups(
            hips.stream().map(hip -> Integer.toString(hip.group() + 1)).toList())
        .clusters(hips.stream().mapToInt(Hip::patient).toArray());
  }
}
