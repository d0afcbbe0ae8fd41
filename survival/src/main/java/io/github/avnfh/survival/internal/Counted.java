package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.Optional;

/** What happened in each cell of a data set, by strata and groups, and the order if it is known. */
public final class Counted {
  private final Tally[] tallies;
  private final Optional<ExitOrder> order;

  private Counted(Tally[] tallies, Optional<ExitOrder> order) {
    this.tallies = tallies;
    this.order = order;
  }

  /**
   * Takes tallies.
   *
   * @param tallies a tally for each cell, which the caller does not change afterwards
   * @return the counts
   */
  public static Counted of(Tally[] tallies) {
    return new Counted(tallies, Optional.empty());
  }

  static Counted inOrder(Tally[] tallies, ExitOrder order) {
    return new Counted(tallies, Optional.of(order));
  }

  /**
   * Returns what happened in each cell.
   *
   * @return the tallies, which the caller does not change
   */
  public Tally[] tallies() {
    return tallies;
  }

  /**
   * Walks through the times with events of neighboring cells, such as the groups of a stratum.
   *
   * @param from the first cell
   * @param to the cell after the last
   * @return a walk before the first such time
   */
  public RiskWalk walk(int from, int to) {
    Tally[] some = Arrays.copyOfRange(tallies, from, to);
    return order.isPresent() && some.length == tallies.length
        ? new ExitWalk(order.get(), some)
        : new TallyWalk(some);
  }
}
