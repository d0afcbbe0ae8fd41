package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;

/** Which rows of a follow-up are compared, and in which group each of them is. */
final class ComparedRows {
  private final int[] rows;
  private final int[] group;
  private final int groups;

  /** Takes arrays that no one changes while the rows are compared; no rows stand for all. */
  ComparedRows(int[] rows, int[] group, int groups) {
    this.rows = rows;
    this.group = group;
    this.groups = groups;
  }

  static ComparedRows ofAll(FollowUp followUp) {
    int[] group = new int[followUp.size()];
    Arrays.setAll(group, followUp::group);
    return new ComparedRows(new int[0], group, followUp.groups().size());
  }

  int size() {
    return group.length;
  }

  /** The number, in the follow-up, of a row that is compared. */
  int row(int index) {
    return rows.length == 0 ? index : rows[index];
  }

  int[] group() {
    return group;
  }

  int groups() {
    return groups;
  }
}
