package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Text of unknown origin as Markdown that reads as it is: no link, picture, code, formula or HTML
 * in it comes alive.
 *
 * <p>What has a meaning is preceded by a backslash, by CommonMark 0.31 and the tables, deletions,
 * formulas and bare addresses of GitHub's dialect; there is no entity in it, so that it can be read
 * as it stands.
 *
 * <pre>{@code
 * MarkdownText.of("p < 0.001, [x](y)");  // p \< 0.001, \[x\](y)
 * MarkdownText.ofParagraph("1. of two"); // 1\. of two
 * }</pre>
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">MacFarlane J. CommonMark Spec, version 0.31.2,
 *     2024</a>
 */
public final class MarkdownText {
  /**
   * Characters with a meaning inside a line. Underscores have none between two letters, an
   * ampersand has one where an entity follows, and an address is none without the colon of its
   * scheme or the dot behind www.
   */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*\\[\\]|~$<]"
      + "|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"
      + "|&(?=#?[0-9A-Za-z]+;)|:(?=//)|(?<=[wW]{3})\\.");

  private static final Pattern BLOCK = Pattern.compile("^(?=>|#{1,6}( |$)|[-+]( |$)|-+$)");
  private static final Pattern NUMBERED = Pattern.compile("^([0-9]{1,9})(?=[.)]( |$))");

  private MarkdownText() {}

  /**
   * Escapes a text that stands inside a line: in a heading, a caption or a cell of a table.
   *
   * @param words any text
   * @return the text on one line, as {@link VisibleText} has it, escaped
   */
  public static String of(String words) {
    Objects.requireNonNull(words, "words");
    return MARKUP.matcher(VisibleText.of(words)).replaceAll("\\\\$0");
  }

  /**
   * Escapes a text that is a paragraph, which must not begin like a heading, a list, a quotation or
   * a rule.
   *
   * @param words any text
   * @return the text on one line without blanks around it, escaped
   */
  public static String ofParagraph(String words) {
    Objects.requireNonNull(words, "words");
    String text = BLOCK.matcher(of(words.strip())).replaceFirst("\\\\");
    return NUMBERED.matcher(text).replaceFirst("$1\\\\");
  }
}
