package io.github.avnfh.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of unknown origin as it may be shown: on one line, and with nothing in it that acts on a
 * terminal or a page instead of being read.
 *
 * <p>A label or a file name can hold anything. An escape sequence colors or moves what stands
 * around it, and a character that overrides the direction of writing makes a text read as another.
 *
 * <pre>{@code
 * VisibleText.of("stage II\n(late)"); // stage II (late)
 * VisibleText.of("\u001b[31mred").length(); // 13
 * }</pre>
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Davis M, Suignard M. Unicode Security
 *     Considerations. Unicode Technical Report 36, 2014</a>
 */
public final class VisibleText {
  private static final Pattern BREAKS = Pattern.compile("[\\t-\\r\\x85\\p{Zl}\\p{Zp}]+");

  private VisibleText() {}

  /**
   * Returns a text as it may be shown.
   *
   * @param text any text
   * @return the text with a blank for each run of line breaks and tabulators, and with every other
   *     control character, every embedding, override or isolate of the direction of writing, and
   *     every half of a character written as backslash, {@code u} and four hexadecimal digits; the
   *     text itself if it has none of them
   */
  public static String of(String text) {
    String line = BREAKS.matcher(text).replaceAll(" ");
    return line.codePoints().anyMatch(VisibleText::acts) ? shown(line) : line;
  }

  private static String shown(String line) {
    StringBuilder shown = new StringBuilder();
    line.codePoints().forEach(point -> {
      if (acts(point)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", point));
      } else {
        shown.appendCodePoint(point);
      }
    });
    return shown.toString();
  }

  private static boolean acts(int point) {
    return Character.isISOControl(point)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
