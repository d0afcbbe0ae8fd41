package io.github.avnfh.survival.internal;

import java.util.Arrays;

/** Places in ascending order with what was counted there, while it is being counted. */
final class Draft {
  private int[] places;
  private double[] first;
  private double[] second;
  private int[] counts;
  private int size;
  private int rows;

  Draft(int capacity) {
    places = new int[capacity];
    first = new double[capacity];
    second = new double[capacity];
    counts = new int[capacity];
  }

  void add(int place, double toFirst, double toSecond, int count) {
    if (size == 0 || places[size - 1] != place) {
      grow();
      places[size++] = place;
    }
    first[size - 1] += toFirst;
    second[size - 1] += toSecond;
    counts[size - 1] += count;
    rows += count;
  }

  private void grow() {
    if (size == places.length) {
      int capacity = Math.max(16, size + (size >> 1));
      places = Arrays.copyOf(places, capacity);
      first = Arrays.copyOf(first, capacity);
      second = Arrays.copyOf(second, capacity);
      counts = Arrays.copyOf(counts, capacity);
    }
  }

  int size() {
    return size;
  }

  int rows() {
    return rows;
  }

  int place(int index) {
    return places[index];
  }

  int count(int index) {
    return counts[index];
  }

  double sum(int index) {
    return first[index] + second[index];
  }

  double[] firstSums() {
    return Arrays.copyOf(first, size);
  }

  double[] secondSums() {
    return Arrays.copyOf(second, size);
  }

  double[] times(TimeGrid grid) {
    double[] times = new double[size];
    Arrays.setAll(times, index -> grid.time(places[index]));
    return times;
  }
}
