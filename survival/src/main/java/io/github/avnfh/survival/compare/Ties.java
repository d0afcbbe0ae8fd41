package io.github.avnfh.survival.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The different scores of each stratum with the number of their rows, the commonest last. */
final class Ties {
  private final int groups;
  private final List<Tie> ties = new ArrayList<>();

  private Ties(int groups) {
    this.groups = groups;
  }

  /** How many rows have a score, and how the stratum that begins with it is divided. */
  private record Tie(double score, int rows, List<Integer> places) {}

  /**
   * Counts scores.
   *
   * @param scores by row, strata one after another
   * @param dealt the group of each row
   * @param ends where the stratum of each row ends
   * @param groups how many groups there are
   */
  static Ties of(double[] scores, int[] dealt, int[] ends, int groups) {
    Ties ties = new Ties(groups);
    for (int start = 0; start < scores.length; start = ends[start]) {
      int[] members = new int[groups];
      Map<Double, Integer> rows = new TreeMap<>();
      for (int row = start; row < ends[start]; row++) {
        members[dealt[row]]++;
        rows.merge(scores[row], 1, Integer::sum);
      }
      ties.add(Arrays.stream(members).boxed().toList(), rows);
    }
    return ties;
  }

  private void add(List<Integer> members, Map<Double, Integer> rows) {
    int first = ties.size();
    rows.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(tie -> ties.add(
            new Tie(tie.getKey(), tie.getValue(), ties.size() == first ? members : List.of())));
  }

  int groups() {
    return groups;
  }

  int size() {
    return ties.size();
  }

  double score(int tie) {
    return ties.get(tie).score();
  }

  int rows(int tie) {
    return ties.get(tie).rows();
  }

  /** How many rows of its stratum each group takes, given for the first score of a stratum only. */
  List<Integer> places(int tie) {
    return ties.get(tie).places();
  }
}
