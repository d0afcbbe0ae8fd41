package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.ScoreProducts;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The rows of each cluster, one after another, and among them those of each unit: a follow-up that
 * was cut into parts, each of which begins where the one before was censored in the same cluster,
 * group and stratum.
 */
final class ScoreClusters {
  private static final int CLUSTERS_PER_ROW = 4;
  private static final int BLOCK = 64;

  private final int[] order;
  // the place in the order of the first row of each cluster and, at the end, the number of rows
  private final int[] start;
  // for each place in the order whether a unit ends there; no array where every row is one
  private final boolean[] unitEnds;

  private ScoreClusters(int[] order, int[] start, boolean[] unitEnds) {
    this.order = order;
    this.start = start;
    this.unitEnds = unitEnds;
  }

  /** Every row is a cluster where there are none. */
  static ScoreClusters of(FollowUp followUp, ComparedRows compared) {
    int size = compared.size();
    int[] cluster = new int[size];
    Arrays.setAll(cluster, i -> followUp.cluster(compared.row(i)));
    int count = followUp.clusters().orElse(followUp.size());
    int[] order =
        count <= (long) CLUSTERS_PER_ROW * size ? counted(cluster, count) : sorted(cluster);
    int[] start = new int[size + 1];
    int found = 0;
    for (int place = 0; place < size; place++) {
      if (place == 0 || cluster[order[place]] != cluster[order[place - 1]]) {
        start[found++] = place;
      }
    }
    start[found] = size;
    start = Arrays.copyOf(start, found + 1);
    boolean cut = followUp.hasDelayedEntry() && found < size;
    return new ScoreClusters(
        order, start, cut ? sortParts(followUp, compared, order, start) : new boolean[0]);
  }

  private static int[] counted(int[] cluster, int count) {
    int[] next = new int[count + 1];
    for (int number : cluster) {
      // counting sort by cluster: counts, their running sums, then each row in its place
      next[number + 1]++;
    }
    for (int number = 0; number < count; number++) {
      next[number + 1] += next[number];
    }
    int[] order = new int[cluster.length];
    for (int row = 0; row < order.length; row++) {
      order[next[cluster[row]]++] = row;
    }
    return order;
  }

  private static int[] sorted(int[] cluster) {
    long[] keys = new long[cluster.length];
    Arrays.setAll(keys, row -> (long) cluster[row] << Integer.SIZE | row);
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /**
   * Puts the parts of each unit one after another, in the order of their entry, and tells where
   * units end.
   */
  private static boolean[] sortParts(
      FollowUp followUp, ComparedRows compared, int[] order, int[] start) {
    int[] units = ScoreProducts.units(new Parts(followUp, compared));
    boolean[] ends = new boolean[order.length];
    for (int cluster = 0; cluster + 1 < start.length; cluster++) {
      int end = start[cluster + 1];
      int[] sorted = Arrays.stream(order, start[cluster], end)
          .boxed()
          .sorted(Comparator.<Integer>comparingInt(row -> units[row])
              .thenComparingDouble(row -> followUp.entry(compared.row(row)).orElse(-1)))
          .mapToInt(Integer::intValue)
          .toArray();
      System.arraycopy(sorted, 0, order, start[cluster], sorted.length);
      for (int place = start[cluster]; place < end; place++) {
        ends[place] = place + 1 == end || units[order[place + 1]] != units[order[place]];
      }
    }
    return ends;
  }

  /** The chosen rows of a follow-up, of which some may be parts of one. */
  private record Parts(FollowUp followUp, ComparedRows compared) implements ScoreProducts.Parts {
    @Override
    public int size() {
      return compared.size();
    }

    @Override
    public boolean hasDelayedEntry() {
      return followUp.hasDelayedEntry();
    }

    @Override
    public double entry(int row) {
      return followUp.entry(compared.row(row)).orElse(-1);
    }

    @Override
    public double time(int row) {
      return followUp.time(compared.row(row));
    }

    @Override
    public boolean isEvent(int row) {
      return followUp.isEvent(compared.row(row));
    }

    @Override
    public double weight(int row) {
      return followUp.weight(compared.row(row));
    }

    @Override
    public ScoreProducts.Kind kind(int row) {
      int own = compared.row(row);
      return new ScoreProducts.Kind(
          followUp.cluster(own), followUp.group(own), followUp.stratum(own));
    }
  }

  int count() {
    return start.length - 1;
  }

  /** In how many clusters any row had the event. */
  int countWithEvent(ScoreRows rows) {
    int count = 0;
    for (int cluster = 0; cluster < count(); cluster++) {
      boolean any = false;
      for (int place = start[cluster]; place < start[cluster + 1]; place++) {
        any |= rows.isEvent(order[place]);
      }
      count += any ? 1 : 0;
    }
    return count;
  }

  /** Whether any cluster has more than one unit, so that there are cross-products. */
  boolean share() {
    for (int cluster = 0; cluster < count(); cluster++) {
      int units = 0;
      for (int place = start[cluster]; place < start[cluster + 1]; place++) {
        units += endsUnit(place) ? 1 : 0;
      }
      if (units > 1) {
        return true;
      }
    }
    return false;
  }

  private boolean endsUnit(int place) {
    return unitEnds.length == 0 || unitEnds[place];
  }

  /** Sums of products of projected scores: of clusters, across the units of one, and of units. */
  static final class Products {
    final double[][] clusters;
    final double[][] across;
    final double[] units;

    private Products(Triangle clusters, Triangle across, double[] units) {
      this.clusters = clusters.matrix();
      this.across = across.matrix();
      this.units = units;
    }
  }

  /**
   * The lower half of a symmetric matrix of sums. Terms are added up in blocks, and these with
   * compensation: nearly as exact as compensation of each term, in a fifth of the time.
   */
  private static final class Triangle {
    private final int size;
    private final double[] block;
    private final CompensatedSum[] total;
    private int terms;

    Triangle(int size) {
      this.size = size;
      this.block = new double[size * (size + 1) / 2];
      this.total = new CompensatedSum[block.length];
      Arrays.setAll(total, cell -> new CompensatedSum());
    }

    /** Adds x x', for a vector x, so many times. */
    void addSquare(double[] vector, double count) {
      for (int i = 0, cell = 0; i < size; i++) {
        double own = count * vector[i];
        for (int j = 0; j <= i; j++) {
          block[cell++] += own * vector[j];
        }
      }
      countTerm();
    }

    /** Adds x y' + y x', for two vectors x and y. */
    void addProducts(double[] vector, double[] other) {
      for (int i = 0, cell = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          block[cell++] += vector[i] * other[j] + other[i] * vector[j];
        }
      }
      countTerm();
    }

    private void countTerm() {
      if (++terms == BLOCK) {
        closeBlock();
      }
    }

    private void closeBlock() {
      terms = 0;
      for (int cell = 0; cell < block.length; cell++) {
        total[cell].add(block[cell]);
        block[cell] = 0;
      }
    }

    double[][] matrix() {
      closeBlock();
      double[][] values = new double[size][size];
      for (int i = 0, cell = 0; i < size; i++) {
        for (int j = 0; j <= i; j++, cell++) {
          values[i][j] = total[cell].value();
          values[j][i] = values[i][j];
        }
      }
      return values;
    }
  }

  Products products(ScoreRows.Projected scores) {
    int size = scores.size();
    Triangle clusters = new Triangle(size);
    Triangle across = new Triangle(size);
    double[] units = new double[size];
    double[] sum = new double[size];
    double[] unit = new double[size];
    for (int cluster = 0; cluster < count(); cluster++) {
      // a cluster of one row of a kind is only counted: the kind adds its square so often below
      if (start[cluster + 1] - start[cluster] == 1 && scores.count(order[start[cluster]])) {
        continue;
      }
      for (int place = start[cluster]; place < start[cluster + 1]; place++) {
        scores.addTo(unit, order[place]);
        if (!endsUnit(place)) {
          continue;
        }
        if (place > start[cluster]) {
          // (sum of u)(sum of u)' - sum of u u' = sum over pairs of u v' + v u', formed as such
          across.addProducts(sum, unit);
        }
        for (int i = 0; i < size; i++) {
          units[i] += unit[i] * unit[i];
          sum[i] += unit[i];
          unit[i] = 0;
        }
      }
      clusters.addSquare(sum, 1);
      Arrays.fill(sum, 0);
    }
    scores.forEachCounted((score, count) -> {
      clusters.addSquare(score, count);
      for (int i = 0; i < size; i++) {
        units[i] += count * (score[i] * score[i]);
      }
    });
    return new Products(clusters, across, units);
  }

  /** For each row the sum of the values of its cluster. */
  double[] sums(double[] value) {
    double[] sums = new double[value.length];
    for (int cluster = 0; cluster < count(); cluster++) {
      double sum = 0;
      for (int place = start[cluster]; place < start[cluster + 1]; place++) {
        sum += value[order[place]];
      }
      for (int place = start[cluster]; place < start[cluster + 1]; place++) {
        sums[order[place]] = sum;
      }
    }
    return sums;
  }

  /** For each row the sum of the values of its cluster, but for those of its own unit. */
  double[] sumsOfOthers(double[] value) {
    double[] sums = sums(value);
    int first = 0;
    double unit = 0;
    for (int place = 0; place < order.length; place++) {
      unit += value[order[place]];
      if (endsUnit(place)) {
        for (int part = first; part <= place; part++) {
          // V of units of one cluster without their squares: the sum over the others
          sums[order[part]] -= unit;
        }
        first = place + 1;
        unit = 0;
      }
    }
    return sums;
  }
}
