package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as text whose columns line up. */
final class AlignedText {
  private static final String GAP = "  ";

  private final Table table;
  private final List<List<String>> laid = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  AlignedText(Table table) {
    this.table = table;
    IntStream.range(0, table.columns().size()).forEach(this::lay);
  }

  private void lay(int place) {
    Column column = table.columns().get(place);
    List<Cell> cells = table.rows().stream().map(row -> row.get(place)).toList();
    NumberBlock numbers = NumberBlock.of(
        cells.stream().filter(AlignedText::isNumber).map(Cell::printed).toList());
    List<String> printed = cells.stream()
        .map(cell -> isNumber(cell) ? numbers.lay(cell.printed()) : VisibleText.of(cell.printed()))
        .toList();
    int width = printed.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    widths.add(Math.max(width, DisplayWidth.of(label(column))));
    laid.add(printed);
  }

  private static boolean isNumber(Cell cell) {
    return cell.kind() != Column.Kind.TEXT && !cell.isMissing();
  }

  private static String label(Column column) {
    return VisibleText.of(column.label());
  }

  String text() {
    StringBuilder text = new StringBuilder(VisibleText.of(table.heading())).append("\n\n");
    text.append(line(place -> label(table.columns().get(place))));
    text.append(line(place -> "-".repeat(widths.get(place))));
    IntStream.range(0, table.rows().size())
        .forEach(row -> text.append(line(place -> laid.get(place).get(row))));
    table
        .footnotes()
        .forEach(note -> text.append("\n").append(VisibleText.of(note)).append("\n"));
    return text.toString();
  }

  private String line(IntFunction<String> cells) {
    return IntStream.range(0, widths.size())
            .mapToObj(place -> padded(place, cells.apply(place)))
            .collect(Collectors.joining(GAP))
            .stripTrailing()
        + "\n";
  }

  private String padded(int place, String words) {
    return table.columns().get(place).kind() == Column.Kind.TEXT
        ? DisplayWidth.padRight(words, widths.get(place))
        : DisplayWidth.padLeft(words, widths.get(place));
  }

  /**
   * How many cells of a terminal a text takes.
   *
   * <p>The wide ranges are those of Unicode Standard Annex 11, East Asian Width, in the coarse
   * blocks in which terminals hold them.
   */
  static final class DisplayWidth {
    private static final int[][] WIDE = {
      {0x1100, 0x115F},
      {0x2E80, 0x303E},
      {0x3041, 0xA4CF},
      {0xAC00, 0xD7A3},
      {0xF900, 0xFAFF},
      {0xFE30, 0xFE6F},
      {0xFF00, 0xFF60},
      {0xFFE0, 0xFFE6},
      {0x1F300, 0x1F64F},
      {0x1F900, 0x1F9FF},
      {0x20000, 0x3FFFD}
    };

    private DisplayWidth() {}

    static int of(String text) {
      return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
      return switch (Character.getType(codePoint)) {
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
        default -> isWide(codePoint) ? 2 : 1;
      };
    }

    private static boolean isWide(int codePoint) {
      for (int[] range : WIDE) {
        if (codePoint >= range[0] && codePoint <= range[1]) {
          return true;
        }
      }
      return false;
    }

    static String padLeft(String text, int width) {
      return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    static String padRight(String text, int width) {
      return text + " ".repeat(Math.max(0, width - of(text)));
    }
  }

  /**
   * Printed numbers one below the other, the decimal signs in line.
   *
   * <p>A cell such as {@code 7.8 ± 1.1} is cut into pieces by turns: what stands before a number,
   * the number up to its decimal sign, and the rest of the number; and so on to the end. Pieces of
   * one rank share a width.
   */
  static final class NumberBlock {
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
}
