package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Columns;
import io.github.avnfh.survival.internal.Tallies;
import io.github.avnfh.survival.internal.Tally;
import java.util.Arrays;
import java.util.List;

/**
 * How many had the event and how many were at risk, by stratum, group and time: all that a test
 * needs to know.
 *
 * <p>It holds no rows.
 */
public final class EventCounts {
  private final Tally[] tallies;
  private final List<String> groups;
  private final List<String> strata;

  private EventCounts(Tally[] tallies, List<String> groups, List<String> strata) {
    this.tallies = tallies;
    this.groups = groups;
    this.strata = strata;
  }

  static EventCounts of(Columns columns, List<String> groups, List<String> strata) {
    Tally[] tallies = Tallies.byStratumAndGroup(columns, groups.size(), strata.size());
    return new EventCounts(tallies, groups, strata);
  }

  /**
   * Returns the labels of the groups.
   *
   * @return the labels in their order
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the labels of the strata.
   *
   * @return the labels in their order
   */
  public List<String> strata() {
    return strata;
  }

  /**
   * Counts the rows of a group over all strata, whatever their weights.
   *
   * @param group the index of the group, from 0
   * @return the number of rows
   */
  public int rows(int group) {
    int rows = 0;
    for (int stratum = 0; stratum < strata.size(); stratum++) {
      rows += tallies[stratum * groups.size() + group].rows();
    }
    return rows;
  }

  /**
   * Walks through the times of one stratum at which there were events.
   *
   * @param stratum the index of the stratum, from 0
   * @return a cursor before the first such time
   */
  public RiskSets riskSets(int stratum) {
    int first = stratum * groups.size();
    return new RiskSets(Arrays.copyOfRange(tallies, first, first + groups.size()));
  }

  /** A tally for each stratum and group, the groups of the first stratum first. */
  Tally[] tallies() {
    return tallies;
  }

  @Override
  public String toString() {
    return "EventCounts{" + groups.size() + " groups, " + strata.size() + " strata}";
  }
}
