package io.github.avnfh.core.study.protocol;

import java.util.Optional;

/**
 * Whether what a criterion demands is given.
 *
 * <p>An exclusion criterion demands an absence: it is met where nothing excludes.
 *
 * <pre>{@code
 * Answer consent = Answer.demanding(Optional.of(true));   // MET
 * Answer infection = Answer.forbidding(Optional.empty()); // UNKNOWN
 * consent.and(infection);                                 // UNKNOWN
 * }</pre>
 */
public enum Answer {
  /** What the criterion demands is given. */
  MET("met"),

  /** What the criterion demands is not given. */
  NOT_MET("not met"),

  /** Not enough was recorded to tell; that does not meet the criterion. */
  UNKNOWN("unknown");

  private final String words;

  Answer(String words) {
    this.words = words;
  }

  /**
   * Returns the answer in words.
   *
   * @return the words, in lower case
   */
  public String words() {
    return words;
  }

  /**
   * Answers a demand that something is so.
   *
   * @param recorded whether it is so, if that was recorded
   * @return met if so, not met if not, unknown if nothing was recorded
   */
  public static Answer demanding(Optional<Boolean> recorded) {
    return recorded.map(Answer::of).orElse(UNKNOWN);
  }

  /**
   * Answers a demand that something is not so.
   *
   * @param recorded whether it is so, if that was recorded
   * @return not met if so, met if not, unknown if nothing was recorded
   */
  public static Answer forbidding(Optional<Boolean> recorded) {
    return demanding(recorded.map(given -> !given));
  }

  /**
   * Answers a demand whose outcome is known.
   *
   * @param given whether what is demanded is given
   * @return met or not met
   */
  public static Answer of(boolean given) {
    return given ? MET : NOT_MET;
  }

  /**
   * Answers two demands together.
   *
   * @param other the answer to the other demand
   * @return not met if either is not met, otherwise unknown if either is unknown, otherwise met
   */
  public Answer and(Answer other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == MET ? other : UNKNOWN;
  }
}
