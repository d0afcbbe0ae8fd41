package io.github.avnfh.staging.agreement;

import java.util.List;

/** The shape of a table of subjects by readers. */
final class Shape {
  private Shape() {}

  static void atLeastTwo(String what, int count) {
    if (count < 2) {
      throw new IllegalArgumentException(
          what + " of an agreement [count] must be 2 or more, but was " + count);
    }
  }

  static int readers(List<? extends List<?>> subjects) {
    atLeastTwo("subjects", subjects.size());
    int readers = subjects.get(0).size();
    atLeastTwo("readers", readers);
    for (List<?> subject : subjects) {
      if (subject.size() != readers) {
        throw new IllegalArgumentException("readings of a subject [count] must be " + readers
            + " as of the first one, but was " + subject.size());
      }
    }
    return readers;
  }
}
