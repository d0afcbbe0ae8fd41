package io.github.avnfh.survival.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How many patients have which two hips, immutable, and the rows that they and the counts of all
 * hips stand for.
 *
 * <p>Pairs and hips are kept in their order: whole numbers add up exactly, and the rows come out in
 * one order, however the hips were split into parts and in which order the parts were merged.
 *
 * @param <H> a hip as it is counted: its group, its last day and what ended its time
 */
public final class HipPairs<H extends Comparable<H>> {
  // by the smaller hip and then the other
  private final TreeMap<H, TreeMap<H, Long>> counts = new TreeMap<>();

  private HipPairs() {}

  /**
   * Returns no pairs.
   *
   * @param <H> a hip
   * @return pairs of no patient
   */
  public static <H extends Comparable<H>> HipPairs<H> none() {
    return new HipPairs<>();
  }

  /**
   * Adds up lines of pairs.
   *
   * @param lines the lines in any order
   * @param first one hip of a line
   * @param second its other hip
   * @param patients how many patients have these hips
   * @param <T> a line
   * @param <H> a hip
   * @return the pairs
   */
  public static <T, H extends Comparable<H>> HipPairs<H> of(
      List<T> lines, Function<T, H> first, Function<T, H> second, ToLongFunction<T> patients) {
    HipPairs<H> sum = new HipPairs<>();
    lines.forEach(
        line -> sum.add(first.apply(line), second.apply(line), patients.applyAsLong(line)));
    return sum;
  }

  /**
   * Finds the pairs among rows.
   *
   * @param clusters the patient of each row, from 0
   * @param hip the hip of each row
   * @param <H> a hip
   * @return the pairs
   * @throws IllegalArgumentException if a patient has more than two hips
   */
  public static <H extends Comparable<H>> HipPairs<H> ofRows(int[] clusters, IntFunction<H> hip) {
    int[] rows = new int[Arrays.stream(clusters).max().orElse(-1) + 1];
    int[] firstRow = new int[rows.length];
    HipPairs<H> sum = new HipPairs<>();
    for (int row = 0; row < clusters.length; row++) {
      int patient = clusters[row];
      rows[patient]++;
      if (rows[patient] > 2) {
        throw new IllegalArgumentException(
            "hips of a patient [count] must be 1 or 2 to be counted" + " in pairs, but were more");
      }
      if (rows[patient] == 2) {
        sum.add(hip.apply(firstRow[patient]), hip.apply(row), 1);
      }
      firstRow[patient] = row;
    }
    return sum;
  }

  private void add(H one, H other, long patients) {
    boolean isInOrder = one.compareTo(other) <= 0;
    if (patients > 0) {
      counts
          .computeIfAbsent(isInOrder ? one : other, hip -> new TreeMap<>())
          .merge(isInOrder ? other : one, patients, Math::addExact);
    }
  }

  /** Takes a pair with its number of patients. */
  private interface Visitor<H> {
    void take(H first, H second, long patients);
  }

  private void forEach(Visitor<H> visitor) {
    counts.forEach((first, others) ->
        others.forEach((second, patients) -> visitor.take(first, second, patients)));
  }

  /**
   * Adds the pairs of other patients.
   *
   * @param other the other pairs
   * @return the pairs of both
   */
  public HipPairs<H> merge(HipPairs<H> other) {
    HipPairs<H> sum = new HipPairs<>();
    forEach(sum::add);
    other.forEach(sum::add);
    return sum;
  }

  /**
   * Keeps the patients both of whose hips are chosen; of the others at most one hip is left.
   *
   * @param chosen tells which hips are left
   * @return the pairs among them
   */
  public HipPairs<H> only(Predicate<H> chosen) {
    HipPairs<H> some = new HipPairs<>();
    forEach((first, second, patients) -> {
      if (chosen.test(first) && chosen.test(second)) {
        some.add(first, second, patients);
      }
    });
    return some;
  }

  /**
   * Makes a line of a pair.
   *
   * @param <H> a hip
   * @param <T> a line
   */
  public interface Line<H, T> {
    /**
     * Makes a line.
     *
     * @param first one hip
     * @param second the other hip
     * @param patients how many patients have these hips
     * @return the line
     */
    T of(H first, H second, long patients);
  }

  /**
   * Writes the pairs.
   *
   * @param line makes a line of a pair
   * @param <T> a line
   * @return the lines in order
   */
  public <T> List<T> lines(Line<H, T> line) {
    List<T> lines = new ArrayList<>();
    forEach((first, second, patients) -> lines.add(line.of(first, second, patients)));
    return lines;
  }

  /**
   * Counts the hips of patients with one hip.
   *
   * @param hips how many hips are of each kind, in all
   * @return how many of each kind belong to no pair, in order
   * @throws IllegalArgumentException if pairs have more hips of a kind than there are
   */
  public NavigableMap<H, Long> alone(Map<H, Long> hips) {
    NavigableMap<H, Long> alone = new TreeMap<>(hips);
    forEach((first, second, patients) -> {
      take(alone, first, patients);
      take(alone, second, patients);
    });
    return alone;
  }

  /**
   * Returns the hips, a row each: both of each pair first, then those that are alone.
   *
   * @param hips how many hips are of each kind, in all
   * @return the hips; the first {@link #patients()} times two of them belong to pairs
   * @throws IllegalArgumentException if pairs have more hips of a kind than there are
   */
  public List<H> rows(Map<H, Long> hips) {
    NavigableMap<H, Long> alone = alone(hips);
    List<H> rows = new ArrayList<>();
    forEach((first, second, patients) -> {
      for (long patient = 0; patient < patients; patient++) {
        rows.add(first);
        rows.add(second);
      }
    });
    alone.forEach((hip, count) -> rows.addAll(Collections.nCopies(Math.toIntExact(count), hip)));
    return rows;
  }

  private static <H> void take(Map<H, Long> from, H hip, long patients) {
    long left = from.getOrDefault(hip, 0L) - patients;
    if (left < 0) {
      throw new IllegalArgumentException("hips of pairs [count] must be at most those of the same"
          + " stratum, group, day and end that were counted, but were " + -left + " more");
    }
    from.put(hip, left);
  }

  /**
   * Counts the patients with two hips.
   *
   * @return the number of pairs
   */
  public long patients() {
    long[] sum = new long[1];
    forEach((first, second, patients) -> sum[0] += patients);
    return sum[0];
  }

  /**
   * Returns the patients of rows.
   *
   * @param rows how many rows there are, those of pairs first
   * @return the number of each row's patient, from 0
   */
  public int[] clusters(int rows) {
    int pairs = Math.toIntExact(patients());
    int[] clusters = new int[rows];
    Arrays.setAll(clusters, row -> row < 2 * pairs ? row / 2 : row - pairs);
    return clusters;
  }
}
