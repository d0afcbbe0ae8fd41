package io.github.avnfh.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Answers to numbered items, written as digits with a dot for a missing one. */
public final class Answers {
  private Answers() {}

  public static List<OptionalInt> of(String digits) {
    return digits
        .chars()
        .mapToObj(c -> c == '.' ? OptionalInt.empty() : OptionalInt.of(c - '0'))
        .toList();
  }

  /** The same answer to every item. */
  public static List<OptionalInt> all(int items, int answer) {
    List<OptionalInt> answers = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      answers.add(OptionalInt.of(answer));
    }
    return answers;
  }

  /** The same answers with another one to one item. */
  public static List<OptionalInt> with(List<OptionalInt> answers, int item, int answer) {
    List<OptionalInt> changed = new ArrayList<>(answers);
    changed.set(item % answers.size(), OptionalInt.of(answer));
    return changed;
  }
}
