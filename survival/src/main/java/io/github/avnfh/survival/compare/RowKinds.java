package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.RiskSets;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The rows of a test by kind: rows of one group that are at risk at the same event times and end
 * alike, with how much they count together.
 *
 * <p>Hips followed in days are of few kinds: a million of them in four groups over ten years are of
 * 29,200. What is said of a kind is then found once. Where rows are of as many kinds as there are
 * rows, as with case weights or delayed entry, each row is its own kind.
 */
final class RowKinds {
  /** The group of each kind. */
  final int[] group;

  /** The first slot of {@link EventTimes} of each kind; an empty array where it is 0 for all. */
  final int[] from;

  /** The slot after the last of each kind. */
  final int[] to;

  /** Whether rows of this kind fail. */
  final boolean[] event;

  /** How much all rows of this kind count; an empty array where it is 1 for all. */
  final double[] weight;

  final int slots;

  // the kind of each row; an empty array where each row is its own
  private final int[] kind;

  private RowKinds(
      int[] group, int[] from, int[] to, boolean[] event, double[] weight, int slots, int[] kind) {
    this.group = group;
    this.from = from;
    this.to = to;
    this.event = event;
    this.weight = weight;
    this.slots = slots;
    this.kind = kind;
  }

  static RowKinds of(FollowUp followUp, ComparedRows compared) {
    boolean[] event = new boolean[compared.size()];
    for (int i = 0; i < event.length; i++) {
      event[i] = followUp.isEvent(compared.row(i));
    }
    EventTimes times = EventTimes.of(followUp, compared, event);
    if (!followUp.isWeighted()
        && times.from().length == 0
        && 2L * times.slots() * compared.groups() <= compared.size()) {
      return alike(compared, times, event);
    }
    double[] weight = new double[followUp.isWeighted() ? compared.size() : 0];
    Arrays.setAll(weight, i -> followUp.weight(compared.row(i)));
    return new RowKinds(
        compared.group(), times.from(), times.to(), event, weight, times.slots(), new int[0]);
  }

  /** Every last slot, end and group is a kind, be there rows of it or none. */
  private static RowKinds alike(ComparedRows compared, EventTimes times, boolean[] event) {
    int groups = compared.groups();
    int[] kind = new int[event.length];
    double[] count = new double[2 * times.slots() * groups];
    for (int row = 0; row < kind.length; row++) {
      // one number of last slot, event and group, taken apart again below
      int own = (2 * times.to()[row] + (event[row] ? 1 : 0)) * groups + compared.group()[row];
      kind[row] = own;
      count[own]++;
    }
    int[] group = new int[count.length];
    int[] to = new int[count.length];
    boolean[] fails = new boolean[count.length];
    for (int each = 0; each < count.length; each++) {
      group[each] = each % groups;
      to[each] = each / groups / 2;
      // none fails before the first event
      fails[each] = to[each] > 0 && each / groups % 2 == 1;
    }
    return new RowKinds(group, new int[0], to, fails, count, times.slots(), kind);
  }

  int size() {
    return to.length;
  }

  int from(int each) {
    return from.length == 0 ? 0 : from[each];
  }

  double weight(int each) {
    return weight.length == 0 ? 1 : weight[each];
  }

  /** Counts the rows. */
  int rows() {
    return areRows() ? to.length : kind.length;
  }

  /** Whether each row is its own kind. */
  boolean areRows() {
    return kind.length == 0;
  }

  int of(int row) {
    return areRows() ? row : kind[row];
  }

  /** How much a single row counts. */
  double weightOfRow(int row) {
    return areRows() ? weight(row) : 1;
  }

  /**
   * Kinds made of counts. Who leaves between two times is one kind, whose weight is negative where
   * more came; only sums over those at risk matter.
   */
  static final class Counted {
    private final IntStream.Builder group = IntStream.builder();
    private final IntStream.Builder from = IntStream.builder();
    private final IntStream.Builder to = IntStream.builder();
    private final IntStream.Builder event = IntStream.builder();
    private final DoubleStream.Builder weight = DoubleStream.builder();
    private final ComparableGroups components;
    private final double[] present;
    private int slots;

    Counted(EventCounts counts, TimeWeight first) {
      components = new ComparableGroups(counts.groups().size());
      present = new double[counts.groups().size()];
      for (int stratum = 0; stratum < counts.strata().size(); stratum++) {
        add(counts.riskSets(stratum), first.anew());
      }
    }

    private void add(RiskSets sets, TimeWeight weigher) {
      int start = slots;
      Arrays.fill(present, 0);
      while (sets.next()) {
        slots++;
        double n = 0;
        double d = 0;
        for (int number = 0; number < present.length; number++) {
          // who was present after the time before and is not at risk now left in between
          leave(number, present[number] - sets.atRisk(number), start, slots - 1, 0);
          leave(number, sets.events(number), start, slots, 1);
          present[number] = sets.atRisk(number) - sets.events(number);
          n += sets.atRisk(number);
          d += sets.events(number);
        }
        if (weigher.next(n, d) > 0 && d < n) {
          link(sets);
        }
      }
      for (int number = 0; number < present.length; number++) {
        leave(number, present[number], start, slots, 0);
      }
      slots++;
    }

    private void leave(int number, double count, int start, int end, int failing) {
      if (count != 0 && end > start) {
        group.add(number);
        from.add(start);
        to.add(end);
        event.add(failing);
        weight.add(count);
      }
    }

    private void link(RiskSets sets) {
      int first = -1;
      for (int number = 0; number < present.length; number++) {
        if (sets.atRisk(number) > 0) {
          components.link(number, first < 0 ? number : first);
          first = first < 0 ? number : first;
        }
      }
    }

    ComparableGroups components() {
      return components;
    }

    RowKinds kinds() {
      int[] failing = event.build().toArray();
      boolean[] fails = new boolean[failing.length];
      for (int each = 0; each < fails.length; each++) {
        fails[each] = failing[each] > 0;
      }
      return new RowKinds(
          group.build().toArray(),
          from.build().toArray(),
          to.build().toArray(),
          fails,
          weight.build().toArray(),
          slots,
          new int[0]);
    }
  }
}
