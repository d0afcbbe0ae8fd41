package io.github.avnfh.scoring.proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fisher's exact test of a table with r rows and c columns: the probability, with all totals given,
 * of tables that are no more probable than the one at hand.
 *
 * <p>A table has the probability C / (product of all cells!), with C = (product of all totals!) /
 * n!. Tables are built cell by cell. Where even the most probable completion of a table that has
 * begun is no more probable than the table at hand, all its completions together have a sum in
 * closed form. From the middle column on, completions are sorted once for each way in which rows
 * can have come there, and their sums looked up.
 *
 * <p>The most probable completion is bounded by duality: with any means m = (row factor) (column
 * factor), the sum of -log x! over the cells is at most the sum of (x log m - log x!) at each
 * cell's own mode x = floor(m), less the sum of x log m, which the totals fix.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1983.10477989">Mehta CR, Patel NR. A network
 *     algorithm for performing Fisher's exact test in r x c contingency tables. J Am Stat Assoc
 *     1983;78:427-434</a>
 */
final class FisherExactTest {
  /** Two tables of one probability may differ by rounding; R takes them for equal up to this. */
  private static final double TOLERANCE = 1e-7;

  private final int[] rows;
  private final int[] columns;
  private final double[] logFactorials;
  private final double[] logs;
  private final double constant;
  private final double threshold;
  private final int half;
  private final Map<List<Integer>, Completions> tails = new HashMap<>();
  private double sum;
  private long visited;
  private long most;

  FisherExactTest(int[][] counts, int[] rowTotals, int[] columnTotals) {
    int n = Arrays.stream(rowTotals).sum();
    this.logFactorials = new double[n + 1];
    this.logs = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      logs[i] = Math.log(i);
      logFactorials[i] = logFactorials[i - 1] + logs[i];
    }
    int[] some = present(rowTotals);
    int[] others = present(columnTotals);
    boolean isWide = some.length <= others.length;
    this.rows = isWide ? some : others;
    this.columns = isWide ? others : some;
    // the last 2 / (r + 2) of the columns are looked up, at least two: more rows, more tails
    this.half = columns.length - Math.max(2, columns.length * 2 / (rows.length + 2));
    // log C = sum of log(totals!) - log n!
    this.constant = sum(rows) + sum(columns) - logFactorials[n];
    double cells = Arrays.stream(counts).mapToDouble(this::sum).sum();
    // log of the probability of the table at hand, times 1 + 1e-7
    this.threshold = constant - cells + Math.log1p(TOLERANCE);
  }

  /**
   * Totals that are not 0, the smallest first: the last columns are looked up, not gone through.
   */
  private static int[] present(int[] totals) {
    return IntStream.of(totals).filter(total -> total > 0).sorted().toArray();
  }

  private double sum(int[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> logFactorials[count]).sum();
  }

  /** The exact p value, unless it takes more steps than allowed. */
  OptionalDouble exact(long mostSteps) {
    if (rows.length < 2) {
      return OptionalDouble.of(1);
    }
    most = mostSteps;
    sum = 0;
    visited = 0;
    tails.clear();
    goOn(0, 0, columns[0], rows.clone(), constant);
    return visited > most ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, sum));
  }

  /**
   * Goes on with a table: of a column what is left over is still to be distributed from a row on;
   * past is the logarithm of the probability so far.
   */
  private void goOn(int column, int row, int rest, int[] left, double past) {
    if (++visited > most) {
      return;
    }
    // no completion is more probable than the table at hand: all of them count
    if (past + mostProbable(column, row, rest, left) <= threshold) {
      sum += Math.exp(past + allCompletions(column, row, rest, left));
    } else if (column == half && row == 0) {
      sum += completions(left).upTo(threshold - past, past);
    } else {
      forEachCell(column, row, rest, left, past, this::goOn);
    }
  }

  /** What to do with a table that has one more cell. */
  private interface Next {
    void goOn(int column, int row, int rest, int[] left, double past);
  }

  private void forEachCell(int column, int row, int rest, int[] left, double past, Next next) {
    if (row == left.length - 1) {
      // the last row takes what is left of the column
      left[row] -= rest;
      next.goOn(column + 1, 0, columns[column + 1], left, past - logFactorials[rest]);
      left[row] += rest;
      return;
    }
    int total = left[row];
    int below = total(left, row + 1);
    // the rows below must be able to take rest - x
    for (int x = Math.max(0, rest - below); x <= Math.min(rest, total); x++) {
      left[row] = total - x;
      next.goOn(column, row + 1, rest - x, left, past - logFactorials[x]);
    }
    left[row] = total;
  }

  private static int total(int[] left, int from) {
    int total = 0;
    for (int row = from; row < left.length; row++) {
      total += left[row];
    }
    return total;
  }

  private Completions completions(int[] left) {
    List<Integer> key = IntStream.of(left).boxed().toList();
    Completions known = tails.get(key);
    if (known != null) {
      return known;
    }
    int[] before = new int[left.length];
    Arrays.setAll(before, row -> rows[row] - left[row]);
    // no way to come here is more probable than this, so a completion at or below the threshold
    // less this one counts in every case, and need not be kept apart
    double likeliest = constant + mostProbable(0, half, before);
    Completions completions = new Completions(threshold - likeliest);
    completions.collect(half, 0, columns[half], left.clone(), 0);
    completions.sort();
    tails.put(key, completions);
    return completions;
  }

  /** All ways to finish a table from the middle column on, by their probability. */
  private final class Completions {
    /** Up to here a completion is rare for every table above. */
    private final double limit;

    private final List<Double> found = new ArrayList<>();
    private double[] sorted = {};
    private double[] sums = {};
    private double rare;

    Completions(double limit) {
      this.limit = limit;
    }

    void collect(int column, int row, int rest, int[] left, double past) {
      if (++visited > most) {
        return;
      }
      if (past + mostProbable(column, row, rest, left) <= limit) {
        // relative to exp(limit), so that the sums neither overflow nor vanish
        rare += Math.exp(past + allCompletions(column, row, rest, left) - limit);
      } else if (column == columns.length - 1) {
        found.add(past - sum(left));
      } else {
        forEachCell(column, row, rest, left, past, this::collect);
      }
    }

    void sort() {
      sorted = found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      found.clear();
      sums = new double[sorted.length + 1];
      sums[0] = rare;
      for (int i = 0; i < sorted.length; i++) {
        sums[i + 1] = sums[i] + Math.exp(sorted[i] - limit);
      }
    }

    /** The probability of completions up to a bound, all given what came before. */
    double upTo(double bound, double past) {
      int from = 0;
      int to = sorted.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (sorted[middle] <= bound) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      // sums[i] holds the i least probable completions and the rare ones
      return Math.exp(past + limit) * sums[from];
    }
  }

  /** An upper bound of -(sum of log x!) over the cells that are left. */
  private double mostProbable(int column, int row, int rest, int[] left) {
    double bound = mostProbable(column + 1, columns.length, left);
    int open = total(left, row);
    if (rest == 0 || open == 0) {
      return bound;
    }
    // the open cells of a column that has begun; their part of the rows is already counted above:
    // sum of x log m = sum of x log row + rest (log rest - log open) for m = row rest / open
    bound -= rest * (logs[rest] - logs[open]);
    for (int i = row; i < left.length; i++) {
      bound += atMode(left[i], rest, open);
    }
    return bound;
  }

  /** The same over whole columns; rows may have more left than these take. */
  private double mostProbable(int from, int to, int[] left) {
    int n = total(left, 0);
    double bound = 0;
    for (int total : left) {
      bound -= total * logs[total];
    }
    for (int j = from; j < to && n > 0; j++) {
      // sum of x log m over the column, m = row column / n: the rows above, the column here
      bound -= columns[j] * (logs[columns[j]] - logs[n]);
      for (int total : left) {
        bound += atMode(total, columns[j], n);
      }
    }
    return bound;
  }

  /** x log m - log x! at its highest, for the mean m = row column / n. */
  private double atMode(int row, int column, int n) {
    if (row == 0 || column == 0) {
      return 0;
    }
    int mode = (int) ((long) row * column / n);
    return mode * (logs[row] + logs[column] - logs[n]) - logFactorials[mode];
  }

  /** The logarithm of the sum of 1 / (product of cells!) over all completions. */
  private double allCompletions(int column, int row, int rest, int[] left) {
    int open = total(left, row);
    int later = total(left, 0) - rest;
    // sum over tables of 1 / product(x!) = N! / (product of row totals! product of column totals!)
    double all = logFactorials[later] + choose(open, rest) - sum(left);
    for (int j = column + 1; j < columns.length; j++) {
      all -= logFactorials[columns[j]];
    }
    return all;
  }

  /** Of how many random tables with these totals the probability is no larger. */
  int noMoreProbable(int replicates, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int hits = 0;
    for (int i = 0; i < replicates; i++) {
      hits += constant - randomCells(random) <= threshold ? 1 : 0;
    }
    return hits;
  }

  /** The sum of log x! of a random table: each cell is hypergeometric given those before. */
  private double randomCells(SplittableRandom random) {
    int[] left = rows.clone();
    double cells = 0;
    for (int column : columns) {
      int rest = column;
      int open = Arrays.stream(left).sum();
      for (int row = 0; row < left.length; row++) {
        open -= left[row];
        int x = hypergeometric(random.nextDouble(), left[row], open, rest);
        left[row] -= x;
        rest -= x;
        cells += logFactorials[x];
      }
    }
    return cells;
  }

  /** The value at a probability, counted outward from the mode: m drawn from a and b, x from a. */
  private int hypergeometric(double probability, int a, int b, int m) {
    int low = Math.max(0, m - b);
    int high = Math.min(a, m);
    // the mode of the hypergeometric distribution is floor((m + 1)(a + 1) / (a + b + 2))
    int mode = (int) ((m + 1L) * (a + 1L) / (a + b + 2L));
    mode = Math.max(low, Math.min(high, mode));
    double up = Math.exp(choose(a, mode) + choose(b, m - mode) - choose(a + b, m));
    double down = up;
    double rest = probability - up;
    int above = mode;
    int below = mode;
    while (rest > 0 && (above < high || below > low)) {
      if (above < high) {
        // P(x + 1) / P(x) = (a - x)(m - x) / ((x + 1)(b - m + x + 1))
        up *= (double) (a - above) * (m - above) / ((above + 1.0) * (b - m + above + 1.0));
        above++;
        rest -= up;
        if (rest <= 0) {
          return above;
        }
      }
      if (below > low) {
        down *= below * (double) (b - m + below) / ((a - below + 1.0) * (m - below + 1.0));
        below--;
        rest -= down;
        if (rest <= 0) {
          return below;
        }
      }
    }
    return mode;
  }

  private double choose(int n, int k) {
    return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
  }
}
