package io.github.avnfh.core.imaging;

import io.github.avnfh.core.internal.Quoted;
import java.util.List;
import org.immutables.value.Value;

/**
 * How far a lesion takes in each of the three pillars of the femoral head, on the middle coronal
 * slice.
 *
 * <p>Where the bounds between the pillars are drawn is for the reader to record with the protocol.
 *
 * <pre>{@code
 * Pillars pillars = Pillars.of(Involvement.WHOLE, Involvement.PART, Involvement.NONE);
 * pillars.code();                                   // whole/part/none
 * Pillars.parse("whole/part/none").equals(pillars); // true
 * }</pre>
 */
@Value.Immutable
public sealed interface Pillars permits ImmutablePillars {

  /**
   * Returns the involvement of the medial pillar.
   *
   * @return none, part or whole
   */
  Involvement medial();

  /**
   * Returns the involvement of the central pillar.
   *
   * @return none, part or whole
   */
  Involvement central();

  /**
   * Returns the involvement of the lateral pillar.
   *
   * @return none, part or whole
   */
  Involvement lateral();

  /**
   * Returns the involvement of three pillars.
   *
   * @param medial the medial pillar
   * @param central the central pillar
   * @param lateral the lateral pillar
   * @return the pillars
   */
  static Pillars of(Involvement medial, Involvement central, Involvement lateral) {
    return ImmutablePillars.builder()
        .medial(medial)
        .central(central)
        .lateral(lateral)
        .build();
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text the involvement of the medial, the central and the lateral pillar, joined by a
   *     slash
   * @return the pillars
   * @throws IllegalArgumentException if the text is no such code
   */
  static Pillars parse(String text) {
    List<String> words = List.of(text.split("/", -1));
    if (words.size() != 3) {
      throw new IllegalArgumentException(
          Quoted.of(text) + " is not the involvement of three pillars;"
              + " none, part or whole for each was expected, as in whole/part/none");
    }
    return of(
        Involvement.parse(words.get(0)),
        Involvement.parse(words.get(1)),
        Involvement.parse(words.get(2)));
  }

  /**
   * Returns the code that files write.
   *
   * @return the involvement from medial to lateral, such as {@code whole/part/none}
   */
  default String code() {
    return medial().code() + "/" + central().code() + "/" + lateral().code();
  }
}
