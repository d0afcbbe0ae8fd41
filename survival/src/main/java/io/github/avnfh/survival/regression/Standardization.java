package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.internal.RecoveredVariance.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The survival that a Cox model predicts on average over all rows, had each one level of a factor
 * or lain in one stratum, with the influence of each cluster on it.
 */
final class Standardization {
  private final CoxModel.Data data;
  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final double[] beta;
  private final double[][] inverse;
  final Optional<String> factor;
  final List<String> levels;
  private final int[] unit;

  /** How many clusters, or rows without clusters, influences are summed by. */
  final int units;

  /** The time to which the rows of every stratum were followed. */
  final double last;

  private final double[] hazard;
  private final double[] squares;
  private final double[] unseen;
  private final double[][] means;

  /** By a factor of the design, or by stratum. */
  Standardization(CoxModel model, Optional<String> factor) {
    this.data = model.data();
    this.rows = data.rows;
    this.likelihood = model.likelihood();
    this.beta = data.scaledCoefficients();
    this.inverse = SymmetricMatrix.of(likelihood.information()).orElseThrow().inverse();
    this.factor = factor;
    this.levels = factor.map(data.covariates::levels).orElse(data.followUp.strata());
    boolean isClustered = data.followUp.clusters().isPresent();
    this.unit = isClustered
        ? Arrays.stream(rows.order).map(data.followUp::cluster).toArray()
        : IntStream.range(0, rows.size).toArray();
    this.units = (int) Arrays.stream(unit).distinct().count();
    // the earliest of the last times of the strata
    this.last = IntStream.range(0, rows.strata)
        .mapToDouble(stratum -> rows.time(rows.stratumStart[stratum]))
        .min()
        .orElse(0);
    this.hazard = rows.accumulated(likelihood.baselineIncrements());
    this.squares = rows.accumulated(likelihood.squaredIncrements());
    this.unseen = likelihood.unseenSquaredIncrements();
    this.means = new double[beta.length][];
    Arrays.setAll(means, j -> rows.accumulated(likelihood.meanIncrements(j)));
  }

  /** Counts the rows that have a level, or lie in a stratum, and have not left before a time. */
  int atRisk(int level, double time) {
    return (int) IntStream.range(0, rows.size)
        .filter(place -> rows.time(place) >= time && observedLevel(place) == level)
        .count();
  }

  /** The level that a row has, or its stratum. */
  private int observedLevel(int place) {
    int row = rows.order[place];
    return factor.isEmpty()
        ? data.followUp.stratum(row)
        : data.covariates.observedLevel(factor.get(), row);
  }

  /** The times of events before an end, or up to it, in ascending order. */
  double[] eventTimes(double end, boolean isEndIn) {
    return IntStream.range(0, rows.blocks)
        .filter(b -> rows.deaths[b] > 0)
        .mapToDouble(b -> rows.blockTime[b])
        .filter(time -> time < end || (isEndIn && time == end))
        .sorted()
        .distinct()
        .toArray();
  }

  /** A sum of survival at some times, each multiplied by a length; the last one ends there. */
  record Functional(double horizon, List<Double> times, List<Double> lengths) {
    static Functional survival(double time) {
      return new Functional(time, List.of(time), List.of(1.0));
    }

    boolean isSurvival() {
      return times.get(0) == horizon;
    }

    /** What is left of the largest value, 1 or the horizon. */
    double largest() {
      return isSurvival() ? 1 : horizon;
    }

    Limits limits(double value, double error, double quantile) {
      double lost = largest() - value;
      if (!(error > 0 && lost > 0 && value > 0 && quantile <= Double.MAX_VALUE)) {
        return new Limits(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      double reach = quantile * error;
      if (isSurvival()) {
        double log = Math.log(value);
        // log(-log S) -/+ q se / (S |log S|): S to the power of step, or of 1 / step
        double step = Math.exp(reach / (value * -log));
        return new Limits(value, Math.exp(log * step), Math.exp(log / step));
      }
      // log(horizon - mean) +/- q se / (horizon - mean)
      double factor = Math.exp(reach / lost);
      return new Limits(value, Math.max(0, horizon - lost * factor), horizon - lost / factor);
    }
  }

  /** The area under a curve up to a horizon. */
  Functional area(double horizon) {
    double[] events = eventTimes(horizon, false);
    List<Double> times = new ArrayList<>(List.of(0.0));
    List<Double> lengths = new ArrayList<>();
    for (double time : events) {
      lengths.add(time - times.get(times.size() - 1));
      times.add(time);
    }
    // the area is a sum of survival at 0 and at each event time, times the stretch that follows
    lengths.add(horizon - times.get(times.size() - 1));
    return new Functional(horizon, times, lengths);
  }

  /** The functional of the curve of a level. */
  OfLevel of(int level, Functional functional) {
    return new OfLevel(level, functional);
  }

  /**
   * The functional of the curve of one level, and the influence of each unit on it.
   *
   * <p>With E(t) = H(t) exp(x'b) of a row the change of its survival S is -S exp(x'b) (dH + (x H -
   * M)'db), where dH is that of the baseline hazard at fixed coefficients and M the sum of the mean
   * at risk times the hazard. A row k with weight w changes H at t by the event's w/W dH(T), if it
   * has it by t, less w exp(x'b) times the sum of dH/S0 while it is at risk, and b by the inverse
   * information times its score residual.
   */
  final class OfLevel {
    final double value;
    final double[] influence = new double[Arrays.stream(unit).max().orElse(0) + 1];

    /** The root of the sum over units of squared influences. */
    final double standardError;

    private final double total;
    private final double[] lengths;

    /** By stratum, then time: the block there, and the sum of w length S exp(x'b) over rows. */
    private final int[][] block;

    private final double[][] slopes;
    private final double[] gradient = new double[beta.length];

    private OfLevel(int level, Functional functional) {
      this.lengths = functional.lengths().stream().mapToDouble(each -> each).toArray();
      this.block = new int[rows.strata][];
      Arrays.setAll(
          block,
          stratum -> functional.times().stream()
              .mapToInt(time -> rows.blockAt(stratum, time))
              .toArray());
      this.slopes = new double[rows.strata][lengths.length];
      double[] values = values(level);
      double sum = 0;
      double weights = 0;
      for (int i = 0; i < rows.size; i++) {
        sum += rows.weight(i) * values[i];
        weights += rows.weight(i);
      }
      this.total = weights;
      this.value = sum / total;
      addMeans();
      addRows(values);
      addCoefficients();
      for (int stratum = 0; stratum < rows.strata; stratum++) {
        addHazard(stratum);
      }
      this.standardError = Math.sqrt(SymmetricMatrix.inner(influence, influence));
    }

    /** The functional of each row at the level. */
    private double[] values(int level) {
      double[][] columns = factor
          .map(name -> data.covariates.atLevel(name, levels.get(level)))
          .orElse(data.covariates)
          .columns();
      double[] values = new double[rows.size];
      double[] x = new double[beta.length];
      for (int own = 0; own < rows.strata; own++) {
        int stratum = factor.isPresent() ? own : level;
        for (int i = rows.stratumStart[own]; i < rows.stratumStart[own + 1]; i++) {
          for (int j = 0; j < x.length; j++) {
            x[j] = (columns[j][rows.order[i]] - rows.mean[stratum][j]) / rows.scale[j];
          }
          values[i] = value(i, x, stratum);
        }
      }
      return values;
    }

    private double value(int i, double[] x, int stratum) {
      double offset = rows.offset.length == 0 ? 0 : rows.offset[i];
      double ratio = Math.exp(offset + SymmetricMatrix.inner(beta, x));
      double value = 0;
      double withHazard = 0;
      for (int m = 0; m < lengths.length; m++) {
        double cumulative = hazard[block[stratum][m]];
        // dS = -S e^(x'b) (dH + (x H - M)'db), times w and the length, summed over rows by time
        double survival = lengths[m] * Math.exp(-cumulative * ratio);
        double slope = rows.weight(i) * survival * ratio;
        value += survival;
        slopes[stratum][m] += slope;
        withHazard += slope * cumulative;
      }
      for (int j = 0; j < x.length; j++) {
        // what is in x H; what is in M follows once all rows are summed
        gradient[j] -= withHazard * x[j];
      }
      return value;
    }

    private void addMeans() {
      for (int stratum = 0; stratum < rows.strata; stratum++) {
        for (int j = 0; j < beta.length; j++) {
          for (int m = 0; m < lengths.length; m++) {
            gradient[j] += slopes[stratum][m] * means[j][block[stratum][m]];
          }
        }
      }
    }

    /** A row with more weight moves the mean towards its own value. */
    private void addRows(double[] values) {
      for (int i = 0; i < rows.size; i++) {
        // d(sum of w v / sum of w) by w_i is (v_i - mean) / sum of w
        influence[unit[i]] += rows.weight(i) * (values[i] - value) / total;
      }
    }

    private void addCoefficients() {
      double[] perScore = SymmetricMatrix.times(inverse, gradient);
      ScoreResiduals residuals = new ScoreResiduals(likelihood);
      double[][] part = new double[beta.length][Math.min(CoxRows.CHUNK, rows.size)];
      for (int from = 0; from < rows.size; from += CoxRows.CHUNK) {
        int size = Math.min(rows.size - from, CoxRows.CHUNK);
        residuals.fill(from, size, part);
        for (int j = 0; j < beta.length; j++) {
          for (int i = 0; i < size; i++) {
            // db by w_i is I^-1 U_i, and gradient'I^-1 is found once
            influence[unit[from + i]] += perScore[j] * part[j][i] / total;
          }
        }
      }
    }

    /**
     * Blocks run from the last time: a row has left by the times whose block is not after its own.
     */
    private void addHazard(int stratum) {
      int[] blocks = block[stratum];
      double[] before = new double[blocks.length + 1];
      double[] from = new double[blocks.length + 1];
      for (int m = 0; m < blocks.length; m++) {
        before[m + 1] = before[m] + slopes[stratum][m] * squares[blocks[m]];
      }
      for (int m = blocks.length - 1; m >= 0; m--) {
        from[m] = from[m + 1] + slopes[stratum][m];
      }
      int m = blocks.length;
      for (int i = rows.stratumStart[stratum]; i < rows.stratumStart[stratum + 1]; i++) {
        while (m > 0 && blocks[m - 1] <= rows.block[i]) {
          m--;
        }
        // while the row is at risk: -e^(x'b) sum of dH / S0 so far; later its event's dH less the
        // same up to its own time
        influence[unit[i]] -= (before[m] * -risk(i) + from[m] * left(i)) / total;
      }
    }

    private double risk(int i) {
      return likelihood.r[i] * likelihood.commonScale();
    }

    /** By how much a row changes the cumulative hazard at its last time and later. */
    private double left(int i) {
      int b = rows.block[i];
      double atRisk = squares[b];
      double events = 0;
      if (rows.isEvent(i) && rows.deathWeight[b] > 0) {
        atRisk -= unseen[b];
        // w / W dH(T), and with Efron's ties the part of dH / S0 that a tied event does not see
        events = rows.weight(i) * (hazard[b] - hazard[b + 1]) / rows.deathWeight[b];
      }
      return events - risk(i) * atRisk;
    }
  }
}
