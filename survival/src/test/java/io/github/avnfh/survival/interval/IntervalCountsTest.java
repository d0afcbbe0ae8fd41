package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntervalCountsTest {
  private static EventInterval interval(Random random) {
    int first = 90 * random.nextInt(5);
    int last = first + 90 * (1 + random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> EventInterval.after(first);
      case 1 -> EventInterval.upTo(last);
      case 2 -> EventInterval.at(last);
      default -> EventInterval.between(first, last);
    };
  }

  /** Counts that are merged give the curve of all rows. */
  @Property(tries = 60)
  void curvesOfMergedCountsAreThoseOfAllRows(
      @ForAll int seed, @ForAll @IntRange(min = 2, max = 60) int rows) {
    Random random = new Random(seed);
    List<EventInterval> intervals = new ArrayList<>();
    IntervalCounts.Builder odd = IntervalCounts.builder();
    IntervalCounts.Builder even = IntervalCounts.builder();
    for (int row = 0; row < rows; row++) {
      intervals.add(interval(random));
      (row % 2 == 0 ? even : odd).add("all", intervals.get(row), 1);
    }
    IntervalCounts counts = even.build().merge(odd.build());
    assertThat(counts.hips()).isEqualTo(rows);
    IntervalCurve ofCounts = Turnbull.withDefaults().estimate(counts).get(0);
    IntervalCurve ofRows =
        Turnbull.withDefaults().estimate(IntervalFollowUp.of(intervals)).get(0);
    assertThat(ofCounts.rows()).isEqualTo(rows);
    assertThat(ofCounts.masses()).isEqualTo(ofRows.masses());
    assertThat(ofCounts.logLikelihood()).isCloseTo(ofRows.logLikelihood(), within(1e-9));
  }

  /** Of four one had it up to 90, two between 90 and 180, and one may have it later. */
  @Test
  void findsQuantilesAsIntervals() {
    IntervalCurve curve = Turnbull.withDefaults()
        .estimate(IntervalCounts.builder()
            .add("all", EventInterval.between(0, 90), 1)
            .add("all", EventInterval.between(90, 180), 2)
            .add("all", EventInterval.after(180), 1)
            .build())
        .get(0);
    assertThat(curve.quantile(0.25)).isEqualTo(EventInterval.between(0, 90));
    assertThat(curve.quantile(0.26)).isEqualTo(EventInterval.between(90, 180));
    assertThat(curve.quantile(0.75)).isEqualTo(EventInterval.between(90, 180));
    assertThat(curve.quantile(0.76)).isEqualTo(EventInterval.after(180));
    assertThatThrownBy(() -> curve.quantile(0))
        .hasMessage("proportion must lie above 0.0 and below 1.0, but was 0.0");
  }

  @Test
  void refusesNegativeNumbersAndNoHips() {
    IntervalCounts.Builder none = IntervalCounts.builder();
    assertThatThrownBy(none::build)
        .hasMessage("counts [hips] must lie in 1..2147483647, but were 0");
    assertThatThrownBy(() -> none.add("I", EventInterval.after(1), -1))
        .hasMessage("count [hips] must lie in 0..2147483647 beside the 0 before it, but was -1");
    assertThat(none.add("I", EventInterval.after(1), 2).build())
        .hasToString("IntervalCounts{2 hips, 1 groups}");
  }
}
