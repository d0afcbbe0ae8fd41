package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Columns;
import io.github.avnfh.survival.internal.RowNumbers;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some of the rows of a follow-up. */
final class Subset {
  private Subset() {}

  static FollowUp ofGroups(FollowUp followUp, List<String> groups) {
    Columns columns = followUp.columns();
    int[] rows = rows(followUp, row -> groups.contains(label(followUp, row)));
    return built(followUp, columns.only(rows, numbers(followUp, rows, groups)), groups);
  }

  static FollowUp after(FollowUp followUp, double time) {
    Columns columns = followUp.columns();
    int place = lastUpTo(columns.grid(), CurveTimes.withSlack(time));
    int[] rows = rows(followUp, row -> columns.exit(row) > place);
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "follow-up [rows] must be at least 1 after the time, but" + " were 0 after " + time);
    }
    List<String> left = followUp.groups().stream()
        .filter(
            group -> Arrays.stream(rows).anyMatch(row -> label(followUp, row).equals(group)))
        .toList();
    Columns some = columns.only(rows, numbers(followUp, rows, left));
    return built(followUp, some.enteringAfter(place), left);
  }

  private static int lastUpTo(TimeGrid grid, double time) {
    int low = -1;
    int high = grid.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (grid.time(middle) <= time) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] rows(FollowUp followUp, IntPredicate chosen) {
    return IntStream.range(0, followUp.size()).filter(chosen).toArray();
  }

  private static RowNumbers numbers(FollowUp followUp, int[] rows, List<String> groups) {
    int[] numbers =
        Arrays.stream(rows).map(row -> groups.indexOf(label(followUp, row))).toArray();
    return RowNumbers.of(numbers, groups.size());
  }

  private static String label(FollowUp followUp, int row) {
    return followUp.groups().get(followUp.group(row));
  }

  private static FollowUp built(FollowUp whole, Columns columns, List<String> groups) {
    return new FollowUp(columns, groups, whole.strata(), whole.isInWholeDays());
  }
}
