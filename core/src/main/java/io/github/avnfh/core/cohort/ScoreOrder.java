package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Score;
import java.util.Comparator;
import java.util.List;

/** The order in which a visit keeps its scores: that of the codes of their instruments. */
final class ScoreOrder {
  private ScoreOrder() {}

  /** Tells whether scores stand in that order, each instrument once. */
  static boolean holds(List<Score> scores) {
    for (int i = 1; i < scores.size(); i++) {
      if (code(scores, i - 1).compareTo(code(scores, i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Counts the codes of instruments. */
  static long instruments(List<Score> scores) {
    return holds(scores)
        ? scores.size()
        : scores.stream().map(score -> score.instrument().code()).distinct().count();
  }

  static List<Score> of(List<Score> scores) {
    return scores.stream()
        .sorted(Comparator.comparing(score -> score.instrument().code()))
        .toList();
  }

  private static String code(List<Score> scores, int index) {
    return scores.get(index).instrument().code();
  }
}
