package io.github.avnfh.survival.published;

import io.github.avnfh.core.Quantity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a paper prints of one survival curve: points clicked on the figure, and the counts that are
 * printed with it.
 *
 * <p>Clicks may come in any order and more than once, as proportions or as percentages: survival is
 * read as percentages if any click lies above 1.5. They are put in the order of time, and where the
 * hand shook so that survival rises, the closest curve that never rises is taken (weighted isotonic
 * regression); what rises by more than the reading error is refused by {@link CurveReconstruction}.
 * The curve starts at 1 at time 0, whether or not that was clicked.
 *
 * <p>How many there were at the start is known from the number at risk at time 0, from
 * {@link #withPatients(int)}, or from both if they agree.
 *
 * @see CurveReconstruction
 */
public final class PublishedCurve {
  private static final double LEAST_PERCENT = 1.5;

  private static final Quantity TIME =
      Quantity.of("time of a click", "unit of the figure", 0, 1_000_000);

  private static final Quantity PROPORTION =
      Quantity.of("clicked survival", "proportion", -0.05, 1.05);

  private static final Quantity PERCENT = Quantity.of("clicked survival", "%", -5, 105);

  private static final Quantity RISK_TIME =
      Quantity.of("time of a number at risk", "unit of the figure", 0, 1_000_000);

  private static final Quantity COUNT = Quantity.of("number at risk", "hips", 0, 100_000);

  private static final Quantity PATIENTS = Quantity.of("number at the start", "hips", 1, 100_000);

  private static final Quantity EVENTS = Quantity.of("number of events", "hips", 0, 100_000);

  private final double[] times;
  private final double[] survival;
  private final double[] riskTimes;
  private final int[] atRisk;
  private final OptionalInt patients;
  private final OptionalInt events;

  private PublishedCurve(
      double[] times,
      double[] survival,
      double[] riskTimes,
      int[] atRisk,
      OptionalInt patients,
      OptionalInt events) {
    this.times = times;
    this.survival = survival;
    this.riskTimes = riskTimes;
    this.atRisk = atRisk;
    this.patients = patients;
    this.events = events;
  }

  /**
   * Returns a curve by its clicks.
   *
   * @param times the time of each click in the unit of the figure, 0 to 1,000,000
   * @param survival the survival of each click, as proportions up to 1.05 or percentages up to 105;
   *     a click may miss the ends of the axis by a twentieth here, and by the reading error where
   *     hips are reconstructed
   * @return the curve, without counts
   * @throws IllegalArgumentException if the lengths differ, there is no click, or a number lies
   *     outside its range
   */
  public static PublishedCurve ofClicks(double[] times, double[] survival) {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(survival, "survival");
    requireSameLength("clicks", times.length, survival.length);
    if (times.length == 0) {
      throw new IllegalArgumentException("clicks [number] must be 1 or more, but was 0");
    }
    double scale = scale(survival);
    Quantity range = scale == 1 ? PROPORTION : PERCENT;
    int[] order = order(times, survival);
    return new PublishedCurve(
        Arrays.stream(order).mapToDouble(row -> times[row]).toArray(),
        Arrays.stream(order)
            .mapToDouble(row -> range.check(survival[row]) / scale)
            .toArray(),
        new double[0],
        new int[0],
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /** By what clicks are divided to be proportions: 100 if they are percentages. */
  static double scale(double[] survival) {
    return Arrays.stream(survival).anyMatch(value -> value > LEAST_PERCENT) ? 100 : 1;
  }

  static String unit(double scale) {
    return (scale == 1 ? PROPORTION : PERCENT).unit();
  }

  /** The rows of clicks in the order of time. */
  static int[] order(double[] times, double[] survival) {
    return order(TIME, times, survival);
  }

  /** The rows in the order of time, and at one time from the highest survival to the lowest. */
  private static int[] order(Quantity quantity, double[] times, double[] survival) {
    Arrays.stream(times).forEach(quantity::check);
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(row -> times[row])
            .thenComparing(row -> -survival[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static void requireSameLength(String what, int times, int values) {
    if (times != values) {
      throw new IllegalArgumentException(
          what + " [number] must be as many as their times, " + times + ", but was " + values);
    }
  }

  /**
   * Adds the numbers at risk that are printed below the figure. Those at risk at a time are all
   * whose time is that time or later.
   *
   * @param times the times of the numbers, each once, 0 to 1,000,000, in any order
   * @param counts the numbers, which must not rise, 0 to 100,000
   * @return a curve with these numbers in place of others
   * @throws IllegalArgumentException if the lengths differ, a number lies outside its range, a time
   *     comes twice, or the numbers rise
   */
  public PublishedCurve withAtRisk(double[] times, int[] counts) {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(counts, "counts");
    requireSameLength("numbers at risk", times.length, counts.length);
    double[] values = Arrays.stream(counts).mapToDouble(COUNT::check).toArray();
    int[] order = order(RISK_TIME, times, values);
    double[] sorted = Arrays.stream(order).mapToDouble(row -> times[row] + 0.0).toArray();
    int[] numbers = Arrays.stream(order).map(row -> counts[row]).toArray();
    impossibleCounts(times, counts).values().stream().findFirst().ifPresent(problem -> {
      throw new IllegalArgumentException(problem);
    });
    return new PublishedCurve(this.times, survival, sorted, numbers, patients, events);
  }

  /**
   * Finds numbers at risk that cannot stand with the others.
   *
   * @param times the times of the numbers, 0 to 1,000,000, in any order
   * @param counts the numbers, 0 to 100,000
   * @return what is wrong with which row, counted from 0 and in the order of time: a time that
   *     comes twice, or a number above the one before; those that are left agree
   * @throws IllegalArgumentException if the lengths differ or a number lies outside its range
   */
  public static Map<Integer, String> impossibleCounts(double[] times, int[] counts) {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(counts, "counts");
    requireSameLength("numbers at risk", times.length, counts.length);
    int[] order =
        order(RISK_TIME, times, Arrays.stream(counts).mapToDouble(COUNT::check).toArray());
    Map<Integer, String> problems = new LinkedHashMap<>();
    int last = 0;
    for (int i = 1; i < order.length; i++) {
      double time = times[order[i]] + 0.0;
      int before = counts[order[last]];
      int now = counts[order[i]];
      if (time == times[order[last]]) {
        problems.put(
            order[i],
            "times of numbers at risk [unit of the figure] must differ, but " + time
                + " came twice");
      } else if (now > before) {
        problems.put(
            order[i],
            "number at risk [hips] must not rise, but rose from " + before + " to " + now + " at "
                + time);
      } else {
        last = i;
      }
    }
    return problems;
  }

  /**
   * Adds how many there were at the start.
   *
   * @param number the number of hips or patients whose curve it is, 1 to 100,000
   * @return a curve with that number
   * @throws IllegalArgumentException if the number lies outside its range
   */
  public PublishedCurve withPatients(int number) {
    PATIENTS.check(number);
    return new PublishedCurve(times, survival, riskTimes, atRisk, OptionalInt.of(number), events);
  }

  /**
   * Adds how many had the event in all.
   *
   * @param number the number of events up to the end of the curve, 0 to 100,000
   * @return a curve with that number
   * @throws IllegalArgumentException if the number lies outside its range
   */
  public PublishedCurve withEvents(int number) {
    EVENTS.check(number);
    return new PublishedCurve(times, survival, riskTimes, atRisk, patients, OptionalInt.of(number));
  }

  /**
   * Returns the number of events that is printed.
   *
   * @return the number, or nothing
   */
  public OptionalInt events() {
    return events;
  }

  /**
   * Counts the clicks.
   *
   * @return the number of clicks, 1 or more
   */
  public int clicks() {
    return times.length;
  }

  /**
   * Returns how many there were at the start.
   *
   * @return the number at risk at time 0 or the number of patients
   * @throws IllegalArgumentException if neither is known, or they differ
   */
  public int atStart() {
    boolean listed = riskTimes.length > 0 && riskTimes[0] == 0;
    if (!listed && patients.isEmpty()) {
      throw new IllegalArgumentException(
          "number at the start [hips] must be known from the number at risk at time 0 or from the"
              + " number of patients, but neither was given");
    }
    int number = listed ? atRisk[0] : patients.getAsInt();
    PATIENTS.check(number);
    if (patients.orElse(number) != number) {
      throw new IllegalArgumentException("number of patients [hips] must be the number at risk at"
          + " time 0, " + number + ", but was " + patients.getAsInt());
    }
    if (atRisk.length > 0 && atRisk[0] > number) {
      throw new IllegalArgumentException("number at risk [hips] must lie in 0.." + number
          + ", the number at the start, but was " + atRisk[0]);
    }
    if (events.orElse(0) > number) {
      throw new IllegalArgumentException("number of events [hips] must lie in 0.." + number
          + ", the number at the start, but was " + events.getAsInt());
    }
    return number;
  }

  double[] times() {
    return times;
  }

  /** The clicked proportions in the order of the times, as they were clicked. */
  double[] survival() {
    return survival;
  }

  /** The times of the numbers at risk, from 0 on. */
  double[] riskTimes() {
    return startsAtZero() ? riskTimes : prepended(riskTimes);
  }

  int[] atRisk() {
    return startsAtZero()
        ? atRisk
        : IntStream.concat(IntStream.of(atStart()), Arrays.stream(atRisk)).toArray();
  }

  boolean isClickedTwice(double time) {
    return Arrays.stream(times).filter(each -> each == time).limit(2).count() == 2;
  }

  /** Whether more than the number at the start is printed. */
  boolean hasRiskTable() {
    return riskTimes().length > 1;
  }

  private boolean startsAtZero() {
    return riskTimes.length > 0 && riskTimes[0] == 0;
  }

  private static double[] prepended(double[] column) {
    double[] longer = new double[column.length + 1];
    System.arraycopy(column, 0, longer, 1, column.length);
    return longer;
  }

  /** The closest proportions that never rise, none outside 0 and 1, by pooling violators. */
  double[] monotone() {
    double[] means = new double[survival.length];
    int[] sizes = new int[survival.length];
    int blocks = 0;
    for (double value : survival) {
      means[blocks] = value;
      sizes[blocks] = 1;
      while (blocks > 0 && means[blocks - 1] < means[blocks]) {
        int size = sizes[blocks - 1] + sizes[blocks];
        // (n1 m1 + n2 m2) / (n1 + n2)
        means[blocks - 1] += (means[blocks] - means[blocks - 1]) * sizes[blocks] / size;
        sizes[blocks - 1] = size;
        blocks--;
      }
      blocks++;
    }
    double[] fitted = new double[survival.length];
    int start = 0;
    for (int block = 0; block < blocks; block++) {
      double level = Math.max(0, Math.min(1, means[block]));
      Arrays.fill(fitted, start, start + sizes[block], level);
      start += sizes[block];
    }
    return fitted;
  }

  @Override
  public String toString() {
    return "PublishedCurve{" + times.length + " clicks, " + riskTimes.length + " numbers at risk}";
  }
}
