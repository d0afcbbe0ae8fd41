package io.github.avnfh.core;

import io.github.avnfh.core.internal.Quoted;
import java.util.Comparator;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A stage that was recorded in a named system, in the order of which it compares.
 *
 * <pre>{@code
 * RecordedStage early = RecordedStage.of(StageSystem.ARCO_2019, "II");
 * RecordedStage late = RecordedStage.parse("arco2019:IIIA");
 * early.compareTo(late);     // -1
 * late.code();               // arco2019:IIIA
 * }</pre>
 */
@Value.Immutable
public sealed interface RecordedStage extends Coded, Comparable<RecordedStage>
    permits ImmutableRecordedStage {
  /**
   * Returns the system.
   *
   * @return the staging system
   */
  StageSystem system();

  /**
   * Returns the stage.
   *
   * @return the stage as the system writes it
   */
  String stage();

  /**
   * Returns a stage.
   *
   * @param system the staging system
   * @param stage a stage of it, in any case
   * @return the stage
   * @throws IllegalArgumentException if the system has no such stage
   */
  static RecordedStage of(StageSystem system, String stage) {
    return ImmutableRecordedStage.builder()
        .system(system)
        .stage(system
            .canonical(stage)
            .orElseThrow(() -> new IllegalArgumentException(
                Quoted.of(stage) + " is not a stage of " + system.title() + "; one of "
                    + String.join(", ", system.stages()) + " was expected")))
        .build();
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text the code of the system, a colon, and the stage
   * @return the stage
   * @throws IllegalArgumentException if the text is no such code
   */
  static RecordedStage parse(String text) {
    Objects.requireNonNull(text, "text");
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a recorded stage; a system, a colon and a stage as in ficat:II was expected");
    }
    return of(StageSystem.parse(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  default String code() {
    return system().code() + ":" + stage();
  }

  @Override
  default int compareTo(RecordedStage other) {
    Objects.requireNonNull(other, "other");
    return Comparator.comparing(RecordedStage::system)
        .thenComparingInt(stage -> stage.system().stages().indexOf(stage.stage()))
        .compare(this, other);
  }
}
