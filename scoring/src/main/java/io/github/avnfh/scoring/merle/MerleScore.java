package io.github.avnfh.scoring.merle;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A score of Merle d'Aubigné and Postel, 0 to 18 points, higher is better; without a total where a
 * domain is missing.
 *
 * <table>
 * <caption>Levels in short</caption>
 * <tr><th>points</th><th>pain</th><th>walking</th><th>mobility</th></tr>
 * <tr><td>6</td><td>none</td><td>normal</td><td>flexion over 90°, abduction to 30°</td></tr>
 * <tr><td>5</td><td>mild, inconstant</td><td>no cane, slight limp</td><td>flexion 80 to 90°</td></tr>
 * <tr><td>4</td><td>mild on walking</td><td>far with a cane</td><td>flexion 60 to 80°</td></tr>
 * <tr><td>3</td><td>tolerable</td><td>with a cane under an hour</td><td>flexion 40 to 60°</td></tr>
 * <tr><td>2</td><td>severe on walking</td><td>only with canes</td><td>flexion under 40°</td></tr>
 * <tr><td>1</td><td>severe even at night</td><td>only with crutches</td><td>no movement</td></tr>
 * <tr><td>0</td><td>intense, permanent</td><td>none</td><td>stiff in a bad position</td></tr>
 * </table>
 *
 * <pre>{@code
 * MerleScore score =
 *     MerleScore.builder().pain(5).walking(4).mobility(6).charnleyClass(CharnleyClass.B).build();
 * score.total();                                  // OptionalInt[15]
 * MerleGrade grade = score.grade().orElseThrow(); // GOOD
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1007/s11999-008-0572-1">Merle d'Aubigné R, Postel M, J Bone
 *     Joint Surg Am 1954;36-A:451-75; reprinted Clin Orthop Relat Res 2009</a>
 * @see <a href="https://doi.org/10.1186/s12893-018-0362-y">The table of levels: BMC Surg 2018,
 *     Table 2</a>
 */
@Value.Immutable
public sealed interface MerleScore extends Explainable permits ImmutableMerleScore {
  /** The instrument under which a total becomes a score of a visit. */
  Instrument INSTRUMENT = Instrument.of(
      "merle",
      Quantity.of("score of Merle d'Aubigné and Postel", "points", 0, 18),
      Direction.HIGHER_IS_BETTER);

  /** No holder of rights was found. */
  License LICENSE = License.NONE_FOUND;

  /**
   * Returns the level of pain, if it was judged.
   *
   * @return 0 (worst) to 6
   */
  OptionalInt pain();

  /**
   * Returns the level of walking, if it was judged.
   *
   * @return 0 (worst) to 6
   */
  OptionalInt walking();

  /**
   * Returns the level of mobility, if it was judged.
   *
   * @return 0 (worst) to 6
   */
  OptionalInt mobility();

  /**
   * Returns what besides the hip limits walking, if it was recorded.
   *
   * @return the class of the patient
   */
  Optional<CharnleyClass> charnleyClass();

  /**
   * Returns the total, if no domain is missing.
   *
   * @return 0 to 18 points
   */
  default OptionalInt total() {
    return pain().isPresent() && walking().isPresent() && mobility().isPresent()
        ? OptionalInt.of(pain().getAsInt() + walking().getAsInt() + mobility().getAsInt())
        : OptionalInt.empty();
  }

  /**
   * Returns the modified grade of the total, if there is one.
   *
   * @return the grade
   */
  default Optional<MerleGrade> grade() {
    return total().isPresent() ? Optional.of(MerleGrade.of(total().getAsInt())) : Optional.empty();
  }

  /**
   * Returns the total as a score that a visit can hold, if there is one.
   *
   * @return the score
   */
  default Optional<Score> toScore() {
    return total().isPresent()
        ? Optional.of(Score.of(INSTRUMENT, total().getAsInt()))
        : Optional.empty();
  }

  /**
   * Explains the score domain by domain.
   *
   * @return three domains, whose points add up to the total, then the grade; the obstacles are the
   *     domains that are missing
   */
  @Override
  default Explanation explanation() {
    return MerleExplanation.of(this);
  }

  /**
   * Refuses impossible levels.
   *
   * @throws IllegalArgumentException if a level lies outside 0 to 6
   */
  @Value.Check
  default void check() {
    check("pain", pain());
    check("walking", walking());
    check("mobility", mobility());
  }

  private static void check(String domain, OptionalInt level) {
    level.ifPresent(points -> level(domain).check(points));
  }

  private static Quantity level(String domain) {
    return Quantity.of(domain + " of Merle d'Aubigné and Postel", "points", 0, 6);
  }

  /**
   * Makes a score of a map by the codes {@code pain}, {@code walking}, {@code mobility} and
   * {@code charnley_class}.
   *
   * <pre>{@code
   * MerleScore judged = MerleScore.ofCodes(Map.of("pain", 5, "walking", 4, "charnley_class", "B"));
   * judged.codes(); // {pain=5, walking=4, charnley_class=B}
   * }</pre>
   *
   * @param codes the levels and the code of the class, each as {@link Codes} allows; what is not
   *     there is missing
   * @return the score
   * @throws IllegalArgumentException if a code is unknown or what stands under one is refused
   */
  static MerleScore ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return Builder.Cells.CODES.read(codes, row -> Optional.of(Builder.Cells.score(row)));
  }

  /**
   * Returns the levels and the class as texts by their codes.
   *
   * @return what is not missing; {@link #ofCodes(Map)} makes an equal score of it
   */
  default Map<String, String> codes() {
    return Builder.Cells.CODES.texts(List.of(
        CsvOutput.number(pain()),
        CsvOutput.number(walking()),
        CsvOutput.number(mobility()),
        charnleyClass().map(CharnleyClass::code).orElse("")));
  }

  /**
   * Starts a score.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds scores. */
  final class Builder extends ImmutableMerleScore.Builder {
    Builder() {}

    /** How a map holds a score. */
    private static final class Cells {
      private static final Codes CODES = Codes.of(
          "score of Merle d'Aubigné and Postel",
          List.of("pain", "walking", "mobility", "charnley_class"));

      private Cells() {}

      static MerleScore score(CsvRow row) {
        return MerleScore.builder()
            .pain(row.wholeNumber("pain", level("pain")))
            .walking(row.wholeNumber("walking", level("walking")))
            .mobility(row.wholeNumber("mobility", level("mobility")))
            .charnleyClass(row.optional("charnley_class", CharnleyClass::parse))
            .build();
      }
    }
  }
}

/** Says domain by domain where the points of a score come from. */
final class MerleExplanation {
  private static final String VERSION = "1.0";

  private static final Citation TABLE = Citation.of(
      "Zhou X, Zhang Q, Song W, Zhou D, He Y",
      "Clinical significance of three-dimensional skeleton-arterial model in the management of"
          + " delayed reconstruction of acetabular fractures",
      "BMC Surg 2018, Table 2",
      "10.1186/s12893-018-0362-y");

  private static final Rule PAIN = Rule.of(
      "MERLE-PAIN",
      VERSION,
      "6 points without pain, 5 mild and inconstant, 4 mild on walking and gone at rest, 3 tolerable"
          + " with limited activity, 2 severe on walking, 1 severe even at night, 0 intense and"
          + " permanent",
      TABLE);

  private static final Rule WALKING = Rule.of(
      "MERLE-WALKING",
      VERSION,
      "6 points if normal, 5 with a slight limp and no cane, 4 far with a cane, 3 under an hour with"
          + " a cane, 2 only with canes, 1 only with crutches, 0 not at all",
      TABLE);

  private static final Rule MOBILITY = Rule.of(
      "MERLE-MOBILITY",
      VERSION,
      "6 points for flexion over 90 degrees, 5 for 80 to 90, 4 for 60 to 80, 3 for 40 to 60, 2 under"
          + " 40, 1 without movement, 0 stiff in a bad position; judged, because the bounds overlap",
      TABLE);

  private static final Rule GRADE = Rule.of(
      "MERLE-GRADE",
      VERSION,
      "18 points excellent, 15 to 17 good, 13 and 14 fair, below 13 poor; none where a domain is"
          + " missing",
      TABLE);

  private MerleExplanation() {}

  static Explanation of(MerleScore score) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(judged(PAIN, "pain", score.pain()));
    reasons.add(judged(WALKING, "walking", score.walking()));
    reasons.add(judged(MOBILITY, "mobility", score.mobility()));
    OptionalDouble total = points(score.total());
    if (total.isPresent()) {
      reasons.add(Reason.of(GRADE, "total " + PointsText.of(total, "")));
    }
    String grade = score.grade().map(given -> ", " + given.code()).orElse("");
    return Explanation.of(PointsText.of(total, "no total") + grade, reasons, missing(score));
  }

  private static Reason judged(Rule rule, String domain, OptionalInt level) {
    String found = level.isPresent() ? "level " + level.getAsInt() : "missing";
    return Reason.of(rule, domain + " " + found, points(level));
  }

  private static OptionalDouble points(OptionalInt level) {
    return level.isPresent() ? OptionalDouble.of(level.getAsInt()) : OptionalDouble.empty();
  }

  private static List<String> missing(MerleScore score) {
    List<String> missing = new ArrayList<>();
    if (score.pain().isEmpty()) {
      missing.add("pain");
    }
    if (score.walking().isEmpty()) {
      missing.add("walking");
    }
    if (score.mobility().isEmpty()) {
      missing.add("mobility");
    }
    return missing;
  }
}
