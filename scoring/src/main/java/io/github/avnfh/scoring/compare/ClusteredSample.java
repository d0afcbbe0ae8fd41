package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.scoring.change.PairedScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that know which of them belong together: one for each hip, with its patient as cluster.
 *
 * <p>Who the patients are is not kept.
 *
 * <pre>{@code
 * ClusteredSample improvements = ClusteredSample.of(new double[] {34, 28, 41}, List.of("P01", "P01", "P02"));
 * improvements.size();     // 3
 * improvements.clusters(); // 2
 * }</pre>
 */
public final class ClusteredSample {
  private final double[] values;
  private final int[] clusters;
  private final int count;

  private ClusteredSample(double[] values, int[] clusters, int count) {
    this.values = values;
    this.clusters = clusters;
    this.count = count;
  }

  /**
   * Returns numbers with their clusters.
   *
   * @param values finite numbers
   * @param clusters what each belongs to, told apart by {@code equals}
   * @return the numbers
   * @throws IllegalArgumentException if a number is not finite or the two differ in length
   */
  public static ClusteredSample of(double[] values, List<?> clusters) {
    if (values.length != clusters.size()) {
      throw new IllegalArgumentException("clusters [count] must be " + values.length
          + ", one for each value, but were " + clusters.size());
    }
    Map<Object, Integer> numbers = new HashMap<>();
    int[] indexes = clusters.stream()
        .mapToInt(cluster -> {
          Integer next = numbers.size();
          Integer known = numbers.putIfAbsent(cluster, next);
          return known == null ? next : known;
        })
        .toArray();
    return new ClusteredSample(
        SampleChecks.finite(values, 0, "clustered values"), indexes, numbers.size());
  }

  /**
   * Returns the improvements of hips, clustered by patient.
   *
   * @param paired the changes of hips
   * @return improvements in points, positive where the hip got better
   */
  public static ClusteredSample improvements(PairedScores paired) {
    List<Object> patients = new ArrayList<>();
    for (PairedScores.HipChange change : paired.changes()) {
      patients.add(change.hip().patient());
    }
    return of(paired.improvements(), patients);
  }

  /**
   * Returns how many numbers there are.
   *
   * @return values, such as hips
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns how many clusters there are.
   *
   * @return clusters, such as patients
   */
  public int clusters() {
    return count;
  }

  /**
   * Returns the numbers.
   *
   * @return a copy, in the order in which they were given
   */
  public double[] values() {
    return values.clone();
  }

  int cluster(int index) {
    return clusters[index];
  }

  /** Which numbers each cluster holds, in the order of first appearance. */
  List<int[]> indexesByCluster() {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < values.length; i++) {
      members.get(clusters[i]).add(i);
    }
    return members.stream()
        .map(cluster -> cluster.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** The numbers of each cluster, in the order of first appearance. */
  List<double[]> byCluster() {
    return indexesByCluster().stream()
        .map(cluster -> Arrays.stream(cluster).mapToDouble(i -> values[i]).toArray())
        .toList();
  }

  /**
   * The sums over the values of each cluster of what they lie above the mean of some rows; 0 for a
   * cluster without one of the rows, and exactly 0 where the decimals say so.
   */
  double[] deviations(int... rows) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.length; i++) {
      members.get(clusters[rows[i]]).add(i);
    }
    Decimals chosen =
        Decimals.of(Arrays.stream(rows).mapToDouble(i -> values[i]).toArray());
    return members.stream()
        .map(cluster -> cluster.stream().mapToInt(Integer::intValue).toArray())
        .mapToDouble(chosen::sumOfDeviations)
        .toArray();
  }

  @Override
  public String toString() {
    return "ClusteredSample{" + values.length + " values in " + count + " clusters}";
  }
}
