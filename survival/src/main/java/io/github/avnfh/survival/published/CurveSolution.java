package io.github.avnfh.survival.published;

import java.util.Arrays;
import java.util.OptionalInt;

/** The hips of a curve as they are found, interval by interval. */
final class CurveSolution {
  private static final double WHOLE_WITHIN = 0.1;
  private static final double BY_CHANCE = 1e-4;
  private static final double ROUNDING = 1e-9;
  private static final int NEIGHBORS = 20;

  final Drops drops;
  final CensoringPattern pattern;
  final double[] times;
  final boolean[] events;
  int eventCount;
  int atTail;
  private int largestDrop;
  double squares;
  private final OptionalInt printedEvents;
  private int size;
  private int censoredBefore;
  private double timeAtRisk;
  private double survival = 1;

  private CurveSolution(PublishedCurve curve, Drops drops, CensoringPattern pattern) {
    this.drops = drops;
    this.pattern = pattern;
    this.times = new double[curve.atStart()];
    this.events = new boolean[times.length];
    this.printedEvents = curve.events();
  }

  /** Whether the events are as many as are printed, if a number is printed. */
  boolean meets(PublishedCurve curve) {
    return eventCount == curve.events().orElse(eventCount);
  }

  double meanSquare() {
    return squares / Math.max(1, drops.times.length);
  }

  private void addInterval(double from, double until, int atRisk, int next) {
    int left = atRisk - next;
    Walk best = walk(from, until, atRisk, 0, left);
    double least = cost(best, left, atRisk);
    // who left = censored + events, and more censored leave fewer events: numbers near the one
    // where both add up are tried, and none censored
    int middle = censoredFor(left, from, until, atRisk);
    int last = Math.min(left, middle + NEIGHBORS);
    for (int censored = Math.max(0, middle - NEIGHBORS); censored <= last; censored++) {
      Walk walk = walk(from, until, atRisk, censored, left - censored);
      double cost = cost(walk, left, atRisk);
      if (cost < least) {
        best = walk;
        least = cost;
      }
    }
    keep(best, from, until);
    int rest = left - best.censored - best.total;
    for (int i = 0; i < rest; i++) {
      add(CensoringPattern.LATE.time(i, rest, from, until), false, from);
    }
    censoredBefore += left - best.total;
    // as if those who left had left evenly
    timeAtRisk += (until - from) * (atRisk + next) / 2.0;
  }

  /** The least number censored that, with the events it leaves, makes up all who left. */
  private int censoredFor(int left, double from, double until, int atRisk) {
    int low = 0;
    int high = left;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (middle + walk(from, until, atRisk, middle, atRisk).total >= left) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The squared misfit, and that of moving those who do not add up to the end. */
  private double cost(Walk walk, int left, int atRisk) {
    double rest = (left - walk.censored - walk.total) / (double) Math.max(1, atRisk);
    // those who do not add up are put at the end: how much their proportion of the fall would miss
    double moved = (survival - walk.survival) * rest;
    return walk.squares + moved * moved + rest * ROUNDING;
  }

  private void addTail(double from, int atRisk, OptionalInt chosen) {
    atTail = atRisk;
    double until = Math.max(from, drops.end);
    int censored = chosen.isPresent()
        ? chosen.getAsInt()
        : printedEvents.isPresent()
            ? censoredFor(printedEvents.getAsInt() - eventCount, atRisk, from, until)
            : expectedCensored(from, until, atRisk);
    Walk walk = walk(from, Double.POSITIVE_INFINITY, until, atRisk, censored, atRisk - censored);
    keep(walk, from, until);
    while (size < times.length) {
      add(until, false, from);
    }
  }

  private int expectedCensored(double from, double until, int atRisk) {
    double rate = timeAtRisk > 0 ? censoredBefore / timeAtRisk : 0;
    // n (1 - exp(-rate t)), with the rate of censoring per time at risk so far
    return (int) Math.rint(atRisk * -Math.expm1(-rate * (until - from)));
  }

  /** How many must be censored beyond the last number at risk to leave so many events. */
  private int censoredFor(int wanted, int atRisk, double from, double until) {
    int best = 0;
    int missed = Integer.MAX_VALUE;
    double least = Double.POSITIVE_INFINITY;
    // at most 4,000 numbers are tried: of very many hips a few more or less do not show
    int step = Math.max(1, atRisk / 2_000);
    for (int censored = 0; censored <= atRisk; censored += step) {
      Walk walk = walk(from, Double.POSITIVE_INFINITY, until, atRisk, censored, atRisk - censored);
      int off = Math.abs(walk.total - wanted);
      if (off < missed || (off == missed && walk.squares < least)) {
        best = censored;
        missed = off;
        least = walk.squares;
      }
    }
    return best;
  }

  private Walk walk(double from, double until, int atRisk, int censored, int most) {
    return walk(from, until, until, atRisk, censored, most);
  }

  /** The events at the drops from one time to before another, with so many censored evenly. */
  private Walk walk(double from, double before, double until, int atRisk, int censored, int most) {
    int first = drops.from(from);
    Walk walk = new Walk(censored, drops.from(before) - first, survival);
    int gone = 0;
    for (int i = 0; i < walk.events.length; i++) {
      double time = drops.times[first + i];
      while (gone < censored && censoringTime(gone, censored, from, until) < time) {
        gone++;
      }
      int left = Math.max(0, atRisk - gone - walk.total);
      step(walk, i, drops.targets[first + i], left, Math.min(left, most - walk.total));
    }
    return walk;
  }

  private void step(Walk walk, int drop, double target, int left, int most) {
    int count;
    if (Double.isNaN(target)) {
      int missing = printedEvents.orElse(0) - eventCount - walk.total;
      count = printedEvents.isPresent() ? unseen(walk, missing) : left == 1 ? 1 : 0;
    } else if (left > 0 && walk.survival > 0) {
      // s = S (1 - d / Y), so d = Y (1 - s / S), from the survival that was reconstructed
      count = (int) Math.max(0, Math.rint(left * (1 - target / walk.survival)));
    } else {
      count = 0;
    }
    count = Math.max(0, Math.min(count, most));
    walk.events[drop] = count;
    walk.total += count;
    walk.survival *= left > 0 ? (double) (left - count) / left : 1;
    double misfit = Double.isNaN(target) ? 0 : walk.survival - target;
    walk.squares += misfit * misfit;
  }

  /** The events of a last drop of which only the beginning was clicked: no more than at others. */
  private int unseen(Walk walk, int missing) {
    int largest = Math.max(1, largestDrop);
    for (int count : walk.events) {
      largest = Math.max(largest, count);
    }
    return missing <= largest ? missing : 0;
  }

  private void keep(Walk walk, double from, double until) {
    int first = drops.from(from);
    for (int drop = 0; drop < walk.events.length; drop++) {
      for (int i = 0; i < walk.events[drop]; i++) {
        add(drops.times[first + drop], true, from);
      }
    }
    for (int i = 0; i < walk.censored; i++) {
      add(censoringTime(i, walk.censored, from, until), false, from);
    }
    largestDrop = Math.max(largestDrop, Arrays.stream(walk.events).max().orElse(0));
    eventCount += walk.total;
    squares += walk.squares;
    survival = walk.survival;
  }

  private double censoringTime(int index, int censored, double from, double until) {
    return placed(pattern.time(index, censored, from, until), from);
  }

  private double placed(double time, double from) {
    return drops.wholeTimes ? Math.max(from, Math.floor(time)) : time;
  }

  private void add(double time, boolean event, double from) {
    if (size < times.length) {
      times[size] = event ? time : placed(time, from);
      events[size++] = event;
    }
  }

  static CurveSolution of(
      PublishedCurve curve,
      ClickPosition position,
      boolean beforeCounts,
      CensoringPattern pattern,
      OptionalInt censoredInTail) {
    CurveSolution solution =
        new CurveSolution(curve, new Drops(curve, position, beforeCounts), pattern);
    double[] times = curve.riskTimes();
    int[] atRisk = curve.atRisk();
    for (int i = 1; i < times.length; i++) {
      solution.addInterval(times[i - 1], times[i], atRisk[i - 1], atRisk[i]);
    }
    solution.addTail(times[times.length - 1], atRisk[times.length - 1], censoredInTail);
    return solution;
  }

  /** The drops of a cleaned curve in the order of time, one at each time. */
  static final class Drops {
    final ClickPosition position;
    /** Whether a drop clicked at the time of a number at risk belongs before that number. */
    final boolean beforeCounts;

    final double[] times;
    /** Survival after each drop; not a number where the last click marks a drop of unknown size. */
    final double[] targets;

    final double end;
    final boolean wholeTimes;

    Drops(PublishedCurve curve, ClickPosition position, boolean beforeCounts) {
      this.position = position;
      this.beforeCounts = beforeCounts;
      double[] clicked = curve.times();
      double[] levels = curve.monotone();
      double[] places = new double[levels.length + 1];
      double[] after = new double[levels.length + 1];
      int size = 0;
      double level = 1;
      double last = 0;
      for (int i = 0; i < levels.length; i++) {
        if (levels[i] < level - ROUNDING) {
          // clicked at the end of a level, a drop lies at the click before it
          boolean earlier = position == ClickPosition.BEFORE_DROP && last > 0;
          double time = earlier ? last : place(curve, last, clicked[i]);
          size -= size > 0 && places[size - 1] == time ? 1 : 0;
          places[size] = time;
          after[size++] = levels[i];
          if (i == levels.length - 1 && earlier && levels[i] > 0 && clicked[i] > time) {
            places[size] = clicked[i];
            after[size++] = Double.NaN;
          }
        }
        level = levels[i];
        last = clicked[i];
      }
      this.wholeTimes = areWhole(places, size);
      this.times = new double[size];
      this.targets = new double[size];
      int kept = 0;
      for (int i = 0; i < size; i++) {
        double time = wholeTimes ? Math.rint(places[i]) : places[i];
        kept -= kept > 0 && times[kept - 1] == time ? 1 : 0;
        times[kept] = time;
        targets[kept++] = after[i];
      }
      Arrays.fill(times, kept, size, Double.POSITIVE_INFINITY);
      this.end = wholeTimes ? Math.rint(last) : last;
    }

    private double place(PublishedCurve curve, double last, double clicked) {
      boolean counted = Arrays.binarySearch(curve.riskTimes(), clicked) >= 0;
      return beforeCounts && position == ClickPosition.AFTER_DROP && counted
          ? (last + clicked) / 2
          : clicked;
    }

    private static boolean areWhole(double[] places, int size) {
      double farthest = 0;
      for (int i = 0; i < size; i++) {
        farthest = Math.max(farthest, Math.abs(places[i] - Math.rint(places[i])));
      }
      // a uniform time lies within f of a whole one with probability 2 f, all with (2 f)^size
      return farthest <= WHOLE_WITHIN && Math.pow(2 * farthest, size) <= BY_CHANCE;
    }

    /** The first drop at a time or later. */
    int from(double time) {
      int index = Arrays.binarySearch(times, time);
      return index < 0 ? -index - 1 : index;
    }
  }

  /** One way to explain the drops of an interval: how many were censored, and the events. */
  private static final class Walk {
    private final int censored;
    private final int[] events;
    private int total;
    private double squares;
    private double survival;

    Walk(int censored, int drops, double survival) {
      this.censored = censored;
      this.events = new int[drops];
      this.survival = survival;
    }
  }
}
