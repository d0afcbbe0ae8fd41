package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random tables rounded to the nearest, as they are and with one digit of one number changed.
 *
 * <p>{@code -Davnfh.tables=10000} takes as many tables of each kind and prints the rates.
 */
class PlantedErrorTest {
  private static final int FEW = 24;
  private static final int TABLES = Integer.getInteger("avnfh.tables", FEW);
  private static final Set<Verdict> ALARMS =
      EnumSet.of(Verdict.CONTRADICTS, Verdict.UNEXPLAINED, Verdict.ONLY_IF_TRUNCATED_OR_UP);

  /** The number whose digit is changed. */
  enum Planted {
    PERCENT_WITH_COUNT,
    PERCENT_ALONE,
    SUM_OF_PERCENTAGES,
    MEAN,
    STANDARD_DEVIATION,
    MAXIMUM,
    MEDIAN,
    MEAN_OF_ALL,
    RATIO_OF_SHARES,
    DEVIATION_OF_FEW,
    DEVIATION_WITH_EXTREMES,
    LIMIT_OF_RATIO,
    P_OF_STATISTIC,
    P_OF_MEANS,
    P_OF_SHARES,
    P_OF_LIMITS
  }

  /**
   * An error is found wherever it can be told; the least rate lies below what 24 and what 10,000
   * tables give.
   */
  @ParameterizedTest
  @CsvSource({
    "PERCENT_WITH_COUNT, 0.95",
    "PERCENT_ALONE, 0.90",
    "SUM_OF_PERCENTAGES, 0.90",
    "MEAN, 0.20",
    "STANDARD_DEVIATION, 0.45",
    "MAXIMUM, 0.50",
    "MEDIAN, 0.30",
    "MEAN_OF_ALL, 0.90",
    "RATIO_OF_SHARES, 0.95",
    "DEVIATION_OF_FEW, 0.85",
    "DEVIATION_WITH_EXTREMES, 0.15",
    "LIMIT_OF_RATIO, 0.70",
    "P_OF_STATISTIC, 0.75",
    "P_OF_MEANS, 0.65",
    "P_OF_SHARES, 0.80",
    "P_OF_LIMITS, 0.65"
  })
  void tellsAnErrorAndNoHonestTable(Planted planted, double leastRate) {
    int found = 0;
    int tellable = 0;
    for (long seed = 0; seed < TABLES; seed++) {
      assertThat(isAlarmed(rows(planted, seed, false)))
          .as("honest table " + seed)
          .isFalse();
      String[] rows = rows(planted, seed, true);
      boolean isAlarmed = isAlarmed(rows);
      found += isAlarmed ? 1 : 0;
      TellableError told = TellableError.of(planted, rows);
      tellable += told == TellableError.YES ? 1 : 0;
      if (told != TellableError.UNKNOWN) {
        assertThat(isAlarmed).as(String.join("\n", rows)).isEqualTo(told == TellableError.YES);
      }
    }
    double rate = (double) found / TABLES;
    if (TABLES > FEW) {
      System.out.printf(
          Locale.ROOT, "%s: %d of %d found, %d could be told%n", planted, found, TABLES, tellable);
    }
    assertThat(rate).isGreaterThanOrEqualTo(leastRate);
  }

  @Test
  void neverFaultsAPaperOfHonestTables() {
    for (long seed = 0; seed < TABLES; seed++) {
      assertThat(new HonestPaper(seed).contradictions()).as("paper " + seed).isEmpty();
    }
  }

  private static String[] rows(Planted planted, long seed, boolean hasError) {
    Random random = new Random(seed);
    int n = 8 + random.nextInt(41);
    int[] sample = random.ints(n, 0, 11).sorted().toArray();
    return rows(planted, random, sample, hasError);
  }

  private static boolean isAlarmed(String[] rows) {
    return Audit.of(Papers.read(
            "id,section,quantity,kind,printed,sd,min,max,count,of,low,high,step,basis\n"
                + String.join("\n", rows),
            new Problems()))
        .findings()
        .stream()
        .anyMatch(finding -> ALARMS.contains(finding.verdict()));
  }

  private static String[] rows(Planted planted, Random random, int[] sample, boolean hasError) {
    int n = sample.length;
    int first = n / 2;
    int count = random.nextInt(n + 1);
    int part = 1 + random.nextInt(first - 1);
    int rival = 1 + random.nextInt(first - 1);
    String mean = mean(sample);
    String text = "a,T,x,";
    return switch (planted) {
      case PERCENT_WITH_COUNT ->
        one(text + "percent," + slip(percent(count, n), random, hasError) + ",,,," + count + ","
            + n);
      case PERCENT_ALONE ->
        one(text + "percent," + slip(percent(count, n), random, hasError) + ",,,,," + n);
      case SUM_OF_PERCENTAGES ->
        new String[] {
          pad(text + "percent," + slip(percent(count, n), random, hasError)),
          pad("b,T,y,percent," + percent(n - count, n)),
          "s,T,all,relation,,,,,,,,,,a + b = 100%"
        };
      case MEAN -> one(text + "mean," + slip(mean, random, hasError) + ",,,,," + n + ",0,10,1");
      case STANDARD_DEVIATION ->
        one(text + "mean," + mean + "," + slip(deviation(sample), random, hasError) + ",,,," + n
            + ",0,10,1");
      case MAXIMUM ->
        one(text + "mean," + mean + "," + deviation(sample) + "," + sample[0] + ","
            + slip("" + sample[n - 1], random, hasError) + ",," + n + ",,,1");
      case MEDIAN ->
        one(text + "median,"
            + slip(print((sample[(n - 1) / 2] + sample[n / 2]) / 2.0, 2), random, hasError)
            + ",,,,," + n + ",,,1");
      case MEAN_OF_ALL ->
        new String[] {
          pad(text + "mean," + mean(IntStream.of(sample).limit(first).toArray()) + ",,,,," + first),
          pad("b,T,y,mean," + mean(IntStream.of(sample).skip(first).toArray()) + ",,,,,"
              + (n - first)),
          "c,T,z,mean," + slip(mean, random, hasError) + ",,,,," + n + ",,,,parts a b"
        };
      case RATIO_OF_SHARES ->
        new String[] {
          pad(text + "count," + part + ",,,,," + first),
          pad("b,T,y,count," + rival + ",,,,," + first),
          pad("c,T,z,ratio," + slip(print((double) part / rival, 2), random, hasError) + ",,,,,,,,")
              + "risk a b"
        };
      case DEVIATION_OF_FEW, DEVIATION_WITH_EXTREMES -> deviations(planted, random, hasError);
      default -> tests(planted, random, hasError);
    };
  }

  /** Of few values on a short scale, and of more on none, with the extremes that they reached. */
  private static String[] deviations(Planted planted, Random random, boolean hasError) {
    boolean areFew = planted == Planted.DEVIATION_OF_FEW;
    int n = 3 + random.nextInt(areFew ? 10 : 30);
    int[] sample = random.ints(n, 1, areFew ? 6 : 40).sorted().toArray();
    return one("a,T,x,mean," + mean(sample) + "," + slip(deviation(sample), random, hasError)
        + (areFew ? ",,,," : "," + sample[0] + "," + sample[n - 1] + ",,") + n
        + (areFew ? ",1,5,1" : ",,,"));
  }

  /** Tests of one statistic, of three groups, and of a ratio with its limits at 95 %. */
  private static String[] tests(Planted planted, Random random, boolean hasError) {
    return switch (planted) {
      case P_OF_STATISTIC -> {
        int freedom = 5 + random.nextInt(95);
        double t = 0.5 + 2.5 * random.nextDouble();
        double p = 2 * Distribution.studentT(freedom).upperTail(t);
        yield new String[] {p(p, random, hasError, "t(" + freedom + ") = " + print(t, 2))};
      }
      case P_OF_MEANS -> means(random, hasError);
      case P_OF_SHARES -> shares(random, hasError);
      default -> {
        double error = 0.1 + 0.4 * random.nextDouble();
        double log = error * (0.5 + 2.5 * random.nextDouble());
        double reach = Distribution.normal().upperQuantile(0.025) * error;
        String high = print(Math.exp(log + reach), 2);
        boolean isLimit = planted == Planted.LIMIT_OF_RATIO;
        String ratio = pad("c,T,z,ratio," + print(Math.exp(log), 2) + ",,,,,,"
            + print(Math.exp(log - reach), 2) + ","
            + (isLimit ? slip(high, random, hasError) : high));
        double p = 2 * Distribution.normal().upperTail(log / error);
        yield isLimit
            ? new String[] {ratio}
            : new String[] {ratio, p(p, random, hasError, "limits c")};
      }
    };
  }

  private static String[] means(Random random, boolean hasError) {
    int[][] samples = IntStream.range(0, 3)
        .mapToObj(group -> random.ints(8 + random.nextInt(20), group, 9 + group).toArray())
        .toArray(int[][]::new);
    double all = 0;
    double total = 0;
    for (int[] sample : samples) {
      total += IntStream.of(sample).sum();
      all += sample.length;
    }
    double between = 0;
    double within = 0;
    for (int[] sample : samples) {
      double mean = IntStream.of(sample).average().orElseThrow();
      between += sample.length * (mean - total / all) * (mean - total / all);
      within += squares(sample);
    }
    double p = Distribution.f(2, all - 3).upperTail(between / 2 / (within / (all - 3)));
    return new String[] {
      group("a", samples[0]),
      group("b", samples[1]),
      group("c", samples[2]),
      p(p, random, hasError, "anova a b c")
    };
  }

  private static String group(String id, int[] sample) {
    return pad(id + ",T,mean of " + id + ",mean," + mean(sample) + "," + deviation(sample) + ",,,,"
        + sample.length);
  }

  private static String[] shares(Random random, boolean hasError) {
    int[] totals = random.ints(3, 12, 40).toArray();
    int[] counts = IntStream.range(0, 3)
        .map(group -> 2 + random.nextInt(totals[group] / 2))
        .toArray();
    double common = (double) IntStream.of(counts).sum() / IntStream.of(totals).sum();
    double statistic = 0;
    for (int group = 0; group < 3; group++) {
      double off = counts[group] - common * totals[group];
      statistic += off * off / (totals[group] * common * (1 - common));
    }
    double p = Distribution.chiSquare(2).upperTail(statistic);
    return new String[] {
      pad("a,T,share of a,count," + counts[0] + ",,,,," + totals[0]),
      pad("b,T,share of b,count," + counts[1] + ",,,,," + totals[1]),
      pad("c,T,share of c,count," + counts[2] + ",,,,," + totals[2]),
      p(p, random, hasError, "chi-square a b c")
    };
  }

  /** A p value to three decimals, one of which may be another. */
  private static String p(double p, Random random, boolean hasError, String basis) {
    String decimals = print(p, 3).substring(2);
    String printed =
        p < 0.001 ? "<0.001" : p >= 0.9995 ? "1.000" : "0." + slip(decimals, random, hasError);
    return pad("p,T,p,p," + printed) + basis;
  }

  private static String[] one(String row) {
    return new String[] {pad(row)};
  }

  private static String pad(String row) {
    return row + ",".repeat(13 - (int) row.chars().filter(sign -> sign == ',').count());
  }

  /** Another digit in one place of the number. */
  private static String slip(String number, Random random, boolean hasError) {
    int place = random.nextInt(number.length());
    int more = 1 + random.nextInt(9);
    if (!hasError) {
      return number;
    }
    int digit = number.charAt(place) == '.' ? place - 1 : place;
    char other = (char) ('0' + (number.charAt(digit) - '0' + more) % 10);
    return number.substring(0, digit) + other + number.substring(digit + 1);
  }

  private static String percent(int count, int n) {
    return Fraction.of(100L * count, n).round(PrintedRounding.HALF_UP, 1).toPlainString();
  }

  private static String mean(int[] sample) {
    return Fraction.of(IntStream.of(sample).sum(), sample.length)
        .round(PrintedRounding.HALF_UP, 2)
        .toPlainString();
  }

  private static String deviation(int[] sample) {
    return print(Math.sqrt(squares(sample) / (sample.length - 1)), 2);
  }

  private static double squares(int[] sample) {
    double mean = IntStream.of(sample).average().orElseThrow();
    return IntStream.of(sample).mapToDouble(x -> (x - mean) * (x - mean)).sum();
  }

  private static String print(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
