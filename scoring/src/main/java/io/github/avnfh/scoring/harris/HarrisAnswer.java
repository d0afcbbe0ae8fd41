package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * An answer to one of the eight questions of the Harris Hip Score, with the points it gives.
 *
 * <p>Each question has its own answers, nested here from the best to the worst: pain, the three of
 * gait ({@link Limp}, {@link Support}, {@link WalkingDistance}) and the four of daily activities.
 * The first answer of each gives the maximum of the question. Points are those of 1969.
 *
 * <pre>{@code
 * HarrisAnswer limp = HarrisAnswer.Limp.SLIGHT;
 * limp.code();                                  // slight
 * limp.points();                                // 8
 * HarrisAnswer.Pain.parse("moderate").points(); // 20
 * }</pre>
 *
 * @see HarrisForm
 */
public sealed interface HarrisAnswer extends AnswerOption {

  /** Pain in the hip. */
  enum Pain implements HarrisAnswer {
    /** None, or ignored. */
    NONE("none", 44),

    /** Slight and occasional, activities are not compromised. */
    SLIGHT("slight", 40),

    /** Mild, average activities are not affected. */
    MILD("mild", 30),

    /** Moderate but tolerable, with some limitation. */
    MODERATE("moderate", 20),

    /** Marked, with serious limitation. */
    MARKED("marked", 10),

    /** Totally disabled, pain in bed. */
    DISABLED("disabled", 0);

    private final String code;
    private final int points;

    Pain(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Pain parse(String text) {
      return Coded.parse(values(), text, "a level of pain");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /** Limp. */
  enum Limp implements HarrisAnswer {
    /** No limp. */
    NONE("none", 11),

    /** A slight limp. */
    SLIGHT("slight", 8),

    /** A moderate limp. */
    MODERATE("moderate", 5),

    /** A severe limp, or unable to walk. */
    SEVERE("severe", 0);

    private final String code;
    private final int points;

    Limp(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Limp parse(String text) {
      return Coded.parse(values(), text, "a level of limp");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /**
   * Support needed for walking. Two levels carry 0 points, so that points never lead back to a
   * level.
   */
  enum Support implements HarrisAnswer {
    /** No support. */
    NONE("none", 11),

    /** A cane for long walks. */
    CANE_FOR_LONG_WALKS("cane_long_walks", 7),

    /** A cane most of the time. */
    CANE_MOST_OF_THE_TIME("cane_most", 5),

    /** One crutch. */
    ONE_CRUTCH("one_crutch", 3),

    /** Two canes. */
    TWO_CANES("two_canes", 2),

    /** Two crutches. */
    TWO_CRUTCHES("two_crutches", 0),

    /** Not able to walk. */
    UNABLE_TO_WALK("unable", 0);

    private final String code;
    private final int points;

    Support(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Support parse(String text) {
      return Coded.parse(values(), text, "a level of support");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /**
   * Distance walked. Translations of the score differ in the distance in meters that a level stands
   * for, so levels are never derived from meters here.
   */
  enum WalkingDistance implements HarrisAnswer {
    /** Unlimited. */
    UNLIMITED("unlimited", 11),

    /** About six blocks. */
    SIX_BLOCKS("six_blocks", 8),

    /** Two or three blocks. */
    TWO_OR_THREE_BLOCKS("two_three_blocks", 5),

    /** Indoors only. */
    INDOORS("indoors", 2),

    /** Bed and chair only. */
    BED_AND_CHAIR("bed_chair", 0);

    private final String code;
    private final int points;

    WalkingDistance(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static WalkingDistance parse(String text) {
      return Coded.parse(values(), text, "a level of walking distance");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /** Climbing stairs. */
  enum Stairs implements HarrisAnswer {
    /** Normally, without a railing. */
    NORMAL("normal", 4),

    /** Normally, with a railing. */
    WITH_RAILING("railing", 2),

    /** In any manner. */
    IN_ANY_MANNER("any_manner", 1),

    /** Unable. */
    UNABLE("unable", 0);

    private final String code;
    private final int points;

    Stairs(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Stairs parse(String text) {
      return Coded.parse(values(), text, "a level of climbing stairs");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /** Putting on shoes and socks. */
  enum ShoesAndSocks implements HarrisAnswer {
    /** With ease. */
    WITH_EASE("ease", 4),

    /** With difficulty. */
    WITH_DIFFICULTY("difficulty", 2),

    /** Unable. */
    UNABLE("unable", 0);

    private final String code;
    private final int points;

    ShoesAndSocks(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static ShoesAndSocks parse(String text) {
      return Coded.parse(values(), text, "a level of putting on shoes and socks");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /** Sitting. */
  enum Sitting implements HarrisAnswer {
    /** In an ordinary chair for one hour. */
    ANY_CHAIR_ONE_HOUR("any_chair_1h", 5),

    /** In a high chair for half an hour. */
    HIGH_CHAIR_HALF_AN_HOUR("high_chair_30min", 3),

    /** Not comfortably in any chair. */
    UNABLE("unable", 0);

    private final String code;
    private final int points;

    Sitting(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Sitting parse(String text) {
      return Coded.parse(values(), text, "a level of sitting");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }

  /** Using public transport. */
  enum PublicTransport implements HarrisAnswer {
    /** Able. */
    ABLE("able", 1),

    /** Unable. */
    UNABLE("unable", 0);

    private final String code;
    private final int points;

    PublicTransport(String code, int points) {
      this.code = code;
      this.points = points;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the answer
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static PublicTransport parse(String text) {
      return Coded.parse(values(), text, "a level of using public transport");
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int points() {
      return points;
    }
  }
}
