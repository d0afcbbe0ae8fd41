package io.github.avnfh.examples.validity;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.List;
import java.util.function.UnaryOperator;

/** A drawn cohort of hips, and its follow-up as the library takes it. */
public final class HipCohort {
  private final HipDesign design;
  private final List<Hip> hips;
  private final FollowUp followUp;

  /** A hip; by the competing day it had what came first. */
  record Hip(
      int patient,
      int group,
      int entry,
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

  List<Hip> hips() {
    return hips;
  }

  private FollowUpBuilder described(FollowUpBuilder rows) {
    return rows.groups(
            hips.stream().map(hip -> Integer.toString(hip.group() + 1)).toList())
        .clusters(hips.stream().mapToInt(Hip::patient).toArray());
  }
}
