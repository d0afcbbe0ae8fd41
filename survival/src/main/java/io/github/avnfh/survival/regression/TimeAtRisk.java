package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.FollowUp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The time at risk of one group in one period, and its events. */
final class TimeAtRisk {
  final double after;
  final double until;
  final int rows;
  final int events;
  final double time;
  final OptionalInt clusters;

  /** By cluster its events and its time. */
  final Map<Integer, double[]> byCluster = new HashMap<>();

  TimeAtRisk(FollowUp followUp, int group, double after, double until) {
    this.after = after;
    this.until = until;
    CompensatedSum sum = new CompensatedSum();
    Set<Integer> members = new HashSet<>();
    int atRisk = 0;
    int count = 0;
    for (int row = 0; row < followUp.size(); row++) {
      // the part of a row's time in (after, until]
      double from = Math.max(after, followUp.entry(row).orElse(0));
      double to = Math.min(until, followUp.time(row));
      if (followUp.group(row) == group && to > from) {
        atRisk++;
        boolean hasEvent = followUp.isEvent(row) && followUp.time(row) <= until;
        count += hasEvent ? 1 : 0;
        sum.add(to - from);
        members.add(followUp.cluster(row));
        double[] own = byCluster.computeIfAbsent(followUp.cluster(row), key -> new double[2]);
        own[0] += hasEvent ? 1 : 0;
        own[1] += to - from;
      }
    }
    this.rows = atRisk;
    this.events = count;
    this.time = sum.value();
    this.clusters =
        followUp.clusters().isPresent() ? OptionalInt.of(members.size()) : OptionalInt.empty();
  }

  /** The sum over clusters of the squared events less those expected by the rate. */
  private double square() {
    // residual of a cluster: its events less rate times its time
    double rate = events / time;
    return byCluster.values().stream()
        .mapToDouble(own -> own[0] - rate * own[1])
        .map(residual -> residual * residual)
        .sum();
  }

  /** The variance of the events by cluster over that of independent rows, 1 or more. */
  double designEffect() {
    if (clusters.isEmpty()) {
      return 1;
    }
    if (events == 0) {
      // hips of a patient as if they always had the event together
      return (double) rows / clusters.getAsInt();
    }
    int count = clusters.getAsInt();
    // variance of x by cluster over that of a Poisson number, its mean
    double variance = count > 1 ? square() * count / (count - 1.0) : 0;
    return Math.max(1, variance / events);
  }
}
