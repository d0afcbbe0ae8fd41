package io.github.avnfh.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Printed numbers one below the other, the decimal signs in line.
 *
 * <p>A cell such as {@code 7.8 ± 1.1} is cut into pieces by turns: what stands before a number, the
 * number up to its decimal sign, and the rest of the number; and so on to the end. Pieces of one
 * rank share a width.
 */
final class NumberBlock {
  private static final Pattern NUMBER = Pattern.compile("([+-]?[0-9]+)(\\.[0-9]+)?");

  private final List<Integer> widths = new ArrayList<>();

  static NumberBlock of(List<String> printed) {
    NumberBlock block = new NumberBlock();
    printed.forEach(cell -> block.widen(pieces(cell)));
    return block;
  }

  private void widen(List<String> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      int width = DisplayWidth.of(pieces.get(i));
      if (i == widths.size()) {
        widths.add(width);
      } else {
        widths.set(i, Math.max(width, widths.get(i)));
      }
    }
  }

  private static List<String> pieces(String printed) {
    List<String> pieces = new ArrayList<>();
    Matcher number = NUMBER.matcher(printed);
    int end = 0;
    while (number.find()) {
      pieces.add(printed.substring(end, number.start()));
      pieces.add(number.group(1));
      pieces.add(number.group(2) == null ? "" : number.group(2));
      end = number.end();
    }
    pieces.add(printed.substring(end));
    return pieces;
  }

  int width() {
    return widths.stream().mapToInt(Integer::intValue).sum();
  }

  /** The cell, as wide as the block. */
  String lay(String printed) {
    List<String> pieces = pieces(printed);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      boolean toTheRight = i == 0 || i % 3 == 1;
      line.append(
          toTheRight
              ? DisplayWidth.padLeft(pieces.get(i), widths.get(i))
              : DisplayWidth.padRight(pieces.get(i), widths.get(i)));
    }
    return DisplayWidth.padRight(line.toString(), width());
  }
}
