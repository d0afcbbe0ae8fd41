package io.github.avnfh.staging;

import io.github.avnfh.core.Coded;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * How far a stage or a grade is decided: the words that the findings leave possible, in the order
 * of the system.
 *
 * <p>One word is a decision, several are an answer with something missing, none means that the
 * system gives no such word here.
 *
 * <pre>{@code
 * PossibleStages.of(SteinbergGrade.B).text();                                           // B
 * PossibleStages.among(List.of(SteinbergGrade.B, SteinbergGrade.C)).text();             // at least B
 * PossibleStages.among(List.of(SteinbergStage.STAGE_0, SteinbergStage.STAGE_I)).text(); // 0 or I
 * }</pre>
 *
 * @param <E> the words of the system, in their order
 */
@Value.Immutable
public sealed interface PossibleStages<E extends Enum<E> & Coded> permits ImmutablePossibleStages {

  /**
   * Returns the words that are possible, in the order of the system.
   *
   * @return the words, each once; empty where the system gives none
   */
  List<E> possible();

  /**
   * Returns the level at which the system gives no word.
   *
   * @param <E> the words of the system
   * @return a level without a word
   */
  static <E extends Enum<E> & Coded> PossibleStages<E> none() {
    return among(List.<E>of());
  }

  /**
   * Returns a decided level.
   *
   * @param <E> the words of the system
   * @param word the only possible word
   * @return the level
   */
  static <E extends Enum<E> & Coded> PossibleStages<E> of(E word) {
    return ImmutablePossibleStages.<E>builder().addPossible(word).build();
  }

  /**
   * Returns a level that is narrowed to some words.
   *
   * @param <E> the words of the system
   * @param words the possible words, in any order
   * @return the level
   */
  static <E extends Enum<E> & Coded> PossibleStages<E> among(Collection<E> words) {
    return switch (words.size()) {
      case 0 -> ImmutablePossibleStages.<E>builder().build();
      case 1 -> of(words.iterator().next());
      default ->
        ImmutablePossibleStages.<E>builder()
            .addAllPossible(EnumSet.copyOf(words))
            .build();
    };
  }

  /**
   * Returns the stage, if it is decided.
   *
   * @return the only possible word, or nothing
   */
  default Optional<E> decided() {
    return possible().size() == 1 ? Optional.of(possible().get(0)) : Optional.empty();
  }

  /**
   * Returns the lowest possible stage, which stays true if more is found.
   *
   * @return the first of the possible words, or nothing if there is none
   */
  default Optional<E> lowest() {
    return possible().stream().findFirst();
  }

  /**
   * Returns the stage that findings assert: the decided one, or else the lowest possible one,
   * unless that is the least word of the system, which silence would give as well.
   *
   * @return the stage, to be read as "at least" where the level is open
   */
  default Optional<E> asserted() {
    return lowest()
        .filter(word ->
            decided().isPresent() || word != word.getDeclaringClass().getEnumConstants()[0]);
  }

  /**
   * Returns the highest possible word.
   *
   * @return the last of the possible words, or nothing if there is none
   */
  default Optional<E> highest() {
    return possible().isEmpty()
        ? Optional.empty()
        : Optional.of(possible().get(possible().size() - 1));
  }

  /**
   * Tells whether several words are possible.
   *
   * @return true if something is missing that would decide
   */
  default boolean isOpen() {
    return possible().size() > 1;
  }

  /**
   * Tells whether the lowest possible word and every higher word of the system are possible, which
   * is then all that can be said.
   *
   * @return true if the level is open and nothing above its lowest word is excluded
   */
  default boolean isOnlyAtLeast() {
    if (!isOpen()) {
      return false;
    }
    E lowest = possible().get(0);
    return EnumSet.allOf(lowest.getDeclaringClass()).stream()
            .filter(word -> word.isKnown() && word.compareTo(lowest) >= 0)
            .count()
        == possible().size();
  }

  /**
   * Returns the level in words.
   *
   * @return the code of the stage, {@code at least} and the code, or the possible codes joined by
   *     {@code or}; empty where there is none
   */
  default String text() {
    return isOnlyAtLeast()
        ? "at least " + possible().get(0).code()
        : possible().stream().map(Coded::code).collect(Collectors.joining(" or "));
  }
}
