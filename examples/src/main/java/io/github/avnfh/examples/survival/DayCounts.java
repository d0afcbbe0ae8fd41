package io.github.avnfh.examples.survival;

import io.github.avnfh.survival.DayCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many left on each whole day, by stratum and group, with the event and without. */
final class DayCounts {
  private static final int MOST_NUMBERS = 1 << 23;
  private static final int NO_DAYS = 0;

  private int[][][] counts = new int[0][][];
  private long held;

  /** Takes a hip. */
  interface Taker {
    void take(int stratum, int group, int day, boolean event);
  }

  /** Counts a hip, or returns false where the table would grow beyond all measure. */
  boolean add(int stratum, int group, int day, boolean event) {
    int[] days = days(stratum, group);
    int place = 2 * day + (event ? 0 : 1);
    if (place >= days.length) {
      int length = 2 * Math.max(day + 1, days.length / 4 * 3);
      held += length - days.length;
      if (held > MOST_NUMBERS) {
        return false;
      }
      days = Arrays.copyOf(days, length);
      counts[stratum][group] = days;
    }
    days[place]++;
    return true;
  }

  private int[] days(int stratum, int group) {
    if (stratum >= counts.length) {
      int before = counts.length;
      counts = Arrays.copyOf(counts, stratum + 1 + before);
      Arrays.fill(counts, before, counts.length, new int[0][]);
    }
    if (group >= counts[stratum].length) {
      int before = counts[stratum].length;
      counts[stratum] = Arrays.copyOf(counts[stratum], group + 1 + before);
      Arrays.fill(counts[stratum], before, counts[stratum].length, new int[NO_DAYS]);
    }
    return counts[stratum][group];
  }

  /** Gives back every hip, by stratum, group and day. */
  void forEachHip(Taker taker) {
    for (int stratum = 0; stratum < counts.length; stratum++) {
      for (int group = 0; group < counts[stratum].length; group++) {
        int[] days = counts[stratum][group];
        for (int place = 0; place < days.length; place++) {
          for (int hip = 0; hip < days[place]; hip++) {
            taker.take(stratum, group, place / 2, place % 2 == 0);
          }
        }
      }
    }
  }

  /** The counts as lines, the groups in a given order. */
  List<DayCount> lines(LabelColumn groups, LabelColumn strata) {
    List<DayCount> lines = new ArrayList<>();
    for (String group : groups.order()) {
      int number = groups.labels().indexOf(group);
      for (int stratum = 0; stratum < strata.labels().size(); stratum++) {
        String label = strata.labels().get(stratum);
        int[] days = days(stratum, number);
        for (int place = 0; place < days.length; place += 2) {
          if (days[place] + days[place + 1] > 0) {
            lines.add(
                DayCount.of(group, place / 2, days[place], days[place + 1]).inStratum(label));
          }
        }
      }
    }
    return lines;
  }
}
