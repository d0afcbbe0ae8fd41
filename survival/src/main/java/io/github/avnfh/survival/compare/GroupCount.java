package io.github.avnfh.survival.compare;

import org.immutables.value.Value;

/**
 * One group in a test of the log-rank family: what was seen, and what sameness would have given.
 *
 * @see LogRank
 */
@Value.Immutable
public sealed interface GroupCount permits ImmutableGroupCount {

  /**
   * Returns the label of the group.
   *
   * @return the label
   */
  String group();

  /**
   * Returns the number of rows of the group, regardless of their weights.
   *
   * @return the number of hips
   */
  int rows();

  /**
   * Returns the events, each counted by the weight of its time.
   *
   * @return the weighted number of events; the plain number for the log-rank test
   */
  double observed();

  /**
   * Returns the events to be expected if survival were the same in all groups, counted likewise.
   *
   * @return the weighted number of events
   */
  double expected();

  /**
   * Returns the counts of a group.
   *
   * @param group the label
   * @param rows the number of rows
   * @param observed the events
   * @param expected the events to be expected
   * @return the counts
   * @throws IllegalArgumentException if a number is negative or not finite
   */
  static GroupCount of(String group, int rows, double observed, double expected) {
    check("rows of a group [count]", rows);
    check("observed events [weighted count]", observed);
    check("expected events [weighted count]", expected);
    return ImmutableGroupCount.builder()
        .group(group)
        .rows(rows)
        .observed(observed)
        .expected(expected)
        .build();
  }

  private static void check(String what, double count) {
    if (!(count >= 0 && count <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(what + " must be finite and 0 or more, but was " + count);
    }
  }
}
