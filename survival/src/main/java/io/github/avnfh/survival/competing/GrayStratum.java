package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The groups of one stratum at each of its times, as Gray's test sees them.
 *
 * <p>With h = Y/S(t-) of a group and h. their sum, the common incidence F grows by d/h. at a time
 * with d events. Write w for (1 - F(t-))^rho, p for h of group k divided by h., and c(t) for the
 * sum after t of w(1{k=r} - p) h of group r times dF/(1 - F(t-)). Then an event of a row of group r
 * counts a = w(1{k=r} - p) + (S(t-)/Y) (1 - (1-F(t))/S(t)) c in the score of group k, and a
 * competing one -b, b = (S(t-)/Y) ((1-F(t))/S(t)) c. The covariance is the sum over groups r of a
 * a' h dF and b b' times competing events, for ties times 1 - (d - 1)/(n - 1), where n is h. S(t-)
 * for the event and Y for the competing ones.
 */
final class GrayStratum {
  private static final double ROUNDING = 1e-12;
  private static final double MOST_DAYS_PER_ROW = 4;

  private final CompetingFollowUp followUp;
  private final FollowUp rows;
  private final int[] members;
  private final int[] exits;
  private final int[] entries;
  private final int size;
  private final double[][] atRisk;
  private final double[][] events;
  private final double[][] others;
  // S(t-) of each group, and one more place for S after the last time
  private final double[][] free;
  private final double[][] uncensored;
  private final double[] allUncensored;
  private final double[] allEvents;
  // 1 - F(t-), and one more place for the end
  private final double[] without;
  private final double rho;

  GrayStratum(CompetingFollowUp followUp, int[] members, double rho) {
    this.followUp = followUp;
    this.rows = followUp.anyEvent();
    this.members = members;
    this.rho = rho;
    double[] ends = Arrays.stream(members).mapToDouble(rows::time).toArray();
    this.exits = new int[members.length];
    double[] times = placed(ends, exits);
    this.size = times.length;
    this.entries = rows.hasDelayedEntry()
        ? Arrays.stream(members).map(row -> firstAfter(times, rows.entry(row))).toArray()
        : new int[members.length];
    int groups = rows.groups().size();
    this.atRisk = new double[groups][size];
    this.events = new double[groups][size];
    this.others = new double[groups][size];
    this.free = new double[groups][size + 1];
    this.uncensored = new double[groups][size];
    this.allUncensored = new double[size];
    this.allEvents = new double[size];
    this.without = new double[size + 1];
    countRows();
    for (int group = 0; group < groups; group++) {
      follow(group);
    }
    without[0] = 1;
    for (int i = 0; i < size; i++) {
      // dF = d / h.
      double grown = allEvents[i] > 0 ? allEvents[i] / allUncensored[i] : 0;
      without[i + 1] = Math.max(0, without[i] - grown);
    }
  }

  /** Fills the place of each row's end among the distinct ends; whole days need no sorting. */
  private double[] placed(double[] ends, int[] places) {
    double last = Arrays.stream(ends).max().orElse(0);
    if (!rows.isInWholeDays() || last > MOST_DAYS_PER_ROW * ends.length) {
      double[] times = TimeGrid.distinct(ends.clone());
      Arrays.setAll(places, i -> Arrays.binarySearch(times, ends[i]));
      return times;
    }
    int[] placeOfDay = new int[(int) last + 1];
    for (double end : ends) {
      placeOfDay[(int) end] = 1;
    }
    double[] times = new double[Arrays.stream(placeOfDay).sum()];
    int next = 0;
    for (int day = 0; day < placeOfDay.length; day++) {
      if (placeOfDay[day] > 0) {
        times[next] = day;
        placeOfDay[day] = next++;
      }
    }
    Arrays.setAll(places, i -> placeOfDay[(int) ends[i]]);
    return times;
  }

  private static int firstAfter(double[] times, OptionalDouble entry) {
    if (entry.isEmpty()) {
      return 0;
    }
    int found = Arrays.binarySearch(times, entry.getAsDouble());
    return found >= 0 ? found + 1 : -found - 1;
  }

  private void countRows() {
    double[][] change = new double[atRisk.length][size + 1];
    for (int i = 0; i < members.length; i++) {
      int row = members[i];
      int group = rows.group(row);
      double weight = rows.weight(row);
      change[group][entries[i]] += weight;
      change[group][exits[i] + 1] -= weight;
      EventStatus outcome = followUp.outcome(row);
      events[group][exits[i]] += outcome == EventStatus.EVENT ? weight : 0;
      others[group][exits[i]] += outcome == EventStatus.COMPETING ? weight : 0;
    }
    for (int group = 0; group < atRisk.length; group++) {
      double sum = 0;
      double largest = 0;
      for (int i = 0; i < size; i++) {
        sum += change[group][i];
        largest = Math.max(largest, sum);
        // what sums of fractions leave behind is no one at risk
        double known = sum > ROUNDING * largest ? sum : 0;
        atRisk[group][i] = Math.max(known, events[group][i] + others[group][i]);
      }
    }
  }

  /** Takes a group along its times; where none is left free of any event its h is 0. */
  private void follow(int group) {
    free[group][0] = 1;
    for (int i = 0; i < size; i++) {
      double n = atRisk[group][i];
      double left = n - events[group][i] - others[group][i];
      boolean counts = n > 0 && free[group][i] > 0;
      // h = Y / S(t-): those at risk, had only censoring taken hips away
      uncensored[group][i] = counts ? n / free[group][i] : 0;
      free[group][i + 1] =
          n > 0 ? free[group][i] * (left > ROUNDING * n ? left / n : 0) : free[group][i];
      allUncensored[i] += uncensored[group][i];
      allEvents[i] += counts ? events[group][i] : 0;
    }
  }

  /** How much a time counts. */
  private double weight(int i) {
    return rho == 0 ? 1 : Math.pow(without[i], rho);
  }

  /**
   * Adds the events, those expected by each group's own incidence, and their difference as times
   * count.
   */
  void count(double[] observed, double[] expected, double[] difference) {
    int groups = atRisk.length;
    double[] incidence = new double[groups];
    double[] weights = new double[groups];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int group = 0; group < groups; group++) {
        // R = Y (1 - F_k(t-)) / S_k(t-), of which d R / (sum of R) events are expected
        weights[group] = uncensored[group][i] * (1 - incidence[group]);
        sum += weights[group];
      }
      for (int group = 0; group < groups; group++) {
        double happened = uncensored[group][i] > 0 ? events[group][i] : 0;
        incidence[group] += happened > 0 ? happened / uncensored[group][i] : 0;
        double due = allEvents[i] > 0 && sum > 0 ? allEvents[i] * weights[group] / sum : 0;
        observed[group] += happened;
        expected[group] += due;
        difference[group] += weight(i) * (happened - due);
      }
    }
  }

  /**
   * Adds the covariance of the compared groups' scores, and those of each row unless none is asked.
   */
  void addVariance(int[] compared, double[][] covariance, double[] scores) {
    Influence[] influences = new Influence[atRisk.length];
    for (int group = 0; group < influences.length; group++) {
      influences[group] = new Influence(group, compared);
      influences[group].addCovariance(covariance);
    }
    for (int member = 0; scores.length > 0 && member < members.length; member++) {
      influences[rows.group(members[member])].addScore(scores, member);
    }
  }

  /** What rows of one group do to the scores of the compared groups. */
  private final class Influence {
    private final int group;
    private final double[][] ofEvent;
    private final double[][] ofOther;
    private final double[][] expected;

    Influence(int group, int[] compared) {
      this.group = group;
      this.ofEvent = new double[size][compared.length];
      this.ofOther = new double[size][compared.length];
      for (int k = 0; k < compared.length; k++) {
        double later = 0;
        for (int i = size; i-- > 0; ) {
          double notCensored = uncensored[group][i];
          if (notCensored > 0) {
            // w (1{k = r} - p)
            double own = weight(i)
                * ((compared[k] == group ? 1 : 0) - uncensored[compared[k]][i] / allUncensored[i]);
            // (1 - F(t)) / S(t), and known = (S(t-) / Y) c
            double ratio = free[group][i + 1] > 0 ? without[i + 1] / free[group][i + 1] : 0;
            double known = free[group][i + 1] > 0 ? later / notCensored : 0;
            ofEvent[i][k] = own + known * (1 - ratio);
            ofOther[i][k] = known * ratio;
            // from the last time backwards, so that c holds the later times only
            later += without[i] > 0 ? own * notCensored * growth(i) / without[i] : 0;
          }
        }
      }
      this.expected = expected(compared.length);
    }

    private double growth(int i) {
      return allEvents[i] / allUncensored[i];
    }

    void addCovariance(double[][] covariance) {
      for (int i = 0; i < size; i++) {
        double notCensored = uncensored[group][i];
        if (notCensored > 0) {
          // the variance of dF is taken from all groups: a a' h_r dF, h_r dF events of group r
          double n = allUncensored[i] * free[group][i];
          double event = allEvents[i] > 0 ? notCensored * growth(i) * tied(allEvents[i], n) : 0;
          double other = others[group][i] * tied(others[group][i], atRisk[group][i]);
          addProducts(covariance, ofEvent[i], event);
          addProducts(covariance, ofOther[i], other);
        }
      }
    }

    private static double tied(double events, double n) {
      // hypergeometric: (n - d) / (n - 1)
      return events > 1 ? 1 - (events - 1) / (n - 1) : 1;
    }

    private static void addProducts(double[][] to, double[] vector, double factor) {
      for (int i = 0; factor != 0 && i < vector.length; i++) {
        for (int j = 0; j < vector.length; j++) {
          to[i][j] += factor * vector[i] * vector[j];
        }
      }
    }

    /** What is to be expected of a row at risk before each time. */
    private double[][] expected(int compared) {
      double[][] sums = new double[size + 1][compared];
      for (int i = 0; i < size; i++) {
        double notCensored = uncensored[group][i];
        // of one row at risk: h dF / Y = dF / S(t-) events, and competing ones over Y
        double event = notCensored > 0 ? growth(i) / free[group][i] : 0;
        double other = notCensored > 0 ? others[group][i] / atRisk[group][i] : 0;
        for (int k = 0; k < compared; k++) {
          sums[i + 1][k] = sums[i][k] + ofEvent[i][k] * event - ofOther[i][k] * other;
        }
      }
      return sums;
    }

    /** An event less what was to be expected of the row while it was at risk. */
    void addScore(double[] scores, int member) {
      int row = members[member];
      int exit = exits[member];
      EventStatus outcome = followUp.outcome(row);
      double weight = rows.weight(row);
      double[] before = expected[entries[member]];
      double[] after = expected[exit + 1];
      for (int k = 0; k < before.length; k++) {
        double happened = outcome == EventStatus.EVENT
            ? ofEvent[exit][k]
            : outcome == EventStatus.COMPETING ? -ofOther[exit][k] : 0;
        scores[row * before.length + k] += weight * (happened - (after[k] - before[k]));
      }
    }
  }
}
