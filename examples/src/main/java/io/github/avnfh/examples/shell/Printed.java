package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.OptionalDouble;

/** Numbers as the tables of the shell print them. */
final class Printed {
  private Printed() {}

  static String pValue(double p) {
    return p < 0.001 ? "< 0.001" : Cell.number(p, 3).printed();
  }

  static String test(ChiSquare test) {
    return "chi-square " + Cell.number(test.statistic(), 2).printed() + " on "
        + test.degreesOfFreedom() + " df, p " + pValue(test.pValue());
  }

  static Cell number(OptionalDouble value, int places, String otherwise) {
    return value.isPresent()
        ? Cell.number(value.getAsDouble(), places)
        : Cell.missing(Kind.NUMBER, otherwise);
  }
}
