package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether an error in a printed table can be told from its numbers at all: no data print so when
 * rounded to the nearest.
 *
 * <p>Worked out apart from the audit, in floating point: by all counts, sums and samples where they
 * can be gone through, and by the least and the greatest value over all numbers that print so where
 * they cannot.
 */
enum TellableError {
  YES,
  NO,
  /** Too near to a limit for floating point, or too many samples to go through. */
  UNKNOWN;

  private static final double CLOSE = 1e-9;
  private static final double P_HALF = 0.0005;
  private static final double HUNDREDTH_HALF = 0.005;
  private static final int MOST_VALUES = 48;
  /** Samples of more widths take a second and much memory each. */
  private static final int WIDEST = Integer.getInteger("avnfh.tables", 0) > 0 ? 19 : 10;

  private static final int PRINTED = 4;
  private static final int DEVIATION = 5;
  private static final int MINIMUM = 6;
  private static final int MAXIMUM = 7;
  private static final int COUNT = 8;
  private static final int OF = 9;
  private static final int LOW = 10;
  private static final int HIGH = 11;
  private static final Map<Integer, SampleTable> SAMPLES = new ConcurrentHashMap<>();

  static TellableError of(PlantedErrorTest.Planted planted, String[] rows) {
    Cells[] cells = new Cells[rows.length];
    for (int row = 0; row < rows.length; row++) {
      cells[row] = new Cells(rows[row].split(",", -1));
    }
    Cells first = cells[0];
    int n = first.count(OF);
    return switch (planted) {
      case PERCENT_WITH_COUNT ->
        distance(first.number(PRINTED), 100.0 * first.count(COUNT) / n, 0.05);
      case PERCENT_ALONE -> nearest(first.number(PRINTED), 100.0 / n, n, 0.05);
      case SUM_OF_PERCENTAGES ->
        distance(first.number(PRINTED) + cells[1].number(PRINTED), 100, 0.1);
      case MEAN -> nearest(first.number(PRINTED), 1.0 / n, 10 * n, HUNDREDTH_HALF);
      case MEDIAN ->
        nearest(first.number(PRINTED), n % 2 == 0 ? 0.5 : 1, 1_000_000, HUNDREDTH_HALF);
      case MEAN_OF_ALL -> {
        double expected =
            (n * first.number(PRINTED) + cells[1].count(OF) * cells[1].number(PRINTED))
                / cells[2].count(OF);
        yield distance(cells[2].number(PRINTED), expected, 2 * HUNDREDTH_HALF);
      }
      case RATIO_OF_SHARES ->
        distance(
            cells[2].number(PRINTED),
            (double) first.count(PRINTED) / cells[1].count(PRINTED),
            HUNDREDTH_HALF);
      case STANDARD_DEVIATION -> sample(first, n, 0, 10, false);
      case DEVIATION_OF_FEW -> sample(first, n, 1, 5, false);
      case MAXIMUM -> sample(first, n, first.count(MINIMUM), first.count(MAXIMUM), true);
      case DEVIATION_WITH_EXTREMES -> extremes(first, n);
      case LIMIT_OF_RATIO -> symmetry(first);
      case P_OF_STATISTIC -> statistic(first);
      case P_OF_MEANS -> means(cells);
      case P_OF_SHARES -> shares(cells);
      case P_OF_LIMITS -> limits(first, cells[1]);
    };
  }

  /** The cells of a row. */
  private record Cells(List<String> texts) {
    Cells(String[] texts) {
      this(List.of(texts));
    }

    double number(int column) {
      return Double.parseDouble(texts.get(column));
    }

    int count(int column) {
      return texts.get(column).isEmpty() ? 0 : Integer.parseInt(texts.get(column));
    }

    String basis() {
      return texts.get(texts.size() - 1);
    }

    Box box(int column) {
      return new Box(number(column) - HUNDREDTH_HALF, number(column) + HUNDREDTH_HALF);
    }
  }

  private static TellableError beyond(double excess) {
    return Math.abs(excess) < CLOSE ? UNKNOWN : excess > 0 ? YES : NO;
  }

  private static TellableError distance(double printed, double expected, double most) {
    double excess = Math.abs(printed - expected) - most;
    // what lies on the cut rounds up or down, and is not told
    return excess > CLOSE ? YES : NO;
  }

  /** The nearest multiple of a step, from 0 to so many. */
  private static TellableError nearest(double printed, double step, int most, double half) {
    double multiple = Math.max(0, Math.min(most, Math.rint(printed / step)));
    return distance(printed, multiple * step, half);
  }

  /** All samples of whole values between two ends, which both were observed or not. */
  private static TellableError sample(Cells cells, int n, int low, int high, boolean attained) {
    if (low > high) {
      return YES;
    }
    int width = high - low;
    int free = attained ? n - 2 : n;
    // two values at the ends and all others half way have the least squares
    if (attained && width > cells.box(DEVIATION).high() * Math.sqrt(2.0 * (n - 1))) {
      return YES;
    }
    if (width > WIDEST) {
      return UNKNOWN;
    }
    SampleTable samples = SAMPLES.computeIfAbsent(width, key -> new SampleTable(MOST_VALUES, key));
    double mean = cells.number(PRINTED);
    double deviation = cells.number(DEVIATION);
    for (int above = 0; above <= free * width; above++) {
      int sum = above + (attained ? width : 0);
      if (Math.abs(low + (double) sum / n - mean) > HUNDREDTH_HALF + CLOSE) {
        continue;
      }
      boolean fits = IntStream.of(samples.list(free, above))
          .map(square -> square + (attained ? width * width : 0))
          .mapToDouble(square -> Math.sqrt((square - (double) sum * sum / n) / (n - 1)))
          .anyMatch(one -> Math.abs(one - deviation) <= HUNDREDTH_HALF + CLOSE);
      if (fits) {
        return NO;
      }
    }
    return YES;
  }

  /** Without a step the extremes are rounded to a unit themselves. */
  private static TellableError extremes(Cells cells, int n) {
    double least = cells.number(MINIMUM);
    double greatest = cells.number(MAXIMUM);
    Box[] boxes = {
      new Box(least - 0.5, least + 0.5), new Box(greatest - 0.5, greatest + 0.5), cells.box(PRINTED)
    };
    double squares = Box.least(
        x -> (x[1] - x[0]) * (x[1] - x[0]) / 2
            + 2.0 * n / (n - 2) * Math.pow((x[0] + x[1]) / 2 - x[2], 2),
        boxes);
    double top = -Box.least(x -> -(boxes[1].high() - x[0]) * (x[0] - boxes[0].low()), boxes[2]);
    Box deviation = cells.box(DEVIATION);
    double tooSmall = Math.sqrt(squares / (n - 1)) - deviation.high();
    double tooLarge = Math.max(0, deviation.low()) - Math.sqrt(top * n / (n - 1));
    return beyond(Math.max(tooSmall, tooLarge));
  }

  /**
   * Limits at equal distances on the logarithmic scale: the square of the ratio is their product.
   */
  private static TellableError symmetry(Cells cells) {
    Box ratio = cells.box(PRINTED);
    Box low = cells.box(LOW);
    Box high = cells.box(HIGH);
    double tooHigh = low.low() * high.low() - ratio.high() * ratio.high();
    double tooLow = ratio.low() * ratio.low() - low.high() * high.high();
    return beyond(Math.max(tooHigh, tooLow));
  }

  private static TellableError p(Cells cells, double least, double greatest) {
    String printed = cells.texts().get(PRINTED);
    if (printed.startsWith("<")) {
      return beyond(least - Double.parseDouble(printed.substring(1)));
    }
    double p = Double.parseDouble(printed);
    return beyond(Math.max(least - P_HALF - p, p - P_HALF - greatest));
  }

  private static TellableError statistic(Cells cells) {
    String[] parts = cells.basis().split("[()= ]+", -1);
    Distribution t = Distribution.studentT(Integer.parseInt(parts[1]));
    double printed = Double.parseDouble(parts[2]);
    double least = t.upperTail(printed + HUNDREDTH_HALF);
    double greatest = t.upperTail(printed - HUNDREDTH_HALF);
    TellableError twoSided = p(cells, 2 * least, 2 * greatest);
    // the test may have been one-sided
    return twoSided == YES ? p(cells, least, greatest) : twoSided;
  }

  private static TellableError means(Cells[] cells) {
    int[] n = IntStream.range(0, 3).map(group -> cells[group].count(OF)).toArray();
    int all = IntStream.of(n).sum();
    ToDoubleFunction<double[]> between = means -> {
      double center = (n[0] * means[0] + n[1] * means[1] + n[2] * means[2]) / all;
      return IntStream.range(0, 3)
          .mapToDouble(group -> n[group] * Math.pow(means[group] - center, 2))
          .sum();
    };
    Box[] boxes =
        IntStream.range(0, 3).mapToObj(group -> cells[group].box(PRINTED)).toArray(Box[]::new);
    double least = Box.least(between, boxes);
    double greatest = Box.greatestAtCorners(between, boxes);
    double narrow = 0;
    double wide = 0;
    for (int group = 0; group < 3; group++) {
      Box deviation = cells[group].box(DEVIATION);
      narrow += (n[group] - 1) * Math.pow(deviation.low(), 2);
      wide += (n[group] - 1) * Math.pow(deviation.high(), 2);
    }
    Distribution f = Distribution.f(2, all - 3);
    return p(
        cells[3],
        f.upperTail(greatest / 2 / (narrow / (all - 3))),
        f.upperTail(least / 2 / (wide / (all - 3))));
  }

  private static TellableError shares(Cells[] cells) {
    double[] total = new double[3];
    double[] count = new double[3];
    for (int group = 0; group < 3; group++) {
      total[group] = cells[group].count(OF);
      count[group] = cells[group].count(PRINTED);
    }
    double all = total[0] + total[1] + total[2];
    double events = count[0] + count[1] + count[2];
    double statistic = 0;
    for (int group = 0; group < 3; group++) {
      double expected = events * total[group] / all;
      double rest = total[group] - expected;
      statistic += Math.pow(count[group] - expected, 2) * (1 / expected + 1 / rest);
    }
    double p = Distribution.chiSquare(2).upperTail(statistic);
    return p(cells[3], p, p);
  }

  /**
   * Wald's limits lie at equal distances from the logarithm of the ratio, so that z is the quotient
   * of two linear functions of theirs: its extremes lie at the corners of what is allowed.
   */
  private static TellableError limits(Cells ratio, Cells p) {
    Box middle = ratio.box(PRINTED).logarithms();
    Box low = ratio.box(LOW).logarithms();
    Box high = ratio.box(HIGH).logarithms();
    double[] z = DoubleStream.of(low.low(), low.high())
        .flatMap(end -> DoubleStream.of(
                high.low(), high.high(), 2 * middle.low() - end, 2 * middle.high() - end)
            .filter(other -> middle.holds((end + other) / 2) && high.holds(other))
            .map(other -> (end + other) / (other - end)))
        .toArray();
    double[] more = DoubleStream.of(high.low(), high.high())
        .flatMap(end -> DoubleStream.of(2 * middle.low() - end, 2 * middle.high() - end)
            .filter(low::holds)
            .map(other -> (end + other) / (end - other)))
        .toArray();
    double[] all =
        DoubleStream.concat(DoubleStream.of(z), DoubleStream.of(more)).toArray();
    double least = DoubleStream.of(all).min().orElseThrow();
    double greatest = DoubleStream.of(all).max().orElseThrow();
    double near = least < 0 && greatest > 0 ? 0 : Math.min(Math.abs(least), Math.abs(greatest));
    double far = Math.max(Math.abs(least), Math.abs(greatest));
    Distribution normal = Distribution.normal();
    double quantile = normal.upperQuantile(0.025);
    return p(p, 2 * normal.upperTail(quantile * far), 2 * normal.upperTail(quantile * near));
  }

  /** The numbers that print as one does. */
  private record Box(double low, double high) {
    private static final int ROUNDS = 60;
    private static final int CUTS = 80;

    Box logarithms() {
      return new Box(Math.log(low), Math.log(high));
    }

    boolean holds(double number) {
      return number >= low - CLOSE && number <= high + CLOSE;
    }

    /** The least value of a smooth convex function, by one coordinate after the other. */
    static double least(ToDoubleFunction<double[]> convex, Box... boxes) {
      double[] at = new double[boxes.length];
      for (int i = 0; i < at.length; i++) {
        at[i] = (boxes[i].low + boxes[i].high) / 2;
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < at.length; i++) {
          double low = boxes[i].low;
          double high = boxes[i].high;
          for (int cut = 0; cut < CUTS; cut++) {
            double third = (high - low) / 3;
            at[i] = low + third;
            double left = convex.applyAsDouble(at);
            at[i] = high - third;
            if (left <= convex.applyAsDouble(at)) {
              high -= third;
            } else {
              low += third;
            }
          }
          at[i] = (low + high) / 2;
        }
      }
      return convex.applyAsDouble(at);
    }

    static double greatestAtCorners(ToDoubleFunction<double[]> convex, Box... boxes) {
      return IntStream.range(0, 1 << boxes.length)
          .mapToDouble(corner -> {
            double[] at = new double[boxes.length];
            for (int i = 0; i < at.length; i++) {
              at[i] = (corner >> i & 1) == 0 ? boxes[i].low : boxes[i].high;
            }
            return convex.applyAsDouble(at);
          })
          .max()
          .orElseThrow();
    }
  }
}
