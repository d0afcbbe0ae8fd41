package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class UniqueByKeyTest {
  private final UniqueByKey<String> words =
      new UniqueByKey<>(Comparator.comparing(word -> word.charAt(0)), word -> word);

  @Test
  void takesThingsInAndOutOfOrder() {
    assertThat(words.add("a1", 2)).isEmpty();
    assertThat(words.add("c1", 3)).isEmpty();
    assertThat(words.add("b1", 4)).isEmpty();
    assertThat(words.add("b2", 5)).isEmpty();
    assertThat(words.add("d1", 6)).isEmpty();
    assertThat(words.items()).containsExactly("a1", "c1", "b1", "b2", "d1");
  }

  @Test
  void tellsTheLineThatGaveAThingAlready() {
    for (int line = 2; line < 20; line++) {
      assertThat(words.add((char) ('a' + line) + "1", line)).isEmpty();
    }
    assertThat(words.add("a1", 20)).isEmpty();
    assertThat(words.add("a1", 21)).hasValue(20);
    assertThat(words.add("c1", 22)).hasValue(2);
    assertThat(words.add("z1", 23)).isEmpty();
    assertThat(words.add("z1", 24)).hasValue(23);
    assertThat(words.items()).hasSize(20);
  }

  @Test
  void tellsLinesThatDoNotFollowEachOther() {
    assertThat(words.add("a1", 2)).isEmpty();
    assertThat(words.add("b1", 3)).isEmpty();
    assertThat(words.add("c1", 7)).isEmpty();
    assertThat(words.add("d1", 8)).isEmpty();
    assertThat(words.add("b1", 20)).hasValue(3);
    assertThat(words.add("c1", 21)).hasValue(7);
    assertThat(words.add("d1", 22)).hasValue(8);
  }
}
