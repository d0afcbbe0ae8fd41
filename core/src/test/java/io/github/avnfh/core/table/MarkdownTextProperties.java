package io.github.avnfh.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.VisibleText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownTextProperties {
  @Provide
  static Arbitrary<String> words() {
    return Arbitraries.of(
            "a", "Z", "9", " ", "_", "*", "[", "]", "(", ")", "<", ">", "&", "lt;", "#", "|", "`",
            "~", "$", "!", "\\", "://", "http", "www.", "WWW.", "1.", "-", "+", "\n", "\u001b", "ä")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** A backslash before punctuation is all that escaping adds. */
  @Property
  void readsAsItWas(@ForAll("words") String words) {
    assertThat(MarkdownText.of(words).replaceAll("\\\\(\\p{Punct})", "$1"))
        .isEqualTo(VisibleText.of(words));
    assertThat(MarkdownText.ofParagraph(words).replaceAll("\\\\(\\p{Punct})", "$1"))
        .isEqualTo(VisibleText.of(words.strip()));
  }

  /** Nothing that CommonMark or GitHub's dialect gives a meaning stands without its backslash. */
  @Property
  void leavesNothingAlive(@ForAll("words") String words) {
    String bare = MarkdownText.of(words).replaceAll("\\\\\\p{Punct}", "");
    assertThat(bare).doesNotContainPattern("[`*\\[\\]|~$<\\\\]");
    assertThat(MarkdownText.of(words))
        .doesNotContainPattern("(?<!\\\\)&#?[0-9A-Za-z]+;")
        .doesNotContainPattern("(?<!\\\\)://")
        .doesNotContainPattern("(?i)www\\.");
  }
}
