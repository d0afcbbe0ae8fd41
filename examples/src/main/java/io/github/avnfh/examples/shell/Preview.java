package io.github.avnfh.examples.shell;

import java.util.List;

/**
 * The beginning of a text, as JShell echoes it: whole lines, the first one below the name of the
 * variable, and no more than JShell shows.
 */
final class Preview {
  /** JShell cuts the value of an expression beyond 1,000 characters; some are left for an end. */
  static final int MOST = 960;

  private static final int ROOM_FOR_THE_REST = 60;

  private Preview() {}

  static String of(String text) {
    List<String> lines = text.stripTrailing().lines().toList();
    StringBuilder echo = new StringBuilder();
    int shown = 0;
    while (shown < lines.size()
        && fits(echo.length() + 1 + lines.get(shown).length(), shown == lines.size() - 1)) {
      echo.append('\n').append(lines.get(shown++));
    }
    int left = lines.size() - shown;
    return left == 0
        ? echo.toString()
        : echo + "\n... " + left + (left == 1 ? " more line: " : " more lines: ") + ".print()";
  }

  private static boolean fits(int length, boolean isLast) {
    return length <= (isLast ? MOST : MOST - ROOM_FOR_THE_REST);
  }
}
