package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.audit.PrintedNumber;
import java.util.Optional;
import java.util.function.Function;

/** What a row of a file of margins gives a number of. */
enum Margin implements Coded {
  PATIENTS("patients", Level.NONE, Type.COUNT),
  MALE("male", Level.NONE, Type.COUNT),
  BOTH_HIPS("both_hips", Level.NONE, Type.COUNT),
  AGE("age", Level.NONE, Type.SPREAD),
  YOUNGEST("youngest", Level.NONE, Type.COUNT),
  OLDEST("oldest", Level.NONE, Type.COUNT),
  IMPROVED("improved", Level.STAGE, Type.COUNT),
  STABLE("stable", Level.STAGE, Type.COUNT),
  PROGRESSED("progressed", Level.STAGE, Type.COUNT),
  REPLACED("replaced", Level.STAGE, Type.COUNT),
  LESION_REDUCTION("lesion_reduction", Level.STAGE, Type.NUMBER),
  HIPS_OF_CAUSE("hips_of_cause", Level.CAUSE, Type.COUNT),
  PROGRESSED_OF_CAUSE("progressed_of_cause", Level.CAUSE, Type.COUNT),
  VAS("vas", Level.VISIT, Type.SPREAD),
  HHS("hhs", Level.VISIT, Type.SPREAD),
  GAINED_OVER_20("gained_over_20", Level.NONE, Type.COUNT),
  EDEMA_DECREASED("edema_decreased", Level.VISIT, Type.COUNT),
  ADVERSE_EVENT("adverse_event", Level.TERM, Type.COUNT),
  SATISFACTION("satisfaction", Level.ANSWER, Type.COUNT);

  private final String code;
  private final Level level;
  private final Type type;

  Margin(String code, Level level, Type type) {
    this.code = code;
    this.level = level;
    this.type = type;
  }

  /** What a margin is broken down by. */
  enum Level {
    NONE("nothing", text -> {
      throw new IllegalArgumentException("does not belong to this margin; nothing was expected");
    }),
    STAGE("a Steinberg stage", SteinbergStage::parse),
    CAUSE("an etiology", Etiology::parse),
    VISIT("a visit such as M6", Timepoint::parse),
    TERM("the term of the event", text -> text),
    ANSWER("a level of satisfaction", Satisfaction::parse);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a stateless function
    private final Function<String, Object> parser;

    Level(String words, Function<String, Object> parser) {
      this.words = words;
      this.parser = parser;
    }
  }

  /** What kind of number a margin is. */
  enum Type {
    COUNT,
    NUMBER,
    SPREAD
  }

  /** A cell that does not belong to its margin. */
  record Misfit(String column, String message) {}

  static Margin parse(String text) {
    return Coded.parse(values(), text, "a margin");
  }

  @Override
  public String code() {
    return code;
  }

  Object checkLevel(String text) {
    return level.parser.apply(text);
  }

  Optional<String> missingLevel() {
    return level == Level.NONE
        ? Optional.empty()
        : Optional.of("is empty; " + level.words + " was expected");
  }

  Optional<Misfit> misfit(Optional<PrintedNumber> value, Optional<PrintedNumber> deviation) {
    boolean isWhole = value
        .map(number -> number.decimals() == 0 && number.value().signum() >= 0)
        .orElse(true);
    if (type == Type.COUNT && !isWhole) {
      return Optional.of(
          new Misfit("value", "is no count; a whole number of 0 or more was expected"));
    }
    if (type == Type.SPREAD && deviation.isEmpty()) {
      return Optional.of(new Misfit("sd", "is empty; a standard deviation was expected"));
    }
    return type != Type.SPREAD && deviation.isPresent()
        ? Optional.of(new Misfit("sd", "does not belong to this margin; nothing was expected"))
        : Optional.empty();
  }
}
