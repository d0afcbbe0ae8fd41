package io.github.avnfh.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A staging system by its name and its stages in clinical order, for stages that were recorded and
 * not read from findings.
 *
 * <pre>{@code
 * StageSystem system = StageSystem.parse("arco2019");
 * system.stages();          // [0, I, II, III, IIIA, IIIB, IV]
 * system.canonical("iiia"); // Optional[IIIA]
 * system.canonical("V");    // Optional.empty
 * }</pre>
 */
public enum StageSystem implements Coded {
  /** Ficat and Arlet. */
  FICAT("ficat", "Ficat", "0", "I", "II", "IIA", "IIB", "III", "IV"),
  /** ARCO, the international classification of 1994. */
  ARCO_1994(
      "arco1994",
      "ARCO 1994",
      "0",
      "I",
      "IA",
      "IB",
      "IC",
      "II",
      "IIA",
      "IIB",
      "IIC",
      "III",
      "IIIA",
      "IIIB",
      "IIIC",
      "IV"),
  /** ARCO, the revision of 2019. */
  ARCO_2019("arco2019", "ARCO 2019", "0", "I", "II", "III", "IIIA", "IIIB", "IV"),
  /** Stages of the Japanese Investigation Committee. */
  JIC_STAGE("jic_stage", "JIC stage", "1", "2", "3", "3A", "3B", "4"),
  /** Types of the Japanese Investigation Committee. */
  JIC_TYPE("jic_type", "JIC type", "A", "B", "C", "C1", "C2");

  private final String code;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<String> stages;

  StageSystem(String code, String title, String... stages) {
    this.code = code;
    this.title = title;
    this.stages = List.of(stages);
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the system
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static StageSystem parse(String text) {
    return Coded.parse(values(), text, "a staging system");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns the name for print.
   *
   * @return the name
   */
  public String title() {
    return title;
  }

  /**
   * Returns the stages, with their subdivisions.
   *
   * @return the codes in clinical order
   */
  public List<String> stages() {
    return stages;
  }

  /**
   * Returns a stage as the system writes it.
   *
   * @param text a stage in any case
   * @return the code, or nothing if the system has no such stage
   */
  public Optional<String> canonical(String text) {
    Objects.requireNonNull(text, "text");
    return stages.stream().filter(stage -> stage.equalsIgnoreCase(text)).findFirst();
  }
}
