package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The weights with which rows stay at risk after a competing event at T: at a later time t, G(t-)
 * H(t-) / (G(T-) H(T-)), by stratum.
 *
 * <p>G is the Kaplan-Meier estimate of not being censored: at a censoring time those are at risk
 * who entered before it and had no event up to it. H is the product-limit estimate, back in time,
 * of having come under observation: H(t-) is the product over entries e at t or later of 1 -
 * m(e)/r(e), where m enter at e and r of those who entered at e or before are observed after it.
 * Without delayed entry H is 1.
 */
final class SubdistributionWeights {
  private final CompetingFollowUp followUp;
  private final List<Observed> strata;

  private SubdistributionWeights(CompetingFollowUp followUp, List<Observed> strata) {
    this.followUp = followUp;
    this.strata = strata;
  }

  /** The weights by some of the rows, in the order of the strata. */
  static SubdistributionWeights of(CompetingFollowUp followUp, int[] complete) {
    FollowUp rows = followUp.anyEvent();
    List<Observed> strata = new ArrayList<>();
    for (int stratum = 0; stratum < rows.strata().size(); stratum++) {
      int number = stratum;
      Observed observed = new Observed(
          rows,
          Arrays.stream(complete).filter(row -> rows.stratum(row) == number).toArray());
      observed.check(followUp);
      strata.add(observed);
    }
    return new SubdistributionWeights(followUp, strata);
  }

  /** Tells whether a row stays at risk after its time. */
  boolean isCompeting(int row) {
    return followUp.outcome(row) == EventStatus.COMPETING;
  }

  /** Returns G(t-) H(t-) at a time at which a row of the stratum ended. */
  double before(int stratum, double time) {
    return strata.get(stratum).before(time);
  }

  /**
   * One stratum: its times, and at each the proportion not censored times that under observation.
   */
  private static final class Observed {
    private final FollowUp rows;
    private final int[] members;
    private final double[] times;
    private final double[] before;

    private final double[] entering;
    private final double[] censored;
    private final double[] ended;
    // numbers of rows, which tell a factor of 0 from one of 0 but for rounding
    private final int[] rowsEntering;
    private final int[] rowsEnding;

    Observed(FollowUp rows, int[] members) {
      this.rows = rows;
      this.members = members;
      this.times = DoubleStream.concat(
              Arrays.stream(members).mapToDouble(rows::time),
              Arrays.stream(members).mapToObj(rows::entry).flatMapToDouble(each -> each.stream()))
          .sorted()
          .distinct()
          .toArray();
      this.before = new double[times.length];
      this.entering = new double[times.length];
      this.censored = new double[times.length];
      this.ended = new double[times.length];
      this.rowsEntering = new int[times.length];
      this.rowsEnding = new int[times.length];
      for (int row : members) {
        add(row);
      }
      fill();
    }

    private void add(int row) {
      int place = place(rows.time(row));
      (rows.isEvent(row) ? ended : censored)[place] += rows.weight(row);
      rowsEnding[place]++;
      rows.entry(row).ifPresent(time -> {
        entering[place(time)] += rows.weight(row);
        rowsEntering[place(time)]++;
      });
    }

    private int place(double time) {
      return Arrays.binarySearch(times, time);
    }

    /** From the last time back for H and those at risk of being censored, then on for G. */
    private void fill() {
      double[] free = new double[times.length];
      double observed = 1;
      double after = 0;
      int rowsAfter = 0;
      for (int place = times.length; place-- > 0; ) {
        if (rowsEntering[place] > 0) {
          // H: 1 - m / r, r of those who entered at this time or before and are seen after it
          observed *= rowsEntering[place] == rowsAfter ? 0 : 1 - entering[place] / after;
        }
        before[place] = observed;
        // of those seen after this time, who were under observation at it already
        double staying = after - entering[place];
        int rowsStaying = rowsAfter - rowsEntering[place];
        free[place] = 1;
        if (censored[place] > 0) {
          // G: 1 - c / Y = staying / (staying + c), as events of this time have left before
          free[place] = rowsStaying == 0 ? 0 : staying / (staying + censored[place]);
        }
        after = staying + censored[place] + ended[place];
        rowsAfter = rowsStaying + rowsEnding[place];
      }
      double uncensored = 1;
      for (int place = 0; place < times.length; place++) {
        // the product is taken before this time's factor: G(t-)
        before[place] *= uncensored;
        uncensored *= free[place];
      }
    }

    double before(double time) {
      return before[place(time)];
    }

    /** Refuses a weight of 0/0, or of more than any number. */
    void check(CompetingFollowUp followUp) {
      double last = IntStream.of(members)
          .filter(row -> followUp.outcome(row) == EventStatus.EVENT)
          .mapToDouble(rows::time)
          .max()
          .orElse(0);
      for (int row : members) {
        if (followUp.outcome(row) == EventStatus.COMPETING
            && rows.time(row) < last
            && !(before(rows.time(row)) > 0)) {
          throw new IllegalArgumentException("rows under observation [count] must be 1 or more"
              + " from the first competing event to the last event for the weights of the model of"
              + " Fine and Gray, but all left or entered at one time between");
        }
      }
    }
  }
}
