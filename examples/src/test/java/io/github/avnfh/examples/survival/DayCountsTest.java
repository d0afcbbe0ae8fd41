package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Counts by day end where they would take more room than rows. */
class DayCountsTest {
  private static final int MOST_DAYS = 1 << 22;

  @Test
  void holdsAsManyDaysAsItsLimit() {
    assertThat(new DayCounts().add(0, 0, MOST_DAYS - 1, true)).isTrue();
    assertThat(new DayCounts().add(0, 0, MOST_DAYS, true)).isFalse();
  }

  @Test
  void countsTheDaysOfAllGroupsAndStrataTogether() {
    DayCounts counts = new DayCounts();
    assertThat(counts.add(0, 0, MOST_DAYS / 4 - 1, true)).isTrue();
    assertThat(counts.add(0, 1, MOST_DAYS / 4 - 1, true)).isTrue();
    assertThat(counts.add(1, 0, MOST_DAYS / 2 - 1, false)).isTrue();
    assertThat(counts.add(0, 1, 5, false)).isTrue();
    assertThat(counts.add(1, 1, 0, false)).isFalse();
  }
}
