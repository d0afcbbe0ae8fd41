package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * At which of the event times each row was at risk, the times of all strata in one sequence.
 *
 * <p>The times of a stratum have the slots from its start on, in ascending order, with an empty
 * slot behind the last. A row is at risk in the slots from its first up to the one before its last;
 * one that fails does so in the slot before its last.
 */
final class EventTimes {
  private static final int DAYS_PER_ROW = 4;

  private final int[] from;
  private final int[] to;
  private final int slots;

  private EventTimes(int[] from, int[] to, int slots) {
    this.from = from;
    this.to = to;
    this.slots = slots;
  }

  /** The first slot of each row; an empty array where it is 0 for all. */
  int[] from() {
    return from;
  }

  /** The slot after the last of each row. */
  int[] to() {
    return to;
  }

  int slots() {
    return slots;
  }

  static EventTimes of(FollowUp followUp, ComparedRows rows, boolean[] event) {
    boolean single = followUp.strata().size() == 1;
    return single && followUp.isInWholeDays() && !followUp.hasDelayedEntry()
        ? byDay(followUp, rows, event)
        : sorted(followUp, rows, event, single ? new int[0] : strata(followUp, rows));
  }

  /** Days are few: a table of them says how many event days lie up to each. */
  private static EventTimes byDay(FollowUp followUp, ComparedRows rows, boolean[] event) {
    int last = 0;
    for (int i = 0; i < rows.size(); i++) {
      last = (int) Math.max(last, followUp.time(rows.row(i)));
    }
    if (last > (long) DAYS_PER_ROW * rows.size()) {
      return sorted(followUp, rows, event, new int[0]);
    }
    int[] upTo = new int[last + 1];
    for (int i = 0; i < rows.size(); i++) {
      upTo[(int) followUp.time(rows.row(i))] |= event[i] ? 1 : 0;
    }
    for (int day = 1; day <= last; day++) {
      // days with an event are marked by 1: their running sum numbers the slots
      upTo[day] += upTo[day - 1];
    }
    int[] to = new int[rows.size()];
    Arrays.setAll(to, i -> upTo[(int) followUp.time(rows.row(i))]);
    return new EventTimes(new int[0], to, upTo[last] + 1);
  }

  /** The stratum of each row, by numbers of which none is left out. */
  private static int[] strata(FollowUp followUp, ComparedRows rows) {
    int[] strata = new int[rows.size()];
    Arrays.setAll(strata, i -> followUp.stratum(rows.row(i)));
    int[] distinct = IntStream.of(strata).sorted().distinct().toArray();
    Arrays.setAll(strata, i -> Arrays.binarySearch(distinct, strata[i]));
    return strata;
  }

  private static EventTimes sorted(
      FollowUp followUp, ComparedRows rows, boolean[] event, int[] strata) {
    int count = 1 + IntStream.of(strata).max().orElse(0);
    int[] end = new int[count];
    for (int i = 0; i < rows.size(); i++) {
      end[strata.length == 0 ? 0 : strata[i]] += event[i] ? 1 : 0;
    }
    int[] start = new int[count];
    for (int stratum = 0; stratum < count; stratum++) {
      start[stratum] = stratum == 0 ? 0 : end[stratum - 1];
      // strata lie one after another in one array of times
      end[stratum] += start[stratum];
    }
    double[] times = new double[end[count - 1]];
    int[] next = start.clone();
    for (int i = 0; i < rows.size(); i++) {
      if (event[i]) {
        times[next[strata.length == 0 ? 0 : strata[i]]++] = followUp.time(rows.row(i));
      }
    }
    int[] slot = new int[count];
    int slots = 0;
    for (int stratum = 0; stratum < count; stratum++) {
      end[stratum] = start[stratum] + distinct(times, start[stratum], end[stratum]);
      slot[stratum] = slots;
      // one empty slot more behind each stratum
      slots += end[stratum] - start[stratum] + 1;
    }
    boolean zero = count == 1 && !followUp.hasDelayedEntry();
    int[] from = new int[zero ? 0 : rows.size()];
    int[] to = new int[rows.size()];
    for (int i = 0; i < to.length; i++) {
      int row = rows.row(i);
      int stratum = strata.length == 0 ? 0 : strata[i];
      to[i] = slot[stratum] + upTo(times, start[stratum], end[stratum], followUp.time(row));
      if (!zero) {
        double entry = followUp.entry(row).orElse(-1);
        from[i] = slot[stratum] + upTo(times, start[stratum], end[stratum], entry);
      }
    }
    return new EventTimes(from, to, slots);
  }

  /** Sorts a part of the times and leaves each once at its beginning. */
  private static int distinct(double[] times, int start, int end) {
    Arrays.sort(times, start, end);
    int count = 0;
    for (int i = start; i < end; i++) {
      if (i == start || times[i] != times[i - 1]) {
        times[start + count++] = times[i];
      }
    }
    return count;
  }

  /** How many of the times do not lie after the given one. */
  private static int upTo(double[] times, int start, int end, double time) {
    int found = Arrays.binarySearch(times, start, end, time);
    return (found >= 0 ? found + 1 : -found - 1) - start;
  }
}
